import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { DatabaseTime, optional, toDate } from '../../database/values';
import { CalendarStore, StoredLink } from './CalendarStore';

const links = 'updates_calendar_links';
const rights = 'updates_calendar_rights';

interface LinkRow {
  user_ref: string;
  user_uid: string;
  secret_hash: string;
  created_at: DatabaseTime;
  checked_at: DatabaseTime | null;
}

const toLink = (row: LinkRow | undefined): StoredLink | undefined =>
  row && {
    userRef: row.user_ref,
    userUid: row.user_uid,
    createdAt: toDate(row.created_at),
    checkedAt: optional(row.checked_at, toDate),
  };

/** Keeps calendar links in the plugin's database. */
export class DatabaseCalendarStore implements CalendarStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async putLink(link: Parameters<CalendarStore['putLink']>[0]): Promise<void> {
    await this.#knex(links)
      .insert({
        user_ref: link.userRef,
        user_uid: link.userUid,
        secret_hash: link.secretHash,
        created_at: link.at,
        checked_at: null,
      })
      .onConflict('user_ref')
      .merge();
  }

  async removeLink(userRef: string): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await transaction(links).where('user_ref', userRef).delete();
      await transaction(rights).where('user_ref', userRef).delete();
    });
  }

  async getLink(userRef: string): Promise<StoredLink | undefined> {
    return toLink(await this.#knex(links).where('user_ref', userRef).first());
  }

  async findLink(secretHash: string): Promise<StoredLink | undefined> {
    return toLink(
      await this.#knex(links).where('secret_hash', secretHash).first(),
    );
  }

  async putRights({
    userRef,
    entityRefs,
    at,
  }: Parameters<CalendarStore['putRights']>[0]): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const written = await transaction(links)
        .where('user_ref', userRef)
        .update({ checked_at: at });
      await transaction(rights).where('user_ref', userRef).delete();
      if (!written) return;
      await insertMany(
        transaction,
        rights,
        entityRefs.map(entityRef => ({
          user_ref: userRef,
          entity_ref: entityRef,
          checked_at: at,
        })),
      );
    });
  }

  async listRights(userRef: string, since: Date): Promise<string[]> {
    return this.#knex(rights)
      .where('user_ref', userRef)
      .where('checked_at', '>=', since)
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }
}
