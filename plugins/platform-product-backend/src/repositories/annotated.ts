import { Entity } from '@backstage/catalog-model';

/** The text of an annotation; undefined for one that is empty or no text. */
export function annotated(entity: Entity, name: string): string | undefined {
  const value: unknown = entity.metadata.annotations?.[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
