import { CHRevMethod, LastAuthorMethod, MostActiveMethod } from './baselines';
import { PlatformProductMethod } from './PlatformProductMethod';
import { PastChange, ReplayMethod } from './ReplayMethod';
import { Figures, Tally } from './Tally';

/** An author of fewer changes is a newcomer. */
const newcomerChanges = 5;

export interface ReplayOptions {
  readonly from: Date;
  readonly until: Date;
  /**
   * Milliseconds from the submission of a change until its reviews are known. A history
   * has no times of reviews; with none of this, a chain of changes that are sent at
   * once teaches itself who reviews the next.
   */
  readonly learnAfter?: number;
}

/**
 * Goes through a history from its beginning. Each change with a review within
 * the window is put to each method before it learns who reviewed it; candidates
 * are all who have changed or reviewed anything that is known by then, but the author.
 */
export function replay(
  history: readonly PastChange[],
  { from, until, learnAfter = 0 }: ReplayOptions,
): Record<string, Figures> {
  const methods: Record<string, ReplayMethod> = {
    'platform-product': new PlatformProductMethod(),
    'most-active': new MostActiveMethod(),
    'last-author': new LastAuthorMethod(),
    chrev: new CHRevMethod(),
  };
  const tested = Object.entries(methods).map(([name, method]) => ({
    name,
    method,
    tally: new Tally(),
  }));
  const people = new Set<string>();
  const changeCounts = new Map<string, number>();

  const learn = (change: PastChange) => {
    for (const { method } of tested) method.learn(change);
    for (const person of [change.author, ...change.reviewers]) {
      people.add(person);
    }
  };

  let learned = 0;
  for (const [index, change] of history.entries()) {
    const { reviewers, ...question } = change;
    const { at, author } = change;
    const known = at.getTime() - learnAfter;
    while (learned < index && history[learned].at.getTime() <= known) {
      learn(history[learned]);
      learned += 1;
    }
    const changeCount = changeCounts.get(author) ?? 0;
    if (reviewers.length && at >= from && at < until) {
      const candidates = [...people].filter(person => person !== author);
      for (const { method, tally } of tested) {
        tally.add({
          ranking: method.rank(question, candidates),
          reviewers,
          isNewcomer: changeCount < newcomerChanges,
        });
      }
    }
    changeCounts.set(author, changeCount + 1);
  }
  return Object.fromEntries(
    tested.map(({ name, tally }) => [name, tally.figures()]),
  );
}
