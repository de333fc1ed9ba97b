import { createHash } from 'crypto';
import { FieldError } from './FieldError';

const markLength = 10;

/** Tells lists apart, however long their names. */
function markOf(list: string): string {
  return createHash('sha256')
    .update(list)
    .digest('base64url')
    .slice(0, markLength);
}

/**
 * An opaque cursor of a place in a list, which is named by its route and by what
 * it is about.
 */
export function encodePosition(list: string, position: string): string {
  return Buffer.from(`${position} ${markOf(list)}`).toString('base64url');
}

/**
 * The place that a cursor stands for, as digits.
 *
 * @throws FieldError when the cursor is not one of this list
 */
export function decodePosition(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [position] = text.split(' ');
  if (!/^\d{1,15}$/.test(position) || text !== `${position} ${markOf(list)}`) {
    throw new FieldError('cursor', 'not a cursor of this list');
  }
  return position;
}

/**
 * Where in a list a page starts; at its start without a cursor.
 *
 * @throws FieldError when the cursor is not one of this list
 */
export function readOffset(list: string, cursor: string | undefined): number {
  return cursor === undefined ? 0 : Number(decodePosition(list, cursor));
}

/** The cursor of the page after one; undefined where there is none. */
export function nextCursor(
  list: string,
  page: {
    readonly offset: number;
    readonly size: number;
    readonly totalItems: number;
  },
): string | undefined {
  const next = page.offset + page.size;
  return page.size > 0 && next < page.totalItems
    ? encodePosition(list, `${next}`)
    : undefined;
}
