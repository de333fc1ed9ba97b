import { randomUUID } from 'crypto';
import {
  Research,
  ResearchList,
} from '@platform-product/backstage-plugin-common';
import { Reassess } from '../../maturity/Levels';
import { FieldError } from '../../operations/FieldError';
import { nextCursor, readOffset } from '../../operations/offsetCursor';
import { ResearchStore } from './ResearchStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** How far back listening counts. */
export const researchWindowDays = 180;

/** The first day of that time. */
export function researchSince(now: Date): string {
  const since = new Date(+now - researchWindowDays * millisecondsPerDay);
  return since.toISOString().slice(0, 10);
}

/** How teams have listened, besides asking for ratings. */
export class ResearchService {
  readonly #store: ResearchStore;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: ResearchStore;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /**
   * A page of the log; three queries.
   *
   * @throws FieldError when the cursor is not one of this list
   */
  async list(options: {
    readonly entityRef: string;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<ResearchList> {
    const { entityRef, cursor, limit } = options;
    const list = `research ${entityRef}`;
    const offset = readOffset(list, cursor);
    const [{ items, totalItems }, counts] = await Promise.all([
      this.#store.list({ entityRef, offset, limit }),
      this.#store.countKinds([entityRef], researchSince(this.#now())),
    ]);
    return {
      items,
      totalItems,
      pageInfo: {
        nextCursor: nextCursor(list, {
          offset,
          size: items.length,
          totalItems,
        }),
      },
      recent: Object.fromEntries(
        counts.map(({ kind, count }) => [kind, count]),
      ),
    };
  }

  /** @throws FieldError for a day in the future */
  async add(
    entry: Omit<Research, 'id' | 'at'>,
    idempotencyKey: string = randomUUID(),
  ): Promise<Research> {
    const now = this.#now();
    // It may be tomorrow already where the author is.
    const latest = new Date(+now + millisecondsPerDay).toISOString();
    if (entry.date > latest.slice(0, 10)) {
      throw new FieldError('date', 'must not be in the future');
    }
    const added = await this.#store.add(
      { ...entry, id: randomUUID(), at: now.toISOString() },
      idempotencyKey,
    );
    await this.#reassess(added.entityRef);
    return added;
  }

  async find(id: string): Promise<Research | undefined> {
    return this.#store.get(id);
  }

  async remove(entry: Research): Promise<void> {
    await this.#store.remove(entry.id);
    await this.#reassess(entry.entityRef);
  }
}
