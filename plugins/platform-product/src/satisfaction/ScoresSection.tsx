import { lazy, ReactNode, Suspense } from 'react';
import { Satisfaction } from '@platform-product/backstage-plugin-common';
import { Skeleton, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { formatShare } from '../shared/durations';
import { Fold } from '../shared/Fold';
import { Intro } from '../shared/Intro';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { FeatureScoreRow } from './FeatureScoreRow';
import { ScoresTable } from './ScoresTable';

const ScoresChart = lazy(() => import('./ScoresChart'));

const useStyles = makeStyles(theme => ({
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
  /** What is known of reliability, beside what users say. */
  readonly reliabilityNote?: ReactNode;
}) {
  const { satisfaction, action, reliabilityNote } = props;
  const classes = useStyles();
  const t = useTexts();
  const { scoresOf, participation, features, comments, round } = satisfaction;
  if (satisfaction.state !== 'shown') {
    return (
      <Section title={t('satisfaction.scores.title')} action={action}>
        <Text as="p" variant="body-large" weight="bold">
          {satisfaction.state === 'hidden'
            ? t('satisfaction.scores.allHidden')
            : t('satisfaction.scores.nothing')}
        </Text>
        <Text as="p" color="secondary">
          {describeUnseen(satisfaction, t)}
        </Text>
      </Section>
    );
  }
  const hasHistory = features.some(({ history }) => history.length > 1);
  return (
    <Section
      title={t('satisfaction.scores.titleOf', { round: scoresOf ?? '' })}
      action={action}
    >
      {participation && (
        <Intro>
          {t('satisfaction.scores.answered', {
            answered: `${participation.complete}`,
            asked: `${participation.asked}`,
            rate: formatShare(participation.rate),
          })}
          {participation.partial > 0 &&
            ` · ${t('satisfaction.scores.partial', {
              partial: `${participation.partial}`,
            })}`}
        </Intro>
      )}
      <div role="list">
        {features.map(item => (
          <FeatureScoreRow
            key={item.feature}
            item={item}
            k={round?.k}
            note={item.feature === 'reliability' && reliabilityNote}
          />
        ))}
      </div>
      {hasHistory && (
        <Suspense fallback={<Skeleton width="100%" height={220} />}>
          <ScoresChart features={features} />
        </Suspense>
      )}
      <Text as="h3" weight="bold" className={classes.part}>
        {t('satisfaction.scores.comments')}
      </Text>
      {comments.items.length > 0 ? (
        <ul className={classes.comments}>
          {comments.items.map((comment, index) => (
            <li key={index}>{comment}</li>
          ))}
        </ul>
      ) : (
        <Intro>{describeNoComments(satisfaction, t)}</Intro>
      )}
      <Fold title={t('shared.inNumbers')}>
        <ScoresTable features={features} />
      </Fold>
      <Text variant="body-small" color="secondary">
        {t('satisfaction.scores.note')}
      </Text>
    </Section>
  );
}

/** Why there are no comments. */
function describeNoComments(
  { comments, round, scoresOf }: Satisfaction,
  t: ReturnType<typeof useTexts>,
): string {
  if (comments.state !== 'hidden') return t('satisfaction.scores.commentsNone');
  // Nobody answers any more in a round that is over.
  return round && round.id === scoresOf
    ? t('satisfaction.scores.commentsHidden', {
        number: `${round.commentThreshold}`,
      })
    : t('satisfaction.scores.commentsHiddenPast');
}

/** When there will be something to see. */
function describeUnseen(
  { state, round }: Satisfaction,
  t: ReturnType<typeof useTexts>,
): string {
  if (!round) return t('satisfaction.scores.nothingHint');
  const number = `${round.k}`;
  return state === 'hidden'
    ? t('satisfaction.scores.allHiddenHint', { number })
    : t('satisfaction.scores.nothingInRound', { number });
}
