import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import { ChangeRecord } from '../history/ReviewHistoryStore';

jest.setTimeout(60_000);

const team = 'group:default/logs-team';
const url = 'https://github.com/northwind/logs';
/** A Wednesday, and 180 days before it. */
const now = new Date('2026-07-08T12:00:00Z');
const since = new Date('2026-01-09T12:00:00Z');
const yesterday = new Date('2026-07-07T09:00:00Z');

const service = (
  name: string,
  options: { at?: string; owner?: string; target?: string } = {},
): Entity =>
  serviceEntity(name, {
    owner: options.owner,
    annotations: {
      ...(options.at && {
        'backstage.io/source-location': `url:${options.at}`,
      }),
      ...(options.target && {
        'platform-product/review-target': options.target,
      }),
    },
  });

/** A merged change from outside, reviewed by somebody. */
const merged = (
  changes: Partial<ChangeRecord> = {},
): Partial<ChangeRecord> => ({
  author: 'github.com/ana',
  readyAt: yesterday,
  mergedAt: yesterday,
  closedAt: yesterday,
  waitHours: 9,
  firstReviewer: 'github.com/nina',
  reviews: [reviewRecord({ reviewedAt: yesterday, isApproval: true })],
  ...changes,
});

describe.each(databases.eachSupportedId())('ReviewCollector on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  async function start(
    services: readonly Entity[],
    // Repositories without a guide, which can be read.
    files: ReadonlyMap<string, string | Error> = new Map(
      services.map(({ metadata: { annotations } }) => [
        `${annotations?.['backstage.io/source-location']?.slice(
          4,
        )}/blob/HEAD/README.md`,
        '# Readme',
      ]),
    ),
    others: readonly Entity[] = [],
  ) {
    const room = await createTestReviewersRoom({
      knex,
      files,
      now,
      entities: [
        ...services,
        ...others,
        groupEntity('logs-team', { members: ['olga'] }),
        userEntity('olga', { groups: [team] }),
        userEntity('ana', { groups: ['group:default/shop-team'] }),
        userEntity('ben', { groups: ['group:default/pay-team'] }),
        userEntity('nina'),
        userEntity('paul'),
      ],
    });
    return {
      ...room,
      keep: (at: string, ...changes: ReadonlyArray<Partial<ChangeRecord>>) =>
        room.keepChanges(
          at,
          changes.map((change, index) =>
            changeRecord({ changeId: `${index}`, ...change }),
          ),
        ),
      /** The findings of each service, as `source result: summary`. */
      collect: async () => {
        const evidence = await room.collectors[0].collect({
          services: services.map(entity => ({
            entityRef: `component:default/${entity.metadata.name}`,
            entity,
          })),
          now,
          signal: new AbortController().signal,
        });
        return Object.fromEntries(
          services.map(({ metadata: { name } }) => [
            name,
            Object.fromEntries(
              evidence
                .filter(
                  ({ entityRef }) => entityRef === `component:default/${name}`,
                )
                .map(({ source, result, summary }) => [
                  source,
                  `${result}: ${summary}`,
                ]),
            ),
          ]),
        );
      },
    };
  }

  it('measures by what the guide promises where no annotation does', async () => {
    const mesh = 'https://github.com/northwind/mesh';
    const guide = 'We review every change within two business days.';
    const { keep, collect } = await start(
      [
        service('logs', { at: url }),
        service('mesh', { at: mesh, target: 'PT8H' }),
      ],
      new Map(
        [url, mesh].map(at => [`${at}/blob/HEAD/CONTRIBUTING.md`, guide]),
      ),
    );
    const changes = [12, 13, 14, 15, 16].map(waitHours =>
      merged({ waitHours }),
    );
    await keep(url, ...changes);
    await keep(mesh, ...changes);
    expect(await collect()).toMatchObject({
      logs: { 'timely-reviews': expect.stringContaining('100 % of 5 in time') },
      mesh: { 'timely-reviews': expect.stringContaining('0 % of 5 in time') },
    });
  });

  it('judges no lateness where the guide could not be read', async () => {
    const mesh = 'https://github.com/northwind/mesh';
    const { keep, collect } = await start(
      [
        service('logs', { at: url }),
        service('mesh', { at: mesh, target: 'PT8H' }),
      ],
      new Map(
        [url, mesh].map(at => [
          `${at}/blob/HEAD/CONTRIBUTING.md`,
          new Error('The forge is down'),
        ]),
      ),
    );
    const changes = [12, 13, 14, 15, 16].map(waitHours =>
      merged({ waitHours }),
    );
    await keep(url, ...changes);
    await keep(mesh, ...changes);
    const { logs, mesh: annotated } = await collect();
    expect(Object.keys(logs).sort()).toEqual([
      'outside-changes',
      'outside-reviewers',
      'outside-reviews',
    ]);
    expect(annotated['timely-reviews']).toMatch(/^fail: .* 0 % of 5 in time/);
  });

  it('judges no lateness where nothing of the repository can be read', async () => {
    const { keep, collect } = await start(
      [service('logs', { at: url })],
      new Map(),
    );
    await keep(url, ...[1, 2, 3, 4, 5].map(() => merged()));
    expect((await collect()).logs).not.toHaveProperty('timely-reviews');
  });
  // Backstage's docs, "Descriptor format": a department, its teams and their squads are
  // Groups with a parent; spec.type says what each is.
  it.each([
    ['a team', ['team']],
    ['a squad of a team', ['squad', 'team']],
    ['deep below, in a circle', ['e', 'd', 'c', 'b', 'a', 'a0', 'e']],
  ])(
    'takes whoever is in %s of a department for one of it',
    async (_, chain) => {
      const refOf = (name: string) => `group:default/${name}`;
      const logs = service('logs', { at: url, owner: refOf('department') });
      const group = (name: string, above?: string): Entity => ({
        ...groupEntity(name),
        relations: above ? [{ type: 'childOf', targetRef: refOf(above) }] : [],
      });
      const people = ['ida', 'jan'];
      // In a circle, one of the groups is below the department, too.
      const circle = chain.indexOf(chain[0], 1);
      const groups = circle > 0 ? chain.slice(0, circle) : chain;
      const { enlist, keep, collect } = await start([logs], undefined, [
        group('department'),
        ...groups.map((name, index) => {
          const above = chain[index + 1] ?? 'department';
          const entity = group(name, above);
          return index === groups.length - 1
            ? {
                ...entity,
                relations: [
                  ...(entity.relations ?? []),
                  { type: 'childOf', targetRef: refOf('department') },
                ],
              }
            : entity;
        }),
        ...people.map(name => userEntity(name, { groups: [refOf(chain[0])] })),
      ]);
      await enlist(
        'component:default/logs',
        ...people.map(name => `user:default/${name}`),
      );
      const byThem = reviewRecord({
        person: 'github.com/ida',
        reviewedAt: yesterday,
        isApproval: true,
      });
      await keep(
        url,
        ...[1, 2, 3].map(() =>
          merged({ author: 'github.com/jan', reviews: [byThem] }),
        ),
      );
      expect((await collect()).logs).toMatchObject({
        'outside-reviewers':
          'fail: 0 active reviewers from outside the owning team',
        'outside-changes':
          'fail: 0 merged changes from 0 other teams in 180 days',
        'outside-reviews':
          'fail: 0 % of 3 approvals came from outside reviewers',
      });
    },
  );

  it('judges the history, the roster and the promise of each service', async () => {
    const mesh = 'https://github.com/northwind/mesh';
    const { enlist, keep, collect } = await start([
      service('logs', { at: url }),
      service('mesh', { at: mesh, target: 'PT9H' }),
    ]);
    await enlist(
      'component:default/logs',
      'user:default/nina',
      'user:default/paul',
    );
    await enlist('component:default/mesh', 'user:default/paul');
    const changes = [
      merged(),
      merged({ author: 'github.com/ben' }),
      ...[1, 2, 3].map(() => merged({ author: 'github.com/olga' })),
    ];
    await keep(url, ...changes, merged());
    await keep(mesh, ...changes);
    expect(await collect()).toEqual({
      logs: {
        'outside-reviewers':
          'pass: 2 active reviewers from outside the owning team',
        'outside-changes':
          'pass: 3 merged changes from 2 other teams in 180 days',
        'timely-reviews': 'fail: First reviews: 0 % of 6 in time (0 %–39 %)',
        'outside-reviews':
          'pass: 100 % of 6 approvals came from outside reviewers',
        'healthy-reviews':
          'fail: Outside reviews: 0 % of 6 in time (0 %–39 %); the busiest person did 100 % of 6 reviews',
      },
      mesh: {
        'outside-reviewers':
          'fail: 1 active reviewer from outside the owning team',
        'outside-changes':
          'fail: 2 merged changes from 2 other teams in 180 days',
        'timely-reviews':
          'pass: First reviews: 100 % of 5 in time (57 %–100 %)',
        'outside-reviews':
          'fail: 0 % of 5 approvals came from outside reviewers',
        'healthy-reviews':
          'fail: Outside reviews: no review to count yet; the busiest person did 100 % of 5 reviews',
      },
    });
  });

  it('counts active reviewers from outside whom the catalog has', async () => {
    const { enlist, roster, collect } = await start([service('logs')]);
    const logs = 'component:default/logs';
    await enlist(
      logs,
      'user:default/ana',
      'user:default/olga',
      { userRef: 'user:default/ben', role: 'shadow' },
      { userRef: 'user:default/nina', endsOn: '2026-07-08' },
      'user:default/paul',
    );
    expect((await collect()).logs['outside-reviewers']).toMatch(/^pass: 3 /);
    await roster.remove(logs, 'user:default/paul');
    expect((await collect()).logs['outside-reviewers']).toMatch(/^pass: 2 /);
    await knex('reviewers_roster')
      .where('user_ref', 'user:default/nina')
      .update({ user_ref: 'user:default/gone' });
    expect((await collect()).logs['outside-reviewers']).toMatch(/^fail: 1 /);
  });

  it('tells of shadows neither as reviewers nor by their approvals', async () => {
    const { enlist, keep, collect } = await start([
      service('logs', { at: url }),
    ]);
    await enlist('component:default/logs', {
      userRef: 'user:default/nina',
      role: 'shadow',
    });
    await keep(url, merged());
    expect((await collect()).logs).toMatchObject({
      'outside-reviewers':
        'fail: 0 active reviewers from outside the owning team',
      'outside-reviews': 'fail: 0 % of 1 approval came from outside reviewers',
    });
  });

  it('tells of 180 days, the first moment included', async () => {
    const { keep, collect } = await start([service('logs', { at: url })]);
    const old = { readyAt: undefined, closedAt: since };
    await keep(
      url,
      merged({ ...old, mergedAt: since }),
      merged({ ...old, mergedAt: new Date(since.getTime() - 1) }),
    );
    expect((await collect()).logs['outside-changes']).toBe(
      'fail: 1 merged change from 1 other team in 180 days',
    );
  });

  it('leaves the history out before it was read to the end', async () => {
    const { keep, collect } = await start([
      service('logs', { at: url }),
      service('mesh', { at: 'https://github.com/northwind/mesh' }),
      service('nowhere'),
    ]);
    await keep(url, merged());
    await knex('reviewers_repositories').update({ synced_at: null });
    const rosterAlone = {
      'outside-reviewers':
        'fail: 0 active reviewers from outside the owning team',
    };
    expect(await collect()).toEqual({
      logs: rosterAlone,
      mesh: rosterAlone,
      nowhere: rosterAlone,
    });
  });

  it('tells what is outside a team only where the catalog has the team', async () => {
    const { keep, collect } = await start([
      service('logs', { at: url, owner: 'group:default/gone' }),
      service('mesh', { at: url, owner: 'user:default/olga' }),
    ]);
    await keep(url, ...[1, 2, 3, 4, 5].map(() => merged({ waitHours: 8 })));
    const unknown = 'unknown: The catalog does not have the owning team';
    const { logs, mesh } = await collect();
    expect(logs).toEqual({
      'outside-reviewers': unknown,
      'outside-changes': unknown,
      'timely-reviews': 'pass: First reviews: 100 % of 5 in time (57 %–100 %)',
      'outside-reviews': unknown,
      'healthy-reviews': unknown,
    });
    expect(mesh['outside-changes']).toMatch(/^fail: 5 merged changes/);
  });

  it('counts for each service what touches its own directory', async () => {
    const { keep, collect } = await start([
      service('logs', { at: `${url}/tree/main/logs/` }),
      service('mesh', { at: `${url}/tree/main/mesh/` }),
      service('both', { at: `${url}/tree/main/` }),
    ]);
    await keep(
      url,
      merged({ paths: ['logs/a'] }),
      merged({ paths: ['logs/b', 'mesh/a'] }),
      merged({ paths: ['docs/a'] }),
    );
    const { logs, mesh, both } = await collect();
    expect(logs['outside-changes']).toMatch(/^fail: 2 merged changes/);
    expect(mesh['outside-changes']).toMatch(/^fail: 1 merged change /);
    expect(both['outside-changes']).toMatch(/^fail: 3 merged changes/);
  });

  it('needs no more calls for many services than for one', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      service(`s${index}`, { at: `https://github.com/northwind/s${index}` }),
    );
    const count = async (services: readonly Entity[]) => {
      const { enlist, keep, collect, catalog } = await start(services);
      for (const [index, { metadata }] of services.entries()) {
        await enlist(`component:default/${metadata.name}`, 'user:default/nina');
        await keep(`https://github.com/northwind/s${index}`, merged());
      }
      // The first time reads the guides, with a request for each.
      await collect();
      const calls = [
        jest.spyOn(catalog, 'queryEntities'),
        jest.spyOn(catalog, 'getEntitiesByRefs'),
      ];
      let queries = 0;
      const listener = () => {
        queries += 1;
      };
      knex.on('query', listener);
      await collect();
      knex.off('query', listener);
      return [queries, ...calls.map(({ mock }) => mock.calls.length)];
    };
    expect(await count(many)).toEqual(await count(many.slice(0, 1)));
  });
});
