import { Post } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { insertOnce } from '../../database/insertOnce';
import {
  chunksOf,
  DatabaseTime,
  optional,
  toDate,
  toTimestamp,
} from '../../database/values';
import { AnnouncementStore } from '../announcements/AnnouncementStore';
import { importOnce } from '../importOnce';
import { Within } from '../../services/DigestSource';
import { PostPage, PostSight, PostStore } from './PostStore';

const posts = 'updates_posts';
const tags = 'updates_post_tags';
const mostValues = 400;

interface PostRow {
  id: string;
  entity_ref: string;
  title: string;
  text: string;
  tags: string;
  audience: Post['audience'];
  published_at: DatabaseTime | null;
  created_by: string;
  created_at: DatabaseTime;
  idempotency_key: string;
  is_announced: boolean | number;
  version: number;
}

const toPost = (row: PostRow, announcement: Post['announcement']): Post => ({
  id: row.id,
  entityRef: row.entity_ref,
  title: row.title,
  text: row.text,
  tags: JSON.parse(row.tags),
  audience: row.audience,
  publishedAt: optional(row.published_at, toTimestamp),
  announcement,
  version: row.version,
  createdBy: row.created_by,
  createdAt: toTimestamp(row.created_at),
});

const contentOf = (post: Post) => ({
  title: post.title,
  text: post.text,
  tags: JSON.stringify(post.tags),
  audience: post.audience,
  published_at: post.publishedAt ? new Date(post.publishedAt) : null,
  is_announced: post.announcement !== undefined,
  version: post.version,
});

const toRow = (post: Post, idempotencyKey: string): PostRow => ({
  id: post.id,
  entity_ref: post.entityRef,
  ...contentOf(post),
  created_by: post.createdBy,
  created_at: new Date(post.createdAt),
  idempotency_key: idempotencyKey,
});

/** Posts that somebody is meant to see, as a condition on rows. */
function whereSeen(rows: Knex.QueryBuilder, sight: PostSight) {
  return rows.where(any => {
    any.whereIn('entity_ref', sight.team);
    for (const audience of ['everybody', 'consumers', 'followers'] as const) {
      any.orWhere(some =>
        some.where('audience', audience).whereIn('entity_ref', sight[audience]),
      );
    }
  });
}

/** Keeps posts in the plugin's database. */
export class DatabasePostStore implements PostStore {
  readonly #knex: Knex;
  readonly #announcements: Pick<AnnouncementStore, 'plan' | 'findStates'>;

  constructor(
    knex: Knex,
    announcements: Pick<AnnouncementStore, 'plan' | 'findStates'>,
  ) {
    this.#knex = knex;
    this.#announcements = announcements;
  }

  async add(post: Post, idempotencyKey: string): Promise<Post> {
    const row = toRow(post, idempotencyKey);
    const id = await this.#knex.transaction(async transaction => {
      const kept = await insertOnce({
        knex: transaction,
        table: posts,
        row,
        author: 'created_by',
        identity: ['entity_ref', 'title'],
      });
      if (kept.id === row.id) {
        await insertTags(transaction, post);
        await this.#announcements.plan(transaction, post);
      }
      return kept.id;
    });
    return (await this.get(id))!;
  }

  async addPast(post: Post): Promise<void> {
    await importOnce(this.#knex, post.id, async transaction => {
      await transaction(posts).insert(toRow(post, post.id));
      await insertTags(transaction, post);
    });
  }

  async get(id: string): Promise<Post | undefined> {
    const row: PostRow | undefined = await this.#knex(posts)
      .where({ id })
      .first();
    return row && (await this.#complete([row]))[0];
  }

  async change(post: Post): Promise<boolean> {
    const { id, version } = post;
    return this.#knex.transaction(async transaction => {
      const written = await transaction(posts)
        .where({ id, version: version - 1 })
        .update(contentOf(post));
      if (!written) return false;
      await transaction(tags).where('post_id', id).delete();
      await insertTags(transaction, post);
      await this.#announcements.plan(transaction, post);
      return true;
    });
  }

  async remove(id: string): Promise<void> {
    await this.#knex(posts).where({ id }).delete();
  }

  async listPublished(options: Parameters<PostStore['listPublished']>[0]) {
    const { sight, by } = options;
    return this.#list(options, () =>
      whereSeen(this.#knex(posts).where('published_at', '<=', by), sight),
    );
  }

  async listWaiting(options: Parameters<PostStore['listWaiting']>[0]) {
    const { entityRef, by } = options;
    return this.#list(options, () =>
      this.#knex(posts)
        .where('entity_ref', entityRef)
        .where(either =>
          either.whereNull('published_at').orWhere('published_at', '>', by),
        ),
    );
  }

  async #list(
    page: {
      readonly tag?: string;
      readonly offset: number;
      readonly limit: number;
    },
    find: () => Knex.QueryBuilder,
  ): Promise<PostPage> {
    const { tag, offset, limit } = page;
    const matching = () =>
      tag === undefined
        ? find()
        : find().whereIn(
            'id',
            this.#knex(tags).select('post_id').where({ tag }),
          );
    const [{ total }] = await matching().count({ total: '*' });
    const rows: PostRow[] = await matching()
      .orderByRaw('case when published_at is null then 0 else 1 end')
      .orderByRaw('coalesce(published_at, created_at) desc')
      .orderBy('id')
      .offset(offset)
      .limit(limit);
    return { items: await this.#complete(rows), totalItems: Number(total) };
  }

  /** Asks how far those are that are announced, if any. */
  async #complete(rows: readonly PostRow[]): Promise<Post[]> {
    const announced = rows.filter(row => row.is_announced).map(({ id }) => id);
    const states = await this.#announcements.findStates(announced);
    return rows.map(row =>
      toPost(
        row,
        row.is_announced ? states.get(row.id) ?? 'waiting' : undefined,
      ),
    );
  }

  async findLatest(entityRefs: readonly string[], { since, until }: Within) {
    const latest = new Map<string, Date>();
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: Array<{ entity_ref: string; latest: DatabaseTime }> =
        await this.#knex(posts)
          .whereIn('entity_ref', some)
          .whereBetween('published_at', [since, until])
          .groupBy('entity_ref')
          .select('entity_ref')
          .max({ latest: 'published_at' });
      for (const row of rows) latest.set(row.entity_ref, toDate(row.latest));
    }
    return latest;
  }

  async countNews({ since, until }: Within) {
    const rows: Array<
      Pick<PostRow, 'entity_ref' | 'audience'> & { total: number | string }
    > = await this.#knex(posts)
      .where('published_at', '>', since)
      .where('published_at', '<=', until)
      .groupBy('entity_ref', 'audience')
      .select('entity_ref', 'audience')
      .count({ total: '*' });
    return rows.map(row => ({
      entityRef: row.entity_ref,
      audience: row.audience,
      count: Number(row.total),
    }));
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(posts)
      .where('published_at', '<', before)
      .orWhere(drafts =>
        drafts.whereNull('published_at').where('created_at', '<', before),
      )
      .delete();
  }
}

async function insertTags(transaction: Knex.Transaction, post: Post) {
  if (!post.tags.length) return;
  await transaction(tags).insert(
    post.tags.map(tag => ({ post_id: post.id, tag })),
  );
}
