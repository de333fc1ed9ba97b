import { Post } from '@platform-product/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { PostItem } from './PostItem';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Some posts below each other. */
export function PostList(
  props: { readonly items: readonly Post[] } & Omit<
    Parameters<typeof PostItem>[0],
    'post'
  >,
) {
  const { items, ...item } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {items.map(post => (
        <PostItem key={post.id} post={post} {...item} />
      ))}
    </ul>
  );
}
