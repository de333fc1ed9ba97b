import { FeatureScore } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatShare } from '../shared/durations';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';
import { roundsOf } from './roundsOf';
import { useFeatureTexts } from './useFeatureTexts';

const points = [1, 2, 3, 4, 5];

const useStyles = makeStyles(theme => ({
  // Wider than the page rather than broken into pieces.
  table: {
    marginBottom: theme.spacing(3),
    '& th, & td': { whiteSpace: 'nowrap' },
  },
}));

/** How often each rating was given, and the scores of earlier rounds. */
export function ScoresTable(props: {
  readonly features: readonly FeatureScore[];
}) {
  const classes = useStyles();
  const t = useTexts();
  const textsOf = useFeatureTexts();
  const shown = props.features.filter(({ score }) => score);
  const rounds = roundsOf(props.features).reverse();
  return (
    <>
      <Text as="h4" weight="bold">
        {t('satisfaction.scores.distribution')}
      </Text>
      <Table
        className={classes.table}
        aria-label={t('satisfaction.scores.distribution')}
      >
        <thead>
          <tr>
            <th scope="col">{t('satisfaction.scores.feature')}</th>
            {points.map(point => (
              <th key={point} scope="col" data-align="end">
                {point}
              </th>
            ))}
            <th scope="col" data-align="end">
              {t('satisfaction.scores.mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ feature, score }) => (
            <tr key={feature}>
              <th scope="row">{textsOf(feature).name}</th>
              {points.map(point => (
                <td key={point} data-align="end">
                  {score?.counts[point - 1]}
                </td>
              ))}
              <td data-align="end">
                {score &&
                  t('satisfaction.scores.meanOf', {
                    mean: score.mean.mean.toFixed(1),
                    low: score.mean.low.toFixed(1),
                    high: score.mean.high.toFixed(1),
                  })}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {rounds.length > 1 && (
        <>
          <Text as="h4" weight="bold">
            {t('satisfaction.scores.history')}
          </Text>
          <Table
            className={classes.table}
            aria-label={t('satisfaction.scores.history')}
          >
            <thead>
              <tr>
                <th scope="col">{t('satisfaction.scores.feature')}</th>
                {rounds.map(round => (
                  <th key={round} scope="col" data-align="end">
                    {round}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.features.map(({ feature, history }) => (
                <tr key={feature}>
                  <th scope="row">{textsOf(feature).name}</th>
                  {rounds.map(round => {
                    const past = history.find(
                      ({ roundId }) => roundId === round,
                    );
                    return (
                      <td key={round} data-align="end">
                        {past
                          ? t('satisfaction.scores.shareOf', {
                              share: formatShare(past.share),
                              number: `${past.n}`,
                            })
                          : t('satisfaction.scores.hiddenShort')}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </>
  );
}
