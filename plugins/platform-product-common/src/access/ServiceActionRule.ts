import {
  createPermission,
  PermissionAttributes,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * The resource type of the suite's permissions: a service of the catalog, its
 * entity ref being the resource ref.
 *
 * @public
 */
export const RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE =
  'platform-product-service';

/**
 * What a caller is to a service. A person is everybody who is signed in and can
 * read the service.
 *
 * @public
 */
export type ServiceRole =
  | 'owner'
  | 'productManager'
  | 'steward'
  | 'admin'
  | 'person';

/**
 * Who may do something to the records of a service. The permission framework can
 * take away from it, never add to it.
 *
 * @public
 */
export interface ServiceActionRule {
  /** What it is to do this, as in "may …". */
  readonly summary: string;
  /** What a permission policy may deny. */
  readonly permission: ResourcePermission;
  /** Any of them is enough. */
  readonly roles: readonly ServiceRole[];
  /** Why the service's own team may not, whatever its roles; else it may. */
  readonly notOwn?: string;
}

/** Who acts for a service: its team, and admins for what nobody else can do. */
export const teamRoles = ['owner', 'productManager', 'admin'] as const;

/** A permission of the suite, such as 'attestation.create'. */
export function createServicePermission(
  name: string,
  action: Required<PermissionAttributes>['action'],
): ResourcePermission<typeof RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE> {
  return createPermission({
    name: `platform-product.${name}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE,
  });
}
