import {
  Home,
  PlatformProductApi,
} from '@platform-product/backstage-plugin-common';

/** So often somebody looks, in milliseconds. */
export const lookEvery = 5 * 60 * 1000;

/** How much waits for the reader; all ratings that are wanted count as one. */
export const countWaiting = ({
  waiting,
  totalRatings,
}: Pick<Home, 'waiting' | 'totalRatings'>): number =>
  waiting.totalItems + Math.min(totalRatings, 1);

/** How much waits, as whoever has looked last has found; for who shows the number. */
class WaitingCounts {
  readonly #counts = new WeakMap<PlatformProductApi, number>();
  readonly #lookedAt = new WeakMap<PlatformProductApi, number>();
  readonly #listeners = new Set<() => void>();

  get(api: PlatformProductApi): number | undefined {
    return this.#counts.get(api);
  }

  /** Looks, unless somebody has in the last minutes. */
  async look(api: PlatformProductApi): Promise<void> {
    const last = this.#lookedAt.get(api) ?? -Infinity;
    if (Date.now() - last < lookEvery) return;
    this.#lookedAt.set(api, Date.now());
    try {
      this.set(api, await api.call('getHome', { params: {} }));
    } catch {
      // A number that can't be told is no news; the page says what is wrong.
    }
  }

  set(api: PlatformProductApi, home: Home): void {
    this.#lookedAt.set(api, Date.now());
    this.#counts.set(api, countWaiting(home));
    this.#listeners.forEach(listener => listener());
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };
}

export const waitingCounts = new WaitingCounts();
