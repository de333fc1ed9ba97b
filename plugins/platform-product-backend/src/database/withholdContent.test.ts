import { ServiceUnavailableError } from '@backstage/errors';
import { withholdContent } from './withholdContent';

const secret = 'ada said: it is slow';

async function failureOf(error: unknown): Promise<Error> {
  try {
    await withholdContent(async () => {
      throw error;
    });
  } catch (thrown) {
    return thrown as Error;
  }
  throw new Error('Nothing was thrown');
}

describe('withholdContent', () => {
  it('hands over what comes of the work', async () => {
    expect(await withholdContent(async () => secret)).toBe(secret);
    expect(await withholdContent(async () => undefined)).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    [
      'an error of SQLite',
      Object.assign(new Error(`insert '${secret}' - failed`), {
        name: 'SqliteError',
        code: 'SQLITE_CONSTRAINT',
      }),
      ' (SqliteError SQLITE_CONSTRAINT)',
    ],
    [
      'an error of PostgreSQL',
      Object.assign(new Error(secret), { name: 'error', code: '23505' }),
      ' (error 23505)',
    ],
    ['an error without a code', new TypeError(secret), ' (TypeError)'],
    [
      'content in place of a name',
      { name: secret, code: secret, message: secret },
      ' ()',
    ],
    ['no error at all', secret, ' ()'],
    ['a code that is a number', { name: 'Error', code: 5 }, ' (Error)'],
    ['nothing in words', { name: '', code: `${secret}\nX` }, ' ()'],
  ])(
    'says of %s what it was, not what it was about',
    async (_, error, what) => {
      const failure = await failureOf(error);
      expect(failure).toBeInstanceOf(ServiceUnavailableError);
      expect(failure.message).toBe(
        `Answers could not be read or written${what}`,
      );
      expect(`${failure.stack} ${JSON.stringify(failure)}`).not.toContain(
        secret,
      );
      expect(failure.cause).toBeUndefined();
    },
  );
});
