import { InputError } from '@backstage/errors';

/**
 * Where in a list a page starts; at its start without a cursor.
 *
 * @throws InputError when the cursor is not one of such a list
 */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^\d{1,9}$/.test(text)) {
    throw new InputError(
      'Invalid request: query.cursor: not a cursor of this list',
    );
  }
  return Number(text);
}

/** The cursor of the page after one; undefined where there is none. */
export function nextCursor(page: {
  readonly offset: number;
  readonly size: number;
  readonly totalItems: number;
}): string | undefined {
  const next = page.offset + page.size;
  return page.size > 0 && next < page.totalItems
    ? Buffer.from(`${next}`).toString('base64url')
    : undefined;
}
