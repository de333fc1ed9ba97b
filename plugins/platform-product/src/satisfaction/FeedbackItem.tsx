import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Feedback } from '@platform-product/backstage-plugin-common';
import Chip from '@material-ui/core/Chip';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import VoteIcon from '@material-ui/icons/ThumbUpOutlined';
import VotedIcon from '@material-ui/icons/ThumbUp';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { FormDialog } from '../shared/FormDialog';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
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
  status: { margin: 0 },
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
        size="small"
        variant="outlined"
        disabled={!canReply || vote.loading}
        aria-pressed={item.hasMyVote}
        aria-label={t('feedback.vote', {
          title: item.title,
          votes: `${item.votes}`,
        })}
        startIcon={item.hasMyVote ? <VotedIcon /> : <VoteIcon />}
        onClick={vote.run}
      >
        {item.votes}
      </Button>
      <div className={classes.content}>
        <div className={classes.heading}>
          <Typography variant="subtitle2" component="h3">
            {item.title}
          </Typography>
          <Chip
            className={classes.status}
            size="small"
            variant={item.status === 'open' ? 'outlined' : 'default'}
            label={t(`feedback.status.${item.status}`)}
          />
          {item.visibility === 'team' && (
            <Chip
              className={classes.status}
              size="small"
              variant="outlined"
              label={t('feedback.teamOnly')}
            />
          )}
        </div>
        <Typography variant="caption" color="textSecondary">
          {item.author ? (
            <>
              <Person userRef={item.author} /> · <RelativeTime at={item.at} />
            </>
          ) : (
            t('feedback.anonymous')
          )}
        </Typography>
        {item.text && (
          <Typography variant="body2" className={classes.text}>
            {item.text}
          </Typography>
        )}
        {(item.statusNote || item.link || original) && (
          <Typography variant="body2" className={classes.reply}>
            {item.statusNote}{' '}
            {original && t('feedback.duplicateOf', { title: original.title })}{' '}
            {item.link && (
              <Link href={item.link} target="_blank" rel="noopener">
                {t('reply.more')}
              </Link>
            )}
          </Typography>
        )}
        {item.replies.map(reply => (
          <div key={reply.id} className={classes.reply}>
            <Typography variant="body2" className={classes.text}>
              {reply.text}
            </Typography>
            <Typography variant="caption" color="textSecondary">
              <Person userRef={reply.by} />
              {reply.fromTeam && ` (${t('feedback.fromTeam')})`} ·{' '}
              <RelativeTime at={reply.at} />
            </Typography>
          </div>
        ))}
        <div className={classes.actions}>
          {canReply && (
            <Button size="small" onClick={() => setOpen('reply')}>
              {t('feedback.reply')}
            </Button>
          )}
          {canManage && (
            <Button size="small" onClick={() => setOpen('status')}>
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
      <Field
        label={t('feedback.replyField')}
        value={text}
        onChange={event => setText(event.target.value)}
        inputProps={{ maxLength: 5000 }}
        margin="normal"
        minRows={3}
        multiline
        required
        fullWidth
      />
    </FormDialog>
  );
}
