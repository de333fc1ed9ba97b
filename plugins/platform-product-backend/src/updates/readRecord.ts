import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * What a record to import says, as if it were written here.
 *
 * @throws InputError naming the record, and its first bad field
 */
export function readRecord<T>(
  schema: z.ZodType<T>,
  content: unknown,
  name: string,
): T {
  const { data, error } = schema.safeParse(content);
  if (!error) return data;
  const [{ path, message }] = error.issues;
  throw new InputError(
    `The ${name} to import has a bad field ${path.join('.')}: ${message}`,
  );
}
