import { useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RollUpGroup,
  RollUps,
} from '@platform-product/backstage-plugin-common';
import {
  ratedFeatures,
  rollUpGroups,
} from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { formatShare } from '../shared/durations';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { SelectField } from '../shared/SelectField';
import { Table } from '../shared/Table';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { ShareBar } from './ShareBar';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  table: { minWidth: 760, tableLayout: 'fixed' },
  name: { width: '20%', overflowWrap: 'anywhere' },
  platforms: { width: 104 },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    margin: theme.spacing(0.5, 0, 2),
  },
  choice: { flex: 'none', width: 180 },
  cell: { verticalAlign: 'top' },
  figures: { display: 'block', marginTop: theme.spacing(0.5) },
  interval: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
}));

const isGroup = (text: string | null): text is RollUpGroup =>
  rollUpGroups.some(group => group === text);

/** Scores of several platforms together, by who owns them or what they are part of. */
export function RollUpsContent() {
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [search, setSearch] = useSearchParams();
  const asked = search.get('by');
  const by = isGroup(asked) ? asked : 'owner';
  const round = search.get('round') ?? undefined;
  const sums = useLoaded(
    async () => ({
      by,
      ...(await api.call('listRollUps', { params: {}, query: { by, round } })),
    }),
    [api, by, round],
  );
  const choose = (field: 'by' | 'round', value: string) =>
    setSearch({ by, ...(round && { round }), [field]: value });
  const { rounds = [], roundId } = sums.value ?? {};
  return (
    <Section title={t('satisfaction.sums')}>
      <div className={classes.choices}>
        {rounds.length > 0 && (
          <SelectField
            className={classes.choice}
            label={t('satisfaction.sumsRound')}
            value={roundId ?? ''}
            options={[
              ...new Set([...(roundId ? [roundId] : []), ...rounds]),
            ].map(id => ({ value: id, label: id }))}
            onChange={id => choose('round', id)}
          />
        )}
        <SelectField
          className={classes.choice}
          label={t('satisfaction.sumsBy')}
          value={by}
          options={rollUpGroups.map(group => ({
            value: group,
            label: t(`satisfaction.groups.${group}`),
          }))}
          onChange={group => choose('by', group)}
        />
      </div>
      <Loaded
        result={sums}
        errorTitle={t('satisfaction.sumsError')}
        height={240}
      >
        {value => <Sums by={value.by} sums={value} />}
      </Loaded>
    </Section>
  );
}

function Sums(props: { readonly by: RollUpGroup; readonly sums: RollUps }) {
  const { by, sums } = props;
  const classes = useStyles();
  const t = useTexts();
  const textsOf = useFeatureTexts();
  const { roundId, items } = sums;
  if (!roundId || !items.length) {
    return (
      <Text as="p" color="secondary">
        {roundId ? t('satisfaction.sumsNoGroup') : t('satisfaction.sumsNone')}
      </Text>
    );
  }
  const sorted = [...items].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
  return (
    <>
      <Intro>{t('satisfaction.sumsOf', { round: roundId })}</Intro>
      <Table className={classes.table} aria-label={t('satisfaction.sums')}>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>
              {t(`satisfaction.columns.${by}`)}
            </th>
            <th scope="col" data-align="end" className={classes.platforms}>
              {t('satisfaction.platforms')}
            </th>
            {ratedFeatures.map(feature => (
              <th key={feature} scope="col">
                {textsOf(feature).name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ name, services, features }) => (
            <tr key={name}>
              <th scope="row" className={classes.cell}>
                {name ? (
                  <EntityRefLink entityRef={name} hideIcon />
                ) : (
                  t('satisfaction.allPlatforms')
                )}
              </th>
              <td data-align="end" className={classes.cell}>
                {services}
              </td>
              {ratedFeatures.map(feature => {
                const score = features[feature];
                return (
                  <td key={feature} className={classes.cell}>
                    {score ? (
                      <>
                        <ShareBar share={score.good.share} />
                        <span className={classes.figures}>
                          {t('scores.shareOf', {
                            share: formatShare(score.good.share),
                            number: `${score.n}`,
                          })}
                        </span>
                        <Text
                          as="div"
                          variant="body-small"
                          className={classes.interval}
                        >
                          {t('scores.interval', {
                            low: formatShare(score.good.low),
                            high: formatShare(score.good.high),
                          })}
                        </Text>
                      </>
                    ) : (
                      <Text as="p" color="secondary">
                        {t('scores.hiddenShort')}
                      </Text>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <Text variant="body-small" color="secondary">
        {t('satisfaction.sumsNote')}
      </Text>
    </>
  );
}
