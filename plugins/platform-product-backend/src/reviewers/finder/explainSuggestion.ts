import {
  pathsAbove,
  SuggestionReason,
} from '@platform-product/backstage-plugin-common';
import { PairExpertise, PathExpertise } from '../history/ExpertiseStore';

type Expertise = PathExpertise & { readonly id: string };

/**
 * The most telling place of what somebody did: the deepest directory, or file,
 * above the most of the changed files in which they did anything.
 */
function mostTelling(
  rows: readonly Expertise[],
  paths: readonly string[],
  count: (row: Expertise) => number,
): Expertise | undefined {
  const reach = new Map<string, number>();
  for (const path of paths) {
    for (const above of pathsAbove(path)) {
      reach.set(above, (reach.get(above) ?? 0) + 1);
    }
  }
  const depth = (path: string) => (path ? path.split('/').length : 0);
  const [best] = rows
    .filter(row => count(row) > 0)
    .sort(
      (a, b) =>
        Math.min(count(b), 3) - Math.min(count(a), 3) ||
        depth(b.path) - depth(a.path) ||
        (reach.get(b.path) ?? 0) - (reach.get(a.path) ?? 0) ||
        count(b) - count(a),
    );
  return best;
}

/** Why somebody is suggested, the strongest reason first. */
export function explainSuggestion(options: {
  readonly id: string;
  readonly paths: readonly string[];
  readonly expertise: readonly Expertise[];
  /** What they reviewed of the author's changes. */
  readonly pairs: readonly PairExpertise[];
  readonly ownedFiles: number;
}): SuggestionReason[] {
  const { id, paths, expertise, pairs, ownedFiles } = options;
  const own = expertise.filter(row => row.id === id);
  const reviewed = mostTelling(own, paths, row => row.reviewCount);
  const authored = mostTelling(own, paths, row => row.changeCount);
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
