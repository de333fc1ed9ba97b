import { Post } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { chunksOf, DatabaseTime, optional } from '../../database/values';
import { AnnouncementStore, DueAnnouncement } from './AnnouncementStore';

const table = 'updates_announcements';
const mostValues = 400;
const mostAtOnce = 100;

interface AnnouncementRow {
  post_id: string;
  announcement_id: string | null;
  attempts: number;
  due_at: DatabaseTime | null;
}

function stateOf(row: AnnouncementRow) {
  if (row.due_at === null) return 'published';
  return row.attempts ? 'failing' : 'waiting';
}

/** Keeps announcements in the plugin's database. */
export class DatabaseAnnouncementStore implements AnnouncementStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async plan(transaction: Knex.Transaction, post: Post): Promise<void> {
    const { id, announcement, publishedAt } = post;
    const rows = transaction<AnnouncementRow>(table);
    if (announcement && publishedAt) {
      const planned = { attempts: 0, due_at: new Date(publishedAt) };
      await rows
        .insert({ post_id: id, ...planned })
        .onConflict('post_id')
        .merge(planned);
      return;
    }
    // What is there already is withdrawn.
    const at = new Date(publishedAt ?? post.createdAt);
    await rows.where('post_id', id).update({ attempts: 0, due_at: at });
  }

  async listDue(by: Date): Promise<readonly DueAnnouncement[]> {
    const rows: AnnouncementRow[] = await this.#knex(`${table} as a`)
      .leftJoin('updates_posts as p', 'p.id', 'a.post_id')
      .where('a.due_at', '<=', by)
      .orWhere(lost => lost.whereNull('a.due_at').whereNull('p.id'))
      .orderBy('a.due_at')
      .orderBy('a.post_id')
      .limit(mostAtOnce)
      .select('a.*');
    return rows.map(row => ({
      postId: row.post_id,
      announcementId: optional(row.announcement_id, String),
      attempts: row.attempts,
    }));
  }

  async claim({ postId, attempts }: DueAnnouncement, until: Date) {
    const claimed = await this.#knex(table)
      .where({ post_id: postId, attempts })
      .update({ attempts: attempts + 1, due_at: until });
    return claimed === 1;
  }

  async settle({ postId, attempts }: DueAnnouncement, announcementId?: string) {
    await this.#knex.transaction(async transaction => {
      const row = () => transaction(table).where('post_id', postId);
      if (announcementId) await row().update('announcement_id', announcementId);
      await row()
        .where('attempts', attempts + 1)
        .update({ attempts: 0, due_at: null });
    });
  }

  async remove({ postId, attempts }: DueAnnouncement): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const row = () => transaction(table).where('post_id', postId);
      await row().update('announcement_id', null);
      await row()
        .where('attempts', attempts + 1)
        .delete();
    });
  }

  async findStates(postIds: readonly string[]) {
    const states = new Map<string, NonNullable<Post['announcement']>>();
    for (const some of chunksOf(postIds, mostValues)) {
      const rows: AnnouncementRow[] = await this.#knex(table).whereIn(
        'post_id',
        some,
      );
      for (const row of rows) states.set(row.post_id, stateOf(row));
    }
    return states;
  }
}
