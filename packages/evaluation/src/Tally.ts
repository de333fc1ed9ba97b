/** How well a method does. Shares are between 0 and 1. */
export interface Figures {
  /** Share of the changes of which somebody who reviewed is named first. */
  readonly top1: number;
  readonly top3: number;
  readonly top5: number;
  /** Mean of 1 / place of the first named who reviewed. */
  readonly mrr: number;
  /** As top3, of changes whose author has made fewer than five before. */
  readonly newcomersTop3: number;
  /** How unevenly the three who are named are spread; 0 is evenly. */
  readonly gini: number;
  /** Number of changes. */
  readonly n: number;
}

/** The Gini coefficient of the given loads: 0 where all are equal. */
export function giniOf(loads: readonly number[]): number {
  const sorted = [...loads].sort((a, b) => a - b);
  const n = sorted.length;
  const sum = sorted.reduce((a, b) => a + b, 0);
  if (!sum) return 0;
  const ranked = sorted.reduce((all, x, index) => all + (index + 1) * x, 0);
  return (2 * ranked) / (n * sum) - (n + 1) / n;
}

const named = 3;

/** Counts how often a method is right. */
export class Tally {
  #n = 0;
  #newcomers = 0;
  #newcomerHits = 0;
  #reciprocals = 0;
  readonly #hits = new Map([1, 3, 5].map(place => [place, 0]));
  /** Everybody who was named or did review, with how often they were named. */
  readonly #load = new Map<string, number>();

  add(options: {
    readonly ranking: readonly string[];
    readonly reviewers: readonly string[];
    readonly isNewcomer: boolean;
  }) {
    const { ranking, reviewers, isNewcomer } = options;
    const index = ranking.findIndex(person => reviewers.includes(person));
    const place = index < 0 ? Infinity : index + 1;
    this.#n += 1;
    this.#reciprocals += 1 / place;
    for (const [most, hits] of this.#hits) {
      if (place <= most) this.#hits.set(most, hits + 1);
    }
    if (isNewcomer) {
      this.#newcomers += 1;
      if (place <= named) this.#newcomerHits += 1;
    }
    for (const person of ranking.slice(0, named)) {
      this.#load.set(person, (this.#load.get(person) ?? 0) + 1);
    }
    for (const person of reviewers) {
      this.#load.set(person, this.#load.get(person) ?? 0);
    }
  }

  figures(): Figures {
    const share = (part: number, whole: number) => (whole ? part / whole : 0);
    const top = (most: number) => share(this.#hits.get(most) ?? 0, this.#n);
    return {
      top1: top(1),
      top3: top(3),
      top5: top(5),
      mrr: share(this.#reciprocals, this.#n),
      newcomersTop3: share(this.#newcomerHits, this.#newcomers),
      gini: giniOf([...this.#load.values()]),
      n: this.#n,
    };
  }
}
