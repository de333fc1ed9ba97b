import { DecayedSum, pathsAbove } from './expertise';

/** How much was reviewed and changed. */
export interface Activity {
  readonly reviews: DecayedSum;
  readonly changes: DecayedSum;
}

/**
 * What somebody has done at a path.
 *
 * @public
 */
export interface ExpertiseAtPath extends Activity {
  /** A file, a directory, or empty for the whole repository. */
  readonly path: string;
  /** Who; any text, the same everywhere. Several rows of one person add up. */
  readonly id: string;
  /** When they last reviewed or changed anything there. */
  readonly lastAt?: Date;
}

export interface ExpertiseInput {
  /** Changed files, at most 40. */
  readonly paths: readonly string[];
  /** Expertise of people at the files and the directories above them. */
  readonly expertise: readonly ExpertiseAtPath[];
  /**
   * What everybody together has done at each path; where it is left out, the
   * expertise is that of everybody.
   */
  readonly totals?: ReadonlyMap<string, Activity>;
  /** How much everybody has reviewed of this author's changes. */
  readonly reviewsOfAuthor: ReadonlyMap<string, DecayedSum>;
  /** How many changes the author has made here so far. */
  readonly authorChanges: number;
  /** Share of the changed files that people own, by declaration; 0 to 1. */
  readonly ownership: ReadonlyMap<string, number>;
  /**
   * What a review of just now counts in all the sums; where it is left out, they
   * are decayed until now, and it counts 1.
   */
  readonly unit?: DecayedSum;
  readonly now: Date;
}

/** What somebody knows of a change, and what speaks for asking them now. */
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
  #slow: number;
  #fast: number;

  constructor(unit: DecayedSum) {
    this.#slow = prior * unit.slow;
    this.#fast = prior * unit.fast;
  }

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

/** What a path counts, and what shares in what was done there count. */
interface Place {
  readonly weight: number;
  readonly reviews: Shares;
  readonly changes: Shares;
}

/** The changed files and the directories above them, each with its shares. */
function placesOf(
  input: ExpertiseInput,
  unit: DecayedSum,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [path, weight] of weighPaths(input.paths)) {
    places.set(path, {
      weight,
      reviews: new Shares(unit),
      changes: new Shares(unit),
    });
  }
  const add = (path: string, { reviews, changes }: Activity) => {
    const place = places.get(path);
    place?.reviews.add(reviews);
    place?.changes.add(changes);
  };
  if (input.totals) {
    for (const [path, total] of input.totals) add(path, total);
  } else {
    for (const row of input.expertise) add(row.path, row);
  }
  return places;
}

/** How many changes by anybody count by now. */
function historyOf({ expertise, totals }: ExpertiseInput): number {
  const total = totals?.get('');
  if (total) return total.changes.slow;
  return expertise
    .filter(({ path }) => path === '')
    .reduce((sum, { changes }) => sum + changes.slow, 0);
}

/** What each person has done in the whole repository, and when they did last. */
function summariseWhole(expertise: readonly ExpertiseAtPath[]) {
  const people = new Map<
    string,
    { slow: number; fast: number; lastAt?: Date }
  >();
  for (const { path, id, reviews, lastAt } of expertise) {
    if (path !== '') continue;
    const other = people.get(id);
    people.set(id, {
      slow: reviews.slow + (other?.slow ?? 0),
      fast: reviews.fast + (other?.fast ?? 0),
      lastAt: latest(lastAt, other?.lastAt),
    });
  }
  return people;
}

function latest(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b;
  return a >= b ? a : b;
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
 * Others are left out. How it was found, and how well it does,
 * is in docs/reviewers.md. It takes up ideas of cHRev (Zanjani, Kagdi and Bird,
 * 2016, IEEE TSE 42), WhoDo (Asthana et al., 2019, ESEC/FSE) and Sofia (Mirsaeedi
 * and Rigby, 2020, ICSE).
 */
export function scoreExpertise(
  input: ExpertiseInput,
): ReadonlyMap<string, ScoredExpertise> {
  const { expertise, reviewsOfAuthor, ownership, now } = input;
  const { unit = { slow: 1, fast: 1 } } = input;
  const places = placesOf(input, unit);
  const whole = summariseWhole(expertise);

  const known = new Map<string, number>();
  const add = (id: string, part: number) =>
    known.set(id, (known.get(id) ?? 0) + part);
  for (const { path, id, reviews, changes } of expertise) {
    const place = places.get(path);
    if (!place) continue;
    const reviewed = (whole.get(id)?.slow ?? 0) / unit.slow;
    add(
      id,
      place.weight *
        (weights.reviews * place.reviews.of(reviews) +
          weights.changes *
            place.changes.of(changes) *
            (reviewed / (reviewed + reviewerPrior))),
    );
  }
  const ofAuthor = new Shares(unit);
  for (const sum of reviewsOfAuthor.values()) ofAuthor.add(sum);
  for (const [id, sum] of reviewsOfAuthor) {
    add(id, weights.author * ofAuthor.of(sum));
  }
  const history = historyOf(input) / unit.slow;
  if (input.authorChanges < newcomerChanges || history < thinHistory) {
    for (const [id, owned] of ownership) add(id, weights.ownership * owned);
  }

  return new Map(
    [...known].map(([id, own]) => {
      const { lastAt = now, fast = 0 } = whole.get(id) ?? {};
      const days = Math.max(0, now.getTime() - lastAt.getTime());
      const presence = 2 ** -(days / millisecondsPerDay / presenceHalfLifeDays);
      const load = (1 + fast / unit.fast) ** -recentLoadPower;
      return [id, { expertise: own, score: own * presence * load }];
    }),
  );
}
