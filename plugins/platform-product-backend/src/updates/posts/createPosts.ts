import { RoomContext } from '../../RoomContext';
import { UpdatesConfig } from '../config';
import { Follows } from '../Follows';
import { DatabasePostStore } from './DatabasePostStore';
import { PostImporter } from './PostImporter';
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
    readonly config: Pick<UpdatesConfig, 'keepPostsFor'>;
    readonly onChanged: (entityRef: string) => Promise<void>;
  },
) {
  const store = new DatabasePostStore(context.knex);
  const readers = new PostReaders(context);
  return {
    store,
    news: new PostNews({ store }),
    importer: new PostImporter({
      store,
      keepFor: context.config.keepPostsFor,
      now: context.now,
    }),
    posts: new PostService({ ...context, store, readers }),
  };
}
