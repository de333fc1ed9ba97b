import { useState } from 'react';
import { Feedback } from '@platform-product/backstage-plugin-common';
import { feedbackStatuses } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useFeedbackActions } from './useFeedbackActions';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** Asks what becomes of a wish; its author and voters are told. */
export function FeedbackStatusDialog(props: {
  readonly item: Feedback;
  /** What it may be a duplicate of. */
  readonly others?: readonly Feedback[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { item, others = [], onClose, onDone } = props;
  const classes = useStyles();
  const t = useTexts();
  const { setStatus: save } = useFeedbackActions();
  // That of what the reader looks at, whatever is loaded behind the dialog.
  const [version] = useState(item.version);
  const [status, setStatus] = useState(item.status);
  const [note, setNote] = useState(item.statusNote ?? '');
  const [link, setLink] = useState(item.link ?? '');
  const [original, setOriginal] = useState(item.duplicateOf ?? '');
  const isLinkGood = isLinkOrEmpty(link);
  const isDuplicate = status === 'duplicate';
  const submission = useSubmit({
    content: JSON.stringify([status, note, link, original]),
    doneText: t('satisfaction.feedback.statusSaved'),
    submit: () =>
      save(item.id, {
        version,
        status,
        note: note.trim() || undefined,
        link: link.trim() || undefined,
        duplicateOf: isDuplicate ? original : undefined,
      }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('satisfaction.feedback.setStatus')}
      intro={t('satisfaction.feedback.statusIntro', { title: item.title })}
      submitText={t('satisfaction.feedback.saveStatus')}
      canSubmit={
        submission.isDirty && isLinkGood && (!isDuplicate || Boolean(original))
      }
      submission={submission}
      onClose={() => {
        // Somebody else may have been first.
        if (submission.error) onDone();
        onClose();
      }}
    >
      {item.text && (
        <Text as="p" className={classes.text}>
          {item.text}
        </Text>
      )}
      <TextArea
        label={t('satisfaction.feedback.noteField')}
        help={t('satisfaction.feedback.noteHelp')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        rows={1}
      />
      <SelectField
        label={t('satisfaction.feedback.statusField')}
        value={status}
        options={feedbackStatuses
          .filter(option => option !== 'duplicate' || others.length > 0)
          .map(option => ({
            value: option,
            label: t(`satisfaction.feedback.status.${option}`),
          }))}
        onChange={setStatus}
      />
      {isDuplicate && (
        <SelectField
          label={t('satisfaction.feedback.originalField')}
          value={original}
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setOriginal}
          isRequired
        />
      )}
      <LinkField
        label={t('satisfaction.reply.link')}
        help={t('satisfaction.reply.linkHelp')}
        badLinkText={t('satisfaction.reply.badLink')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
    </FormDialog>
  );
}
