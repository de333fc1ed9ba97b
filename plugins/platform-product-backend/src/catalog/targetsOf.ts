import { Entity } from '@backstage/catalog-model';

/** Refs of what an entity is related to in one way. */
export function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
