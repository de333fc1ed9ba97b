import { PortfolioQuery } from '@platform-product/backstage-plugin-common';
import { z } from 'zod';
import { FieldError } from '../operations/FieldError';
import { isPositionFor } from '../services/DatabaseServiceListStore';
import { ListPosition } from '../services/ServiceListStore';

const cursorSchema = z.tuple([
  z.string(),
  z.enum(['asc', 'desc']),
  z.union([z.string().max(1000), z.number()]),
  z.string().max(1000),
]);

type Sorting = Pick<PortfolioQuery, 'sort' | 'order'>;

/** Makes an opaque cursor of the place after which the next page starts. */
export function encodeCursor(sorting: Sorting, position: ListPosition): string {
  return Buffer.from(
    JSON.stringify([
      sorting.sort,
      sorting.order,
      position.value,
      position.entityRef,
    ]),
  ).toString('base64url');
}

/** @throws FieldError when the cursor is not one of this sorting */
export function decodeCursor(sorting: Sorting, cursor: string): ListPosition {
  try {
    const [sort, order, value, entityRef] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    const position = { value, entityRef };
    const isClean = ![value, entityRef].some(part =>
      String(part).includes('\u0000'),
    );
    if (
      isClean &&
      sort === sorting.sort &&
      order === sorting.order &&
      isPositionFor(sorting.sort, position)
    ) {
      return position;
    }
  } catch {
    // reported below, like a cursor of another list
  }
  throw new FieldError('cursor', 'not a cursor of a list sorted so');
}
