import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Runs what works on content that no log may hold. The errors of a database quote
 * the values of a statement, so another one is thrown in their place.
 */
export async function withholdContent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { name, code } = error as { name?: unknown; code?: unknown };
    const isWord = (value: unknown) =>
      typeof value === 'string' && /^\w+$/.test(value);
    throw new ServiceUnavailableError(
      `Answers could not be read or written (${[name, code]
        .filter(isWord)
        .join(' ')})`,
    );
  }
}
