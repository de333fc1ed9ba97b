import { lazy, ReactNode, Suspense } from 'react';
import { Satisfaction } from '@platform-product/backstage-plugin-common';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import Skeleton from '@material-ui/lab/Skeleton';
import { formatShare } from '../shared/durations';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { FeatureScoreRow } from './FeatureScoreRow';
import { ScoresTable } from './ScoresTable';

const ScoresChart = lazy(() => import('./ScoresChart'));

const useStyles = makeStyles(theme => ({
  details: { display: 'block', overflowX: 'auto' },
  comments: {
    margin: theme.spacing(1, 0, 2),
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  part: { marginTop: theme.spacing(2) },
}));

/** The scores that are published, with what they rest on. */
export function ScoresSection(props: {
  readonly satisfaction: Satisfaction;
  readonly action?: ReactNode;
}) {
  const { satisfaction, action } = props;
  const classes = useStyles();
  const t = useTexts();
  const { scoresOf, participation, features, comments, round } = satisfaction;
  if (satisfaction.state !== 'shown') {
    return (
      <Section title={t('scores.title')} action={action}>
        <Typography variant="subtitle1" component="p">
          {satisfaction.state === 'hidden'
            ? t('scores.allHidden')
            : t('scores.nothing')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {describeUnseen(satisfaction, t)}
        </Typography>
      </Section>
    );
  }
  const hasHistory = features.some(({ history }) => history.length > 1);
  return (
    <Section
      title={t('scores.titleOf', { round: scoresOf ?? '' })}
      action={action}
    >
      {participation && (
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('scores.answered', {
            answered: `${participation.complete}`,
            asked: `${participation.asked}`,
            rate: formatShare(participation.rate),
          })}
          {participation.partial > 0 &&
            ` · ${t('scores.partial', {
              partial: `${participation.partial}`,
            })}`}
        </Typography>
      )}
      <div role="list">
        {features.map(item => (
          <FeatureScoreRow key={item.feature} item={item} k={round?.k} />
        ))}
      </div>
      {hasHistory && (
        <Suspense fallback={<Skeleton variant="rect" height={220} />}>
          <ScoresChart features={features} />
        </Suspense>
      )}
      <Typography variant="subtitle2" component="h3" className={classes.part}>
        {t('scores.comments')}
      </Typography>
      {comments.items.length > 0 ? (
        <ul className={classes.comments}>
          {comments.items.map((comment, index) => (
            <Typography key={index} variant="body2" component="li">
              {comment}
            </Typography>
          ))}
        </ul>
      ) : (
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {describeNoComments(satisfaction, t)}
        </Typography>
      )}
      <Accordion elevation={0}>
        <AccordionSummary expandIcon={<ExpandMoreIcon />}>
          <Typography variant="subtitle2" component="h3">
            {t('times.table')}
          </Typography>
        </AccordionSummary>
        <AccordionDetails className={classes.details}>
          <ScoresTable features={features} />
        </AccordionDetails>
      </Accordion>
      <Typography variant="caption" color="textSecondary">
        {t('scores.note')}
      </Typography>
    </Section>
  );
}

/** Why there are no comments. */
function describeNoComments(
  { comments, round, scoresOf }: Satisfaction,
  t: ReturnType<typeof useTexts>,
): string {
  if (comments.state !== 'hidden') return t('scores.commentsNone');
  // Nobody answers any more in a round that is over.
  return round && round.id === scoresOf
    ? t('scores.commentsHidden', { number: `${round.commentThreshold}` })
    : t('scores.commentsHiddenPast');
}

/** When there will be something to see. */
function describeUnseen(
  { state, round }: Satisfaction,
  t: ReturnType<typeof useTexts>,
): string {
  if (!round) return t('scores.nothingHint');
  const number = `${round.k}`;
  return state === 'hidden'
    ? t('scores.allHiddenHint', { number })
    : t('scores.nothingInRound', { number });
}
