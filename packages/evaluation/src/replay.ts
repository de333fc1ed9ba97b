import { CHRevMethod, LastAuthorMethod, MostActiveMethod } from './baselines';
import { PlatformProductMethod } from './PlatformProductMethod';
import { PastChange, ReplayMethod } from './ReplayMethod';
import { Figures, Tally } from './Tally';

/** An author of fewer changes is a newcomer. */
const newcomerChanges = 5;

/**
 * Goes through a history from its beginning. Each change with a review within
 * the window is put to each method before it learns who reviewed it; candidates
 * are all who have changed or reviewed anything until then, but the author.
 */
export function replay(
  history: readonly PastChange[],
  window: { readonly from: Date; readonly until: Date },
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

  for (const change of history) {
    const { reviewers, ...question } = change;
    const { at, author } = change;
    const changeCount = changeCounts.get(author) ?? 0;
    if (reviewers.length && at >= window.from && at < window.until) {
      const candidates = [...people].filter(person => person !== author);
      for (const { method, tally } of tested) {
        tally.add({
          ranking: method.rank(question, candidates),
          reviewers,
          isNewcomer: changeCount < newcomerChanges,
        });
      }
    }
    for (const { method } of tested) method.learn(change);
    for (const person of [author, ...reviewers]) people.add(person);
    changeCounts.set(author, changeCount + 1);
  }
  return Object.fromEntries(
    tested.map(({ name, tally }) => [name, tally.figures()]),
  );
}
