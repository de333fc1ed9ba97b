import { z } from 'zod';

/**
 * What a room says of each service in lists: the fields that it adds to an item,
 * and the figures by which lists can be sorted.
 */
export interface RoomFigures {
  /** In the order in which columns stand. */
  readonly sorts: readonly string[];
  readonly fields: Readonly<Record<string, z.ZodType>>;
}
