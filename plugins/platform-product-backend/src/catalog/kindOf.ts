import { parseEntityRef } from '@backstage/catalog-model';

/** The kind in a full ref, in lower case; undefined where that is no ref. */
export function kindOf(ref: string): string | undefined {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
  } catch {
    return undefined;
  }
}
