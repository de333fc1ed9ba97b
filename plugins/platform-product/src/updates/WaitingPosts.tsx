import { Fold } from '../shared/Fold';
import { useTexts } from '../shared/useTexts';
import { PostList } from './PostList';
import { usePosts } from './usePosts';

const mostShown = 50;

/** What is not out yet, for the team of the service. */
export function WaitingPosts(props: {
  readonly entityRef: string;
  /** Grows when it has to be read again. */
  readonly version: number;
  readonly onOpen: Parameters<typeof PostList>[0]['onOpen'];
}) {
  const { entityRef, version, onOpen } = props;
  const t = useTexts();
  const waiting = usePosts(entityRef, {
    state: 'waiting',
    count: mostShown,
    version,
  });
  if (!waiting.value?.items.length) return null;
  return (
    <Fold title={t('updates.posts.waiting')} isOpen>
      <PostList items={waiting.value.items} canWrite onOpen={onOpen} />
    </Fold>
  );
}
