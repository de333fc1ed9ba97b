import { parseEntityRef } from '@backstage/catalog-model';
import { ConcerningNotice } from '@platform-product/backstage-plugin-common';
import { Card, CardBody, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { readableInDark } from '../shared/readableInDark';
import { RelativeTime } from '../shared/RelativeTime';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { NoticeAnswerButtons } from './NoticeAnswerButtons';
import { NoticeFacts } from './NoticeFacts';
import { NoticeMark } from './NoticeMark';
import { NoticePromise } from './NoticePromise';

const useStyles = makeStyles(theme => ({
  card: {
    ...readableInDark,
    borderInlineStart: '4px solid',
    borderInlineStartColor:
      theme.palette.type === 'dark'
        ? theme.palette.warning.light
        : theme.palette.warning.dark,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
  title: { overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

const nameOf = (ref: string) => parseEntityRef(ref).name;

/** A notice on what an entity depends on: by which way, what to do, and the answers. */
export function ConcerningItem(props: {
  readonly item: ConcerningNotice;
  readonly onChanged: () => void;
  /** Left out where it can’t be hidden. */
  readonly onDismiss?: () => void;
}) {
  const { item, onChanged, onDismiss } = props;
  const { notice, title, concerned, isDirect, canAnswer } = item;
  const classes = useStyles();
  const t = useTexts();
  const linkTo = useServiceLink();
  const { path, answer, at } = concerned;
  return (
    <Card className={classes.card}>
      <CardBody>
        <div className={classes.head}>
          <NoticeMark notice={notice} />
          <Text as="span" variant="body-small">
            <NoticePromise notice={notice} />
          </Text>
        </div>
        <Text as="h3" weight="bold" className={classes.title}>
          {title}: {notice.title}
        </Text>
        <Text as="p">
          {!isDirect
            ? t('updates.concerning.through', {
                title,
                path: [...path].reverse().map(nameOf).join(' → '),
              })
            : t('updates.concerning.direct', { title })}
        </Text>
        <NoticeFacts notice={notice} />
        <div className={classes.actions}>
          {answer && at && (
            <Text as="span" color="secondary" role="status">
              {t(`updates.waiting.answers.${answer}`)} ·{' '}
              <RelativeTime at={at} />
            </Text>
          )}
          {canAnswer && (
            <NoticeAnswerButtons
              notice={notice}
              title={title}
              entityRefs={[concerned.entityRef]}
              onAnswered={onChanged}
            />
          )}
          <Link
            href={linkTo(notice.entityRef, 'updates')}
            aria-label={t('updates.concerning.moreOf', { title: notice.title })}
          >
            {t('updates.concerning.more')}
          </Link>
          {onDismiss && (
            <ActionButton
              variant="tertiary"
              text={t('updates.concerning.dismiss')}
              about={notice.title}
              onPress={onDismiss}
            />
          )}
        </div>
      </CardBody>
    </Card>
  );
}
