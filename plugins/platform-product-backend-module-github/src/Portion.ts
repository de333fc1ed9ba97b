const CALM = 5;

/**
 * How much is asked of GitHub at once. It shrinks when that was too much: to
 * fewer pull requests, and in the end to a single one without its files. It
 * grows again after things went well for a while.
 */
export class Portion {
  readonly #most: number;
  #first: number;
  #lean = false;
  #successes = 0;

  constructor(most: number) {
    this.#most = most;
    this.#first = most;
  }

  /** How many pull requests to ask for. */
  get first(): number {
    return this.#first;
  }

  /** Whether to leave out their files. */
  get lean(): boolean {
    return this.#lean;
  }

  /** That was too much. */
  shrink(): void {
    this.#successes = 0;
    this.#lean = this.#first === 1;
    this.#first = Math.max(1, Math.floor(this.#first / 2));
  }

  /** That went well. */
  succeed(): void {
    this.#lean = false;
    this.#successes += 1;
    if (this.#successes % CALM === 0) {
      this.#first = Math.min(this.#most, this.#first * 2);
    }
  }
}
