import { RoomContext } from '../../RoomContext';
import { AnnouncementsClient } from '../announcements/AnnouncementsClient';
import { Announcer } from '../announcements/Announcer';
import { DatabaseAnnouncementStore } from '../announcements/DatabaseAnnouncementStore';
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
    | 'access'
    | 'appUrl'
    | 'auth'
    | 'discovery'
    | 'graph'
    | 'knex'
    | 'logger'
    | 'now'
    | 'permissions'
    | 'services'
  > & {
    readonly follows: Pick<Follows, 'listFollowed'>;
    readonly config: Pick<UpdatesConfig, 'announcements' | 'keepPostsFor'>;
    readonly onChanged: (entityRef: string) => Promise<void>;
  },
) {
  const announcements = new DatabaseAnnouncementStore(context.knex);
  const store = new DatabasePostStore(context.knex, announcements);
  const readers = new PostReaders(context);
  return {
    store,
    news: new PostNews({ store }),
    importer: new PostImporter({
      store,
      keepFor: context.config.keepPostsFor,
      now: context.now,
    }),
    announcer: new Announcer({
      ...context,
      isOffered: context.config.announcements,
      store: announcements,
      client: new AnnouncementsClient(context),
      findPost: id => store.get(id),
    }),
    posts: new PostService({ ...context, store, readers }),
  };
}
