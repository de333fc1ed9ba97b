import { parseEntityRef } from '@backstage/catalog-model';
import { Notice } from '@platform-product/backstage-plugin-common';
import { isOpen } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { Fold } from '../shared/Fold';
import { useTexts } from '../shared/useTexts';
import { NoticeAnswerButtons } from './NoticeAnswerButtons';
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
  /** What the notice goes on in. */
  readonly goesOnIn?: Notice;
  /** Refs of the reader’s own entities that it concerns. */
  readonly own: readonly string[];
  /** What people call the service. */
  readonly serviceTitle: string;
  readonly canWrite: boolean;
  readonly onOpen: (dialog: 'followUp' | 'answers', notice: Notice) => void;
  readonly onAnswered: () => void;
}) {
  const { notice, goesOnIn, own, canWrite, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
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
      {goesOnIn && (
        <Text as="p">
          {t('updates.notices.goesOnIn', { title: goesOnIn.title })}
        </Text>
      )}
      {own.length > 0 && (
        <div className={classes.reach}>
          <Text as="p">
            {t('updates.notices.yours', {
              entities: own.map(ref => parseEntityRef(ref).name).join(', '),
            })}
          </Text>
          <div className={classes.actions}>
            <NoticeAnswerButtons
              notice={notice}
              title={props.serviceTitle}
              entityRefs={own}
              onAnswered={props.onAnswered}
            />
          </div>
        </div>
      )}
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
                onPress={() => onOpen('followUp', notice)}
              />
            )}
            <ActionButton
              variant="tertiary"
              text={t('updates.notices.answers')}
              about={notice.title}
              onPress={() => onOpen('answers', notice)}
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
    </li>
  );
}
