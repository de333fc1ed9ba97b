import {
  DecayedSum,
  ExpertiseAtPath,
  keptUnit,
  lessonsOf,
  pathsAbove,
  suggestReviewers,
} from '@platform-product/backstage-plugin-common/rules';
import { PastChange, ReplayMethod } from './ReplayMethod';

/** A sum as it is kept: relative to a fixed moment. */
class KeptSum implements DecayedSum {
  slow = 0;
  fast = 0;

  add({ slow, fast }: DecayedSum) {
    this.slow += slow;
    this.fast += fast;
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
 * How this project finds reviewers, with its sums in memory; without a roster,
 * so that everybody may be named.
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
          reviews: kept.reviews,
          changes: kept.changes,
          lastAt: kept.lastAt,
        });
      }
    }
    const { ranked } = suggestReviewers({
      paths: paths.length ? paths : [root],
      now,
      unit: keptUnit(now),
      expertise,
      reviewsOfAuthor: this.#pairs.row(author),
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
    const unit = keptUnit(at);
    for (const { path, person, kind } of lessonsOf({
      author,
      reviewers,
      paths,
    })) {
      const known = this.#expertise.at(path, person);
      known[kind].add(unit);
      known.lastAt = at;
      if (kind === 'changes') known.changeCount += 1;
    }
    for (const reviewer of reviewers) {
      this.#pairs.at(author, reviewer).add(unit);
    }
  }
}
