import { FeatureScore } from '@platform-product/backstage-plugin-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatShare } from '../shared/durations';
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
      <Typography variant="subtitle2" component="h4">
        {t('scores.distribution')}
      </Typography>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('scores.distribution')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('scores.feature')}</TableCell>
            {points.map(point => (
              <TableCell key={point} align="right">
                {point}
              </TableCell>
            ))}
            <TableCell align="right">{t('scores.mean')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ feature, score }) => (
            <TableRow key={feature}>
              <TableCell component="th" scope="row">
                {textsOf(feature).name}
              </TableCell>
              {points.map(point => (
                <TableCell key={point} align="right">
                  {score?.counts[point - 1]}
                </TableCell>
              ))}
              <TableCell align="right">
                {score &&
                  t('scores.meanOf', {
                    mean: score.mean.mean.toFixed(1),
                    low: score.mean.low.toFixed(1),
                    high: score.mean.high.toFixed(1),
                  })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rounds.length > 1 && (
        <>
          <Typography variant="subtitle2" component="h4">
            {t('scores.history')}
          </Typography>
          <Table
            size="small"
            className={classes.table}
            aria-label={t('scores.history')}
          >
            <TableHead>
              <TableRow>
                <TableCell>{t('scores.feature')}</TableCell>
                {rounds.map(round => (
                  <TableCell key={round} align="right">
                    {round}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {props.features.map(({ feature, history }) => (
                <TableRow key={feature}>
                  <TableCell component="th" scope="row">
                    {textsOf(feature).name}
                  </TableCell>
                  {rounds.map(round => {
                    const past = history.find(
                      ({ roundId }) => roundId === round,
                    );
                    return (
                      <TableCell key={round} align="right">
                        {past
                          ? t('scores.shareOf', {
                              share: formatShare(past.share),
                              number: `${past.n}`,
                            })
                          : t('scores.hiddenShort')}
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </>
      )}
    </>
  );
}
