import { Entity } from '@backstage/catalog-model';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { annotations } from '../annotations';

/**
 * The entities that count as services when `platformProduct.services` is not
 * configured.
 *
 * @public
 */
export const defaultServiceFilters: readonly FilterPredicate[] = [
  { kind: 'Component', 'spec.type': { $in: ['service', 'platform'] } },
];

/**
 * The one predicate that tells a service from other entities: it matches any of
 * the filters or carries `platform-product/service: 'true'`, and does not carry
 * `platform-product/service: 'false'`.
 *
 * @public
 */
export function servicePredicate(
  filters: readonly FilterPredicate[] = defaultServiceFilters,
): FilterPredicate {
  const annotation = `metadata.annotations.${annotations.service}` as const;
  return {
    $all: [
      { $any: [...filters, { [annotation]: 'true' }] },
      { $not: { [annotation]: 'false' } },
    ],
  };
}

/**
 * Returns a function that tells whether an entity is a service.
 *
 * @public
 */
export function createServiceFilter(
  filters?: readonly FilterPredicate[],
): (entity: Entity) => boolean {
  return filterPredicateToFilterFunction(servicePredicate(filters));
}
