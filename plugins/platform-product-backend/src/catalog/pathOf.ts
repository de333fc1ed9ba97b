import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';

/** Path of an entity's page within the app. */
export function pathOf({ kind, metadata }: Entity): string {
  const namespace = metadata.namespace ?? DEFAULT_NAMESPACE;
  const lowerKind = kind.toLocaleLowerCase('en-US');
  return `/catalog/${namespace}/${lowerKind}/${metadata.name}`;
}
