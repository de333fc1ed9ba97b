import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RollUpGroup,
  RollUps,
} from '@platform-product/backstage-plugin-common';
import { ratedFeatures } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatShare } from '../shared/durations';
import { Intro } from '../shared/Intro';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { ShareBar } from './ShareBar';
import { useFeatureTexts } from './useFeatureTexts';

const useStyles = makeStyles(theme => ({
  table: { minWidth: 760, tableLayout: 'fixed' },
  name: { width: '20%', overflowWrap: 'anywhere' },
  platforms: { width: 104 },
  figures: { display: 'block', marginTop: theme.spacing(0.5) },
  interval: { color: 'var(--bui-fg-secondary)', whiteSpace: 'nowrap' },
}));

/** Scores added up, a line for each owner, system or domain. */
export function RollUpsTable(props: {
  readonly by: RollUpGroup;
  readonly sums: RollUps;
}) {
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
              <th scope="row">
                {name ? (
                  <EntityRefLink entityRef={name} hideIcon />
                ) : (
                  t('satisfaction.allPlatforms')
                )}
              </th>
              <td data-align="end">{services}</td>
              {ratedFeatures.map(feature => {
                const score = features[feature];
                return (
                  <td key={feature}>
                    {score ? (
                      <>
                        <ShareBar share={score.good.share} />
                        <span className={classes.figures}>
                          {t('satisfaction.scores.shareOf', {
                            share: formatShare(score.good.share),
                            number: `${score.n}`,
                          })}
                        </span>
                        <Text
                          as="div"
                          variant="body-small"
                          className={classes.interval}
                        >
                          {t('satisfaction.scores.interval', {
                            low: formatShare(score.good.low),
                            high: formatShare(score.good.high),
                          })}
                        </Text>
                      </>
                    ) : (
                      <Text as="p" color="secondary">
                        {t('satisfaction.scores.hiddenShort')}
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
