import fc from 'fast-check';
import { findReach, findSpared } from './noticeReach';

const service = 'component:default/logs';
const ref = (name: string) =>
  name.includes(':') ? name : `component:default/${name}`;

/** What uses what, as "logs > shop, api:default/logs-api". */
function usesOf(...lines: string[]) {
  return new Map(
    lines.map(line => {
      const [used, users] = line.split(' > ');
      return [ref(used), users.split(', ').map(ref)] as const;
    }),
  );
}

const reachOf = (...lines: string[]) =>
  findReach(usesOf(...lines), service).map(({ entityRef, path, parents }) => [
    entityRef,
    path.slice(1).join(' '),
    parents.join(' '),
  ]);

const [shop, site, till] = ['shop', 'site', 'till'].map(ref);
const api = 'api:default/logs-api';

describe('findReach', () => {
  it('finds what uses a service, directly and through others', () => {
    expect(reachOf('logs > shop', 'shop > site', 'site > till')).toEqual([
      [shop, shop, service],
      [site, `${shop} ${site}`, shop],
      [till, `${shop} ${site} ${till}`, site],
    ]);
  });

  it('goes through APIs, which are ways and not users', () => {
    expect(reachOf(`logs > ${api}`, `${api} > shop, till`)).toEqual([
      [shop, `${api} ${shop}`, service],
      [till, `${api} ${till}`, service],
    ]);
  });

  it('ends cycles, and never reaches the service itself', () => {
    expect(
      reachOf('logs > shop, logs', 'shop > site, shop', 'site > shop, logs'),
    ).toEqual([
      [shop, shop, `${service} ${site}`],
      [site, `${shop} ${site}`, shop],
    ]);
  });

  it('takes the shortest way, and of two the first by name', () => {
    expect(
      reachOf('logs > site, shop', 'site > till', 'shop > till', 'till > x'),
    ).toEqual([
      [shop, shop, service],
      [site, site, service],
      [till, `${shop} ${till}`, `${shop} ${site}`],
      [ref('x'), `${shop} ${till} ${ref('x')}`, till],
    ]);
  });

  it('reaches nobody where nobody uses it', () => {
    expect(reachOf('shop > site')).toEqual([]);
  });

  it('takes an API for the service where it is one', () => {
    const uses = new Map([[api, [shop]]]);
    expect(findReach(uses, api)).toEqual([
      { entityRef: shop, path: [api, shop], parents: [api] },
    ]);
  });
});

const names = ['logs', 'a', 'b', 'c', 'd', 'e', 'f'].map(ref);
const graphs = fc.array(
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)),
  { maxLength: 25 },
);
const toUses = (edges: ReadonlyArray<readonly [string, string]>) => {
  const uses = new Map<string, string[]>();
  for (const [used, user] of edges) {
    uses.set(used, [...(uses.get(used) ?? []), user]);
  }
  return uses;
};

/** All that can be reached without going through some, step by step. */
function reachable(
  edges: ReadonlyArray<readonly [string, string]>,
  blocked: ReadonlySet<string> = new Set(),
) {
  const found = new Set([service]);
  for (const from of found) {
    if (blocked.has(from)) continue;
    edges.forEach(([used, user]) => used === from && found.add(user));
  }
  found.delete(service);
  return found;
}

it('reaches exactly what can be reached, each by a way that is there', () => {
  fc.assert(
    fc.property(graphs, edges => {
      const reached = findReach(toUses(edges), service);
      expect(new Set(reached.map(item => item.entityRef))).toEqual(
        reachable(edges),
      );
      for (const { path, entityRef } of reached) {
        expect([path[0], path.at(-1)]).toEqual([service, entityRef]);
        path.slice(1).forEach((user, index) => {
          expect(edges).toContainEqual([path[index], user]);
        });
      }
    }),
  );
});

describe('findSpared', () => {
  const reached = () =>
    findReach(
      usesOf('logs > shop, site', 'shop > till', 'till > x', 'site > y'),
      service,
    );
  const sparedBy = (...refs: string[]) => [
    ...findSpared(reached(), service, new Set(refs)),
  ];

  it('spares what lies behind what is not affected, and nothing else', () => {
    expect(sparedBy()).toEqual([]);
    expect(sparedBy(shop)).toEqual([till, ref('x')]);
    expect(sparedBy(till)).toEqual([ref('x')]);
    expect(sparedBy(shop, site)).toEqual([till, ref('y'), ref('x')]);
  });

  it('spares nothing that has another way', () => {
    const both = findReach(
      usesOf('logs > shop, site', 'shop > till', 'site > till'),
      service,
    );
    expect([...findSpared(both, service, new Set([shop]))]).toEqual([]);
    expect([...findSpared(both, service, new Set([shop, site]))]).toEqual([
      till,
    ]);
  });

  it('spares exactly what can only be reached through what is not affected', () => {
    fc.assert(
      fc.property(graphs, fc.subarray(names.slice(1)), (edges, notAffected) => {
        const all = findReach(toUses(edges), service);
        const blocked = new Set(notAffected);
        const hit = reachable(edges, blocked);
        expect(findSpared(all, service, blocked)).toEqual(
          new Set(
            all
              .map(({ entityRef }) => entityRef)
              .filter(entityRef => !hit.has(entityRef)),
          ),
        );
      }),
    );
  });
});
