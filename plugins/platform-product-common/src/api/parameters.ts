import { z } from 'zod';

/** Text that a database and a log can take: no control characters. */
export function plainText(length: { min?: number; max: number }) {
  return (
    z
      .string()
      .trim()
      .min(length.min ?? 1)
      .max(length.max)
      // eslint-disable-next-line no-control-regex
      .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, {
        message: 'must not contain control characters',
      })
      .refine(text => !/\p{Surrogate}/u.test(text), {
        message: 'must be well-formed Unicode',
      })
  );
}

const entityRefPart = plainText({ max: 253 }).regex(/^[^:/]+$/, {
  message: 'must not contain ":" or "/"',
});

/**
 * Path parameters that name one service.
 *
 * @public
 */
export const entityParams = z.object({
  kind: entityRefPart,
  namespace: entityRefPart,
  name: entityRefPart,
});

/** The full ref of a User; refs are the same in whatever case they are written. */
export const userRefParam = plainText({ max: 600 })
  .regex(/^user:[^:/]+\/[^:/]+$/i, {
    message: 'must be the full ref of a User, such as user:default/maya-lund',
  })
  .transform(text => text.toLocaleLowerCase('en-US'));

/** The service that examples are about. */
export const exampleService = {
  kind: 'component',
  namespace: 'default',
  name: 'logs',
} as const;

/**
 * Path parameters that name one thing by its id. What was brought in has ids that are
 * made of hashes, which no version of UUIDs describes.
 *
 * @public
 */
export const idParams = z.object({ id: z.guid() });

/**
 * A page of a list, as the catalog gives it.
 *
 * @public
 */
export interface ListPage<TItem> {
  /** In the order of the list. */
  readonly items: readonly TItem[];
  /** How many there are on all pages. */
  readonly totalItems: number;
  /** Where the list goes on. */
  readonly pageInfo: {
    /** Where the next page starts; absent on the last. */
    readonly nextCursor?: string;
  };
}

/** What an answer has beside its items. */
export const listFields = {
  totalItems: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
};

export function listOf<TItem>(
  item: z.ZodType<TItem>,
): z.ZodType<ListPage<TItem>> {
  return z.object({ items: z.array(item), ...listFields });
}
