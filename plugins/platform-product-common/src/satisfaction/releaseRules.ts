import {
  CountedAnswer,
  CountedSet,
  PlannedRelease,
  ReleasePast,
  saidIn,
  saidSince,
} from './releasePast';
import { Topic, topics } from './statements';

/**
 * What may be published. Kept apart so that tests can do without each rule.
 *
 * @public
 */
export interface ReleaseRules {
  /** Whether so many answers are enough to show anything of them. */
  isLargeEnough(answers: number, threshold: number): boolean;
  /** Whether so many answers may be told apart from all others. */
  mayBeTold(answers: number, threshold: number): boolean;
}

/**
 * The rules of the releases within a round:
 *
 * - nothing is shown of fewer answers than the threshold;
 * - a cohort, the answers that all published sets have counted alike, holds none or
 *   at least as many as the threshold. Whatever is made of published sets, by
 *   subtracting, adding or intersecting any number of them, is made of whole
 *   cohorts, so that an attacker who does so is left with the sum of so many answers.
 *
 * @public
 */
export const releaseRules: ReleaseRules = {
  isLargeEnough: (answers, threshold) => answers >= threshold,
  mayBeTold: (answers, threshold) => answers === 0 || answers >= threshold,
};

/** Indexes of answers that all sets of a topic have counted alike. */
interface Cohort {
  readonly indexes: readonly number[];
  /** Whether any set has counted them. */
  readonly wasCounted: boolean;
}

function cohortsOf(
  topic: Topic,
  answers: readonly CountedAnswer[],
  releases: readonly number[],
): Cohort[] {
  const byHistory = new Map<string, number[]>();
  for (const [index, { past }] of answers.entries()) {
    const history = releases
      .map(release => saidSince(past, topic, release) ?? '')
      .join();
    const others = byHistory.get(history);
    if (others) others.push(index);
    else byHistory.set(history, [index]);
  }
  return [...byHistory].map(([history, indexes]) => ({
    indexes,
    wasCounted: /\d/.test(history),
  }));
}

/**
 * Which answers of a cohort are counted again: the most that leaves no part of it
 * too small.
 */
function chooseMoves(
  cohort: Cohort,
  now: CountedSet,
  last: CountedSet,
  isFit: (answers: number) => boolean,
): readonly number[] {
  const { indexes, wasCounted } = cohort;
  const moved = indexes.filter(index => now[index] !== last[index]);
  const leaving = moved.filter(index => now[index] === undefined);
  const staying = moved.filter(index => now[index] !== undefined);
  const choices = [
    [staying, leaving],
    [staying, []],
    [[], leaving],
  ];
  const choice = choices.find(parts => {
    const rest = indexes.length - parts.flat().length;
    // Of those whom no set has ever counted, nothing is told by leaving them out.
    return [...parts.map(({ length }) => length), wasCounted ? rest : 0].every(
      isFit,
    );
  });
  return choice?.flat() ?? [];
}

/** The next set on a topic; undefined where nothing new may be told. */
function planTopic(
  topic: Topic,
  options: {
    readonly answers: readonly CountedAnswer[];
    readonly releases: readonly number[];
    readonly threshold: number;
  },
  rules: ReleaseRules,
): CountedSet | undefined {
  const { answers, releases, threshold } = options;
  const newest = releases.at(-1);
  const now = answers.map(({ statements }) => statements?.[topic]);
  const last = answers.map(({ past }) =>
    newest === undefined ? undefined : saidIn(past, topic, newest),
  );
  const isFit = (size: number) =>
    newest === undefined || rules.mayBeTold(size, threshold);
  const next = [...last];
  let isNews = false;
  for (const cohort of cohortsOf(topic, answers, releases)) {
    for (const index of chooseMoves(cohort, now, last, isFit)) {
      next[index] = now[index];
      isNews = true;
    }
  }
  // A score needs ratings; a text may be of anybody who has answered.
  const size = next.filter(words =>
    topic === 'texts' ? words !== undefined : words,
  ).length;
  return isNews && rules.isLargeEnough(size, threshold) ? next : undefined;
}

/**
 * The next release of a service in a round; undefined where nothing new may be
 * told.
 *
 * New answers, changed ones and those that were taken back show as soon as enough
 * of a cohort do the same, and the rest of it are enough, or nobody; until then
 * they are counted as they were.
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
): PlannedRelease | undefined {
  const { answers, past, k, commentThreshold } = options;
  const planned = topics.flatMap(topic => {
    const set = planTopic(
      topic,
      {
        answers,
        releases: past.publishedOn[topic] ?? [],
        threshold: topic === 'texts' ? commentThreshold : k,
      },
      rules,
    );
    return set ? [[topic, set] as const] : [];
  });
  return planned.length ? Object.fromEntries(planned) : undefined;
}
