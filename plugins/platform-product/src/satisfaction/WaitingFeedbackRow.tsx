import { useState } from 'react';
import { WaitingFeedback } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import FeedbackIcon from '@material-ui/icons/FeedbackOutlined';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { FeedbackReplyDialog } from './FeedbackReplyDialog';

/** Feedback that the team has said nothing to. */
export function WaitingFeedbackRow(props: {
  readonly item: WaitingFeedback;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { id, subject, votes, at } = item;
  const t = useTexts();
  const [isReplying, setReplying] = useState(false);
  return (
    <WaitingRow
      icon={<FeedbackIcon fontSize="small" aria-hidden />}
      kind={t('satisfaction.waiting.feedback')}
      item={item}
      actions={
        <Button
          variant="secondary"
          onPress={() => setReplying(true)}
          aria-label={t('satisfaction.waiting.answerOf', { subject })}
        >
          {t('satisfaction.waiting.answer')}
        </Button>
      }
    >
      <Text as="p">“{subject}”</Text>
      <Text as="p" variant="body-small" color="secondary">
        {votes > 0 && (
          <>{t('satisfaction.waiting.votes', { count: votes })} · </>
        )}
        <RelativeTime at={at} />
      </Text>
      {isReplying && (
        <FeedbackReplyDialog
          item={{ id, title: subject, text: item.text }}
          onClose={() => setReplying(false)}
          onDone={onChanged}
        />
      )}
    </WaitingRow>
  );
}
