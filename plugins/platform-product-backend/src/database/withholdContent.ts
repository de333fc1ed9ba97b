import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Runs what works on content that no log may hold. The errors of a database quote
 * the values of a statement, so another one is thrown in their place.
 */
export async function withholdContent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new ServiceUnavailableError(
      `The database failed${
        typeof code === 'string' && /^\w+$/.test(code) ? ` (${code})` : ''
      }`,
    );
  }
}
