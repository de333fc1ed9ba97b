import { InputError } from '@backstage/errors';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Checks the expiry that somebody asks for and answers with it in UTC.
 *
 * @throws InputError when it is past or too far away
 */
export function readExpiry(
  expiresAt: string,
  now: Date,
  longest: number,
): string {
  const expiry = new Date(expiresAt);
  if (!(expiry > now)) {
    throw new InputError('Invalid request: body.expiresAt: must be to come');
  }
  if (+expiry > +now + longest) {
    const days = Math.floor(longest / millisecondsPerDay);
    throw new InputError(
      `Invalid request: body.expiresAt: must be within ${days} days`,
    );
  }
  return expiry.toISOString();
}
