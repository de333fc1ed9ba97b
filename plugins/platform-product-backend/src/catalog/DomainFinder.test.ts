import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { DomainFinder } from './DomainFinder';

const reader = mockCredentials.user('user:default/reader');

const system = (name: string, ...partOf: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/logs-team' },
    { type: 'hasPart', targetRef: 'domain:default/below' },
    ...partOf.map(targetRef => ({ type: 'partOf', targetRef })),
  ],
});

describe('DomainFinder', () => {
  it('finds the domains of systems that a caller may read', async () => {
    const { catalog, asked } = hidingCatalog({
      entities: [
        system('Observability', 'Domain:default/Runtime'),
        system('in-both', 'system:default/parent', 'domain:default/shop'),
        system('alone'),
        system('secret', 'domain:default/secret'),
      ],
      hidden: { 'user:default/reader': ['system:default/secret'] },
    });
    const found = await new DomainFinder({ catalog }).find(
      ['observability', 'in-both', 'alone', 'secret', 'gone', 'alone'].map(
        name => `system:default/${name}`,
      ),
      reader,
    );
    expect(Object.fromEntries(found)).toEqual({
      'system:default/observability': 'domain:default/runtime',
      'system:default/in-both': 'domain:default/shop',
    });
    expect(asked).toEqual(['getEntitiesByRefs as user:default/reader']);
  });

  it('finds more than the catalog answers at once, and asks nothing about none', async () => {
    const names = Array.from({ length: 1_001 }, (_, n) => `s${n}`);
    const { catalog, asked } = hidingCatalog({
      entities: names.map(name => system(name, `domain:default/${name}`)),
    });
    const finder = new DomainFinder({ catalog });
    expect((await finder.find([], reader)).size).toBe(0);
    expect(asked).toEqual([]);
    const refs = names.map(name => `system:default/${name}`);
    const found = await finder.find(refs, reader);
    expect(found.size).toBe(1_001);
    expect(found.get('system:default/s1000')).toBe('domain:default/s1000');
    expect(asked).toHaveLength(2);
  });
});
