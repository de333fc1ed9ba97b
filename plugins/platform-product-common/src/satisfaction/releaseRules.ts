import {
  CountedAnswer,
  CountedSet,
  PlannedRelease,
  ReleasePast,
  saidIn,
  wasCounted,
} from './releasePast';
import { isTextTopic, Topic, topics } from './statements';

/**
 * What may be published. Kept apart so that tests can do without each rule.
 *
 * @public
 */
export interface ReleaseRules {
  /** Whether so many answers are enough to show anything of them. */
  isLargeEnough(answers: number, threshold: number): boolean;
  /** Whether one set may be published that holds so many which another lacks. */
  mayDiffer(answers: number, threshold: number): boolean;
}

/**
 * The rules of the releases within a round:
 *
 * - nothing is shown of fewer answers than the threshold;
 * - of any two published sets, the answers that only one of them holds are none
 *   or at least as many, on either side. An answer that has changed is one answer
 *   on both sides. So whoever subtracts one from the other is left with the sum of
 *   so many answers, never with one.
 *
 * @public
 */
export const releaseRules: ReleaseRules = {
  isLargeEnough: (answers, threshold) => answers >= threshold,
  mayDiffer: (answers, threshold) => answers === 0 || answers >= threshold,
};

const countIn = (set: CountedSet) =>
  set.filter(words => words !== undefined).length;

const isSame = (one: CountedSet, other: CountedSet) =>
  one.every((words, index) => words === other[index]);

/** How many are counted in one release and not in another. */
const countMissing = (
  counted: readonly boolean[],
  beside: readonly boolean[],
) => counted.filter((isCounted, index) => isCounted && !beside[index]).length;

/**
 * How many answers one set holds that another lacks. Of a feature those who rated
 * it count; of texts all who answered, since any of them may have written what is
 * new, but nobody where no text is.
 */
function countAlone(topic: Topic, set: CountedSet, beside: CountedSet): number {
  const alone = set.filter((words, index) => words !== beside[index]);
  const telling = alone.filter(Boolean).length;
  return isTextTopic(topic) && telling ? countIn(alone) : telling;
}

/** Plans the next release of one service; all of its sets stand side by side. */
class ReleasePlanner {
  readonly #answers: readonly CountedAnswer[];
  readonly #k: number;
  readonly #commentThreshold: number;
  readonly #rules: ReleaseRules;
  /** For each release whom it counted. */
  readonly #countedIn: readonly boolean[][];
  /** For each topic the sets that were published, the oldest first. */
  readonly #saidOn: ReadonlyMap<Topic, readonly CountedSet[]>;

  constructor(options: Parameters<typeof planRelease>[0], rules: ReleaseRules) {
    const { answers, past } = options;
    this.#answers = answers;
    this.#k = options.k;
    this.#commentThreshold = options.commentThreshold;
    this.#rules = rules;
    this.#countedIn = Array.from({ length: past.releases }, (_, release) =>
      answers.map(answer => wasCounted(answer.past, release)),
    );
    this.#saidOn = new Map(
      topics.map(topic => [
        topic,
        (past.publishedOn[topic] ?? []).map(release =>
          answers.map(answer => saidIn(answer.past, topic, release)),
        ),
      ]),
    );
  }

  plan(): PlannedRelease | undefined {
    for (const counted of this.#choices()) {
      if (!this.#mayCount(counted)) continue;
      const said = this.#sayOn(counted);
      const isTold = Object.keys(said).length > 0;
      if (isTold && this.#mayLeave(counted, said)) return { counted, said };
    }
    return undefined;
  }

  /**
   * Whom to count, the best choice first: those who answer now; without the new
   * ones; with those who have taken their answer back; both.
   */
  #choices(): boolean[][] {
    const now = this.#answers.map(({ statements }) => Boolean(statements));
    const before = this.#countedIn.at(-1);
    if (!before) return [now];
    return [
      now,
      now.map((isIn, index) => isIn && before[index]),
      now.map((isIn, index) => isIn || before[index]),
      before,
    ];
  }

  #mayCount(counted: readonly boolean[]): boolean {
    return (
      this.#rules.isLargeEnough(counted.filter(Boolean).length, this.#k) &&
      this.#countedIn.every(
        earlier =>
          this.#rules.mayDiffer(countMissing(counted, earlier), this.#k) &&
          this.#rules.mayDiffer(countMissing(earlier, counted), this.#k),
      )
    );
  }

  /** The topics with news that may be told of some answers. */
  #sayOn(counted: readonly boolean[]): PlannedRelease['said'] {
    return Object.fromEntries(
      topics.flatMap(topic => {
        const last = this.#saidOn.get(topic)?.at(-1);
        const now = this.#nowOn(topic, counted);
        // Whoever was told by other words still is, until enough have changed.
        const asBefore = now.map((words, index) =>
          words === undefined ? words : last?.[index] ?? words,
        );
        const set = [now, asBefore].find(some => this.#mayTell(topic, some));
        return set && !(last && isSame(set, last)) ? [[topic, set]] : [];
      }),
    );
  }

  /** Everybody by what they say now, or said last before they took it back. */
  #nowOn(topic: Topic, counted: readonly boolean[]): CountedSet {
    return this.#answers.map(({ statements, past }, index) => {
      if (!counted[index]) return undefined;
      if (statements) return statements[topic];
      return past.said[topic]?.at(-1)?.[1] ?? '';
    });
  }

  #mayTell(topic: Topic, set: CountedSet): boolean {
    const threshold = isTextTopic(topic) ? this.#commentThreshold : this.#k;
    const size = isTextTopic(topic) ? countIn(set) : set.filter(Boolean).length;
    return (
      this.#rules.isLargeEnough(size, threshold) &&
      (this.#saidOn.get(topic) ?? []).every(
        earlier =>
          this.#rules.mayDiffer(countAlone(topic, set, earlier), threshold) &&
          this.#rules.mayDiffer(countAlone(topic, earlier, set), threshold),
      )
    );
  }

  /**
   * Those who have taken their answer back leave together, and from all figures
   * that hold them: what could not be told without them would stay for good.
   */
  #mayLeave(
    counted: readonly boolean[],
    said: PlannedRelease['said'],
  ): boolean {
    return topics.every(topic => {
      const last = this.#saidOn.get(topic)?.at(-1);
      const isLeft = last?.some((words, index) => words && !counted[index]);
      return !isLeft || said[topic];
    });
  }
}

/**
 * The next release of a service in a round: whom it counts, and the topics on
 * which it brings new figures; undefined where nothing new may be told.
 *
 * An answer that was changed, added or taken back shows as soon as all published
 * sets allow it; until then it is counted as it was. So nothing is ever stuck,
 * and no two releases differ by a few.
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
  return new ReleasePlanner(options, rules).plan();
}
