import { LRUCache } from 'lru-cache';

/** Remembers answers for a while, and of too many those that were asked for last. */
export function createMemory<T extends {}>(options: {
  readonly max: number;
  /** For how long, in milliseconds. */
  readonly ttl: number;
  readonly now: () => Date;
}): LRUCache<string, T> {
  const { max, ttl, now } = options;
  return new LRUCache({
    max,
    ttl,
    ttlResolution: 0,
    perf: { now: () => +now() },
  });
}
