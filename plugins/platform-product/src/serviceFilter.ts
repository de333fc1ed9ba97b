import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { FilterPredicate } from '@backstage/filter-predicates';
import { createServiceFilter } from '@platform-product/backstage-plugin-common';

/**
 * Makes the function that tells whether an entity is a service, by
 * `platformProduct.services` in the configuration or by the defaults.
 *
 * @public
 */
export function readServiceFilter(
  config: Config | undefined,
): (entity: Entity) => boolean {
  return createServiceFilter(
    config?.getOptional<FilterPredicate[]>('platformProduct.services'),
  );
}

/**
 * Whether an entity is a service by the defaults. An app of the legacy frontend
 * system that configures `platformProduct.services` uses
 * {@link readServiceFilter} instead.
 *
 * @public
 */
export const isPlatformProductService: (entity: Entity) => boolean =
  createServiceFilter();
