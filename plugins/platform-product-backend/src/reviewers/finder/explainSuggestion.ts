import { SuggestionReason } from '@platform-product/backstage-plugin-common';
import { pathsAbove } from '@platform-product/backstage-plugin-common/rules';
import { PairExpertise, PathExpertise } from '../history/ExpertiseStore';
import { mergeByPath } from './mergeByPath';

const depthOf = (path: string) => (path ? path.split('/').length : 0);

/** From so many on, more of the same tell no more than a place nearer by. */
const tellingCount = 3;

/**
 * The most telling place of what somebody did: where they did it more than once
 * or twice, the deepest file or directory, above the most of the changed files.
 */
function mostTelling(
  rows: readonly PathExpertise[],
  reach: ReadonlyMap<string, number>,
  count: (row: PathExpertise) => number,
): PathExpertise | undefined {
  const [best] = rows
    .filter(row => count(row) > 0)
    .map(row => ({
      row,
      keys: [
        Math.min(count(row), tellingCount),
        depthOf(row.path),
        reach.get(row.path) ?? 0,
        count(row),
      ],
    }))
    .sort((a, b) => {
      const index = a.keys.findIndex((key, place) => key !== b.keys[place]);
      return index < 0 ? 0 : b.keys[index] - a.keys[index];
    });
  return best?.row;
}

/** Why somebody is suggested, the strongest reason first. */
export function explainSuggestion(options: {
  /** Above how many of the changed files each file and directory is. */
  readonly reach: ReadonlyMap<string, number>;
  /** What they know at the paths and above, under whatever names. */
  readonly expertise: readonly PathExpertise[];
  /** What they reviewed of the author's changes. */
  readonly pairs: readonly PairExpertise[];
  readonly ownedFiles: number;
}): SuggestionReason[] {
  const { reach, pairs, ownedFiles } = options;
  const own = mergeByPath(options.expertise);
  const reviewed = mostTelling(own, reach, row => row.reviewCount);
  const authored = mostTelling(own, reach, row => row.changeCount);
  const ofAuthor = pairs.reduce((sum, pair) => sum + pair.reviewCount, 0);
  const reasons: SuggestionReason[] = [];
  if (reviewed) {
    reasons.push({
      kind: 'reviewed',
      count: reviewed.reviewCount,
      path: reviewed.path,
      lastAt: reviewed.lastReviewedAt?.toISOString(),
    });
  }
  if (authored) {
    reasons.push({
      kind: 'authored',
      count: authored.changeCount,
      path: authored.path,
      lastAt: authored.lastChangedAt?.toISOString(),
    });
  }
  if (ofAuthor) reasons.push({ kind: 'reviewedAuthor', count: ofAuthor });
  if (ownedFiles) reasons.push({ kind: 'owns', files: ownedFiles });
  return reasons.length ? reasons : [{ kind: 'onRoster' }];
}

/** Above how many of the given files each of them and each directory is. */
export function reachOf(paths: readonly string[]): ReadonlyMap<string, number> {
  const reach = new Map<string, number>();
  for (const above of paths.flatMap(pathsAbove)) {
    reach.set(above, (reach.get(above) ?? 0) + 1);
  }
  return reach;
}
