import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Feedback } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import VoteIcon from '@material-ui/icons/ThumbUpOutlined';
import VotedIcon from '@material-ui/icons/ThumbUp';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { ExternalLink } from '../shared/ExternalLink';
import { FormDialog } from '../shared/FormDialog';
import { Person } from '../shared/Person';
import { Pill } from '../shared/Pill';
import { RelativeTime } from '../shared/RelativeTime';
import { TextArea } from '../shared/TextArea';
import { useSubmit } from '../shared/useSubmit';
import { useTexts } from '../shared/useTexts';
import { FeedbackStatusDialog } from './FeedbackStatusDialog';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    gap: theme.spacing(2),
    padding: theme.spacing(1.5, 0),
    '&:not(:first-child)': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  vote: { minWidth: 56, alignSelf: 'flex-start' },
  content: { minWidth: 0, flex: 1, overflowWrap: 'anywhere' },
  text: { whiteSpace: 'pre-line' },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  reply: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(1.5),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
  actions: { marginTop: theme.spacing(0.5), marginLeft: theme.spacing(-0.5) },
}));

/** One wish, its status and what was said about it. */
export function FeedbackItem(props: {
  readonly item: Feedback;
  /** What it may be a duplicate of. */
  readonly others: readonly Feedback[];
  readonly canReply: boolean;
  readonly canManage: boolean;
  readonly onChanged: () => void;
}) {
  const { item, others, canReply, canManage, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [open, setOpen] = useState<'reply' | 'status'>();
  const close = () => setOpen(undefined);
  const vote = useSubmit({
    doneText: item.hasMyVote ? t('feedback.unvoted') : t('feedback.voted'),
    submit: () =>
      api.call(item.hasMyVote ? 'withdrawVote' : 'voteForFeedback', {
        params: { id: item.id },
      }),
    onDone: onChanged,
  });
  const original = others.find(({ id }) => id === item.duplicateOf);
  return (
    <li className={classes.item}>
      <Button
        className={classes.vote}
        variant="secondary"
        isDisabled={!canReply || vote.loading}
        aria-pressed={item.hasMyVote}
        aria-label={t('feedback.vote', {
          title: item.title,
          votes: `${item.votes}`,
        })}
        iconStart={
          item.hasMyVote ? (
            <VotedIcon fontSize="inherit" />
          ) : (
            <VoteIcon fontSize="inherit" />
          )
        }
        onPress={vote.run}
      >
        {item.votes}
      </Button>
      <div className={classes.content}>
        <div className={classes.heading}>
          <Text as="h3" weight="bold">
            {item.title}
          </Text>
          <Pill isQuiet={item.status === 'open'}>
            {t(`feedback.status.${item.status}`)}
          </Pill>
          {item.visibility === 'team' && (
            <Pill isQuiet>{t('feedback.teamOnly')}</Pill>
          )}
        </div>
        <Text variant="body-small" color="secondary">
          {item.author ? (
            <>
              <Person userRef={item.author} /> · <RelativeTime at={item.at} />
            </>
          ) : (
            t('feedback.anonymous')
          )}
        </Text>
        {item.text && (
          <Text as="p" className={classes.text}>
            {item.text}
          </Text>
        )}
        {(item.statusNote || item.link || original) && (
          <Text as="p" className={classes.reply}>
            {item.statusNote}{' '}
            {original && t('feedback.duplicateOf', { title: original.title })}{' '}
            {item.link && (
              <ExternalLink href={item.link}>{t('reply.more')}</ExternalLink>
            )}
          </Text>
        )}
        {item.replies.map(reply => (
          <div key={reply.id} className={classes.reply}>
            <Text as="p" className={classes.text}>
              {reply.text}
            </Text>
            <Text variant="body-small" color="secondary">
              <Person userRef={reply.by} />
              {reply.fromTeam && ` (${t('feedback.fromTeam')})`} ·{' '}
              <RelativeTime at={reply.at} />
            </Text>
          </div>
        ))}
        <div className={classes.actions}>
          {canReply && (
            <Button variant="tertiary" onPress={() => setOpen('reply')}>
              {t('feedback.reply')}
            </Button>
          )}
          {canManage && (
            <Button variant="tertiary" onPress={() => setOpen('status')}>
              {t('feedback.setStatus')}
            </Button>
          )}
        </div>
      </div>
      {open === 'reply' && (
        <ReplyDialog item={item} onClose={close} onDone={onChanged} />
      )}
      {open === 'status' && (
        <FeedbackStatusDialog
          item={item}
          others={others.filter(({ id }) => id !== item.id)}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </li>
  );
}

function ReplyDialog(props: {
  readonly item: Feedback;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { item, onClose, onDone } = props;
  const t = useTexts();
  const api = useApi(platformProductApiRef);
  const [text, setText] = useState('');
  const body = { text: text.trim() };
  const submission = useSubmit({
    content: JSON.stringify(body),
    doneText: t('feedback.replied'),
    submit: idempotencyKey =>
      api.call('replyToFeedback', {
        params: { id: item.id },
        body,
        idempotencyKey,
      }),
    onClose,
    onDone,
  });
  return (
    <FormDialog
      title={t('feedback.reply')}
      intro={item.title}
      submitText={t('feedback.send')}
      canSubmit={Boolean(body.text)}
      submission={submission}
      onClose={onClose}
    >
      <TextArea
        label={t('feedback.replyField')}
        value={text}
        onChange={setText}
        maxLength={5000}
        isRequired
        rows={3}
      />
    </FormDialog>
  );
}
