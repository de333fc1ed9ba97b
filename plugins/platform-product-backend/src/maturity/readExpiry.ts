import { FieldError } from '../operations/FieldError';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Checks the expiry that somebody asks for and answers with it in UTC.
 *
 * @throws FieldError when it is past or too far away
 */
export function readExpiry(
  expiresAt: string,
  now: Date,
  longest: number,
): string {
  const expiry = new Date(expiresAt);
  if (!(expiry > now)) {
    throw new FieldError('expiresAt', 'must be in the future');
  }
  if (+expiry > +now + longest) {
    const days = Math.floor(longest / millisecondsPerDay);
    throw new FieldError('expiresAt', `must be within ${days} days`);
  }
  return expiry.toISOString();
}
