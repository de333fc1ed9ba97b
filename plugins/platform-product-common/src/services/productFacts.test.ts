import { Entity } from '@backstage/catalog-model';
import {
  declaredLevelOf,
  ownersOf,
  productFactsOf,
  productManagerOf,
} from './productFacts';

function entity(
  annotations?: Record<string, unknown>,
  more?: { title?: string; relations?: Entity['relations'] },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'logs',
      namespace: 'team-a',
      title: more?.title,
      annotations: annotations as Record<string, string> | undefined,
    },
    relations: more?.relations,
  };
}

describe('ownersOf', () => {
  it('lists all owners, in small letters, and nobody else', () => {
    const relations = [
      { type: 'ownedBy', targetRef: 'Group:default/Observing' },
      { type: 'dependsOn', targetRef: 'component:default/disk' },
      { type: 'ownerOf', targetRef: 'component:default/agent' },
      { type: 'ownedBy', targetRef: 'user:default/maya' },
    ];
    expect(ownersOf(entity({}, { relations }))).toEqual([
      'group:default/observing',
      'user:default/maya',
    ]);
  });

  it('is empty where the catalog names no owner', () => {
    expect(ownersOf(entity())).toEqual([]);
    expect(ownersOf(entity({}, { relations: [] }))).toEqual([]);
  });
});

describe('productManagerOf', () => {
  it.each([
    ['user:default/maya-lund', 'user:default/maya-lund'],
    ['maya-lund', 'user:default/maya-lund'],
    ['team-a/maya-lund', 'user:team-a/maya-lund'],
    ['User:Default/Maya', 'user:default/maya'],
    ['  maya-lund\n', 'user:default/maya-lund'],
    ['group:default/maya-lund', undefined],
    ['user:/maya-lund', undefined],
    ['user:', undefined],
    ['', undefined],
    ['  ', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('reads %j as %j', (value, expected) => {
    const given = entity({ 'platform-product/product-manager': value });
    expect(productManagerOf(given)).toBe(expected);
  });

  it('is nobody without annotations', () => {
    expect(productManagerOf(entity())).toBeUndefined();
  });
});

describe('declaredLevelOf', () => {
  it.each([
    ['0', 0],
    ['3', 3],
    [' 9 ', 9],
    ['10', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1a', undefined],
    ['a1', undefined],
    ['', undefined],
    [3, undefined],
    [undefined, undefined],
  ])('reads %j as %j', (value, expected) => {
    const given = entity({ 'platform-product/level': value });
    expect(declaredLevelOf(given)).toBe(expected);
  });

  it('is none without annotations', () => {
    expect(declaredLevelOf(entity())).toBeUndefined();
  });
});

describe('productFactsOf', () => {
  it('reads what the catalog says of a product', () => {
    const given = entity(
      {
        'platform-product/product-manager': 'maya',
        'platform-product/vision': ' https://example.com/vision ',
        'platform-product/roadmap': 'https://example.com/roadmap',
        'platform-product/sla': 'http://example.com/sla',
        'platform-product/support': 'https://example.com/support',
      },
      {
        title: 'Log storage',
        relations: [{ type: 'ownedBy', targetRef: 'group:default/observing' }],
      },
    );
    expect(productFactsOf(given)).toEqual({
      entityRef: 'component:team-a/logs',
      title: 'Log storage',
      owners: ['group:default/observing'],
      productManager: 'user:default/maya',
      vision: 'https://example.com/vision',
      roadmap: 'https://example.com/roadmap',
      sla: 'http://example.com/sla',
      support: 'https://example.com/support',
    });
  });

  it('falls back to the name, and leaves out malformed links', () => {
    for (const title of [undefined, '']) {
      const given = entity(
        {
          'platform-product/vision': 'see wiki',
          'platform-product/roadmap': '/roadmap',
          'platform-product/sla': 'ftp://example.com',
          'platform-product/support': 7,
        },
        { title },
      );
      expect(productFactsOf(given)).toEqual({
        entityRef: 'component:team-a/logs',
        title: 'logs',
        owners: [],
      });
    }
  });
});
