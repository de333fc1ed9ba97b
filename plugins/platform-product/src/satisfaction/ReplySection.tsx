import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  ScoresReply,
} from '@platform-product/backstage-plugin-common';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { FormDialog } from '../shared/FormDialog';
import { isLinkOrEmpty, LinkField } from '../shared/LinkField';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
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
            size="small"
            color="primary"
            variant={reply ? 'outlined' : 'contained'}
            onClick={() => setOpen(true)}
          >
            {reply ? t('reply.change') : t('reply.write')}
          </Button>
        )
      }
    >
      {reply ? (
        <>
          <Typography variant="body1" className={classes.text}>
            {reply.text}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            <Person userRef={reply.by} /> · <RelativeTime at={reply.at} />
            {reply.link && (
              <>
                {' · '}
                <Link href={reply.link} target="_blank" rel="noopener">
                  {t('reply.more')}
                </Link>
              </>
            )}
          </Typography>
        </>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {canReply
            ? t('reply.emptyOwner', { round: roundId })
            : t('reply.empty')}
        </Typography>
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
      <Field
        label={t('reply.text')}
        value={text}
        onChange={event => setText(event.target.value)}
        inputProps={{ maxLength: longestReply }}
        margin="normal"
        minRows={4}
        multiline
        required
        fullWidth
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
