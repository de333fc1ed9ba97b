import { useState } from 'react';
import { WaitingFeedback } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import FeedbackIcon from '@material-ui/icons/FeedbackOutlined';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';
import { WaitingRow } from '../shared/WaitingRow';
import { FeedbackStatusDialog } from './FeedbackStatusDialog';

/** Feedback that waits for a status, and for a word of the team. */
export function WaitingFeedbackRow(props: {
  readonly item: WaitingFeedback;
  readonly onChanged: () => void;
}) {
  const { item, onChanged } = props;
  const { feedback, at } = item;
  const { title: subject, votes } = feedback;
  const t = useTexts();
  const [isAnswering, setAnswering] = useState(false);
  return (
    <WaitingRow
      icon={<FeedbackIcon fontSize="small" aria-hidden />}
      kind={t('satisfaction.waiting.feedback')}
      item={item}
      actions={
        <Button
          variant="secondary"
          onPress={() => setAnswering(true)}
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
      {isAnswering && (
        <FeedbackStatusDialog
          item={feedback}
          onClose={() => setAnswering(false)}
          onDone={onChanged}
        />
      )}
    </WaitingRow>
  );
}
