import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { groupEntity, userEntity } from '../../__testUtils__/entities';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { GroupTree } from '../../people/GroupTree';
import { IdentityConfig } from './IdentityConfig';
import { IdentityService } from './IdentityService';

const minute = 60 * 1000;

/** A User with more than a test usually needs. */
function person(
  name: string,
  changes: {
    readonly annotations?: Record<string, string>;
    readonly title?: string;
    readonly profile?: object;
    readonly relations?: Entity['relations'];
  },
): Entity {
  const user = userEntity(name);
  const { annotations, title, profile = {}, relations = [] } = changes;
  return {
    ...user,
    metadata: { ...user.metadata, title, annotations },
    spec: { profile } as Entity['spec'],
    relations,
  };
}

function start(
  entities: readonly Entity[],
  mapping: IdentityConfig['mapping'] = new Map(),
) {
  const clock = { now: new Date('2026-07-01T12:00:00Z') };
  const catalog = catalogServiceMock({ entities: [...entities] });
  const ofGroups = catalogServiceMock({ entities: [...entities] });
  const groupQuery = jest.spyOn(ofGroups, 'getEntitiesByRefs');
  const query = jest.spyOn(catalog, 'queryEntities');
  const getByRefs = jest.spyOn(catalog, 'getEntitiesByRefs');
  const identities = new IdentityService({
    catalog,
    auth: mockServices.auth(),
    config: {
      hosts: new Map([
        [
          'github.com',
          { user: 'github.com/user-login', group: 'github.com/team-slug' },
        ],
        ['git.example.com', { user: 'git/login', group: 'git/team' }],
      ]),
      mapping,
    },
    groups: new GroupTree({
      graph: new CatalogGraph({ catalog: ofGroups, auth: mockServices.auth() }),
    }),
    now: () => clock.now,
  });
  return {
    identities,
    clock,
    groupCalls: () => groupQuery.mock.calls.length,
    query,
    getByRefs,
    /** User refs by the keys that are asked for. */
    async find(...keys: readonly string[]) {
      const found = await identities.findPeople(keys);
      return Object.fromEntries(
        [...found].map(([key, { userRef }]) => [key, userRef]),
      );
    },
  };
}

describe('IdentityService', () => {
  it('knows all groups that somebody is inside, and asks for each but once', async () => {
    const group = (name: string, ...above: string[]): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      relations: above.map(parent => ({
        type: 'childOf',
        targetRef: `group:default/${parent}`,
      })),
    });
    const { identities, groupCalls } = start([
      userEntity('ana', { groups: ['group:default/squad'] }),
      userEntity('ben', { groups: ['group:default/squad'] }),
      group('squad', 'team'),
      group('team', 'department'),
      // The end of a circle is no end of the world.
      group('department', 'squad'),
    ]);
    const [ana, ben] = ['ana', 'ben'].map(name => `user:default/${name}`);
    const within = ['squad', 'team', 'department'].map(
      name => `group:default/${name}`,
    );
    expect((await identities.getPeople([ana])).get(ana)).toMatchObject({
      groups: ['group:default/squad'],
      within,
    });
    expect(groupCalls()).toBe(3);
    expect((await identities.getPeople([ben])).get(ben)?.within).toEqual(
      within,
    );
    expect(groupCalls()).toBe(3);
  });

  // docs.github.com, "About teams": members of child teams are members of the parent, too.
  it('finds the people inside a team, through all groups below it', async () => {
    const group = (
      name: string,
      related: Record<string, readonly string[]>,
      team?: string,
    ): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name,
        namespace: 'default',
        annotations: team ? { 'github.com/team-slug': team } : {},
      },
      relations: Object.entries(related).flatMap(([type, refs]) =>
        refs.map(targetRef => ({ type, targetRef })),
      ),
    });
    const { identities } = start([
      group(
        'platform',
        { parentOf: ['group:default/logs'], hasMember: ['user:default/ana'] },
        'acme/platform',
      ),
      group('logs', { parentOf: ['group:default/night'] }),
      group('night', {
        // The end of a circle is no end of the world.
        parentOf: ['group:default/platform'],
        hasMember: ['user:default/ben', 'user:default/ana'],
      }),
    ]);
    const found = await identities.findTeams('github.com', ['ACME/Platform']);
    expect(found.get('ACME/Platform')).toEqual([
      'user:default/ana',
      'user:default/ben',
    ]);
  });

  it.each([
    'acme/logs',
    '@acme/logs',
    'https://github.com/orgs/acme/teams/logs',
    'https://github.com/orgs/Acme/teams/Logs/',
    'https://github.com/groups/acme/logs',
    'github.com/acme/logs',
  ])('takes %s for a team', async team => {
    const { identities } = start([
      groupEntity('logs', { members: ['ana'], team }),
    ]);
    const found = await identities.findTeams('github.com', [
      'acme/logs',
      'acme/log',
    ]);
    expect([...found.keys()]).toEqual(['acme/logs']);
  });

  it('finds Users by their login on a host, and by e-mail', async () => {
    const { find } = start([
      userEntity('ana'),
      person('ben', { annotations: { 'git/login': 'Benny' } }),
    ]);
    expect(
      await find(
        'github.com/ana',
        'git.example.com/benny',
        'mailto:ana@example.com',
        'github.com/benny',
        'git.example.com/ana',
        'forge.acme.com/ana',
        'mailto:ben@example.com',
      ),
    ).toEqual({
      'github.com/ana': 'user:default/ana',
      'git.example.com/benny': 'user:default/ben',
      'mailto:ana@example.com': 'user:default/ana',
    });
  });

  it('finds Users by the address of their profile, as Backstage’s provider of GitLab users writes it', async () => {
    const { find } = start([
      person('jhe', {
        annotations: { 'git/login': 'https://git.example.com/jhe' },
      }),
      person('mia', { annotations: { 'git/login': '@Mia' } }),
      person('eve', { annotations: { 'git/login': 'https://github.com/jim' } }),
    ]);
    const host = 'git.example.com';
    expect(
      await find(`${host}/jhe`, `${host}/mia`, `${host}/jim`, 'github.com/jim'),
    ).toEqual({
      [`${host}/jhe`]: 'user:default/jhe',
      [`${host}/mia`]: 'user:default/mia',
    });
  });

  it('finds Users alone, whatever else has such an annotation', async () => {
    const { find } = start([
      { ...userEntity('ana'), kind: 'Component' },
      { ...userEntity('ben'), kind: 'Group' },
    ]);
    expect(await find('github.com/ana', 'mailto:ben@example.com')).toEqual({});
  });

  it('believes the mapping more than annotations', async () => {
    const { find } = start(
      [userEntity('ana'), userEntity('ben')],
      new Map([
        ['github.com/ana', 'user:default/ben'],
        ['mailto:ana@old.example.com', 'user:default/ana'],
        ['mailto:gone@example.com', 'user:default/gone'],
      ]),
    );
    expect(
      await find(
        'github.com/ana',
        'mailto:ana@example.com',
        'mailto:ana@old.example.com',
        'mailto:gone@example.com',
      ),
    ).toEqual({
      'github.com/ana': 'user:default/ben',
      'mailto:ana@example.com': 'user:default/ana',
      'mailto:ana@old.example.com': 'user:default/ana',
    });
  });

  it('tells under which keys somebody is known, and their groups', async () => {
    const { identities } = start(
      [
        person('ana', {
          annotations: { 'github.com/user-login': 'Ana', 'git/login': 'ana-l' },
          profile: { email: 'Ana@Example.com' },
          relations: [
            { type: 'memberOf', targetRef: 'group:default/Logs-Team' },
            { type: 'ownerOf', targetRef: 'group:default/shop' },
          ],
        }),
      ],
      new Map([
        ['mailto:ana@old.example.com', 'user:default/ana'],
        ['mailto:ben@old.example.com', 'user:default/ben'],
      ]),
    );
    const people = await identities.getPeople([
      'user:default/ana',
      'user:default/ben',
    ]);
    expect([...people]).toEqual([
      [
        'user:default/ana',
        {
          userRef: 'user:default/ana',
          name: 'ana',
          groups: ['group:default/logs-team'],
          within: ['group:default/logs-team'],
          keys: [
            'github.com/ana',
            'git.example.com/ana-l',
            'mailto:ana@example.com',
            'mailto:ana@old.example.com',
          ],
        },
      ],
    ]);
  });

  it.each([
    [
      'the display name',
      { profile: { displayName: 'Ana L.' }, title: 'A.' },
      'Ana L.',
    ],
    ['the title', { title: 'A.' }, 'A.'],
    [
      'the title instead of an empty name',
      { profile: { displayName: '' }, title: 'A.' },
      'A.',
    ],
    ['the name', {}, 'ana'],
  ])('calls people by %s', async (_, changes, name) => {
    const { identities } = start([person('ana', changes)]);
    expect(await identities.getName('user:default/ana')).toBe(name);
    expect(await identities.getName('user:default/no')).toBe('user:default/no');
  });

  it('remembers whom it found, and whom not, for five minutes', async () => {
    const { find, clock, query } = start([userEntity('ana')]);
    const keys = ['github.com/ana', 'github.com/nobody'];
    const answer = { 'github.com/ana': 'user:default/ana' };
    expect(await find(...keys, ...keys)).toEqual(answer);
    clock.now = new Date(clock.now.getTime() + 5 * minute);
    expect(await find(...keys)).toEqual(answer);
    expect(query).toHaveBeenCalledTimes(1);
    clock.now = new Date(clock.now.getTime() + 1);
    expect(await find(...keys)).toEqual(answer);
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('remembers Users by ref as long', async () => {
    const { identities, clock, getByRefs } = start([userEntity('ana')]);
    const count = async () =>
      (await identities.getPeople(['user:default/ana', 'user:default/no']))
        .size;
    expect([await count(), await count()]).toEqual([1, 1]);
    expect(getByRefs).toHaveBeenCalledTimes(1);
    clock.now = new Date(clock.now.getTime() + 5 * minute + 1);
    expect(await count()).toBe(1);
    expect(getByRefs).toHaveBeenCalledTimes(2);
  });

  it('finds everybody of a large company', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `p${index}`);
    const { find, identities } = start(names.map(name => userEntity(name)));
    const found = await find(...names.map(name => `github.com/${name}`));
    expect(Object.keys(found)).toHaveLength(450);
    expect(found['github.com/p449']).toBe('user:default/p449');
    const people = await identities.getPeople(
      names.map(name => `user:default/${name}`),
    );
    expect(people.size).toBe(450);
  });

  it('finds the members of teams, whatever their case', async () => {
    const team = groupEntity('logs', {
      members: ['ana', 'ben'],
      team: 'Org/Logs',
    });
    const { identities, query } = start([
      {
        ...team,
        relations: [
          ...(team.relations ?? []),
          { type: 'parentOf', targetRef: 'group:default/sub' },
        ],
      },
      groupEntity('other', { members: ['cleo'], team: 'org/other' }),
      { ...groupEntity('fake', { team: 'org/fake' }), kind: 'System' },
    ]);
    const names = ['org/logs', 'org/fake', 'org/nobody'];
    const found = await identities.findTeams('github.com', names);
    expect([...found]).toEqual([
      ['org/logs', ['user:default/ana', 'user:default/ben']],
    ]);
    await identities.findTeams('github.com', names);
    expect(query).toHaveBeenCalledTimes(1);
    expect(
      (await identities.findTeams('forge.acme.com', ['org/logs'])).size,
    ).toBe(0);
    // A team of the same name on another host is another team.
    expect(
      (await identities.findTeams('git.example.com', ['org/logs'])).size,
    ).toBe(0);
  });
});
