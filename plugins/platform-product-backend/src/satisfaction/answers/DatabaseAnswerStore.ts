import {
  Answer,
  AnswerPast,
  noReleasePast,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import { chunksOf } from '../../database/values';
import { withholdContent } from '../../database/withholdContent';
import { AnswerKey, AnswerStore } from './AnswerStore';
import { AnswerRow, TallyRow, toAnswer, withdrawn } from './answerRows';
import { linkOf } from './linkOf';

const answers = 'satisfaction_answers';
const tallies = 'satisfaction_tallies';
/** Of two lists in one statement. */
const mostValues = 200;

const placeOf = ({ roundId, entityRef }: AnswerKey, link: string) => ({
  round_id: roundId,
  entity_ref: entityRef,
  link,
});

/**
 * Keeps answers in the plugin's database. A writer takes the tally of the
 * service first, so that nobody writes while a release is made of it.
 */
export class DatabaseAnswerStore implements AnswerStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(key: AnswerKey): Promise<Answer | undefined> {
    return withholdContent(async () => {
      const link = await openLink(this.#knex, key);
      if (!link) return undefined;
      const row: AnswerRow | undefined = await this.#knex(answers)
        .where({ ...placeOf(key, link), is_withdrawn: false })
        .first();
      return row && toAnswer(row);
    });
  }

  async listAnswered(
    { roundId, userRef }: Omit<AnswerKey, 'entityRef'>,
    entityRefs: readonly string[],
  ): Promise<ReadonlySet<string>> {
    return withholdContent(async () => {
      const answered = new Set<string>();
      const secret = await openSecret(this.#knex, roundId);
      for (const some of secret ? chunksOf(entityRefs, mostValues) : []) {
        const rows: Array<{ entity_ref: string }> = await this.#knex(answers)
          .where({ round_id: roundId, is_withdrawn: false })
          .whereIn('entity_ref', some)
          .whereIn(
            'link',
            some.map(entityRef => linkOf(secret!, userRef, entityRef)),
          )
          .select('entity_ref');
        for (const row of rows) answered.add(row.entity_ref);
      }
      return answered;
    });
  }

  async listAnswering(
    { roundId, entityRef }: Omit<AnswerKey, 'userRef'>,
    userRefs: readonly string[],
  ): Promise<ReadonlySet<string>> {
    return withholdContent(async () => {
      const answering = new Set<string>();
      const secret = await openSecret(this.#knex, roundId);
      for (const some of secret ? chunksOf(userRefs, mostValues) : []) {
        const links = new Map(
          some.map(userRef => [linkOf(secret!, userRef, entityRef), userRef]),
        );
        const found: string[] = await this.#knex(answers)
          .where({ round_id: roundId, is_withdrawn: false })
          .where('entity_ref', entityRef)
          .whereIn('link', [...links.keys()])
          .pluck('link');
        found.forEach(link => answering.add(links.get(link)!));
      }
      return answering;
    });
  }

  async save(key: AnswerKey, answer: Answer): Promise<boolean> {
    return this.#write(async transaction => {
      const link = await openLink(transaction, key);
      if (!link) return false;
      await takeTally(transaction, key);
      await transaction(answers)
        .insert({
          ...placeOf(key, link),
          ratings: JSON.stringify(answer.ratings),
          comment: answer.comment ?? null,
          as_feedback: Boolean(answer.asFeedback && answer.comment),
          is_withdrawn: false,
          past: '{}',
        })
        .onConflict(['round_id', 'entity_ref', 'link'])
        .merge(['ratings', 'comment', 'as_feedback', 'is_withdrawn']);
      return true;
    });
  }

  async withdraw(key: AnswerKey): Promise<boolean> {
    return this.#write(async transaction => {
      const link = await openLink(transaction, key);
      if (!link) return false;
      await takeBack(transaction, key, link);
      return true;
    });
  }

  async erase(transaction: Knex.Transaction, userRef: string): Promise<void> {
    await withholdContent(() => this.#erase(transaction, userRef));
  }

  async #erase(transaction: Knex.Transaction, userRef: string): Promise<void> {
    const rounds: Array<{ id: string; secret: string }> = await transaction(
      'satisfaction_rounds',
    )
      .whereNotNull('secret')
      .select('id', 'secret')
      .orderBy('id')
      // Waits for answers that are being saved, and lets no other one in.
      .forNoKeyUpdate();
    for (const { id: roundId, secret } of rounds) {
      const services: Array<Pick<TallyRow, 'entity_ref'>> = await transaction(
        tallies,
      )
        .where('round_id', roundId)
        .select('entity_ref')
        .orderBy('entity_ref');
      for (const some of chunksOf(services, mostValues)) {
        const links = some.map(({ entity_ref: entityRef }) =>
          linkOf(secret, userRef, entityRef),
        );
        const rows: Array<{ entity_ref: string; link: string }> =
          await transaction(answers)
            .where('round_id', roundId)
            .whereIn(
              'entity_ref',
              some.map(({ entity_ref: entityRef }) => entityRef),
            )
            .whereIn('link', links)
            .select('entity_ref', 'link')
            .orderBy('entity_ref');
        for (const { entity_ref: entityRef, link } of rows) {
          await takeBack(transaction, { roundId, entityRef }, link);
        }
      }
    }
  }

  /** What goes wrong must not quote an answer. */
  async #write<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return withholdContent(() => this.#knex.transaction(work));
  }
}

/** What stands for the person while the round is open. */
async function openLink(
  knex: Knex | Knex.Transaction,
  { roundId, entityRef, userRef }: AnswerKey,
): Promise<string | undefined> {
  const secret = await openSecret(knex, roundId);
  return secret && linkOf(secret, userRef, entityRef);
}

/**
 * The key of the links while the round is open. Within a transaction, the round
 * can't be closed until that ends.
 */
async function openSecret(
  knex: Knex | Knex.Transaction,
  roundId: string,
): Promise<string | undefined> {
  const round = knex('satisfaction_rounds')
    .where({ id: roundId, status: 'open' })
    .select('secret');
  if ('commit' in knex) round.forShare();
  const [row]: Array<{ secret: string | null }> = await round;
  return row?.secret ?? undefined;
}

/** Waits for other writers of the service, and notes that something changes. */
async function takeTally(
  transaction: Knex.Transaction,
  { roundId, entityRef }: AnswerKey,
): Promise<void> {
  await transaction(tallies)
    .insert({
      round_id: roundId,
      entity_ref: entityRef,
      past: JSON.stringify(noReleasePast),
      is_dirty: true,
    })
    .onConflict(['round_id', 'entity_ref'])
    .merge(['is_dirty']);
}

/**
 * Deletes an answer. What releases have counted stays until the round is closed,
 * so that the next one does not tell who is missing; and under its link, so that
 * nobody counts twice who answers again.
 */
async function takeBack(
  transaction: Knex.Transaction,
  { roundId, entityRef }: Pick<AnswerKey, 'roundId' | 'entityRef'>,
  link: string,
): Promise<void> {
  const service = { round_id: roundId, entity_ref: entityRef };
  const place = { ...service, link };
  if (!(await transaction(answers).where(place).first('link'))) return;
  // Waits for other writers of the service.
  await transaction(tallies).where(service).update({ is_dirty: true });
  const row: AnswerRow | undefined = await transaction(answers)
    .where(place)
    .first();
  if (!row) return;
  const past: AnswerPast = JSON.parse(row.past);
  if (Object.keys(past).length) {
    await transaction(answers).where(place).update(withdrawn);
  } else {
    await transaction(answers).where(place).delete();
  }
}
