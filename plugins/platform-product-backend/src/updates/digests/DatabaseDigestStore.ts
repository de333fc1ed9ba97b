import { Knex } from 'knex';
import { chunksOf, DatabaseTime, dayOf, toDate } from '../../database/values';
import { Within } from '../../services/DigestSource';
import { DigestStore } from './DigestStore';

const runs = 'updates_digest_runs';
const digests = 'updates_digests';
const mostValues = 400;

interface RunRow {
  until_at: DatabaseTime;
  since_at: DatabaseTime;
  finished_at: DatabaseTime | null;
}

/** Keeps digests in the plugin's database. */
export class DatabaseDigestStore implements DigestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async begin(
    until: Date,
    length: Parameters<DigestStore['begin']>[1],
  ): Promise<Within | undefined> {
    const last: RunRow | undefined = await this.#knex(runs)
      .orderBy('until_at', 'desc')
      .first();
    if (last && toDate(last.until_at) >= until) {
      return last.finished_at === null
        ? { since: toDate(last.since_at), until: toDate(last.until_at) }
        : undefined;
    }
    // What was begun and never finished is told with what came since.
    const goesOnFrom = last?.finished_at ? last.until_at : last?.since_at;
    const since = Math.max(
      +until - length.longest,
      goesOnFrom ? +toDate(goesOnFrom) : +until - length.first,
    );
    const within = { since: new Date(since), until };
    await this.#knex(runs)
      .insert({
        id: until.toISOString(),
        until_at: until,
        since_at: within.since,
        finished_at: null,
      })
      .onConflict('id')
      .ignore();
    return within;
  }

  async listAsked(after: Date) {
    const rows: string[] = await this.#knex(digests)
      .where('has_ratings', true)
      .where('digested_on', '>', dayOf(after))
      .distinct()
      .pluck('user_ref');
    return new Set(rows);
  }

  async listDigested(day: Date) {
    const rows: string[] = await this.#knex(digests)
      .where('digested_on', dayOf(day))
      .pluck('user_ref');
    return new Set(rows);
  }

  async add(
    added: Parameters<DigestStore['add']>[0],
    at: Date,
    also: Parameters<DigestStore['add']>[2],
  ): Promise<void> {
    for (const some of chunksOf(added, mostValues)) {
      await this.#knex.transaction(async transaction => {
        const rows: Array<{ user_ref: string }> = await transaction(digests)
          .insert(
            some.map(({ userRef, hasRatings }) => ({
              user_ref: userRef,
              has_ratings: hasRatings,
              digested_on: dayOf(at),
            })),
          )
          .onConflict(['user_ref', 'digested_on'])
          .ignore()
          .returning('user_ref');
        await also(transaction, new Set(rows.map(row => row.user_ref)));
      });
    }
  }

  async finish(until: Date, at: Date): Promise<void> {
    await this.#knex(runs)
      .where('id', until.toISOString())
      .update({ finished_at: at });
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(digests).where('digested_on', '<', dayOf(before)).delete();
    await this.#knex(runs).where('until_at', '<', before).delete();
  }
}
