import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { Also } from '../../notifications/Notification';
import { insertOnce } from '../../database/insertOnce';
import { lock } from '../../database/lock';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import {
  NewReviewRequest,
  ReviewRequestStore,
  StoredReviewRequest,
  TurnOutcome,
} from './ReviewRequestStore';

const table = 'reviewers_requests';
const turnTable = 'reviewers_request_turns';
/** With somebody, and not done yet. */
const openStatuses = ['pending', 'accepted'];
const mostListed = 100;

interface RequestRow {
  id: string;
  entity_ref: string;
  requested_by: string;
  requested_at: DatabaseTime;
  paths: string;
  change_url: string | null;
  author: string;
  note: string | null;
  status: ReviewRequest['status'];
  reviewer: string | null;
  answer_due_at: DatabaseTime | null;
  closed_at: DatabaseTime | null;
  idempotency_key: string;
}

interface TurnRow {
  request_id: string;
  turn: number;
  reviewer: string;
  asked_at: DatabaseTime;
  outcome: 'pending' | TurnOutcome;
  answered_at: DatabaseTime | null;
}

function toRequest(
  row: RequestRow,
  turns: readonly TurnRow[],
): StoredReviewRequest {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    requestedBy: row.requested_by,
    requestedAt: toTimestamp(row.requested_at),
    paths: JSON.parse(row.paths),
    changeUrl: optionalText(row.change_url),
    note: optionalText(row.note),
    author: row.author,
    status: row.status,
    reviewer: optionalText(row.reviewer),
    answerDueAt: optional(row.answer_due_at, toTimestamp),
    asked: turns
      .filter(turn => turn.request_id === row.id)
      .map(turn => ({
        reviewer: turn.reviewer,
        at: toTimestamp(turn.asked_at),
        outcome: turn.outcome,
        answeredAt: optional(turn.answered_at, toTimestamp),
      })),
  };
}

/** Keeps requests for reviews in the plugin's database. */
export class DatabaseReviewRequestStore implements ReviewRequestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    request: NewReviewRequest,
    idempotencyKey: string,
    also?: Also<StoredReviewRequest>,
  ) {
    const row: RequestRow = {
      id: request.id,
      entity_ref: request.entityRef,
      requested_by: request.requestedBy,
      requested_at: new Date(request.requestedAt),
      paths: JSON.stringify(request.paths),
      change_url: request.changeUrl ?? null,
      note: request.note ?? null,
      author: request.author,
      status: 'pending',
      reviewer: request.reviewer,
      answer_due_at: new Date(request.answerDueAt),
      closed_at: null,
      idempotency_key: idempotencyKey,
    };
    return this.#knex.transaction(async transaction => {
      const { id } = await insertOnce({
        knex: transaction,
        table,
        row,
        author: 'requested_by',
        identity: ['entity_ref', 'paths', 'change_url', 'note'],
      });
      const isNew = id === row.id;
      if (isNew) {
        await transaction(turnTable).insert({
          request_id: id,
          turn: 1,
          reviewer: request.reviewer,
          asked_at: row.requested_at,
          outcome: 'pending',
        });
      }
      const [kept] = await this.#list(transaction, query =>
        query.where('id', id),
      );
      if (isNew) await also?.(transaction, kept);
      return { request: kept, isNew };
    });
  }

  async find(
    requestedBy: string,
    idempotencyKey: string,
  ): Promise<StoredReviewRequest | undefined> {
    const [request] = await this.#list(this.#knex, query =>
      query.where({
        requested_by: requestedBy,
        idempotency_key: idempotencyKey,
      }),
    );
    return request;
  }

  async get(id: string): Promise<StoredReviewRequest | undefined> {
    const [request] = await this.#list(this.#knex, query =>
      query.where('id', id),
    );
    return request;
  }

  async listAsked(reviewer: string): Promise<StoredReviewRequest[]> {
    return this.#list(this.#knex, query =>
      query
        .where('reviewer', reviewer)
        .clearOrder()
        // Open ones have no end yet.
        .orderByRaw('case when closed_at is null then 0 else 1 end')
        .orderBy('requested_at', 'desc'),
    );
  }

  async listRequested(requestedBy: string): Promise<StoredReviewRequest[]> {
    return this.#list(this.#knex, query =>
      query.where('requested_by', requestedBy),
    );
  }

  async listOpen(
    requestedBy: string,
    entityRef: string,
  ): Promise<StoredReviewRequest[]> {
    return this.#list(this.#knex, query =>
      query
        .where({ requested_by: requestedBy, entity_ref: entityRef })
        .whereIn('status', openStatuses),
    );
  }

  async listDue(
    before: Date,
    tried: readonly string[],
  ): Promise<StoredReviewRequest[]> {
    return this.#list(this.#knex, query =>
      query
        .clearOrder()
        .orderBy('answer_due_at')
        .where('status', 'pending')
        .where('answer_due_at', '<=', before)
        .whereNotIn('id', tried),
    );
  }

  async countOpen(
    reviewers: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows: Array<{ reviewer: string; total: number | string }> =
      await this.#knex(table)
        .whereIn('reviewer', reviewers)
        .whereIn('status', openStatuses)
        .groupBy('reviewer')
        .select('reviewer')
        .count({ total: '*' });
    return new Map(rows.map(row => [row.reviewer, Number(row.total)] as const));
  }

  async endTurn(
    turn: Parameters<ReviewRequestStore['endTurn']>[0],
  ): Promise<boolean> {
    const { id, reviewer, outcome, at, next, also } = turn;
    return this.#knex.transaction(async transaction => {
      await lock(transaction, `review request ${id}`);
      const written = await transaction(table)
        .where({ id, reviewer, status: 'pending' })
        .update(
          outcome === 'accepted'
            ? { status: 'accepted', answer_due_at: null }
            : {
                status: next ? 'pending' : 'exhausted',
                reviewer: next?.reviewer ?? null,
                answer_due_at: next ? new Date(next.answerDueAt) : null,
                closed_at: next ? null : at,
              },
        );
      if (!written) return false;
      const newest: TurnRow = await transaction(turnTable)
        .where('request_id', id)
        .orderBy('turn', 'desc')
        .first();
      await transaction(turnTable)
        .where({ request_id: id, turn: newest.turn })
        .update({ outcome, answered_at: at });
      if (next) {
        await transaction(turnTable).insert({
          request_id: id,
          turn: newest.turn + 1,
          reviewer: next.reviewer,
          asked_at: at,
          outcome: 'pending',
        });
      }
      await also?.(transaction);
      return true;
    });
  }

  async close(
    id: string,
    options: Parameters<ReviewRequestStore['close']>[1],
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      await lock(transaction, `review request ${id}`);
      const [closed]: Array<Pick<RequestRow, 'reviewer'>> = await transaction(
        table,
      )
        .where('id', id)
        .whereIn('status', [...options.from])
        .update({
          status: options.to,
          answer_due_at: null,
          closed_at: options.at,
        })
        .returning('reviewer');
      if (!closed) return false;
      await options.also?.(transaction, optionalText(closed.reviewer));
      return true;
    });
  }

  async #list(
    knex: Knex,
    narrow: (requests: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<StoredReviewRequest[]> {
    const rows: RequestRow[] = await narrow(
      knex(table).orderBy('requested_at', 'desc').limit(mostListed),
    );
    if (!rows.length) return [];
    const turns: TurnRow[] = await knex(turnTable)
      .whereIn(
        'request_id',
        rows.map(({ id }) => id),
      )
      .orderBy('turn');
    return rows.map(row => toRequest(row, turns));
  }
}
