import {
  Home,
  PlatformProductApi,
} from '@platform-product/backstage-plugin-common';

/** How much waits for the reader; all ratings that are wanted count as one. */
export const countWaiting = ({
  waiting,
  totalRatings,
}: Pick<Home, 'waiting' | 'totalRatings'>): number =>
  waiting.totalItems + Math.min(totalRatings, 1);

/** How much waits, as whoever has looked last has found; for who shows the number. */
class WaitingCounts {
  readonly #counts = new WeakMap<PlatformProductApi, number>();
  readonly #listeners = new Set<() => void>();

  get(api: PlatformProductApi): number | undefined {
    return this.#counts.get(api);
  }

  set(api: PlatformProductApi, home: Home): void {
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
