import { Entity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { FilterPredicate } from '@backstage/filter-predicates';
import { createServiceFilter } from '@platform-product/backstage-plugin-common';

/**
 * Whether an entity is a service by the suite's defaults, for apps of the
 * legacy frontend system to show the tab on.
 *
 * @public
 */
export const isPlatformProductService: (entity: Entity) => boolean =
  createServiceFilter();

/** Whether an entity is a service by the configuration, or by the defaults. */
export function readServiceFilter(
  config: Config | undefined,
): (entity: Entity) => boolean {
  return createServiceFilter(
    config?.getOptional<FilterPredicate[]>('platformProduct.services'),
  );
}
