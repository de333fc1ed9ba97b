import { usePersonName } from './usePersonName';

/** A person's name, where there can't be a link. */
export function PersonName({ userRef }: { readonly userRef: string }) {
  return <>{usePersonName(userRef)}</>;
}
