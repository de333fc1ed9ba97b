import { Entity } from '@backstage/catalog-model';

/** What people call an entity. */
export function titleOf({ metadata }: Entity): string {
  return metadata.title || metadata.name;
}

/** What people call some services, by their refs. */
export function titlesOf(
  services: ReadonlyArray<{
    readonly entityRef: string;
    readonly entity: Entity;
  }>,
): ReadonlyMap<string, string> {
  return new Map(
    services.map(({ entityRef, entity }) => [entityRef, titleOf(entity)]),
  );
}
