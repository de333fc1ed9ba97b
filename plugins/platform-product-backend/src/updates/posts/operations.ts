import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { Post } from '@platform-product/backstage-plugin-common';
import { postRoutes } from '@platform-product/backstage-plugin-common/rules';
import { pathOf } from '../../catalog/pathOf';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { titleOf } from '../../catalog/titleOf';
import { Operations } from '../../operations/Operations';
import { Announcer } from '../announcements/Announcer';
import { postFeed } from './postFeed';
import { PostService } from './PostService';

const mostInFeed = 50;

interface PostCall {
  readonly service: ServiceEntity;
  readonly credentials: BackstageCredentials;
}

/** Adds what can be asked of posts. */
export function addPostOperations(
  operations: Operations,
  room: {
    readonly posts: PostService;
    readonly announcer: Pick<Announcer, 'check'>;
    /** Where the app is, without a slash at its end. */
    readonly appUrl: string;
  },
): void {
  const { posts, announcer, appUrl } = room;
  const linkTo = (entity: Entity) => `${appUrl}${pathOf(entity)}/updates`;
  const finder = {
    find: (id: string) => posts.find(id),
    show: async (post: Post, call: PostCall) =>
      (await posts.isSeen(post, call.service, call.credentials))
        ? post
        : undefined,
  };

  operations.on(postRoutes.listPosts, ({ service, query, credentials }) =>
    posts.list(service, query, credentials),
  );

  operations.on(
    postRoutes.addPost,
    async ({ service, body, by, idempotencyKey, credentials }) => {
      if (body.isAnnounced) await announcer.check(credentials);
      return posts.add(service.entityRef, body, { by, idempotencyKey });
    },
  );

  operations.on(postRoutes.getPostFeed, async ({ service, credentials }) => {
    const asked = { state: 'published', limit: mostInFeed } as const;
    const { items } = await posts.list(service, asked, credentials);
    const title = titleOf(service.entity);
    const link = linkTo(service.entity);
    return postFeed({
      title,
      id: link,
      link,
      posts: items.map(post => ({ post, title, link })),
    });
  });

  operations.on(postRoutes.listNewPosts, async ({ query, credentials }) => {
    const { items, ...page } = await posts.listNew(query, credentials);
    return {
      ...page,
      items: items.map(({ post, service }) => ({
        post,
        title: titleOf(service.entity),
      })),
    };
  });

  operations.on(postRoutes.getNewPostFeed, async ({ credentials }) => {
    const { items } = await posts.listNew({ limit: mostInFeed }, credentials);
    const link = `${appUrl}/platform-product`;
    return postFeed({
      title: 'What is new with platforms',
      id: link,
      link,
      posts: items.map(({ post, service }) => ({
        post,
        title: titleOf(service.entity),
        link: linkTo(service.entity),
      })),
    });
  });

  operations.onRecord(postRoutes.getPost, finder, async ({ record }) => record);

  operations.onRecord(
    postRoutes.changePost,
    finder,
    async ({ record, body, credentials }) => {
      if (body.isAnnounced) await announcer.check(credentials);
      return posts.change(record, body);
    },
  );

  operations.onRecord(postRoutes.removePost, finder, ({ record }) =>
    posts.remove(record),
  );
}
