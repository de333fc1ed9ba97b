import { PortfolioItem } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { LevelBadge } from '../maturity/LevelBadge';
import { useLevelRemarks } from '../maturity/useLevelRemarks';
import { formatDay } from '../shared/dates';
import { useTexts } from '../shared/useTexts';

const useStyles = makeStyles({
  round: { whiteSpace: 'nowrap' },
});

/** The level of a service, with what has to be said of it. */
export function LevelCell({ item }: { readonly item: PortfolioItem }) {
  const t = useTexts();
  const { level, atRisk } = item;
  const remarks = [
    ...useLevelRemarks()(item),
    atRisk &&
      t('portfolio.dropsTo', {
        level: `${atRisk.fallsTo}`,
        date: formatDay(atRisk.until),
      }),
  ].filter(Boolean);
  return (
    <>
      <LevelBadge level={level} isAtRisk={Boolean(atRisk)} />
      {remarks.length > 0 && (
        <Text as="div" variant="body-small" color="secondary">
          {remarks.join(' · ')}
        </Text>
      )}
    </>
  );
}

/** What a service lacks for the next level. */
export function HeldBackBy(props: {
  readonly item: PortfolioItem;
  readonly topLevel: number | undefined;
}) {
  const t = useTexts();
  const { heldBackBy, heldBackByTitle, level } = props.item;
  const isTop = level === props.topLevel;
  if (!heldBackByTitle) {
    if (props.topLevel === undefined) return null;
    return (
      <Text as="p" color="secondary">
        {t(isTop ? 'portfolio.nothing' : 'portfolio.noEvidence')}
      </Text>
    );
  }
  return (
    <>
      <Text as="p">{heldBackByTitle}</Text>
      {heldBackBy.length > 1 && (
        <Text variant="body-small" color="secondary">
          {t('portfolio.more', {
            number: `${heldBackBy.length - 1}`,
          })}
        </Text>
      )}
    </>
  );
}

/** How users find a service, from what was released. */
export function SatisfactionCell({ item }: { readonly item: PortfolioItem }) {
  const classes = useStyles();
  const t = useTexts();
  const { satisfaction } = item;
  if (!satisfaction) {
    return (
      <Text as="p" color="secondary">
        {t('portfolio.noScores')}
      </Text>
    );
  }
  const { mean, roundId } = satisfaction;
  return (
    <>
      <Text as="p">{t('portfolio.mean', { mean: mean.mean.toFixed(1) })}</Text>
      <Text variant="body-small" color="secondary">
        {t('portfolio.meanInterval', {
          low: mean.low.toFixed(1),
          high: mean.high.toFixed(1),
          round: <span className={classes.round}>{roundId}</span>,
        })}
      </Text>
    </>
  );
}
