import { Answer, RatedFeature, ratedFeatures } from './features';

/** What figures are published on, each by itself. */
export const topics = ['participation', ...ratedFeatures, 'comments'] as const;

/** @public */
export type Topic = (typeof topics)[number];

/** What an answer says on each topic, in words that are equal where it says the same. */
export type Statements = Readonly<Record<Topic, string>>;

/** What an answer said on the topics on which it counts in published figures. */
export type PublishedStatements = Partial<Statements>;

/** How many answers of published figures are there no more, by topic. */
export type GoneCounts = Partial<Readonly<Record<Topic, number>>>;

/** Whether an answer leaves nothing out. To say that one can't say is to answer. */
export function isComplete({ ratings }: Answer): boolean {
  return ratedFeatures.every(feature => ratings[feature] !== undefined);
}

/** Puts an answer into the words by which its changes are told. */
export function statementsOf(answer: Answer): Statements {
  const features = Object.fromEntries(
    ratedFeatures.map(feature => [feature, `${answer.ratings[feature] ?? ''}`]),
  ) as Record<RatedFeature, string>;
  return {
    participation: isComplete(answer) ? 'complete' : 'partial',
    ...features,
    comments: answer.comment ?? '',
  };
}

/** How answers differ from the figures that were published last. */
export interface Difference {
  /** Answers that are not in the published figures. */
  readonly added: number;
  /** Answers that said something else there. */
  readonly changed: number;
  /** Answers of the published figures that were withdrawn or erased. */
  readonly removed: number;
}

/** What may be published. Kept apart so that tests can do without each rule. */
export interface ReleaseRules {
  /** Whether so many answers are enough to show anything of them. */
  isLargeEnough(answers: number, threshold: number): boolean;
  /** Whether figures that differ so may follow published ones. */
  mayFollow(difference: Difference, k: number): boolean;
}

/**
 * The rules of the releases within a round:
 *
 * - nothing is shown of fewer answers than the threshold;
 * - between any two published figures, the answers that only one of them holds are
 *   none or at least k, on either side. An answer that has changed is one answer
 *   on both sides. So whoever subtracts one from the other is left with the sum
 *   of k answers, never with one.
 */
export const releaseRules: ReleaseRules = {
  isLargeEnough: (answers, threshold) => answers >= threshold,
  mayFollow({ added, changed, removed }, k) {
    const isSafe = (side: number) => side === 0 || side >= k;
    return isSafe(added + changed) && isSafe(removed + changed);
  },
};

/** An answer as far as the rules have to know it. */
export interface CountedAnswer {
  readonly statements: Statements;
  readonly published: PublishedStatements;
}

function differenceOn(
  topic: Topic,
  answers: readonly CountedAnswer[],
  gone: GoneCounts,
): Difference {
  const added = answers.filter(
    ({ published }) => published[topic] === undefined,
  ).length;
  const same = answers.filter(
    ({ published, statements }) => published[topic] === statements[topic],
  ).length;
  return {
    added,
    changed: answers.length - added - same,
    removed: gone[topic] ?? 0,
  };
}

const isRating = (statement: string) => /^\d$/.test(statement);

/**
 * The topics on which new figures may be published: those on which anything has
 * changed, with enough answers, and enough changes not to give anybody away. A
 * feature needs k ratings, apart from those who can't say.
 */
export function planRelease(
  options: {
    readonly answers: readonly CountedAnswer[];
    readonly gone: GoneCounts;
    readonly k: number;
    readonly commentThreshold: number;
  },
  rules: ReleaseRules = releaseRules,
): Topic[] {
  const { answers, gone, k, commentThreshold } = options;
  return topics.filter(topic => {
    const difference = differenceOn(topic, answers, gone);
    const { added, changed, removed } = difference;
    if (added + changed + removed === 0) return false;
    const threshold = topic === 'comments' ? commentThreshold : k;
    const isFeature = topic !== 'comments' && topic !== 'participation';
    const counted = isFeature
      ? answers.filter(({ statements }) => isRating(statements[topic]))
      : answers;
    return (
      rules.isLargeEnough(counted.length, threshold) &&
      rules.mayFollow(difference, k)
    );
  });
}
