import { randomUUID } from 'crypto';
import {
  addRelease,
  addToPast,
  AnswerPast,
  feedbackIn,
  PlannedRelease,
  ReleasePast,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { DatabaseTime, toDate } from '../../database/values';
import { AnswerRow, TallyRow, toCounted } from '../answers/answerRows';
import { feedbackFromComment } from '../feedback/feedbackFromComment';
import { AnsweredService, CompiledRelease, ReleaseStore } from './ReleaseStore';

const answers = 'satisfaction_answers';
const tallies = 'satisfaction_tallies';
const releases = 'satisfaction_releases';

export interface ReleaseRow {
  round_id: string;
  entity_ref: string;
  sequence: number;
  figures: string;
}

interface Place {
  readonly round_id: string;
  readonly entity_ref: string;
}

/** Makes one release of one service, within a transaction. */
export class ReleaseMaking {
  readonly #transaction: Knex.Transaction;
  readonly #place: Place;

  constructor(
    transaction: Knex.Transaction,
    { roundId, entityRef }: AnsweredService,
  ) {
    this.#transaction = transaction;
    this.#place = { round_id: roundId, entity_ref: entityRef };
  }

  /** Whether anything was published. */
  async make(
    plan: Parameters<ReleaseStore['make']>[1],
    { isLast }: Parameters<ReleaseStore['make']>[2],
  ): Promise<boolean> {
    // Nobody writes an answer on the service meanwhile.
    const tally: TallyRow | undefined = await this.#transaction(tallies)
      .where(this.#place)
      .forUpdate()
      .first();
    if (!tally) return false;
    const rows: AnswerRow[] = await this.#transaction(answers).where(
      this.#place,
    );
    const newest: ReleaseRow | undefined = await this.#transaction(releases)
      .where({ ...this.#place, is_newest: true })
      .first();
    const past: ReleasePast = JSON.parse(tally.past);
    const release = plan({
      answers: rows.map(toCounted),
      past,
      figures: newest && JSON.parse(newest.figures),
    });
    if (release) {
      await this.#publish(release, newest?.sequence ?? 0);
      await this.#listFeedback(release.planned, rows);
    }
    if (isLast) await this.forget();
    else await this.#note(release?.planned, past, rows);
    return Boolean(release);
  }

  async #publish({ figures }: CompiledRelease, sequence: number) {
    await this.#transaction(releases)
      .where({ ...this.#place, is_newest: true })
      .update({ is_newest: false });
    await this.#transaction(releases).insert({
      ...this.#place,
      sequence: sequence + 1,
      is_newest: true,
      figures: JSON.stringify(figures),
    });
  }

  /**
   * Lists the comments that are to be feedback, each text once. Their time is that
   * of the round, and their ids say nothing of their order.
   */
  async #listFeedback({ texts }: PlannedRelease, rows: readonly AnswerRow[]) {
    if (!texts) return;
    const round: { closes_at: DatabaseTime } = await this.#transaction(
      'satisfaction_rounds',
    )
      .where({ id: this.#place.round_id })
      .first('closes_at');
    const known = new Set(
      rows.flatMap(
        ({ past }) =>
          (JSON.parse(past) as AnswerPast).texts?.flatMap(
            ([, words]) => feedbackIn(words ?? undefined) ?? [],
          ) ?? [],
      ),
    );
    const comments = new Set(texts.flatMap(words => feedbackIn(words) ?? []));
    await insertMany(
      this.#transaction,
      'satisfaction_feedback',
      [...comments]
        .filter(comment => !known.has(comment))
        .map(comment => {
          const { title, text = null } = feedbackFromComment(comment);
          return {
            id: randomUUID(),
            entity_ref: this.#place.entity_ref,
            title,
            text,
            visibility: 'anonymous',
            created_by: '',
            created_at: toDate(round.closes_at),
            status: 'open',
            idempotency_key: randomUUID(),
          };
        }),
    );
  }

  /** Deletes all answers, and what is known of releases. */
  async forget() {
    await this.#transaction(answers).where(this.#place).delete();
    await this.#transaction(tallies).where(this.#place).delete();
  }

  /** Notes what the release has had of each answer. */
  async #note(
    planned: PlannedRelease | undefined,
    past: ReleasePast,
    rows: readonly AnswerRow[],
  ) {
    if (planned) {
      await insertMany(
        this.#transaction,
        answers,
        rows.map((row, index) => ({
          ...this.#place,
          ...row,
          past: JSON.stringify(
            addToPast(JSON.parse(row.past), past.releases, planned, index),
          ),
        })),
        {
          onConflict:
            'on conflict (round_id, entity_ref, link) do update set past = excluded.past',
        },
      );
    }
    await this.#transaction(tallies)
      .where(this.#place)
      .update({
        is_dirty: false,
        ...(planned && { past: JSON.stringify(addRelease(past, planned)) }),
      });
  }
}
