import { Link } from '@backstage/core-components';
import { NewPost } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Loaded } from '../shared/Loaded';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { useServiceLink } from '../shared/useServiceLink';
import { useTexts } from '../shared/useTexts';
import { useNewPosts } from './useNewPosts';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    '&:not(:first-child)': { borderTop: '1px solid var(--bui-border-1)' },
  },
}));

/** The newest posts of what the reader follows or uses. */
export function NewPostsSection() {
  const classes = useStyles();
  const t = useTexts();
  const posts = useNewPosts();
  return (
    <Section title={t('updates.posts.home.title')}>
      <Loaded
        result={posts}
        errorTitle={t('updates.posts.home.error')}
        height={80}
      >
        {({ items }) =>
          items.length > 0 ? (
            <ul className={classes.list}>
              {items.map(item => (
                <NewPostItem key={item.post.id} item={item} />
              ))}
            </ul>
          ) : (
            <Text as="p" color="secondary">
              {t('updates.posts.home.none')}
            </Text>
          )
        }
      </Loaded>
    </Section>
  );
}

function NewPostItem({ item }: { readonly item: NewPost }) {
  const { post, title } = item;
  const classes = useStyles();
  const linkTo = useServiceLink();
  return (
    <li className={classes.item}>
      <Text as="div">
        <Link to={linkTo(post.entityRef, 'updates')}>{post.title}</Link>
      </Text>
      <Text as="div" variant="body-small" color="secondary">
        {title} · <RelativeTime at={post.publishedAt!} />
      </Text>
    </li>
  );
}
