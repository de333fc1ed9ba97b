import {
  DecayedSum,
  ExpertiseAtPath,
  keptWeight,
  pathsAbove,
  suggestReviewers,
  weightAt,
} from '@platform-product/backstage-plugin-common';
import { PastChange, ReplayMethod } from './ReplayMethod';

/** A sum as it is kept: relative to a fixed moment. */
class KeptSum {
  #slow = 0;
  #fast = 0;

  add(at: Date) {
    this.#slow += keptWeight(at, 'slow');
    this.#fast += keptWeight(at, 'fast');
  }

  decayedTo(now: Date): DecayedSum {
    return {
      slow: weightAt(this.#slow, now, 'slow'),
      fast: weightAt(this.#fast, now, 'fast'),
    };
  }
}

interface KeptExpertise {
  readonly reviews: KeptSum;
  readonly changes: KeptSum;
  changeCount: number;
  lastAt: Date;
}

/** A table of rows and columns that makes its cells when they are asked for. */
class Table<T> {
  readonly #rows = new Map<string, Map<string, T>>();

  readonly #create: () => T;

  constructor(create: () => T) {
    this.#create = create;
  }

  row(name: string): ReadonlyMap<string, T> {
    return this.#rows.get(name) ?? new Map();
  }

  at(name: string, column: string): T {
    const row = this.#rows.get(name) ?? new Map<string, T>();
    this.#rows.set(name, row);
    const cell = row.get(column) ?? this.#create();
    row.set(column, cell);
    return cell;
  }
}

/** The root of the repository. */
const root = '';

/**
 * How this project finds reviewers, with its sums in memory. What is added to
 * them is what the backend's `planExpertise` adds, and what is asked is what its
 * `FinderService` asks; without a roster, so everybody may be named.
 */
export class PlatformProductMethod implements ReplayMethod {
  /** By path and person. */
  readonly #expertise = new Table<KeptExpertise>(() => ({
    reviews: new KeptSum(),
    changes: new KeptSum(),
    changeCount: 0,
    lastAt: new Date(0),
  }));
  /** By author and reviewer. */
  readonly #pairs = new Table(() => new KeptSum());

  rank(change: Omit<PastChange, 'reviewers'>, candidates: readonly string[]) {
    const { at: now, author, paths } = change;
    const expertise: ExpertiseAtPath[] = [];
    for (const path of new Set([...paths, root].flatMap(pathsAbove))) {
      for (const [id, kept] of this.#expertise.row(path)) {
        expertise.push({
          path,
          id,
          reviews: kept.reviews.decayedTo(now),
          changes: kept.changes.decayedTo(now),
          lastAt: kept.lastAt,
        });
      }
    }
    const { ranked } = suggestReviewers({
      paths: paths.length ? paths : [root],
      now,
      expertise,
      reviewsOfAuthor: new Map(
        [...this.#pairs.row(author)].map(([reviewer, sum]) => [
          reviewer,
          sum.decayedTo(now),
        ]),
      ),
      authorChanges: this.#expertise.row(root).get(author)?.changeCount ?? 0,
      ownership: new Map(),
      candidates: candidates.map(id => ({
        id,
        isOutside: false,
        openReviews: 0,
      })),
      includesOutside: false,
      seed: change.id,
    });
    return ranked.map(({ id }) => id);
  }

  learn({ at, author, reviewers, paths }: PastChange) {
    for (const path of new Set([...paths.flatMap(pathsAbove), root])) {
      const own = this.#expertise.at(path, author);
      own.changes.add(at);
      own.changeCount += 1;
      own.lastAt = at;
      for (const reviewer of reviewers) {
        const theirs = this.#expertise.at(path, reviewer);
        theirs.reviews.add(at);
        theirs.lastAt = at;
      }
    }
    for (const reviewer of reviewers) this.#pairs.at(author, reviewer).add(at);
  }
}
