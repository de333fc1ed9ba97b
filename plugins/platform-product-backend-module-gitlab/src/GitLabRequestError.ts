import {
  ForgeVerdict,
  readRetryAfter,
} from '@platform-product/backstage-plugin-node';

const DEFAULT_WAIT = 60_000;

/** GitLab did not do what it was asked for. Tells nothing of the request. */
export class GitLabRequestError extends Error {
  override readonly name = 'GitLabRequestError';
  /** Of the answer; 0 when there was none, or only a part of one. */
  readonly status: number;
  readonly #headers: Headers | undefined;

  constructor(
    message: string,
    options: { status: number; headers?: Headers; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.#headers = options.headers;
  }

  /** Tells rate limits and passing failures from lasting ones. */
  judge(now: Date): ForgeVerdict {
    if (this.status === 429) {
      return { action: 'wait', until: this.#limitEnd(now) };
    }
    return { action: !this.status || this.status >= 500 ? 'retry' : 'fail' };
  }

  #limitEnd(now: Date): Date {
    const header = (name: string) => this.#headers?.get(name) ?? undefined;
    const retryAt = readRetryAfter(header('retry-after'), now);
    if (retryAt) return retryAt;
    const reset = Number(header('ratelimit-reset'));
    return new Date(reset > 0 ? reset * 1000 : now.getTime() + DEFAULT_WAIT);
  }
}
