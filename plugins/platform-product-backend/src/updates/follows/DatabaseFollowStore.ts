import { FollowKind } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { chunksOf } from '../../database/values';
import { FollowStore } from './FollowStore';

const follows = 'updates_follows';
const mostValues = 400;

interface FollowRow {
  entity_ref: string;
  user_ref: string;
  muted: string | null;
}

const toMuted = ({ muted }: FollowRow): FollowKind[] =>
  muted ? JSON.parse(muted) : [];

const toKey = (follow: { entityRef: string; userRef: string }) => ({
  entity_ref: follow.entityRef,
  user_ref: follow.userRef,
});

/** Keeps follows in the plugin's database. */
export class DatabaseFollowStore implements FollowStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(follow: Parameters<FollowStore['add']>[0]): Promise<void> {
    await this.#knex(follows)
      .insert({ ...toKey(follow), followed_at: follow.at })
      .onConflict(['entity_ref', 'user_ref'])
      .ignore();
  }

  async remove(follow: Parameters<FollowStore['remove']>[0]): Promise<boolean> {
    return (await this.#knex(follows).where(toKey(follow)).delete()) > 0;
  }

  async find(follow: Parameters<FollowStore['find']>[0]) {
    const row: FollowRow | undefined = await this.#knex(follows)
      .where(toKey(follow))
      .first();
    return row && { muted: toMuted(row) };
  }

  async mute(follow: Parameters<FollowStore['mute']>[0]): Promise<boolean> {
    const { muted } = follow;
    const written = await this.#knex(follows)
      .where(toKey(follow))
      .update({ muted: muted.length ? JSON.stringify(muted) : null });
    return written > 0;
  }

  async listMuted(entityRefs: readonly string[]) {
    const muted = new Map<string, Map<string, ReadonlySet<FollowKind>>>();
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: FollowRow[] = await this.#knex(follows)
        .whereIn('entity_ref', some)
        .whereNotNull('muted');
      for (const row of rows) {
        const people = muted.get(row.entity_ref) ?? new Map();
        muted.set(row.entity_ref, people);
        people.set(row.user_ref, new Set(toMuted(row)));
      }
    }
    return muted;
  }

  async listFollowers(entityRefs: readonly string[]) {
    const followers = new Map(
      entityRefs.map(ref => [ref, new Set<string>()] as const),
    );
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: FollowRow[] = await this.#knex(follows)
        .whereIn('entity_ref', some)
        .select('entity_ref', 'user_ref');
      for (const row of rows) followers.get(row.entity_ref)!.add(row.user_ref);
    }
    return followers;
  }

  async countFollowers(entityRefs: readonly string[]) {
    const counts = new Map(entityRefs.map(ref => [ref, 0]));
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: Array<{ entity_ref: string; total: number | string }> =
        await this.#knex(follows)
          .whereIn('entity_ref', some)
          .groupBy('entity_ref')
          .select('entity_ref')
          .count({ total: '*' });
      for (const row of rows) counts.set(row.entity_ref, Number(row.total));
    }
    return counts;
  }

  async listFollowed(userRef: string): Promise<string[]> {
    return this.#knex(follows)
      .where('user_ref', userRef)
      .orderBy([
        { column: 'followed_at', order: 'desc' },
        { column: 'entity_ref' },
      ])
      .pluck('entity_ref');
  }
}
