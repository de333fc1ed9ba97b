import { Answer, RatedFeature, ratedFeatures } from './features';

/**
 * What figures are published on, each by itself.
 *
 * @public
 */
export const topics = ['participation', ...ratedFeatures, 'comments'] as const;

/** @public */
export type Topic = (typeof topics)[number];

/**
 * What an answer says on each topic, in words that are equal where it says the same.
 *
 * @public
 */
export type Statements = Readonly<Record<Topic, string>>;

/**
 * What releases have had of an answer; releases of a round are counted from 0.
 *
 * @public
 */
export interface AnswerPast {
  /** The first release that holds it; all later ones do, too. */
  readonly since?: number;
  /** By topic, what it said from which release on. */
  readonly said: Partial<
    Readonly<Record<Topic, ReadonlyArray<readonly [number, string]>>>
  >;
}

/**
 * What the releases of a round and a service were.
 *
 * @public
 */
export interface ReleasePast {
  /** For each release, how many answers of it are there no more. */
  readonly gone: readonly number[];
  /** The same of those who rated a feature in it, or left a comment. */
  readonly goneSaying: Partial<Readonly<Record<Topic, readonly number[]>>>;
  /** By topic, the releases that brought new figures. */
  readonly publishedOn: Partial<Readonly<Record<Topic, readonly number[]>>>;
}

/**
 * Whether an answer leaves nothing out. To say that one can't say is to answer.
 *
 * @public
 */
export function isComplete({ ratings }: Answer): boolean {
  return ratedFeatures.every(feature => ratings[feature] !== undefined);
}

/**
 * Puts an answer into the words by which its changes are told.
 *
 * @public
 */
export function statementsOf(answer: Answer): Statements {
  const features = Object.fromEntries(
    ratedFeatures.map(feature => {
      const rating = answer.ratings[feature];
      // Who can't say is counted with who left it out.
      return [feature, typeof rating === 'number' ? `${rating}` : ''];
    }),
  ) as Record<RatedFeature, string>;
  return {
    participation: isComplete(answer) ? 'complete' : 'partial',
    ...features,
    comments: answer.comment ?? '',
  };
}

/**
 * How many answers one of two sets holds and the other does not. Those of which
 * nobody can tell whether the other holds them are counted apart: who has taken an
 * answer back may have given the same one again.
 *
 * @public
 */
export interface Difference {
  readonly sure: number;
  readonly unsure: number;
}

/**
 * What may be published. Kept apart so that tests can do without each rule.
 *
 * @public
 */
export interface ReleaseRules {
  /** Whether so many answers are enough to show anything of them. */
  isLargeEnough(answers: number, threshold: number): boolean;
  /** Whether one set may be published beside another one that lacks so many. */
  mayDiffer(difference: Difference, k: number): boolean;
}

/**
 * The rules of the releases within a round:
 *
 * - nothing is shown of fewer answers than the threshold;
 * - of any two published sets, the answers that only one of them holds are none
 *   or at least k, on either side. An answer that has changed is one answer on
 *   both sides. So whoever subtracts one from the other is left with the sum of
 *   k answers, never with one.
 *
 * @public
 */
export const releaseRules: ReleaseRules = {
  isLargeEnough: (answers, threshold) => answers >= threshold,
  mayDiffer: ({ sure, unsure }, k) => sure >= k || sure + unsure === 0,
};

/**
 * An answer as far as the rules have to know it.
 *
 * @public
 */
export interface CountedAnswer {
  readonly statements: Statements;
  readonly past: AnswerPast;
}

/** What an answer said on a topic in a release that holds it. */
function saidIn(
  { said }: AnswerPast,
  topic: Topic,
  release: number,
): string | undefined {
  return said[topic]?.filter(([from]) => from <= release).at(-1)?.[1];
}

const isIn = ({ since = Infinity }: AnswerPast, release: number) =>
  since <= release;

const isRating = (statement: string) => /^\d$/.test(statement);

/**
 * The topics on which new figures may be published: those on which anything has
 * changed, with enough answers, and with no earlier release from which they would
 * differ by a few answers. A feature needs k ratings, apart from those who can't
 * say.
 *
 * @public
 */
export function planRelease(
  options: {
    readonly answers: readonly CountedAnswer[];
    readonly past: ReleasePast;
    readonly k: number;
    readonly commentThreshold: number;
  },
  rules: ReleaseRules = releaseRules,
): Topic[] {
  const { answers, past, k, commentThreshold } = options;

  /** Whether who takes part now may stand beside who did in a release. */
  const mayFollow = (release: number): boolean => {
    const gone = past.gone[release];
    const added = answers.filter(answer => !isIn(answer.past, release)).length;
    const unsure = Math.min(gone, added);
    return [gone, added].every(side =>
      rules.mayDiffer({ sure: side - unsure, unsure }, k),
    );
  };
  /** The same of those who say something on a topic, and of what they say. */
  const mayFollowOn = (topic: Topic, release: number): boolean => {
    const threshold = topic === 'comments' ? commentThreshold : k;
    const gone = past.goneSaying[topic]?.[release] ?? 0;
    const added = answers.filter(
      answer => !isIn(answer.past, release) && answer.statements[topic],
    ).length;
    const changed = answers.filter(
      answer =>
        isIn(answer.past, release) &&
        saidIn(answer.past, topic, release) !== answer.statements[topic],
    );
    const before = changed.filter(answer =>
      saidIn(answer.past, topic, release),
    ).length;
    const after = changed.filter(({ statements }) => statements[topic]).length;
    const unsure = Math.min(gone, added);
    return [gone + before, added + after].every(side =>
      rules.mayDiffer({ sure: side - unsure, unsure }, threshold),
    );
  };
  const changedOn = (topic: Topic, release: number) =>
    answers.filter(
      answer =>
        isIn(answer.past, release) &&
        saidIn(answer.past, topic, release) !== answer.statements[topic],
    ).length;
  const isNews = (topic: Topic) => {
    const last = past.publishedOn[topic]?.at(-1);
    return (
      last === undefined ||
      past.gone[last] > 0 ||
      answers.some(answer => !isIn(answer.past, last)) ||
      changedOn(topic, last) > 0
    );
  };
  const isLarge = (topic: Topic) => {
    if (topic === 'comments') {
      return rules.isLargeEnough(answers.length, commentThreshold);
    }
    const counted =
      topic === 'participation'
        ? answers
        : answers.filter(({ statements }) => isRating(statements[topic]));
    return rules.isLargeEnough(counted.length, k);
  };

  if (!past.gone.every((_, release) => mayFollow(release))) return [];
  return topics.filter(
    topic =>
      isNews(topic) &&
      isLarge(topic) &&
      (past.publishedOn[topic] ?? []).every(release =>
        mayFollowOn(topic, release),
      ),
  );
}

/**
 * The past of a round after a release on some topics.
 *
 * @public
 */
export function addRelease(
  past: ReleasePast,
  published: readonly Topic[],
): ReleasePast {
  const release = past.gone.length;
  const publishedOn = { ...past.publishedOn };
  for (const topic of published) {
    publishedOn[topic] = [...(publishedOn[topic] ?? []), release];
  }
  return { ...past, gone: [...past.gone, 0], publishedOn };
}

/**
 * The past of an answer after a release on some topics.
 *
 * @public
 */
export function addStatements(
  { past, statements }: CountedAnswer,
  release: number,
  published: readonly Topic[],
): AnswerPast {
  const said = { ...past.said };
  for (const topic of published) {
    const before = said[topic] ?? [];
    if (before.at(-1)?.[1] !== statements[topic]) {
      said[topic] = [...before, [release, statements[topic]]];
    }
  }
  return { since: past.since ?? release, said };
}

/**
 * The past of a round after an answer was withdrawn or erased.
 *
 * @public
 */
export function addGone(past: ReleasePast, answer: AnswerPast): ReleasePast {
  const goneSaying = { ...past.goneSaying };
  for (const topic of topics) {
    const before = goneSaying[topic] ?? [];
    goneSaying[topic] = past.gone.map(
      (_, release) =>
        (before[release] ?? 0) +
        (isIn(answer, release) && saidIn(answer, topic, release) ? 1 : 0),
    );
  }
  return {
    ...past,
    gone: past.gone.map((count, release) =>
      isIn(answer, release) ? count + 1 : count,
    ),
    goneSaying,
  };
}
