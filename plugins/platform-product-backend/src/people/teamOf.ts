import { Entity } from '@backstage/catalog-model';
import {
  ownersOf,
  productManagerOf,
} from '@platform-product/backstage-plugin-common/rules';

/** Refs of who runs a service: its owners, people or groups, and its product manager. */
export function teamOf(entity: Entity): string[] {
  const manager = productManagerOf(entity);
  return manager ? [...ownersOf(entity), manager] : ownersOf(entity);
}
