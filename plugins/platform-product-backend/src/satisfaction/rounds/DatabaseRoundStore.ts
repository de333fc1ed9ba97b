import { randomBytes } from 'crypto';
import { Knex } from 'knex';
import { noteRewrites } from '../../database/TableRewriter';
import { DatabaseTime, optional, toDate } from '../../database/values';
import { withholdContent } from '../../database/withholdContent';
import { NewRound, Prior, RoundStore, StoredRound } from './RoundStore';

const secretBytes = 32;
/** What tells who has answered: who was not invited any more had done so. */
const tables = [
  'notifications_outbox',
  'satisfaction_answers',
  'satisfaction_rounds',
  'satisfaction_tallies',
];

interface RoundRow {
  id: string;
  opens_at: DatabaseTime;
  closes_at: DatabaseTime;
  k: number;
  comment_threshold: number;
  status: StoredRound['status'];
  closing_since: DatabaseTime | null;
  prior: string;
}

/** Everything but the secret. */
const columns = [
  'id',
  'opens_at',
  'closes_at',
  'k',
  'comment_threshold',
  'status',
  'closing_since',
  'prior',
];

function fromRow(row: RoundRow): StoredRound {
  return {
    id: row.id,
    opensAt: toDate(row.opens_at),
    closesAt: toDate(row.closes_at),
    k: row.k,
    commentThreshold: row.comment_threshold,
    status: row.status,
    closingSince: optional(row.closing_since, toDate),
    prior: JSON.parse(row.prior),
  };
}

export function toRow(round: NewRound) {
  return {
    id: round.id,
    opens_at: round.opensAt,
    closes_at: round.closesAt,
    k: round.k,
    comment_threshold: round.commentThreshold,
    prior: JSON.stringify(round.prior),
  };
}

/** Keeps rounds in the plugin's database. */
export class DatabaseRoundStore implements RoundStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<StoredRound[]> {
    const rows: RoundRow[] = await this.#knex('satisfaction_rounds')
      .select(columns)
      .orderBy('opens_at', 'desc');
    return rows.map(fromRow);
  }

  async open(round: NewRound): Promise<void> {
    const insert = this.#knex('satisfaction_rounds')
      .insert({
        ...toRow(round),
        status: 'open',
        secret: randomBytes(secretBytes).toString('base64'),
      })
      .onConflict('id')
      .ignore();
    await withholdContent(async () => insert);
  }

  async startClosing(id: string, at: Date): Promise<void> {
    await this.#knex('satisfaction_rounds')
      .where({ id, status: 'open' })
      .update({ status: 'closing', closing_since: at });
  }

  async close(id: string, prior: Prior): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const closed = await transaction('satisfaction_rounds')
        .where({ id, status: 'closing' })
        .update({
          status: 'closed',
          secret: null,
          prior: JSON.stringify(prior),
        });
      // The answers were deleted service by service before.
      if (closed) await noteRewrites(transaction, tables);
      return closed > 0;
    });
  }
}
