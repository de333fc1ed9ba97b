import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import {
  comparePages,
  createListModel,
  ListModel,
  paging,
  someOf,
} from './ListModel';
import {
  carl,
  catalogTitleOf,
  daysAgo,
  isFound,
  logsTeam,
  mayRead,
  olga,
  ownerOf,
  reader,
  services,
  shopTeam,
  stranger,
  usedByWebsite,
} from './scene';
import { Asked, Stage, Tables } from './Stage';

const asked = services.slice(0, 4);
/** No two posts have the same date; some are to come. */
const hours = Array.from({ length: 24 }, (_, n) => n - 5);
const groupOf: Readonly<Record<string, string>> = {
  [olga]: logsTeam,
  [carl]: shopTeam,
};
const users = [reader, stranger, olga, carl];
const by = 'user:default/ada';
const audiences = ['everybody', 'consumers', 'followers'];
const tags = ['alpha', 'beta'];

const posts = someOf(
  hours,
  fc.record({
    id: fc.uuid({ version: 4 }),
    entityRef: fc.constantFrom(...asked),
    audience: fc.constantFrom(...audiences),
    isDraft: fc.constantFrom(false, false, false, true),
    tags: fc.subarray(tags),
  }),
);
type Given = typeof posts extends fc.Arbitrary<readonly (infer T)[]>
  ? T
  : never;

interface World {
  readonly posts: readonly Given[];
  readonly follows: ReadonlyArray<readonly [user: string, ref: string]>;
}

const world: fc.Arbitrary<World> = fc.record({
  posts,
  follows: fc.subarray(
    users.flatMap(user => asked.map(ref => [user, ref] as const)),
  ),
});

const dateOf = ({ key }: Given) => daysAgo(key / 24);

const toTables = ({ posts: given, follows }: World): Tables => ({
  updates_posts: given.map(one => ({
    id: one.id,
    entity_ref: one.entityRef,
    title: 'Search is faster',
    text: 'Twice as fast.',
    tags: JSON.stringify(one.tags),
    audience: one.audience,
    published_at: one.isDraft ? null : dateOf(one),
    created_by: by,
    created_at: dateOf(one),
    idempotency_key: one.id,
    version: 1,
  })),
  updates_post_tags: given.flatMap(({ id, tags: own }) =>
    own.map(tag => ({ post_id: id, tag })),
  ),
  updates_follows: follows.map(([user, ref]) => ({
    entity_ref: ref,
    user_ref: user,
    followed_at: daysAgo(1),
  })),
});

const toPost = (given: Given) => ({
  id: given.id,
  entityRef: given.entityRef,
  title: 'Search is faster',
  text: 'Twice as fast.',
  tags: given.tags,
  audience: given.audience,
  publishedAt: given.isDraft ? undefined : dateOf(given).toISOString(),
  version: 1,
  createdBy: by,
  createdAt: dateOf(given).toISOString(),
});

const isPublished = ({ isDraft, key }: Given) => !isDraft && key >= 0;
const isTeam = (user: string, ref: string) => ownerOf(ref) === groupOf[user];
const usesIt = (user: string, ref: string) =>
  user === carl && usedByWebsite.includes(ref) && !isTeam(user, ref);

function isSeen({ follows }: World, given: Given, user: string): boolean {
  const { entityRef: ref, audience } = given;
  if (isTeam(user, ref)) return true;
  if (!isPublished(given)) return false;
  if (audience === 'consumers') return usesIt(user, ref);
  return (
    audience === 'everybody' ||
    follows.some(([who, what]) => who === user && what === ref)
  );
}

const inOrder = (one: Given, other: Given) =>
  Number(other.isDraft) - Number(one.isDraft) || one.key - other.key;

/** A feed tells of the newest posts, as the list does. */
async function compareFeed(
  stage: Stage,
  asking: Asked,
  items: readonly { readonly id: string }[] | undefined,
): Promise<void> {
  const { status, text } = await stage.ask(asking);
  expect(status).toBe(items ? 200 : 404);
  if (!items) return;
  const ids = [...text.matchAll(/<id>urn:uuid:(.+?)<\/id>/g)];
  expect(ids.map(([, id]) => id)).toEqual(items.map(({ id }) => id));
}

/** The posts of a service, as far as somebody is meant to see them. */
export const postList: ListModel = createListModel({
  operations: ['listPosts', 'getPostFeed'],
  world,
  ask: fc.record({
    user: fc.constantFrom(...users),
    key: fc.constantFrom(...asked),
    state: fc.constantFrom(undefined, 'published', 'waiting'),
    tag: fc.constantFrom(undefined, ...tags, 'gamma'),
    paging,
  }),
  toTables,
  compare: async (stage, given, { user, key, state, tag, paging: pages }) => {
    const items = given.posts
      .filter(({ entityRef }) => entityRef === key)
      .filter(one => isSeen(given, one, user))
      .filter(one => isPublished(one) === (state !== 'waiting'))
      .filter(one => !tag || one.tags.includes(tag))
      .sort(inOrder)
      .map(toPost);
    const params = entityParamsOf(key);
    await comparePages(
      stage,
      {
        operation: 'listPosts',
        user,
        params,
        query: { state, tag },
        paging: pages,
      },
      isFound(user, key) ? { items } : undefined,
    );
    if (state === 'waiting' || tag) return;
    await compareFeed(
      stage,
      { operation: 'getPostFeed', user, params },
      isFound(user, key) ? items : undefined,
    );
  },
});

/** The posts of what somebody follows or uses. */
export const newPostList: ListModel = createListModel({
  operations: ['listNewPosts', 'getNewPostFeed'],
  world,
  ask: fc.record({ user: fc.constantFrom(...users), paging }),
  toTables,
  compare: async (stage, given, { user, paging: pages }) => {
    const concerns = (ref: string) =>
      usesIt(user, ref) ||
      given.follows.some(([who, what]) => who === user && what === ref);
    const items = given.posts
      .filter(
        ({ entityRef }) => concerns(entityRef) && mayRead(user, entityRef),
      )
      .filter(one => isPublished(one) && isSeen(given, one, user))
      .sort(inOrder)
      .map(one => ({
        post: toPost(one),
        title: catalogTitleOf(one.entityRef),
      }));
    await comparePages(
      stage,
      { operation: 'listNewPosts', user, paging: pages },
      { items },
    );
    await compareFeed(
      stage,
      { operation: 'getNewPostFeed', user },
      items.map(({ post }) => post),
    );
  },
});

/** Rows of which every list of posts has so many. */
export function postRowsForAll(
  lists: ReadonlyArray<{ readonly entityRef: string; readonly ids: string[] }>,
): Tables {
  const { updates_posts: rows } = toTables({
    posts: lists.flatMap(({ entityRef, ids }) =>
      ids.map((id, n) => ({
        id,
        key: n / 1000,
        entityRef,
        audience: 'everybody',
        isDraft: false,
        tags: [],
      })),
    ),
    follows: [],
  });
  return { updates_posts: rows };
}
