import { Post } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../shared/ActionButton';
import { formatMoment } from '../shared/dates';
import { LongText } from '../shared/LongText';
import { Person } from '../shared/Person';
import { Pill } from '../shared/Pill';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';
import { isOut } from './postForm';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  title: { flex: '1 1 200px', minWidth: 0 },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

/** Something new of a service, and what its team does with it. */
export function PostItem(props: {
  readonly post: Post;
  readonly canWrite: boolean;
  readonly onOpen: (dialog: 'edit' | 'remove', post: Post) => void;
}) {
  const { post, canWrite, onOpen } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <Text as="h3" weight="bold" className={classes.title}>
          {post.title}
        </Text>
        {canWrite && (
          <div className={classes.actions}>
            {(['edit', 'remove'] as const).map(dialog => (
              <ActionButton
                key={dialog}
                variant="tertiary"
                text={t(`updates.posts.${dialog}`)}
                about={post.title}
                onPress={() => onOpen(dialog, post)}
              />
            ))}
          </div>
        )}
      </div>
      <div className={classes.head}>
        <Text as="p" variant="body-small" color="secondary">
          <PostDate post={post} /> · <Person userRef={post.createdBy} />
        </Text>
        {post.audience !== 'everybody' && (
          <Pill isQuiet>{t(`updates.posts.forWhom.${post.audience}`)}</Pill>
        )}
        {canWrite && post.announcement && (
          <Pill isQuiet>
            {t(`updates.posts.announcements.${post.announcement}`)}
          </Pill>
        )}
        {post.tags.map(tag => (
          <Pill key={tag} isQuiet>
            {tag}
          </Pill>
        ))}
      </div>
      <LongText text={post.text} about={post.title} />
    </li>
  );
}

function PostDate({ post }: { readonly post: Post }) {
  const t = useTexts();
  const { publishedAt } = post;
  if (!publishedAt) return <>{t('updates.posts.draft')}</>;
  return isOut(post) ? (
    <RelativeTime at={publishedAt} />
  ) : (
    <>{t('updates.posts.scheduled', { moment: formatMoment(publishedAt) })}</>
  );
}
