import { setTimeout } from 'node:timers/promises';
import { ForgeBusyError } from './ForgeBusyError';

/**
 * What a failed call means: there is no use in trying again, it may go well
 * the next time, or the forge says when to come back.
 *
 * @public
 */
export type ForgeVerdict =
  | { readonly action: 'fail' }
  | { readonly action: 'retry' }
  | { readonly action: 'wait'; readonly until: Date };

/** @public */
export interface ForgeCallerOptions {
  /** Names the forge in errors, such as `GitHub`. */
  readonly forge: string;
  /** How often a call is repeated after it failed. 6 by default. */
  readonly retries?: number;
  /** Milliseconds before the first repetition, then doubled. 500 by default. */
  readonly firstDelay?: number;
  /** The most milliseconds that one call waits for a limit. 60000 by default. */
  readonly longestWait?: number;
  readonly now?: () => Date;
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** @public */
export interface ForgeCall<T> {
  readonly run: () => Promise<T>;
  readonly judge: (error: unknown) => ForgeVerdict;
  readonly signal: AbortSignal;
}

/**
 * Calls a forge with patience: repeats what failed for a moment, and waits for
 * rate limits as long as that is worth it.
 *
 * @public
 */
export class ForgeCaller {
  readonly #options: Required<ForgeCallerOptions>;

  constructor(options: ForgeCallerOptions) {
    this.#options = {
      retries: 6,
      firstDelay: 500,
      longestWait: 60_000,
      now: () => new Date(),
      sleep: (milliseconds, signal) =>
        setTimeout(milliseconds, undefined, { signal }),
      ...options,
    };
  }

  /** @throws ForgeBusyError when the forge is not going to answer soon */
  async call<T>({ run, judge, signal }: ForgeCall<T>): Promise<T> {
    const { forge, retries, firstDelay } = this.#options;
    const deadline = this.#now() + this.#options.longestWait;
    for (let failures = 0; ; failures++) {
      signal.throwIfAborted();
      try {
        return await run();
      } catch (error) {
        signal.throwIfAborted();
        const verdict = judge(error);
        if (verdict.action === 'fail') throw error;
        if (failures === retries) {
          throw new ForgeBusyError(`${forge} does not answer`, {
            retryAt: verdict.action === 'wait' ? verdict.until : undefined,
            cause: error,
          });
        }
        if (verdict.action === 'wait') {
          await this.#wait({ ...verdict, deadline, signal });
        } else {
          await this.#options.sleep(firstDelay * 2 ** failures, signal);
        }
      }
    }
  }

  /** @throws ForgeBusyError when that is too long from now */
  async waitUntil(until: Date, signal: AbortSignal): Promise<void> {
    const deadline = this.#now() + this.#options.longestWait;
    await this.#wait({ until, deadline, signal });
  }

  async #wait(options: {
    readonly until: Date;
    readonly deadline: number;
    readonly signal: AbortSignal;
  }): Promise<void> {
    const { until, deadline, signal } = options;
    if (until.getTime() > deadline) {
      throw new ForgeBusyError(
        `${this.#options.forge} asks to come back at ${until.toISOString()}`,
        { retryAt: until },
      );
    }
    await this.#options.sleep(
      Math.max(0, until.getTime() - this.#now()),
      signal,
    );
  }

  #now(): number {
    return this.#options.now().getTime();
  }
}
