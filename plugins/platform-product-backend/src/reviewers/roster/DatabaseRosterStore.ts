import { RosterTerms } from '@platform-product/backstage-plugin-common';
import { RosterSide } from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { Also } from '../../notifications/Notification';
import { lock } from '../../database/lock';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { RosterStore, StoredRosterEntry } from './RosterStore';

const table = 'reviewers_roster';

interface RosterRow {
  entity_ref: string;
  user_ref: string;
  agreed: string | null;
  proposed: string | null;
  proposed_by: string | null;
  sponsor: string | null;
  agreed_at: DatabaseTime | null;
  left_at: DatabaseTime | null;
  emeritus_since: DatabaseTime | null;
  changed_at: DatabaseTime;
}

const parse = <T>(text: string): T => JSON.parse(text);

function fromRow(row: RosterRow): StoredRosterEntry {
  return {
    entityRef: row.entity_ref,
    userRef: row.user_ref,
    agreed: optional(row.agreed, parse<RosterTerms>),
    proposed: optional(
      row.proposed,
      parse<{ by: RosterSide; terms: RosterTerms }>,
    ),
    proposedBy: optionalText(row.proposed_by),
    sponsor: optionalText(row.sponsor),
    agreedAt: optional(row.agreed_at, toTimestamp),
    leftAt: optional(row.left_at, toTimestamp),
    emeritusSince: optional(row.emeritus_since, toTimestamp),
    changedAt: toTimestamp(row.changed_at),
  };
}

function toRow(entry: StoredRosterEntry) {
  const json = (value: unknown) =>
    value === undefined ? null : JSON.stringify(value);
  const time = (value: string | undefined) =>
    value === undefined ? null : new Date(value);
  return {
    agreed: json(entry.agreed),
    proposed: json(entry.proposed),
    proposed_by: entry.proposedBy ?? null,
    sponsor: entry.sponsor ?? null,
    agreed_at: time(entry.agreedAt),
    left_at: time(entry.leftAt),
    emeritus_since: time(entry.emeritusSince),
  };
}

/** Keeps rosters in the plugin's database. */
export class DatabaseRosterStore implements RosterStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(entityRefs: readonly string[]): Promise<StoredRosterEntry[]> {
    const rows: RosterRow[] = await this.#knex(table)
      .whereIn('entity_ref', entityRefs)
      .orderBy(['entity_ref', 'user_ref']);
    return rows.map(fromRow);
  }

  async listAll(): Promise<StoredRosterEntry[]> {
    const rows: RosterRow[] = await this.#knex(table)
      .whereNotNull('agreed')
      .whereNull('left_at')
      .orderBy(['entity_ref', 'user_ref']);
    return rows.map(fromRow);
  }

  async listOf(userRef: string): Promise<StoredRosterEntry[]> {
    const rows: RosterRow[] = await this.#knex(table)
      .where('user_ref', userRef)
      .orderBy('entity_ref');
    return rows.map(fromRow);
  }

  async update(
    { entityRef, userRef }: { entityRef: string; userRef: string },
    change: (known: StoredRosterEntry | undefined) => StoredRosterEntry,
    at: Date,
    also?: Also<StoredRosterEntry>,
  ): Promise<StoredRosterEntry> {
    const key = { entity_ref: entityRef, user_ref: userRef };
    return this.#knex.transaction(async transaction => {
      await lock(transaction, `roster ${entityRef} ${userRef}`);
      const known: RosterRow | undefined = await transaction(table)
        .where(key)
        .first();
      const entry = change(optional(known, fromRow));
      await transaction(table)
        .insert({ ...key, ...toRow(entry), changed_at: at })
        .onConflict(['entity_ref', 'user_ref'])
        .merge();
      await also?.(transaction, entry);
      return entry;
    });
  }
}
