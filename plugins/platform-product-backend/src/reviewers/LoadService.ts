import { KnownPerson } from './identities/IdentityService';
import { ReviewHistoryStore } from './history/ReviewHistoryStore';
import { ReviewRequestStore } from './requests/ReviewRequestStore';

/** What has not moved for so long was given up. */
const forgottenAfter = 30 * 24 * 60 * 60 * 1000;

/**
 * Counts the open reviews of people: requests made here that are with them, and
 * changes on the forges that wait for them.
 */
export class LoadService {
  readonly #history: ReviewHistoryStore;
  readonly #requests: ReviewRequestStore;
  readonly #now: () => Date;

  constructor(options: {
    history: ReviewHistoryStore;
    requests: ReviewRequestStore;
    now: () => Date;
  }) {
    this.#history = options.history;
    this.#requests = options.requests;
    this.#now = options.now;
  }

  /** Open reviews by user ref; two queries. */
  async countOpen(
    people: ReadonlyMap<string, KnownPerson>,
  ): Promise<ReadonlyMap<string, number>> {
    const keys = [...people.values()].flatMap(person => person.keys);
    const [awaited, requested] = await Promise.all([
      this.#history.countAwaited(
        keys,
        new Date(this.#now().getTime() - forgottenAfter),
      ),
      this.#requests.countOpen([...people.keys()]),
    ]);
    return new Map(
      [...people].map(([userRef, person]) => [
        userRef,
        (requested.get(userRef) ?? 0) +
          person.keys.reduce((sum, key) => sum + (awaited.get(key) ?? 0), 0),
      ]),
    );
  }
}
