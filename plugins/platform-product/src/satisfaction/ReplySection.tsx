import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ScoresReply,
} from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { ExternalLink } from '../shared/ExternalLink';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';

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
      title={t('reply.title')}
      action={
        canReply && (
          <Button
            variant={reply ? 'secondary' : 'primary'}
            onPress={() => setOpen(true)}
          >
            {reply ? t('reply.change') : t('reply.write')}
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
                <ExternalLink href={reply.link}>{t('reply.more')}</ExternalLink>
              </>
            )}
          </Text>
        </>
      ) : (
        <Text as="p" color="secondary">
          {canReply
            ? t('reply.emptyOwner', { round: roundId })
            : t('reply.empty')}
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
  const api = useApi(platformProductApiRef);
  const [text, setText] = useState(reply?.text ?? '');
  const [link, setLink] = useState(reply?.link ?? '');
  const isLinkGood = isLinkOrEmpty(link);
  const submission = useSubmit({
    doneText: t('reply.saved'),
    submit: () =>
      api.call('replyToScores', {
        params: { ...entityParamsOf(entityRef), roundId },
        body: { text: text.trim(), link: link.trim() || undefined },
      }),
    onClose,
    onDone: onChanged,
  });
  return (
    <FormDialog
      title={t('reply.title')}
      intro={t('reply.intro', { round: roundId })}
      submitText={t('reply.save')}
      canSubmit={Boolean(text.trim()) && isLinkGood}
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('reply.text')}
        value={text}
        onChange={setText}
        maxLength={longestReply}
        isRequired
        rows={4}
      />
      <LinkField
        label={t('reply.link')}
        help={t('reply.linkHelp')}
        badLinkText={t('reply.badLink')}
        value={link}
        isGood={isLinkGood}
        onChange={setLink}
      />
    </FormDialog>
  );
}
