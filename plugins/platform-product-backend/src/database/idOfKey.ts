import { createHash } from 'crypto';

/** An id in the form of a UUID that is the same for a key at every start. */
export function idOfKey(kind: string, key: string): string {
  const hash = createHash('sha256').update(`${kind} ${key}`).digest('hex');
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hash.slice(ends[index - 1] ?? 0, end))
    .join('-');
}
