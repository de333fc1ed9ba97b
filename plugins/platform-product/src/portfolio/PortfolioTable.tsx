import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  PortfolioItem,
  PortfolioQuery,
} from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import clsx from 'clsx';
import { LevelBadge } from '../maturity/LevelBadge';
import { formatDay } from '../shared/dates';
import { RelativeTime } from '../shared/RelativeTime';
import { SortHeader } from '../shared/SortHeader';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { PortfolioChange } from './usePortfolioState';

const useStyles = makeStyles({
  table: { minWidth: 860, tableLayout: 'fixed' },
  loading: { opacity: 0.6 },
  service: { width: '20%' },
  level: { width: '17%' },
  heldBackBy: { width: '21%' },
  satisfaction: { width: '17%' },
  since: { width: '11%' },
  cell: { overflowWrap: 'anywhere', verticalAlign: 'top', lineHeight: 1.43 },
  round: { whiteSpace: 'nowrap' },
});

function LevelCell({ item }: { readonly item: PortfolioItem }) {
  const t = useTexts();
  const { level, levelWithoutWaivers, declaredLevel, atRisk } = item;
  const remarks = [
    levelWithoutWaivers !== level &&
      t('portfolio.withoutWaivers', { level: `${levelWithoutWaivers}` }),
    declaredLevel !== undefined &&
      declaredLevel !== level &&
      t('portfolio.declared', { level: `${declaredLevel}` }),
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

function HeldBackBy(props: {
  readonly item: PortfolioItem;
  readonly topLevel: number | undefined;
}) {
  const t = useTexts();
  const { heldBackBy, heldBackByTitle, level } = props.item;
  const isTop = level === props.topLevel;
  if (!heldBackByTitle) {
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
function SatisfactionCell({ item }: { readonly item: PortfolioItem }) {
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

/** One page of services. */
export function PortfolioTable(props: {
  readonly items: readonly PortfolioItem[];
  readonly query: PortfolioQuery;
  readonly isLoading: boolean;
  /** The highest level, once it is known. */
  readonly topLevel: number | undefined;
  readonly onSort: (changes: PortfolioChange) => void;
}) {
  const { items, query, isLoading, topLevel, onSort } = props;
  const classes = useStyles();
  const t = useTexts();
  const header = (
    text: string,
    className: string | undefined,
    sort: PortfolioQuery['sort'],
  ) => (
    <SortHeader
      text={text}
      className={className}
      order={query.sort === sort ? query.order : undefined}
      onSort={order => onSort({ sort, order })}
    />
  );
  return (
    <Table className={clsx(classes.table, isLoading && classes.loading)}>
      <thead>
        <tr>
          {header(t('portfolio.service'), classes.service, 'title')}
          {header(t('portfolio.owner'), undefined, 'owner')}
          {header(t('portfolio.level'), classes.level, 'level')}
          <th scope="col" className={classes.heldBackBy}>
            {t('portfolio.heldBackBy')}
          </th>
          {header(
            t('portfolio.satisfaction'),
            classes.satisfaction,
            'satisfaction',
          )}
          {header(t('portfolio.since'), classes.since, 'levelSince')}
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <tr key={item.entityRef}>
            <td className={classes.cell}>
              <EntityRefLink
                entityRef={item.entityRef}
                title={item.title}
                hideIcon
              />
            </td>
            <td className={classes.cell}>
              {item.owner ? (
                <EntityRefLink
                  entityRef={item.owner}
                  defaultKind="group"
                  hideIcon
                />
              ) : (
                <Text as="p" color="secondary">
                  {t('portfolio.noOwner')}
                </Text>
              )}
            </td>
            <td className={classes.cell}>
              <LevelCell item={item} />
            </td>
            <td className={classes.cell}>
              <HeldBackBy item={item} topLevel={topLevel} />
            </td>
            <td className={classes.cell}>
              <SatisfactionCell item={item} />
            </td>
            <td className={classes.cell}>
              <RelativeTime at={item.levelSince} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
