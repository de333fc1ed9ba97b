import { IdentityService, KnownPerson } from './identities/IdentityService';
import { ReviewHistoryStore } from './history/ReviewHistoryStore';
import { ReviewRequestStore } from './requests/ReviewRequestStore';

/**
 * Counts the open reviews of people: requests made here that are with them, and
 * changes on the forges that wait for them.
 */
export class LoadService {
  readonly #identities: IdentityService;
  readonly #history: ReviewHistoryStore;
  readonly #requests: ReviewRequestStore;

  constructor(options: {
    identities: IdentityService;
    history: ReviewHistoryStore;
    requests: ReviewRequestStore;
  }) {
    this.#identities = options.identities;
    this.#history = options.history;
    this.#requests = options.requests;
  }

  /** Open reviews by user ref; two queries, and one catalog call. */
  async countOpen(
    userRefs: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    return this.countOpenOf(await this.#identities.getPeople(userRefs));
  }

  /** The same for people who were looked up before; two queries. */
  async countOpenOf(
    people: ReadonlyMap<string, KnownPerson>,
  ): Promise<ReadonlyMap<string, number>> {
    const keys = [...people.values()].flatMap(person => person.keys);
    const [awaited, requested] = await Promise.all([
      this.#history.countAwaited(keys),
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
