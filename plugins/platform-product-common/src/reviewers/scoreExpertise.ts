import { pathsAbove } from './expertise';

/**
 * A sum of reviews or changes, decayed to now by either half-life.
 *
 * @public
 */
export interface DecayedSum {
  readonly slow: number;
  readonly fast: number;
}

/**
 * What somebody has done at a path.
 *
 * @public
 */
export interface ExpertiseAtPath {
  /** A file, a directory, or empty for the whole repository. */
  readonly path: string;
  /** Who; any text, the same everywhere. */
  readonly id: string;
  readonly reviews: DecayedSum;
  readonly changes: DecayedSum;
  /** When they last reviewed or changed anything there. */
  readonly lastAt?: Date;
}

/** @public */
export interface ExpertiseInput {
  /** Changed files, at most 40. */
  readonly paths: readonly string[];
  /** Expertise of people at the files and the directories above them. */
  readonly expertise: readonly ExpertiseAtPath[];
  /**
   * What everybody together has done at each path; where it is left out, the
   * expertise is that of everybody.
   */
  readonly totals?: ReadonlyMap<
    string,
    { readonly reviews: DecayedSum; readonly changes: DecayedSum }
  >;
  /** How much everybody has reviewed of this author's changes. */
  readonly reviewsOfAuthor: ReadonlyMap<string, DecayedSum>;
  /** How many changes the author has made here so far. */
  readonly authorChanges: number;
  /** Share of the changed files that people own, by declaration; 0 to 1. */
  readonly ownership: ReadonlyMap<string, number>;
  readonly now: Date;
}

/**
 * What somebody knows of a change, and what speaks for asking them now.
 *
 * @public
 */
export interface ScoredExpertise {
  /** What they know, E in the formula. */
  readonly expertise: number;
  /** The same with respect to their presence and recent reviews. */
  readonly score: number;
}

const levelDecay = 0.5;
const fastShare = 0.6;
/** Imaginary reviews by nobody: a short history is weak evidence. */
const prior = 2;
const weights = { reviews: 1, changes: 0.6, author: 0.5, ownership: 0.3 };
const reviewerPrior = 2;
const newcomerChanges = 5;
const thinHistory = 5;
const presenceHalfLifeDays = 90;
const recentLoadPower = 0.3;

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** How much each path counts: Σ over the files of 0.5^level, summing to 1. */
function weighPaths(paths: readonly string[]): ReadonlyMap<string, number> {
  const weighed = new Map<string, number>();
  let total = 0;
  for (const file of paths) {
    for (const [level, path] of pathsAbove(file).entries()) {
      const weight = levelDecay ** level;
      weighed.set(path, (weighed.get(path) ?? 0) + weight);
      total += weight;
    }
  }
  for (const [path, weight] of weighed) weighed.set(path, weight / total);
  return weighed;
}

/** Turns sums of several people into shares of their total. */
class Shares {
  #slow = prior;
  #fast = prior;

  add({ slow, fast }: DecayedSum) {
    this.#slow += slow;
    this.#fast += fast;
  }

  /** Between the slow share and the fast one. */
  of({ slow, fast }: DecayedSum): number {
    return (
      ((1 - fastShare) * slow) / this.#slow + (fastShare * fast) / this.#fast
    );
  }
}

/** What is done at each path, by everybody together. */
function totalsOf({ expertise, totals }: ExpertiseInput) {
  return totals
    ? [...totals].map(([path, total]) => ({ path, ...total }))
    : expertise;
}

function sharesOf<T>(
  items: Iterable<T>,
  groupOf: (item: T) => string,
  sumOf: (item: T) => DecayedSum,
): ReadonlyMap<string, Shares> {
  const groups = new Map<string, Shares>();
  for (const item of items) {
    const group = groupOf(item);
    const shares = groups.get(group) ?? new Shares();
    shares.add(sumOf(item));
    groups.set(group, shares);
  }
  return groups;
}

/**
 * Tells what people know of a change, from who reviewed and who changed its files
 * and the directories above them, w_d = Σ over the files of 0.5^level:
 *
 * - share(r; x) = 0.4 S₁₈₀(r, x) / (Σ S₁₈₀(r′, x) + 2) + 0.6 S₁₄(r, x) / (Σ S₁₄(r′, x) + 2),
 *   S_h being sums that decay by half every h days;
 * - R = Σ w_d share(r; reviews in d) / Σ w_d, A the same of authored changes, and
 *   F = share(r; reviews of this author's changes);
 * - E = 1.0 R + 0.6 A v / (v + 2) + 0.5 F, v = S₁₈₀ of all reviews by r, plus 0.3 of
 *   the share of files that r owns by declaration, where the author has made fewer
 *   than five changes or the history is thin;
 * - score = E · 2^(−days since r was last seen / 90) · (1 + S₁₄ of all reviews)^−0.3.
 *
 * Whoever is in none of them is left out. How it was found, and how well it does,
 * is in docs/reviewers.md. It takes up ideas of cHRev (Zanjani, Kagdi and Bird,
 * 2016, IEEE TSE 42), WhoDo (Asthana et al., 2019, ESEC/FSE) and Sofia (Mirsaeedi
 * and Rigby, 2020, ICSE).
 *
 * @public
 */
export function scoreExpertise(
  input: ExpertiseInput,
): ReadonlyMap<string, ScoredExpertise> {
  const { expertise, reviewsOfAuthor, ownership, now } = input;
  const weighed = weighPaths(input.paths);
  const everybody = totalsOf(input);
  const reviews = sharesOf(
    everybody,
    ({ path }) => path,
    total => total.reviews,
  );
  const changes = sharesOf(
    everybody,
    ({ path }) => path,
    total => total.changes,
  );
  const ofAuthor = sharesOf(
    reviewsOfAuthor.values(),
    () => '',
    sum => sum,
  ).get('');
  const whole = new Map(
    expertise.filter(({ path }) => path === '').map(row => [row.id, row]),
  );

  const known = new Map<string, number>();
  const add = (id: string, part: number) =>
    known.set(id, (known.get(id) ?? 0) + part);
  for (const row of expertise) {
    const weight = weighed.get(row.path) ?? 0;
    const reviewed = whole.get(row.id)?.reviews.slow ?? 0;
    add(
      row.id,
      weight *
        (weights.reviews * (reviews.get(row.path)?.of(row.reviews) ?? 0) +
          weights.changes *
            (changes.get(row.path)?.of(row.changes) ?? 0) *
            (reviewed / (reviewed + reviewerPrior))),
    );
  }
  for (const [id, sum] of reviewsOfAuthor) {
    add(id, weights.author * (ofAuthor?.of(sum) ?? 0));
  }
  let history = 0;
  for (const { path, changes: made } of everybody) {
    if (path === '') history += made.slow;
  }
  if (input.authorChanges < newcomerChanges || history < thinHistory) {
    for (const [id, owned] of ownership) add(id, weights.ownership * owned);
  }

  return new Map(
    [...known].map(([id, own]) => {
      const { lastAt = now, reviews: recent } = whole.get(id) ?? {};
      const days = Math.max(0, now.getTime() - lastAt.getTime());
      const presence = 2 ** -(days / millisecondsPerDay / presenceHalfLifeDays);
      const load = (1 + (recent?.fast ?? 0)) ** -recentLoadPower;
      return [id, { expertise: own, score: own * presence * load }];
    }),
  );
}
