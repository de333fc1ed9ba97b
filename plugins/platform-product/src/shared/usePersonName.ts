import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** A person's name, for texts that can't hold a link. */
export function usePersonName(userRef: string): string {
  return useEntityPresentation(userRef, { defaultKind: 'user' }).primaryTitle;
}
