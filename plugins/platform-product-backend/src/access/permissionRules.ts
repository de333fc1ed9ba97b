import {
  CATALOG_FILTER_EXISTS,
  EntityFilterQuery,
} from '@backstage/catalog-client';
import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  annotations,
  RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE,
} from '@platform-product/backstage-plugin-common';
import {
  ownersOf,
  productManagerOf,
} from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';

/**
 * Services as resources of the permission framework.
 *
 * @public
 */
export const serviceResourceRef = createPermissionResourceRef<
  Entity,
  EntityFilterQuery
>().with({
  pluginId: 'platform-product',
  resourceType: RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE,
});

/** Refs are the same in whatever case they are written. */
const lowerCase = (ref: string) => ref.toLocaleLowerCase('en-US');

/** All ways in which an annotation can name a User. */
function spellingsOf(userRef: string): string[] {
  const { kind, namespace, name } = parseEntityRef(userRef);
  return [
    `${kind}:${namespace}/${name}`,
    `${namespace}/${name}`,
    ...(lowerCase(namespace) === DEFAULT_NAMESPACE
      ? [`${kind}:${name}`, name]
      : []),
  ];
}

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow owners of the service',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('Entity refs that one of owns it'),
  }),
  apply: (entity, { claims }) =>
    ownersOf(entity).some(owner => claims.map(lowerCase).includes(owner)),
  toQuery: ({ claims }) => ({ 'relations.ownedBy': claims }),
});

const isProductManager = createPermissionRule({
  name: 'IS_PRODUCT_MANAGER',
  description: 'Allow the product manager of the service',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    user: z.string().describe('Entity ref of the User'),
  }),
  apply: (entity, { user }) => productManagerOf(entity) === lowerCase(user),
  toQuery: ({ user }) => ({
    [`metadata.annotations.${annotations.productManager}`]: spellingsOf(user),
  }),
});

const hasAnnotation = createPermissionRule({
  name: 'HAS_ANNOTATION',
  description: 'Allow services with an annotation',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    annotation: z.string(),
    value: z.string().optional().describe('Any value where it is left out'),
  }),
  apply: (entity, { annotation, value }) => {
    const actual = entity.metadata.annotations?.[annotation];
    return value === undefined ? actual !== undefined : actual === value;
  },
  toQuery: ({ annotation, value }) => ({
    [`metadata.annotations.${annotation}`]: value ?? CATALOG_FILTER_EXISTS,
  }),
});

export const serviceRules = { isOwner, isProductManager, hasAnnotation };

const exported = createConditionExports({
  resourceRef: serviceResourceRef,
  rules: serviceRules,
});

/**
 * Conditions on services, for a company's permission policy.
 *
 * @public
 */
export const platformProductConditions = exported.conditions;

/**
 * Makes a conditional decision on services, for a company's permission policy.
 *
 * @public
 */
export const createPlatformProductConditionalDecision =
  exported.createConditionalDecision;
