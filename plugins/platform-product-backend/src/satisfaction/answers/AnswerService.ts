import { ConflictError } from '@backstage/errors';
import { MyAnswer } from '@platform-product/backstage-plugin-common';
import { Answer } from '@platform-product/backstage-plugin-common/rules';
import { ContactStore } from '../audience/ContactStore';
import { noOpenRound, RoundService, toRound } from '../rounds/RoundService';
import { AnswerStore } from './AnswerStore';

/** People's own answers in the open round. Nothing else is ever read for them. */
export class AnswerService {
  readonly #answers: AnswerStore;
  readonly #contacts: Pick<ContactStore, 'listOf'>;
  readonly #rounds: RoundService;

  constructor(options: {
    answers: AnswerStore;
    contacts: Pick<ContactStore, 'listOf'>;
    rounds: RoundService;
  }) {
    this.#answers = options.answers;
    this.#contacts = options.contacts;
    this.#rounds = options.rounds;
  }

  /** Four queries, however many answers there are. */
  async get(entityRef: string, userRef: string): Promise<MyAnswer> {
    const round = await this.#rounds.findOpen();
    if (!round) return {};
    const person = { roundId: round.id, userRef };
    const [answer, contacts] = await Promise.all([
      this.#answers.get({ ...person, entityRef }),
      this.#contacts.listOf(person),
    ]);
    return {
      round: toRound(round),
      answer,
      contact: contacts.get(entityRef),
    };
  }

  /** @throws ConflictError when no round is open */
  async save(
    entityRef: string,
    userRef: string,
    answer: Answer,
  ): Promise<void> {
    const round = await this.#rounds.requireOpen();
    const key = { roundId: round.id, entityRef, userRef };
    if (!(await this.#answers.save(key, answer))) {
      throw new ConflictError(noOpenRound);
    }
  }

  /** @throws ConflictError when no round is open */
  async withdraw(entityRef: string, userRef: string): Promise<void> {
    const round = await this.#rounds.requireOpen();
    const key = { roundId: round.id, entityRef, userRef };
    if (!(await this.#answers.withdraw(key))) {
      throw new ConflictError(noOpenRound);
    }
  }
}
