/** FNV-1a: spreads texts evenly. */
function hashOf(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Candidates by their score, the best first. Among equals chance decides, the
 * same every time for the same seed.
 */
export function rankByScore(options: {
  readonly candidates: readonly string[];
  readonly scores: ReadonlyMap<string, number>;
  readonly seed: string;
}): string[] {
  const { candidates, scores, seed } = options;
  return candidates
    .map(person => ({
      person,
      score: scores.get(person) ?? 0,
      tie: hashOf(`${seed}:${person}`),
    }))
    .sort((a, b) => b.score - a.score || a.tie - b.tie)
    .map(({ person }) => person);
}
