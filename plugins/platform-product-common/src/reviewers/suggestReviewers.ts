import { ExpertiseInput, scoreExpertise } from './scoreExpertise';
import { LeftOutReason } from './suggestions';

/**
 * Somebody who might review. `id` is the same as in the expertise.
 *
 * @public
 */
export interface ReviewerCandidate {
  readonly id: string;
  /** Not a member of the owning team. */
  readonly isOutside: boolean;
  readonly openReviews: number;
  /** Why they can't be named, whatever they know. */
  readonly gate?: LeftOutReason;
}

export interface SuggestReviewersInput extends ExpertiseInput {
  readonly candidates: readonly ReviewerCandidate[];
  /** Whether one of the three should come from outside the owning team. */
  readonly includesOutside: boolean;
  /** Breaks ties, so that they do not always fall to the same person. */
  readonly seed: string;
}

export interface SuggestedReviewer {
  readonly id: string;
  /** What they know of the change, whatever their load. */
  readonly expertise: number;
  readonly score: number;
}

const mostSuggested = 3;

/** An outside reviewer is named from this part of the best expertise on. */
const outsideShare = 0.25;

/** Bob Jenkins' one-at-a-time hash: spreads ids evenly. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash + text.charCodeAt(index), 1025);
    hash ^= hash >>> 6;
  }
  hash = Math.imul(hash, 9);
  hash ^= hash >>> 11;
  return Math.imul(hash, 32769) >>> 0;
}

/**
 * Names up to three people for a change: those with the highest score, divided by
 * √(1 + open reviews). Where it is asked for, one of them comes from outside the
 * owning team, if such a person knows a quarter of what the best one knows.
 * A person whom a gate leaves out comes with the reason.
 *
 * The formula and where it is from are beside `scoreExpertise`.
 *
 * @public
 */
export function suggestReviewers(input: SuggestReviewersInput): {
  readonly suggested: readonly SuggestedReviewer[];
  /** Everybody who can be asked, the best first. */
  readonly ranked: readonly SuggestedReviewer[];
  readonly leftOut: ReadonlyArray<{
    readonly id: string;
    readonly reason: LeftOutReason;
    readonly expertise: number;
  }>;
} {
  const scored = scoreExpertise(input);
  const of = (id: string) => scored.get(id) ?? { expertise: 0, score: 0 };
  const ranked = input.candidates
    .filter(({ gate }) => !gate)
    .map(candidate => ({
      ...candidate,
      expertise: of(candidate.id).expertise,
      score: of(candidate.id).score / Math.sqrt(1 + candidate.openReviews),
      tie: hashOf(`${input.seed} ${candidate.id}`),
    }))
    .sort((a, b) => b.score - a.score || a.tie - b.tie);
  const named = ranked.slice(0, mostSuggested);
  const [best] = [...ranked].sort((a, b) => b.expertise - a.expertise);
  const outside = ranked.find(
    other =>
      other.isOutside &&
      other.expertise > 0 &&
      other.expertise >= outsideShare * best.expertise,
  );
  const lacksOutside =
    input.includesOutside && !named.some(({ isOutside }) => isOutside);
  if (outside && lacksOutside) named.splice(mostSuggested - 1, 1, outside);

  const leftOut = input.candidates
    .flatMap(({ id, gate }) =>
      gate ? [{ id, reason: gate, expertise: of(id).expertise }] : [],
    )
    .sort((a, b) => b.expertise - a.expertise || (a.id < b.id ? -1 : 1));
  return {
    suggested: named.map(toSuggested),
    ranked: ranked.map(toSuggested),
    leftOut,
  };
}

function toSuggested({ id, expertise, score }: SuggestedReviewer) {
  return { id, expertise, score };
}
