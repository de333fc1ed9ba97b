import { RoomContext } from '../../RoomContext';
import { Follows } from '../Follows';
import { DatabasePostStore } from './DatabasePostStore';
import { PostNews } from './PostNews';
import { PostReaders } from './PostReaders';
import { PostService } from './PostService';

/** Puts together what teams tell of their services that is new. */
export function createPosts(
  context: Pick<
    RoomContext,
    'access' | 'graph' | 'knex' | 'now' | 'services'
  > & {
    readonly follows: Pick<Follows, 'listFollowed'>;
    readonly onChanged: (entityRef: string) => Promise<void>;
  },
) {
  const store = new DatabasePostStore(context.knex);
  const readers = new PostReaders(context);
  return {
    store,
    news: new PostNews({ store }),
    posts: new PostService({ ...context, store, readers }),
  };
}
