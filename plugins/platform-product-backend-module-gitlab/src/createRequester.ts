import {
  createRequesterFn,
  RequestOptions,
  ResponseBodyTypes,
} from '@gitbeaker/requester-utils';
import { GitLabRequestError } from './GitLabRequestError';

const CALL_TIMEOUT = 30_000;

/**
 * What gitbeaker sends its requests with. Its own requester repeats them ten
 * times in a row, rate limits included, and cannot be aborted.
 */
export function createRequester(signal: AbortSignal) {
  async function send(endpoint: string, options: RequestOptions) {
    // gitbeaker ends some prefixes with a slash, and others not.
    const url = new URL(`${options.prefixUrl?.replace(/\/$/, '')}/${endpoint}`);
    url.search = options.searchParams ?? '';
    let response: Response;
    let body: ResponseBodyTypes;
    try {
      response = await fetch(url, {
        headers: options.headers,
        signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT)]),
      });
      body = response.ok ? await response.json() : await response.text();
    } catch (cause) {
      throw new GitLabRequestError('No answer', { status: 0, cause });
    }
    const { ok, status, statusText, headers } = response;
    if (!ok) {
      const message = `Request failed with status ${status} ${statusText}`;
      throw new GitLabRequestError(message, { status, headers });
    }
    return { body, status, headers: Object.fromEntries(headers) };
  }

  return createRequesterFn(
    async (_, options) => options,
    (endpoint, options = {}) => send(endpoint, options),
  );
}
