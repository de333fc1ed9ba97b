import { DigestSource } from '../../services/DigestSource';
import { AnswerStore } from '../answers/AnswerStore';
import { RoundService } from '../rounds/RoundService';
import { ContactStore } from './ContactStore';

/** Whose ratings teams have asked for, for digests. */
export class WantedRatings implements DigestSource {
  readonly #rounds: Pick<RoundService, 'findOpen'>;
  readonly #contacts: Pick<ContactStore, 'listStillInvited'>;
  readonly #answers: Pick<AnswerStore, 'listAnswering'>;

  constructor(options: {
    rounds: Pick<RoundService, 'findOpen'>;
    contacts: Pick<ContactStore, 'listStillInvited'>;
    answers: Pick<AnswerStore, 'listAnswering'>;
  }) {
    this.#rounds = options.rounds;
    this.#contacts = options.contacts;
    this.#answers = options.answers;
  }

  /**
   * Refs of the services that have invited people who have neither answered nor
   * declined, by person, also by those who have answered all; two queries, and two for
   * each of these services and 400 people.
   */
  async listWantedRatings(): Promise<ReadonlyMap<string, readonly string[]>> {
    const wanted = new Map<string, string[]>();
    const round = await this.#rounds.findOpen();
    if (!round) return wanted;
    const invited = await this.#contacts.listStillInvited(round.id);
    for (const [entityRef, userRefs] of invited) {
      const service = { roundId: round.id, entityRef };
      const answered = await this.#answers.listAnswering(service, userRefs);
      for (const userRef of userRefs) {
        const others = wanted.get(userRef) ?? [];
        wanted.set(userRef, others);
        if (!answered.has(userRef)) others.push(entityRef);
      }
    }
    return wanted;
  }
}
