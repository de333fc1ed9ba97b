import { useState } from 'react';
import {
  Home,
  WaitingItem,
  WaitingWaiver,
} from '@platform-product/backstage-plugin-common';
import { decisionStandsAfter } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import StarIcon from '@material-ui/icons/StarOutline';
import { WaitingRiskRow } from '../maturity/WaitingRiskRow';
import { WaitingWaiverRow } from '../maturity/WaitingWaiverRow';
import { WaitingReviewRow } from '../reviewers/WaitingReviewRow';
import { WaitingTermsRow } from '../reviewers/WaitingTermsRow';
import { WaitingFeedbackRow } from '../satisfaction/WaitingFeedbackRow';
import { WaitingScoresRow } from '../satisfaction/WaitingScoresRow';
import { WaitingNoticeRow } from '../updates/WaitingNoticeRow';
import { WantedRatings } from '../satisfaction/WantedRatings';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { countWaiting } from './waitingCounts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** What waits for the reader, each with what they can do about it. */
export function WaitingList(props: {
  readonly home: Home;
  readonly onChanged: () => void;
}) {
  const { home, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const { items, totalItems } = home.waiting;
  const [decided, setDecided] = useState<readonly WaitingWaiver[]>([]);
  const waitsAgain = ({ waiver: { id } }: WaitingWaiver) =>
    items.some(item => item.kind === 'waiver' && item.waiver.id === id);
  const onDecided = (item?: WaitingWaiver) => {
    if (item) {
      const { id } = item.waiver;
      setDecided(others => [
        ...others.filter(other => other.waiver.id !== id),
        item,
      ]);
      setTimeout(
        () => setDecided(others => others.filter(other => other !== item)),
        decisionStandsAfter,
      );
    }
    onChanged();
  };
  const done = decided.filter(item => !waitsAgain(item));
  if (!countWaiting(home) && !done.length) {
    return (
      <Text as="p" color="secondary">
        {t('portfolio.waiting.none')}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {[...done, ...items].map(item => (
          <Row
            key={keyOf(item)}
            item={item}
            onChanged={onChanged}
            onDecided={onDecided}
          />
        ))}
        {home.totalRatings > 0 && (
          <WaitingRow
            icon={<StarIcon fontSize="small" aria-hidden />}
            kind={t('satisfaction.wanted')}
          >
            <WantedRatings home={home} onChanged={onChanged} />
          </WaitingRow>
        )}
      </ul>
      {totalItems > items.length && (
        <Text variant="body-small" color="secondary">
          {t('portfolio.waiting.more', { count: totalItems - items.length })}
        </Text>
      )}
    </>
  );
}

function keyOf(item: WaitingItem): string {
  const { kind, entityRef } = item;
  switch (item.kind) {
    case 'waiver':
    case 'waiver-ends':
      return `${kind} ${item.waiver.id}`;
    case 'review':
      return `${kind} ${item.request.id}`;
    case 'feedback':
      return `${kind} ${item.feedback.id}`;
    case 'notice':
      return `${kind} ${item.notice.id}`;
    case 'offer':
    case 'invitation':
      return `${kind} ${entityRef} ${item.userRef}`;
    default:
      return `${kind} ${entityRef}`;
  }
}

function Row(props: {
  readonly item: WaitingItem;
  readonly onChanged: () => void;
  readonly onDecided: (item?: WaitingWaiver) => void;
}) {
  const { item, onChanged, onDecided } = props;
  switch (item.kind) {
    case 'waiver':
    case 'waiver-ends':
      return <WaitingWaiverRow item={item} onChanged={onDecided} />;
    case 'at-risk':
      return <WaitingRiskRow item={item} />;
    case 'review':
      return <WaitingReviewRow item={item} onChanged={onChanged} />;
    case 'feedback':
      return <WaitingFeedbackRow item={item} onChanged={onChanged} />;
    case 'scores':
      return <WaitingScoresRow item={item} onChanged={onChanged} />;
    case 'notice':
      return <WaitingNoticeRow item={item} onChanged={onChanged} />;
    default:
      return <WaitingTermsRow item={item} onChanged={onChanged} />;
  }
}
