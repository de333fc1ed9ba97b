import { FeatureScore } from '@platform-product/backstage-plugin-common';

/**
 * The rounds with figures on any feature, the oldest first. Rounds may be called
 * anything, so their order is that of the histories, merged.
 */
export function roundsOf(features: readonly FeatureScore[]): string[] {
  return merge(
    features.map(({ history }) => history.map(({ roundId }) => roundId)),
  );
}

function merge(lists: readonly string[][]): string[] {
  const left = lists.filter(({ length }) => length > 0);
  const firsts = left.map(([first]) => first);
  const next =
    firsts.find(first => left.every(list => list.indexOf(first) < 1)) ??
    firsts[0];
  if (next === undefined) return [];
  return [next, ...merge(left.map(list => list.filter(id => id !== next)))];
}
