import { Entity } from '@backstage/catalog-model';

/** Refs of what an entity is related to, by the type of the relation. */
export type Relations = Readonly<Record<string, readonly string[]>>;

/** An entity of the default namespace of which nothing but its relations matters. */
export function related(ref: string, relations: Relations): Entity {
  const [kind, name] = ref.split(':default/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}
