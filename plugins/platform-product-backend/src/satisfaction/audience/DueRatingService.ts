import { Round } from '@platform-product/backstage-plugin-common';
import { AnswerStore } from '../answers/AnswerStore';
import { DueRating, DueRatings } from '../DueRatings';
import { RoundService, toRound } from '../rounds/RoundService';
import { ContactStore } from './ContactStore';

/** Tells which ratings are wanted of a person, reading nobody else's answers. */
export class DueRatingService implements DueRatings {
  readonly #rounds: RoundService;
  readonly #answers: AnswerStore;
  readonly #contacts: ContactStore;

  constructor(options: {
    rounds: RoundService;
    answers: AnswerStore;
    contacts: ContactStore;
  }) {
    this.#rounds = options.rounds;
    this.#answers = options.answers;
    this.#contacts = options.contacts;
  }

  async list(
    userRef: string,
    entityRefs: readonly string[],
  ): Promise<{ readonly round?: Round; readonly items: DueRating[] }> {
    const round = await this.#rounds.findOpen();
    if (!round) return { items: [] };
    const person = { roundId: round.id, userRef };
    const [answered, contacts] = await Promise.all([
      this.#answers.listAnswered(person, entityRefs),
      this.#contacts.listOf(person),
    ]);
    return {
      round: toRound(round),
      items: entityRefs
        .filter(ref => !answered.has(ref) && contacts.get(ref) !== 'declined')
        .map(entityRef => ({ entityRef, contact: contacts.get(entityRef) })),
    };
  }
}
