import { useState } from 'react';
import { ScoresReply } from '@platform-product/backstage-plugin-common';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useScoresReply } from './useScoresReply';

const longestReply = 5000;

/** Asks what the team says to the scores of a round. */
export function ScoresReplyDialog(props: {
  readonly entityRef: string;
  readonly roundId: string;
  /** What it has said before. */
  readonly reply?: ScoresReply;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, roundId, reply, onClose, onDone } = props;
  const t = useTexts();
  const send = useScoresReply(entityRef, roundId);
  const [text, setText] = useState(reply?.text ?? '');
  const [link, setLink] = useState(reply?.link ?? '');
  const isLinkGood = isLinkOrEmpty(link);
  const submission = useSubmit({
    doneText: t('satisfaction.reply.saved'),
    submit: () => send({ text: text.trim(), link: link.trim() || undefined }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('satisfaction.reply.title')}
      intro={t('satisfaction.reply.intro', { round: roundId })}
      submitText={t('satisfaction.reply.save')}
      canSubmit={Boolean(text.trim()) && isLinkGood}
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('satisfaction.reply.text')}
        value={text}
        onChange={setText}
        maxLength={longestReply}
        isRequired
        rows={4}
      />
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
