import {
  Feedback,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import { ConflictError } from '@backstage/errors';
import { Also } from '../../notifications/Notification';
import { insertOnce } from '../../database/insertOnce';
import { lock } from '../../database/lock';
import { renamePerson } from '../../database/renamePerson';
import {
  chunksOf,
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { FieldError } from '../../operations/FieldError';
import { whereRefs } from '../../services/whereListed';
import {
  FeedbackReader,
  FeedbackStore,
  FeedbackTally,
  StoredFeedback,
} from './FeedbackStore';

const feedback = 'satisfaction_feedback';
const replies = 'satisfaction_feedback_replies';
const votes = 'satisfaction_votes';
const mostValues = 400;
const mostWantedFirst = `(select count(*) from ${votes} where feedback_id = ${feedback}.id) desc`;

interface FeedbackRow {
  id: string;
  entity_ref: string;
  title: string;
  text: string | null;
  visibility: Feedback['visibility'];
  /** Empty where it is anonymous. */
  created_by: string;
  created_at: DatabaseTime;
  version: number;
  status: FeedbackStatus;
  status_note: string | null;
  link: string | null;
  duplicate_of: string | null;
  moved_at: DatabaseTime | null;
}

interface ReplyRow {
  id: string;
  feedback_id: string;
  text: string;
  created_by: string;
  from_team: boolean | number;
  created_at: DatabaseTime;
}

interface VoteRow {
  feedback_id: string;
  user_ref: string;
}

function fromRow(
  row: FeedbackRow,
  replyRows: readonly ReplyRow[],
  voteRows: readonly VoteRow[],
): StoredFeedback {
  const voters = voteRows
    .filter(vote => vote.feedback_id === row.id)
    .map(vote => vote.user_ref);
  return {
    id: row.id,
    entityRef: row.entity_ref,
    title: row.title,
    text: optionalText(row.text),
    visibility: row.visibility,
    author: row.created_by || undefined,
    at: toTimestamp(row.created_at),
    version: row.version,
    status: row.status,
    statusNote: optionalText(row.status_note),
    link: optionalText(row.link),
    duplicateOf: optionalText(row.duplicate_of),
    movedAt: optional(row.moved_at, toTimestamp),
    votes: voters.length,
    voters,
    replies: replyRows
      .filter(reply => reply.feedback_id === row.id)
      .map(reply => ({
        id: reply.id,
        text: reply.text,
        by: reply.created_by,
        fromTeam: Boolean(reply.from_team),
        at: toTimestamp(reply.created_at),
      })),
  };
}

type DuplicateRow = Pick<FeedbackRow, 'id' | 'duplicate_of'>;

/** Whether another one is there, and does not lead back, however far around. */
function mayBeDuplicate(
  id: string,
  of: string,
  rows: readonly DuplicateRow[],
): boolean {
  const known = new Map(rows.map(row => [row.id, row.duplicate_of]));
  let next: string | null | undefined = of;
  while (next && next !== id && known.has(next)) next = known.get(next);
  return known.has(of) && next !== id;
}

/** Keeps feedback in the plugin's database. */
export class DatabaseFeedbackStore implements FeedbackStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(options: Parameters<FeedbackStore['list']>[0]) {
    const { entityRef, reader, statuses, offset, limit } = options;
    const counted: Array<{ status: FeedbackStatus; total: number | string }> =
      await this.#visible(entityRef, reader)
        .groupBy('status')
        .select('status')
        .count({ total: '*' });
    const rows: FeedbackRow[] = await this.#visible(entityRef, reader)
      .modify(query => {
        if (statuses) query.whereIn('status', statuses);
      })
      .orderByRaw(mostWantedFirst)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .offset(offset)
      .limit(limit);
    return {
      items: await this.#complete(rows),
      counts: Object.fromEntries(
        counted.map(({ status, total }) => [status, Number(total)]),
      ),
    };
  }

  async listUnanswered(
    entityRefs: readonly string[],
    limit: number,
  ): Promise<StoredFeedback[]> {
    const rows: FeedbackRow[] = await whereRefs(
      this.#knex(feedback),
      'entity_ref',
      entityRefs,
    )
      .where(unanswered =>
        unanswered
          .where('status', 'open')
          .orWhere(silent =>
            silent
              .whereRaw("coalesce(status_note, '') = ''")
              .whereNotExists(
                this.#knex(replies)
                  .select(this.#knex.raw('1'))
                  .whereRaw(`feedback_id = ${feedback}.id`)
                  .where('from_team', true),
              ),
          ),
      )
      .orderByRaw(mostWantedFirst)
      .orderBy(['created_at', 'id'])
      .limit(limit);
    return this.#complete(rows);
  }

  async get(id: string): Promise<StoredFeedback | undefined> {
    return (await this.listByIds([id]))[0];
  }

  async listByIds(ids: readonly string[]): Promise<StoredFeedback[]> {
    return this.#listWhere('id', ids);
  }

  async listDuplicates(ids: readonly string[]): Promise<StoredFeedback[]> {
    return this.#listWhere('duplicate_of', ids);
  }

  async #listWhere(column: 'id' | 'duplicate_of', ids: readonly string[]) {
    const found: StoredFeedback[] = [];
    for (const some of chunksOf(ids, mostValues)) {
      const rows: FeedbackRow[] = await this.#knex(feedback).whereIn(
        column,
        some,
      );
      found.push(...(await this.#complete(rows)));
    }
    return found;
  }

  async add(
    given: Parameters<FeedbackStore['add']>[0],
    idempotencyKey: string,
    also?: Also,
  ): Promise<string> {
    return this.#knex.transaction(async transaction => {
      const kept = await insertOnce({
        knex: transaction,
        table: feedback,
        row: {
          id: given.id,
          entity_ref: given.entityRef,
          title: given.title,
          text: given.text ?? null,
          visibility: given.visibility,
          created_by: given.author,
          created_at: new Date(given.at),
          status: 'open',
          idempotency_key: idempotencyKey,
        },
        author: 'created_by',
        identity: ['entity_ref', 'title', 'text', 'visibility'],
      });
      if (kept.id === given.id) await also?.(transaction);
      return kept.id;
    });
  }

  async addReply(
    feedbackId: string,
    reply: Feedback['replies'][number],
    idempotencyKey: string,
    also?: Also,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const kept = await insertOnce({
        knex: transaction,
        table: replies,
        row: {
          id: reply.id,
          feedback_id: feedbackId,
          text: reply.text,
          created_by: reply.by,
          from_team: reply.fromTeam,
          created_at: new Date(reply.at),
          idempotency_key: idempotencyKey,
        },
        author: 'created_by',
        identity: ['feedback_id', 'text'],
      });
      const isNew = kept.id === reply.id;
      if (isNew) await also?.(transaction);
      return isNew;
    });
  }

  async setStatus(
    { id, entityRef }: Parameters<FeedbackStore['setStatus']>[0],
    change: Parameters<FeedbackStore['setStatus']>[1],
    also?: Also,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      // Two at once could make each the duplicate of the other.
      await lock(transaction, `feedback ${entityRef}`);
      if (change.duplicateOf) {
        const rows: DuplicateRow[] = await transaction(feedback)
          .where('entity_ref', entityRef)
          .select('id', 'duplicate_of');
        if (!mayBeDuplicate(id, change.duplicateOf, rows)) {
          throw new FieldError(
            'duplicateOf',
            'must be other feedback on this service',
          );
        }
      }
      const moved = await transaction(feedback)
        .where({ id, version: change.version })
        .update({
          version: change.version + 1,
          status: change.status,
          status_note: change.note ?? null,
          link: change.link ?? null,
          duplicate_of: change.duplicateOf ?? null,
          moved_at: change.at,
        });
      if (!moved) {
        throw new ConflictError(
          'Somebody has changed this feedback meanwhile; look at it again',
        );
      }
      await also?.(transaction);
    });
  }

  async complete(
    transaction: Knex.Transaction,
    ids: readonly string[],
    how: Parameters<FeedbackStore['complete']>[2],
  ): Promise<void> {
    await transaction(feedback)
      .whereIn('id', ids)
      .whereIn('status', ['open', 'planned', 'started'])
      .update({
        version: transaction.raw('version + 1'),
        status: 'completed',
        status_note: transaction.raw('coalesce(status_note, ?)', [how.note]),
        link: transaction.raw('coalesce(?, link)', [how.link ?? null]),
        moved_at: how.at,
      });
  }

  async setVote(id: string, userRef: string, isGiven: boolean): Promise<void> {
    const vote = { feedback_id: id, user_ref: userRef };
    if (isGiven) {
      await this.#knex(votes)
        .insert(vote)
        .onConflict(['feedback_id', 'user_ref'])
        .ignore();
    } else {
      await this.#knex(votes).where(vote).delete();
    }
  }

  async tally(entityRefs: readonly string[], before: Date) {
    const tallies = new Map<string, FeedbackTally>();
    for (const some of chunksOf(entityRefs, mostValues)) {
      const rows: Array<
        Pick<FeedbackRow, 'entity_ref' | 'status' | 'status_note'> & {
          team_replies: number | string;
        }
      > = await this.#knex(feedback)
        .whereIn('entity_ref', some)
        .where('created_at', '<', before)
        .select('entity_ref', 'status', 'status_note')
        .select(
          this.#knex(replies)
            .whereRaw(`feedback_id = ${feedback}.id`)
            .where('from_team', true)
            .count('*')
            .as('team_replies'),
        );
      for (const row of rows) {
        const known = tallies.get(row.entity_ref);
        const isAnswered =
          row.status !== 'open' &&
          (Boolean(row.status_note) || Number(row.team_replies) > 0);
        tallies.set(row.entity_ref, {
          entityRef: row.entity_ref,
          total: (known?.total ?? 0) + 1,
          answered: (known?.answered ?? 0) + (isAnswered ? 1 : 0),
        });
      }
    }
    return [...tallies.values()];
  }

  async erase(
    transaction: Knex.Transaction,
    person: { readonly userRef: string; readonly replacement: string },
  ): Promise<void> {
    await transaction(votes).where('user_ref', person.userRef).delete();
    await renamePerson(
      transaction,
      { [feedback]: ['created_by'], [replies]: ['created_by'] },
      person,
    );
  }

  #visible(entityRef: string, reader: FeedbackReader): Knex.QueryBuilder {
    const query = this.#knex(feedback).where('entity_ref', entityRef);
    if (reader.isTeam) return query;
    return query.where(seen =>
      seen
        .whereNot('visibility', 'team')
        .orWhere('created_by', reader.userRef ?? ''),
    );
  }

  async #complete(rows: readonly FeedbackRow[]): Promise<StoredFeedback[]> {
    const ids = rows.map(({ id }) => id);
    if (!ids.length) return [];
    const [replyRows, voteRows] = await Promise.all([
      this.#knex(replies)
        .whereIn('feedback_id', ids)
        .orderBy(['created_at', 'id']) as Promise<ReplyRow[]>,
      this.#knex(votes).whereIn('feedback_id', ids) as Promise<VoteRow[]>,
    ]);
    return rows.map(row => fromRow(row, replyRows, voteRows));
  }
}
