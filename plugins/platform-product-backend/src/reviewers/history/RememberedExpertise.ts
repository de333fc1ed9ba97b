import { createHash } from 'crypto';
import { LRUCache } from 'lru-cache';
import {
  ExpertiseState,
  ExpertiseStore,
  PairExpertise,
  PathExpertise,
} from './ExpertiseStore';

/** Some 50 MB at most. */
const mostRows = 200_000;

/**
 * Remembers what was read from a store. Each search for reviewers asks for the
 * same upper directories and the same people again and again; what is remembered
 * belongs to one revision of a repository's expertise, so that it is never used
 * after anything was learned.
 */
export class RememberedExpertise implements ExpertiseStore {
  readonly #store: ExpertiseStore;
  readonly #rows = new LRUCache<string, readonly PathExpertise[]>({
    maxSize: mostRows,
    sizeCalculation: rows => rows.length + 1,
  });
  readonly #pairs = new LRUCache<string, PairExpertise[]>({
    maxSize: mostRows,
    sizeCalculation: pairs => pairs.length + 1,
  });

  constructor(store: ExpertiseStore) {
    this.#store = store;
  }

  /** One query, or none. */
  async listAt(
    repository: ExpertiseState,
    options: {
      readonly paths: readonly string[];
      readonly people: readonly string[];
    },
  ): Promise<PathExpertise[]> {
    const scope = keyOf(repository, ['at', ...options.people]);
    const known = new Map(
      options.paths.map(path => [path, this.#rows.get(`${scope}${path}`)]),
    );
    const paths = [...known.keys()].filter(path => !known.get(path));
    if (paths.length) {
      const read = new Map(paths.map(path => [path, [] as PathExpertise[]]));
      for (const row of await this.#store.listAt(repository, {
        paths,
        people: options.people,
      })) {
        read.get(row.path)?.push(row);
      }
      for (const [path, rows] of read) {
        known.set(path, rows);
        this.#rows.set(`${scope}${path}`, rows);
      }
    }
    return [...known.values()].flatMap(rows => rows ?? []);
  }

  /** One query, or none. */
  async listMostActive(
    repository: ExpertiseState,
    options: { readonly paths: readonly string[]; readonly limit: number },
  ): Promise<PathExpertise[]> {
    const key = keyOf(repository, [
      'active',
      `${options.limit}`,
      ...options.paths,
    ]);
    const known = this.#rows.get(key);
    if (known) return [...known];
    const rows = await this.#store.listMostActive(repository, options);
    this.#rows.set(key, rows);
    return rows;
  }

  /** One query, or none. */
  async listPairs(
    repository: ExpertiseState,
    authors: readonly string[],
  ): Promise<PairExpertise[]> {
    const key = keyOf(repository, authors);
    const known = this.#pairs.get(key);
    if (known) return known;
    const pairs = await this.#store.listPairs(repository, authors);
    this.#pairs.set(key, pairs);
    return pairs;
  }
}

function keyOf(
  { id, revision }: ExpertiseState,
  parts: readonly string[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([id, revision, ...parts]))
    .digest('base64');
}
