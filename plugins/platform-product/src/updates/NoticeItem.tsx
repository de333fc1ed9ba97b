import { useState } from 'react';
import { Notice } from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { Fold } from '../shared/Fold';
import { useTexts } from '../shared/useTexts';
import { FollowUpDialog } from './FollowUpDialog';
import { NoticeAnswersDialog } from './NoticeAnswersDialog';
import { NoticeFacts } from './NoticeFacts';
import { NoticeMark } from './NoticeMark';
import { NoticePromise } from './NoticePromise';
import { NoticeReachText } from './NoticeReachText';
import { NoticeTimeline } from './NoticeTimeline';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1.5, 0),
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
  reach: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** One notice on the page of its service, and what its team does with it. */
export function NoticeItem(props: {
  readonly notice: Notice;
  /** Other notices that it may go on in. */
  readonly others: readonly Notice[];
  readonly canWrite: boolean;
  readonly onChanged: () => void;
}) {
  const { notice, others, canWrite, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState<'followUp' | 'answers'>();
  const close = () => setOpen(undefined);
  const isOver = !isOpen(notice);
  const canGoOn = canWrite && notice.status !== 'merged';
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <NoticeMark notice={notice} />
        <Text as="span" variant="body-small">
          <NoticePromise notice={notice} />
        </Text>
      </div>
      <Text as="h3" weight="bold">
        {notice.title}
      </Text>
      <NoticeFacts notice={notice} />
      <div className={classes.reach}>
        <Text as="p" color="secondary" role="status">
          <NoticeReachText notice={notice} />
        </Text>
        {canWrite && (
          <div className={classes.actions}>
            {canGoOn && (
              <ActionButton
                variant={isOver ? 'tertiary' : 'secondary'}
                text={t('updates.notices.following')}
                about={notice.title}
                onPress={() => setOpen('followUp')}
              />
            )}
            <ActionButton
              variant="tertiary"
              text={t('updates.notices.answers')}
              about={notice.title}
              onPress={() => setOpen('answers')}
            />
          </div>
        )}
      </div>
      {notice.updates.length > 0 && (
        <Fold
          title={t('updates.notices.said', { count: notice.updates.length })}
        >
          <NoticeTimeline notice={notice} />
        </Fold>
      )}
      {open === 'followUp' && (
        <FollowUpDialog
          notice={notice}
          others={others}
          onClose={close}
          onDone={onChanged}
        />
      )}
      {open === 'answers' && (
        <NoticeAnswersDialog notice={notice} onClose={close} />
      )}
    </li>
  );
}
