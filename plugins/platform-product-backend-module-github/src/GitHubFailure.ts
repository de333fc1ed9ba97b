import {
  ForgeVerdict,
  readRetryAfter,
} from '@platform-product/backstage-plugin-node';
import { asObject } from './asObject';

/** What is known of a call that failed. */
export interface GitHubFailure {
  /** Of the answer; 0 when there was none, absent for errors of other kinds. */
  readonly status?: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** What a query failed of, where GitHub did answer it. */
  readonly errors: ReadonlyArray<{
    readonly type: string;
    readonly message: string;
    /** Whether only an inner part of the answer is missing. */
    readonly isPartial: boolean;
  }>;
}

const DEFAULT_WAIT = 60_000;
const INNER_DEPTH = 3;

// octokit gives status 500 to calls that were never answered.
function statusOf(error: Record<string, unknown>): number | undefined {
  if (typeof error.status !== 'number') return undefined;
  return error.response ? error.status : 0;
}

/** Reads an error of `@octokit/graphql`, whichever of its kinds it is. */
export function readFailure(error: unknown): GitHubFailure {
  const { message, headers, errors, response } = asObject(error);
  return {
    status: statusOf(asObject(error)),
    message: String(message),
    headers: asObject(headers ?? asObject(response).headers),
    errors: (Array.isArray(errors) ? errors : []).map(asObject).map(item => ({
      type: String(item.type ?? asObject(item.extensions).code ?? ''),
      message: String(item.message),
      isPartial: Array.isArray(item.path) && item.path.length > INNER_DEPTH,
    })),
  };
}

/** Whether GitHub could not do the query because it asked for too much. */
export function isTooMuch({ status, errors }: GitHubFailure): boolean {
  return (
    status === 502 ||
    status === 504 ||
    errors.some(
      error =>
        /NODE_LIMIT|RESOURCE_LIMITS/.test(error.type) ||
        /something went wrong|timeout|timed out/i.test(error.message),
    )
  );
}

/** Whether parts of the answer are missing that the token may not see. */
export function isPartlyHidden({ errors }: GitHubFailure): boolean {
  return (
    errors.length > 0 &&
    errors.every(
      error => error.isPartial && /^(FORBIDDEN|NOT_FOUND)$/.test(error.type),
    )
  );
}

/** Whether an error that GitHubApi forwards is of one of GitHub's types. */
export function isErrorOfType(error: unknown, type: string): boolean {
  const { errors } = readFailure(asObject(error).cause);
  return errors.some(item => item.type === type);
}

function limitEnd(failure: GitHubFailure, now: Date): Date {
  const { headers } = failure;
  const retryAt = readRetryAfter(String(headers['retry-after'] ?? ''), now);
  if (retryAt) return retryAt;
  const reset = Number(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && reset > 0
    ? new Date(reset * 1000)
    : new Date(now.getTime() + DEFAULT_WAIT);
}

/**
 * Tells rate limits and passing failures from lasting ones, as described in
 * "Rate limits and query limits for the GraphQL API" in GitHub's docs.
 */
export function judgeFailure(failure: GitHubFailure, now: Date): ForgeVerdict {
  const { status, message, headers, errors } = failure;
  const isLimit =
    errors.some(error => /^RATE_LIMIT(ED)?$/.test(error.type)) ||
    status === 429 ||
    /secondary rate limit/i.test(message) ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0'));
  if (isLimit) return { action: 'wait', until: limitEnd(failure, now) };
  if (errors.length) return { action: isTooMuch(failure) ? 'retry' : 'fail' };
  return { action: status === 0 || Number(status) >= 500 ? 'retry' : 'fail' };
}
