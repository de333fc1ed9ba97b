import { useState } from 'react';
import { Feedback } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { FormDialog } from '../shared/FormDialog';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useFeedbackActions } from './useFeedbackActions';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** Asks what is to be said to a wish. */
export function FeedbackReplyDialog(props: {
  readonly item: Feedback;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { item, onClose, onDone } = props;
  const classes = useStyles();
  const t = useTexts();
  const { reply } = useFeedbackActions();
  const [text, setText] = useState('');
  const body = { text: text.trim() };
  const submission = useSubmit({
    content: JSON.stringify(body),
    doneText: t('satisfaction.feedback.replied'),
    submit: idempotencyKey => reply(item.id, body, idempotencyKey),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('satisfaction.feedback.reply')}
      intro={item.title}
      submitText={t('satisfaction.feedback.send')}
      canSubmit={Boolean(body.text)}
      submission={submission}
      onClose={onClose}
    >
      {item.text && (
        <Text as="p" className={classes.text}>
          {item.text}
        </Text>
      )}
      <TextArea
        label={t('satisfaction.feedback.replyField')}
        value={text}
        onChange={setText}
        maxLength={5000}
        isRequired
        rows={3}
      />
    </FormDialog>
  );
}
