import { Statements, Topic, topics } from './statements';

/**
 * What the releases of a round have had of an answer; they are counted from 0.
 * By topic, as saying what it was counted from which release on, the oldest first;
 * null where it was not counted any more.
 *
 * @public
 */
export type AnswerPast = Partial<
  Readonly<
    Record<
      Topic,
      ReadonlyArray<readonly [release: number, words: string | null]>
    >
  >
>;

/**
 * What the releases of a round and a service were.
 *
 * @public
 */
export interface ReleasePast {
  readonly releases: number;
  /** By topic, the releases that brought new figures. */
  readonly publishedOn: Partial<Readonly<Record<Topic, readonly number[]>>>;
}

/**
 * An answer as far as the rules have to know it.
 *
 * @public
 */
export interface CountedAnswer {
  /** What it says now; undefined once it was taken back. */
  readonly statements?: Statements;
  readonly past: AnswerPast;
}

/**
 * One published set: for each answer as saying what it is counted, undefined where
 * it is not. Those of one service stand side by side, in the order of the answers.
 */
export type CountedSet = ReadonlyArray<string | undefined>;

/**
 * A release: the sets that are new, by topic.
 *
 * @public
 */
export type PlannedRelease = Partial<Readonly<Record<Topic, CountedSet>>>;

/**
 * Of a service of which nothing was released yet.
 *
 * @public
 */
export const noReleasePast: ReleasePast = { releases: 0, publishedOn: {} };

const runAt = (past: AnswerPast, topic: Topic, release: number) =>
  past[topic]?.filter(([since]) => since <= release).at(-1);

/**
 * As saying what a release that brought a topic has counted an answer; undefined
 * where it has not.
 */
export function saidIn(
  past: AnswerPast,
  topic: Topic,
  release: number,
): string | undefined {
  return runAt(past, topic, release)?.[1] ?? undefined;
}

/**
 * Since which release an answer has been counted as it was in a release that
 * brought a topic; undefined where it was not counted.
 */
export function saidSince(
  past: AnswerPast,
  topic: Topic,
  release: number,
): number | undefined {
  const [since, words] = runAt(past, topic, release) ?? [];
  return words === null ? undefined : since;
}

/**
 * The past of a round after one more release.
 *
 * @public
 */
export function addRelease(
  { releases, publishedOn }: ReleasePast,
  planned: PlannedRelease,
): ReleasePast {
  const published = topics.filter(topic => planned[topic]);
  return {
    releases: releases + 1,
    publishedOn: {
      ...publishedOn,
      ...Object.fromEntries(
        published.map(topic => [
          topic,
          [...(publishedOn[topic] ?? []), releases],
        ]),
      ),
    },
  };
}

/**
 * The past of the answer at an index after a release.
 *
 * @public
 */
export function addToPast(
  past: AnswerPast,
  release: number,
  planned: PlannedRelease,
  index: number,
): AnswerPast {
  const news = topics.flatMap(topic => {
    const set = planned[topic];
    const before = past[topic] ?? [];
    const words = set?.[index] ?? null;
    return set && words !== (before.at(-1)?.[1] ?? null)
      ? [[topic, [...before, [release, words]]]]
      : [];
  });
  return { ...past, ...Object.fromEntries(news) };
}
