import { pathsAbove } from '@platform-product/backstage-plugin-common/rules';
import { rankByScore } from './rankByScore';
import { PastChange, ReplayMethod } from './ReplayMethod';

type Question = Omit<PastChange, 'reviewers'>;

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const recentDays = 180;
const mostAuthors = 10;

function increase(scores: Map<string, number>, person: string, by: number) {
  scores.set(person, (scores.get(person) ?? 0) + by);
}

/** The files of a change and the directories above them, each as often as it is. */
function* levelsOf(paths: readonly string[]) {
  for (const path of paths) {
    for (const [level, above] of pathsAbove(path).entries()) {
      yield { path: above, level };
    }
  }
}

/** Who has reviewed most in the last 180 days. */
export class MostActiveMethod implements ReplayMethod {
  readonly #recent: PastChange[] = [];
  readonly #counts = new Map<string, number>();

  rank({ at, id }: Question, candidates: readonly string[]) {
    const since = at.getTime() - recentDays * millisecondsPerDay;
    while (this.#recent.length && this.#recent[0].at.getTime() < since) {
      for (const person of this.#recent.shift()?.reviewers ?? []) {
        increase(this.#counts, person, -1);
      }
    }
    return rankByScore({ candidates, scores: this.#counts, seed: id });
  }

  learn(change: PastChange) {
    this.#recent.push(change);
    for (const person of change.reviewers) increase(this.#counts, person, 1);
  }
}

/**
 * Who last changed the files; then, where that leaves places, who last changed
 * anything in the directories above, the nearest first.
 */
export class LastAuthorMethod implements ReplayMethod {
  /** Authors by path, the last one last. */
  readonly #authors = new Map<string, Set<string>>();

  rank({ paths, id }: Question, candidates: readonly string[]) {
    const scores = new Map<string, number>();
    for (const { path, level } of levelsOf(paths)) {
      const authors = [...(this.#authors.get(path) ?? [])].reverse();
      authors.slice(0, mostAuthors).forEach((author, place) => {
        increase(scores, author, 0.01 ** level * 0.5 ** place);
      });
    }
    return rankByScore({ candidates, scores, seed: id });
  }

  learn({ paths, author }: PastChange) {
    for (const path of new Set(paths.flatMap(pathsAbove))) {
      const authors = this.#authors.get(path) ?? new Set();
      authors.delete(author);
      this.#authors.set(path, authors.add(author));
    }
  }
}

/** Reviews, and the days on which they were given. */
class ReviewDays {
  count = 0;
  days = 0;
  last = -1;

  add(day: number) {
    this.count += 1;
    if (this.last !== day) this.days += 1;
    this.last = day;
  }
}

/**
 * cHRev (Zanjani, Kagdi and Bird, 2016, IEEE TSE 42): for each file, the share of
 * its reviews, the share of the days on which it was reviewed, and 1 / (1 + days
 * between the last review by this person and the last by anybody). The paper only
 * has files; here, each directory above counts half as much as the one below.
 */
export class CHRevMethod implements ReplayMethod {
  readonly #paths = new Map<
    string,
    { all: ReviewDays; reviews: number; people: Map<string, ReviewDays> }
  >();

  rank({ paths, id }: Question, candidates: readonly string[]) {
    const scores = new Map<string, number>();
    for (const { path, level } of levelsOf(paths)) {
      const known = this.#paths.get(path);
      if (!known) continue;
      const { all, reviews, people } = known;
      for (const [person, own] of people) {
        increase(
          scores,
          person,
          0.5 ** level *
            (own.count / reviews +
              own.days / all.days +
              1 / (all.last - own.last + 1)),
        );
      }
    }
    return rankByScore({ candidates, scores, seed: id });
  }

  learn({ paths, reviewers, at }: PastChange) {
    if (!reviewers.length) return;
    const day = Math.floor(at.getTime() / millisecondsPerDay);
    for (const path of new Set(paths.flatMap(pathsAbove))) {
      const known = this.#paths.get(path) ?? {
        all: new ReviewDays(),
        reviews: 0,
        people: new Map<string, ReviewDays>(),
      };
      this.#paths.set(path, known);
      known.all.add(day);
      known.reviews += reviewers.length;
      for (const reviewer of reviewers) {
        const own = known.people.get(reviewer) ?? new ReviewDays();
        known.people.set(reviewer, own);
        own.add(day);
      }
    }
  }
}
