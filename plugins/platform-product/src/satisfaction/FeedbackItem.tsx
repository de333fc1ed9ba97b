import { useState } from 'react';
import { Feedback } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { ExternalLink } from '../shared/ExternalLink';
import { Person } from '../shared/Person';
import { Pill } from '../shared/Pill';
import { RelativeTime } from '../shared/RelativeTime';
import { useChosen } from '../shared/useChosen';
import { useTexts } from '../shared/useTexts';
import { FeedbackReplyDialog } from './FeedbackReplyDialog';
import { FeedbackStatusDialog } from './FeedbackStatusDialog';
import { VoteButton } from './VoteButton';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    gap: theme.spacing(2),
    padding: theme.spacing(1.5, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
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
    borderLeft: '2px solid var(--bui-border-1)',
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
  /** Whether a notification has led to it. */
  readonly isChosen: boolean;
  readonly onChanged: () => void;
}) {
  const { item, others, canReply, canManage, isChosen, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState<'reply' | 'status'>();
  const close = () => setOpen(undefined);
  const place = useChosen<HTMLLIElement>(isChosen);
  const original = others.find(({ id }) => id === item.duplicateOf);
  return (
    <li {...place} className={classes.item}>
      <VoteButton item={item} canVote={canReply} onChanged={onChanged} />
      <div className={classes.content}>
        <div className={classes.heading}>
          <Text as="h3" weight="bold">
            {item.title}
          </Text>
          <Pill isQuiet={item.status === 'open'}>
            {t(`satisfaction.feedback.status.${item.status}`)}
          </Pill>
          {item.visibility === 'team' && (
            <Pill isQuiet>{t('satisfaction.feedback.teamOnly')}</Pill>
          )}
        </div>
        <Text variant="body-small" color="secondary">
          {item.author ? (
            <>
              <Person userRef={item.author} /> · <RelativeTime at={item.at} />
            </>
          ) : (
            t('satisfaction.feedback.anonymous')
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
            {original &&
              t('satisfaction.feedback.duplicateOf', {
                title: original.title,
              })}{' '}
            {item.link && (
              <ExternalLink href={item.link} isInText>
                {t('satisfaction.reply.more')}
              </ExternalLink>
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
              {reply.fromTeam &&
                ` (${t('satisfaction.feedback.fromTeam')})`} ·{' '}
              <RelativeTime at={reply.at} />
            </Text>
          </div>
        ))}
        <div className={classes.actions}>
          {canReply && (
            <ActionButton
              variant="tertiary"
              text={t('satisfaction.feedback.reply')}
              about={item.title}
              onPress={() => setOpen('reply')}
            />
          )}
          {canManage && (
            <ActionButton
              variant="tertiary"
              text={t('satisfaction.feedback.setStatus')}
              about={item.title}
              onPress={() => setOpen('status')}
            />
          )}
        </div>
      </div>
      {open === 'reply' && (
        <FeedbackReplyDialog item={item} onClose={close} onDone={onChanged} />
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
