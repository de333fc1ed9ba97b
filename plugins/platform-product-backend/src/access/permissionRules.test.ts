import { EntityFilterQuery } from '@backstage/catalog-client';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { serviceActions } from '@platform-product/backstage-plugin-common';
import { serviceEntity } from '../__testUtils__/entities';
import {
  createPlatformProductConditionalDecision,
  platformProductConditions,
  serviceRules,
} from './permissionRules';

const pm = (name: string) => ({ 'platform-product/product-manager': name });
const tier = (value: string) => ({ 'acme.com/tier': value });

const entities = [
  serviceEntity('of-logs', { annotations: tier('1') }),
  serviceEntity('of-shop', {
    owner: 'group:default/shop-team',
    annotations: pm('user:default/max'),
  }),
  serviceEntity('of-olga', {
    owner: 'user:default/olga',
    annotations: { ...pm('default/maya'), ...tier('2') },
  }),
  serviceEntity('of-two', {
    relations: [{ type: 'ownedBy', targetRef: 'group:default/shop-team' }],
    annotations: pm('user:maya'),
  }),
  serviceEntity('of-nobody', {
    owner: 'group:default/gone',
    annotations: { ...pm('User:default/Maya'), ...tier('') },
  }),
  serviceEntity('elsewhere', {
    owner: 'group:other/logs-team',
    annotations: pm('user:other/maya'),
  }),
];

/** What a rule allows, asked of each entity and of the whole catalog. */
async function namesOf<TParams>(
  rule: {
    apply(entity: Entity, params: TParams): boolean;
    toQuery(params: TParams): unknown;
  },
  params: TParams,
) {
  const { items } = await catalogServiceMock({ entities }).queryEntities(
    { filter: rule.toQuery(params) as EntityFilterQuery },
    { credentials: mockCredentials.service() },
  );
  const applied = entities.filter(entity => rule.apply(entity, params));
  return {
    applied: applied.map(({ metadata }) => metadata.name),
    queried: items.map(({ metadata }) => metadata.name),
  };
}

describe('permission rules', () => {
  it.each([
    [['group:default/logs-team'], ['of-logs', 'of-two']],
    [['group:default/shop-team'], ['of-shop', 'of-two']],
    [
      ['user:default/olga', 'group:default/shop-team'],
      ['of-shop', 'of-olga', 'of-two'],
    ],
    [['User:default/Olga'], ['of-olga']],
    [['group:other/logs-team'], ['elsewhere']],
    [['user:default/nobody'], []],
  ])('tell that %j own %j', async (claims, expected) => {
    expect(await namesOf(serviceRules.isOwner, { claims })).toEqual({
      applied: expected,
      queried: expected,
    });
  });

  it.each([
    ['user:default/maya', ['of-logs', 'of-olga', 'of-two', 'of-nobody']],
    ['User:default/Maya', ['of-logs', 'of-olga', 'of-two', 'of-nobody']],
    ['user:default/max', ['of-shop']],
    ['user:other/maya', ['elsewhere']],
    ['user:default/nobody', []],
  ])('tell that %s manages %j', async (user, expected) => {
    expect(await namesOf(serviceRules.isProductManager, { user })).toEqual({
      applied: expected,
      queried: expected,
    });
  });

  it.each([
    [{ annotation: 'acme.com/tier', value: '1' }, ['of-logs']],
    [{ annotation: 'acme.com/tier', value: '' }, ['of-nobody']],
    [{ annotation: 'acme.com/tier' }, ['of-logs', 'of-olga', 'of-nobody']],
    [{ annotation: 'acme.com/other' }, []],
    [{ annotation: 'acme.com/tier', value: '3' }, []],
  ])('tell that %j is on %j', async (params, expected) => {
    expect(await namesOf(serviceRules.hasAnnotation, params)).toEqual({
      applied: expected,
      queried: expected,
    });
  });

  it('know an entity without annotations and owners', () => {
    const bare: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'bare' },
    };
    const { hasAnnotation, isOwner, isProductManager } = serviceRules;
    expect(hasAnnotation.apply(bare, { annotation: 'acme.com/tier' })).toBe(
      false,
    );
    expect(isOwner.apply(bare, { claims: ['group:default/a'] })).toBe(false);
    expect(isProductManager.apply(bare, { user: 'user:default/a' })).toBe(
      false,
    );
  });

  it('are conditions that a policy can decide by', () => {
    expect(
      createPlatformProductConditionalDecision(
        serviceActions.attest.permission,
        platformProductConditions.isOwner({ claims: ['user:default/olga'] }),
      ),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'platform-product',
      resourceType: 'platform-product-service',
      conditions: {
        rule: 'IS_OWNER',
        resourceType: 'platform-product-service',
        params: { claims: ['user:default/olga'] },
      },
    });
    expect(
      [
        platformProductConditions.isProductManager({ user: 'a' }),
        platformProductConditions.hasAnnotation({ annotation: 'a' }),
      ].map(({ rule }) => rule),
    ).toEqual(['IS_PRODUCT_MANAGER', 'HAS_ANNOTATION']);
  });
});
