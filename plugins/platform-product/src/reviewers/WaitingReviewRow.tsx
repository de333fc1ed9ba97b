import { WaitingReview } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import RateReviewIcon from '@material-ui/icons/RateReviewOutlined';
import { formatMoment } from '../shared/dates';
import { ExternalLink } from '../shared/ExternalLink';
import { Person } from '../shared/Person';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { ReviewRequestActions } from './ReviewRequestActions';

const shownPaths = 3;

/** A request for a review that is with the reader. */
export function WaitingReviewRow(props: {
  readonly item: WaitingReview;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { request } = item;
  const { note, paths, changeUrl, answerDueAt } = request;
  const t = useTexts();
  const more = paths.length - shownPaths;
  return (
    <WaitingRow
      icon={<RateReviewIcon fontSize="small" aria-hidden />}
      kind={t('reviewers.waiting.review')}
      item={item}
      actions={
        <ReviewRequestActions
          request={request}
          seenBy="reviewer"
          onChanged={onChanged}
        />
      }
    >
      <Text as="p">
        <Person userRef={request.requestedBy} />
        {note && `: “${note}”`}
        {changeUrl && (
          <>
            {' · '}
            <ExternalLink href={changeUrl}>
              {t('reviewers.reviews.openChange')}
            </ExternalLink>
          </>
        )}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {[
          paths.slice(0, shownPaths).join(', ') + (more > 0 ? ` +${more}` : ''),
          answerDueAt &&
            t('reviewers.reviews.due', { date: formatMoment(answerDueAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </WaitingRow>
  );
}
