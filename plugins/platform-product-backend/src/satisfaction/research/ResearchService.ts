import { randomUUID } from 'crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  Research,
  ResearchKind,
  researchKinds,
} from '@platform-product/backstage-plugin-common';
import { ResearchStore } from './ResearchStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** How far back listening counts. */
export const researchWindowDays = 180;

/** The kinds of the last 180 days, in their own order. */
export function recentKinds(
  entries: readonly Research[],
  now: Date,
): ResearchKind[] {
  const since = new Date(+now - researchWindowDays * millisecondsPerDay)
    .toISOString()
    .slice(0, 10);
  return researchKinds.filter(kind =>
    entries.some(entry => entry.kind === kind && entry.date >= since),
  );
}

/** How teams have listened, besides asking for ratings. */
export class ResearchService {
  readonly #store: ResearchStore;
  readonly #now: () => Date;

  constructor(options: { store: ResearchStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  async list(entityRef: string) {
    const items = await this.#store.list([entityRef]);
    return {
      items,
      totalItems: items.length,
      recentKinds: recentKinds(items, this.#now()),
    };
  }

  /** @throws InputError for a day that is yet to come */
  async add(
    entry: Omit<Research, 'id' | 'at'>,
    idempotencyKey: string = randomUUID(),
  ): Promise<Research> {
    const now = this.#now();
    // It may be tomorrow already where the author is.
    const latest = new Date(+now + millisecondsPerDay).toISOString();
    if (entry.date > latest.slice(0, 10)) {
      throw new InputError(
        'Invalid request: body.date: has to be a day that was',
      );
    }
    return this.#store.add(
      { ...entry, id: randomUUID(), at: now.toISOString() },
      idempotencyKey,
    );
  }

  /** @throws NotFoundError when there is none */
  async find(id: string): Promise<Research> {
    const entry = await this.#store.get(id);
    if (!entry) throw new NotFoundError(`No research found '${id}'`);
    return entry;
  }

  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
  }
}
