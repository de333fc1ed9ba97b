import { Statements, Topic, topics } from './statements';

/**
 * A value from a release on, until another one follows; the oldest first.
 *
 * @public
 */
export type Since<T> = ReadonlyArray<readonly [release: number, value: T]>;

/**
 * What the releases of a round have had of an answer; they are counted from 0.
 *
 * @public
 */
export interface AnswerPast {
  /** Whether it was among those that were counted. */
  readonly counted: Since<boolean>;
  /** By topic, as what it was counted where the topic was published. */
  readonly said: Partial<Readonly<Record<Topic, Since<string>>>>;
}

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
 * One published set: for each answer as what it is counted, undefined where it is
 * not. Those of one service stand side by side, in the order of the answers.
 *
 * @public
 */
export type CountedSet = ReadonlyArray<string | undefined>;

/**
 * A release: who is counted, and as saying what on the topics that are new.
 *
 * @public
 */
export interface PlannedRelease {
  readonly counted: readonly boolean[];
  readonly said: Partial<Readonly<Record<Topic, CountedSet>>>;
}

/**
 * Of a service of which nothing was released yet.
 *
 * @public
 */
export const noReleasePast: ReleasePast = { releases: 0, publishedOn: {} };

/**
 * Of an answer that no release holds yet.
 *
 * @public
 */
export const noAnswerPast: AnswerPast = { counted: [], said: {} };

const at = <T>(values: Since<T> | undefined, release: number) =>
  values?.filter(([since]) => since <= release).at(-1)?.[1];

/**
 * Whether a release has counted an answer.
 *
 * @public
 */
export function wasCounted({ counted }: AnswerPast, release: number): boolean {
  return at(counted, release) ?? false;
}

/**
 * As saying what a release that brought a topic has counted an answer; undefined
 * where it has not.
 *
 * @public
 */
export function saidIn(
  past: AnswerPast,
  topic: Topic,
  release: number,
): string | undefined {
  return wasCounted(past, release) ? at(past.said[topic], release) : undefined;
}

/**
 * The past of a round after one more release.
 *
 * @public
 */
export function addRelease(
  { releases, publishedOn }: ReleasePast,
  { said }: PlannedRelease,
): ReleasePast {
  const published = topics.filter(topic => said[topic]);
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
  { counted, said }: PlannedRelease,
  index: number,
): AnswerPast {
  const added = <T>(values: Since<T> = [], value: T): Since<T> =>
    values.at(-1)?.[1] === value ? values : [...values, [release, value]];
  const news = Object.entries(said).flatMap(([topic, set]) => {
    const words = set[index];
    return words === undefined
      ? []
      : [[topic, added(past.said[topic as Topic], words)]];
  });
  return {
    counted:
      counted[index] || past.counted.length
        ? added(past.counted, counted[index])
        : past.counted,
    said: { ...past.said, ...Object.fromEntries(news) },
  };
}
