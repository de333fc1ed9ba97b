import { useState } from 'react';
import { ScoresReply } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ExternalLink } from '../shared/ExternalLink';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { useScoresReply } from './useScoresReply';

const longestReply = 5000;

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** What the team says to the scores: what it heard, and what it will do. */
export function ReplySection(props: {
  readonly entityRef: string;
  readonly roundId: string;
  readonly reply: ScoresReply | undefined;
  readonly canReply: boolean;
  readonly onChanged: () => void;
}) {
  const { reply, roundId, canReply } = props;
  const classes = useStyles();
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('satisfaction.reply.title')}
      action={
        canReply && (
          <Button
            variant={reply ? 'secondary' : 'primary'}
            onPress={() => setOpen(true)}
          >
            {reply
              ? t('satisfaction.reply.change')
              : t('satisfaction.reply.write')}
          </Button>
        )
      }
    >
      {reply ? (
        <>
          <Text as="p" variant="body-large" className={classes.text}>
            {reply.text}
          </Text>
          <Text as="p" color="secondary">
            <Person userRef={reply.by} /> · <RelativeTime at={reply.at} />
            {reply.link && (
              <>
                {' · '}
                <ExternalLink href={reply.link}>
                  {t('satisfaction.reply.more')}
                </ExternalLink>
              </>
            )}
          </Text>
        </>
      ) : (
        <Text as="p" color="secondary">
          {canReply
            ? t('satisfaction.reply.emptyOwner', { round: roundId })
            : t('satisfaction.reply.empty')}
        </Text>
      )}
      {isOpen && <ReplyDialog {...props} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function ReplyDialog(props: {
  readonly entityRef: string;
  readonly roundId: string;
  readonly reply: ScoresReply | undefined;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const { entityRef, roundId, reply, onChanged, onClose } = props;
  const t = useTexts();
  const send = useScoresReply(entityRef, roundId);
  const [text, setText] = useState(reply?.text ?? '');
  const [link, setLink] = useState(reply?.link ?? '');
  const isLinkGood = isLinkOrEmpty(link);
  const submission = useSubmit({
    doneText: t('satisfaction.reply.saved'),
    submit: () => send({ text: text.trim(), link: link.trim() || undefined }),
    onClose,
    onDone: onChanged,
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
