import { createHmac } from 'crypto';

/**
 * What stands for a person in the answers of one round and service: a keyed hash,
 * which tells nothing without the round's secret, and nothing to
 * anybody once that is destroyed. Hexadecimal, 64 characters.
 */
export function linkOf(
  secret: string,
  userRef: string,
  entityRef: string,
): string {
  return createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(JSON.stringify([userRef, entityRef]))
    .digest('hex');
}
