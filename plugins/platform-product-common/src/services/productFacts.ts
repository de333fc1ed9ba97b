import {
  Entity,
  getCompoundEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readAnnotation } from './readAnnotation';

/**
 * The refs of the groups and users that own an entity. An owner that the
 * catalog does not have is still an owner.
 *
 * @public
 */
export function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef.toLocaleLowerCase('en-US'));
}

/**
 * The ref of the User that the product manager annotation names, if it is well
 * formed. Whether that User exists is for the catalog to say.
 *
 * @public
 */
export function productManagerOf(entity: Entity): string | undefined {
  return readAnnotation(entity, 'productManager');
}

/**
 * The level that the owning team declares in an annotation; undefined where
 * there is none or it is malformed.
 *
 * @public
 */
export function declaredLevelOf(entity: Entity): number | undefined {
  return readAnnotation(entity, 'level');
}

/**
 * What the catalog says of a service as a product.
 *
 * @public
 */
export interface ProductFacts {
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What people call it. */
  readonly title: string;
  /** Refs of the groups and users that own it. */
  readonly owners: readonly string[];
  /** Ref of the User, whether or not the catalog has them. */
  readonly productManager?: string;
  /** Where the product vision is read. */
  readonly vision?: string;
  /** Where the roadmap is read. */
  readonly roadmap?: string;
  /** Where the terms of service are read. */
  readonly sla?: string;
  /** Where people ask the team. */
  readonly support?: string;
}

/**
 * Reads the product facts from an entity's metadata, annotations and relations.
 * Malformed links are left out.
 *
 * @public
 */
export function productFactsOf(entity: Entity): ProductFacts {
  return {
    entityRef: stringifyEntityRef(getCompoundEntityRef(entity)),
    title: entity.metadata.title || entity.metadata.name,
    owners: ownersOf(entity),
    productManager: productManagerOf(entity),
    vision: readAnnotation(entity, 'vision'),
    roadmap: readAnnotation(entity, 'roadmap'),
    sla: readAnnotation(entity, 'sla'),
    support: readAnnotation(entity, 'support'),
  };
}
