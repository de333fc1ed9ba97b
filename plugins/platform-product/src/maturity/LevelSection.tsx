import { Access, Maturity } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatDay, formatRelative } from '../shared/dates';
import { Intro } from '../shared/Intro';
import { Message } from '../shared/Message';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { CriterionActions } from './CriterionActions';
import { LevelLadder } from './LevelLadder';
import { useLevelMeaning } from './useLevelMeaning';
import { useLevelRemarks } from './useLevelRemarks';

const useStyles = makeStyles(theme => ({
  says: { marginTop: theme.spacing(2) },
  alert: { marginTop: theme.spacing(1) },
}));

/** The level at a glance, and what goes with it. */
export function LevelSection(props: {
  readonly maturity: Maturity;
  readonly access: Access | undefined;
  readonly onChanged: () => void;
}) {
  const { maturity, access, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { level, levels, atRisk } = maturity;
  const lapsing = levels
    .flatMap(l => l.criteria)
    .filter(({ id }) => atRisk?.criteria.includes(id));
  const remarks = useLevelRemarks()(maturity);
  const name = levels.find(l => l.level === level)?.name;
  const meaning = useLevelMeaning()(maturity);
  return (
    <Section
      title={
        name
          ? t('maturity.level.title', { level: `${level}`, name })
          : t('maturity.level.zeroTitle')
      }
      action={
        <Text variant="body-small" color="secondary">
          {t('maturity.asOf', { ago: formatRelative(maturity.asOf) })}
        </Text>
      }
    >
      {meaning && <Intro>{meaning}</Intro>}
      <LevelLadder maturity={maturity} />
      {remarks.length > 0 && (
        <Text as="p" className={classes.says}>
          {[t('maturity.level.short', { level: `${level}` }), ...remarks].join(
            ' · ',
          )}
        </Text>
      )}
      {atRisk && (
        <Message className={classes.alert} status="warning">
          {t('maturity.atRisk', {
            criteria: lapsing.map(({ title }) => `“${title}”`).join(', '),
            level: `${atRisk.fallsTo}`,
            date: formatDay(atRisk.until),
          })}
          {lapsing.map(criterion => (
            <CriterionActions
              key={criterion.id}
              criterion={criterion}
              access={access}
              entityRef={maturity.entityRef}
              onChanged={onChanged}
            />
          ))}
        </Message>
      )}
      {maturity.failedCollectors.length > 0 && (
        <Message className={classes.alert} status="info">
          {t('maturity.collectorsFailed', {
            collectors: maturity.failedCollectors
              .map(failure => failure.collector)
              .join(', '),
            ago: formatRelative(maturity.failedCollectors[0].failedAt),
          })}
        </Message>
      )}
    </Section>
  );
}
