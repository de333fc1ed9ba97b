import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** A person by name, linked; a name that the catalog does not know as it is. */
export function Person(props: {
  readonly userRef: string | undefined;
  readonly name?: string;
}) {
  const { userRef, name } = props;
  return userRef ? (
    <EntityRefLink entityRef={userRef} defaultKind="user" hideIcon />
  ) : (
    <span>{name}</span>
  );
}
