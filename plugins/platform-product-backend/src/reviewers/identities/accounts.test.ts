import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SourcePerson } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { createReviewersDatabase } from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { userEntity } from '../../__testUtils__/entities';
import { DatabaseAccountStore } from './DatabaseAccountStore';
import { IdentityService } from './IdentityService';

jest.setTimeout(60_000);

/** A User with annotations alone: no address that would tell who they are. */
function user(name: string, annotations: Record<string, string>): Entity {
  const entity = userEntity(name);
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations },
    spec: {},
  };
}

const gitHub = (login: string, ...ids: string[]): SourcePerson => ({
  host: 'github.com',
  login,
  ids,
});
const gitLab = (login: string, id: string): SourcePerson => ({
  host: 'gitlab.com',
  login,
  ids: [id],
});

describe.each(databases.eachSupportedId())('accounts on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  beforeEach(async () => {
    for (const table of ['reviewers_accounts', 'reviewers_repositories']) {
      await knex(table).delete();
    }
  });

  function start(...entities: Entity[]) {
    const identities = new IdentityService({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      accounts: new DatabaseAccountStore(knex),
      config: {
        hosts: new Map(
          Object.entries({
            'github.com': { user: 'github.com/user-login', group: 'g' },
            'ghe.example.com': { user: 'github.com/user-login', group: 'g' },
            'gitlab.com': { user: 'gitlab.com/user-login', group: 'g' },
            'git.example.com': { user: 'acme/login', group: 'g' },
          }),
        ),
        mapping: new Map(),
      },
      groups: { findGroupsAboveEach: async () => new Map() },
      now: () => new Date('2026-07-01T12:00:00Z'),
    });
    return {
      identities,
      note: (...people: SourcePerson[]) => identities.noteAccounts(people),
      async find(...keys: string[]) {
        const found = await identities.findPeople(keys);
        return keys.map(key => found.get(key)?.userRef.split('/')[1]);
      },
    };
  }

  // plugin-catalog-backend-module-github 0.14 writes the id of the node, and
  // module-gitlab 0.8 the number; Backstage's docs, "Well-known annotations", the number.
  it.each([
    [
      'node',
      gitHub('mia', 'U_kgDOAAjmPw', '583231'),
      'github.com/user-id',
      'U_kgDOAAjmPw',
    ],
    [
      'old node',
      gitHub('mia', 'MDQ6VXNlcjE=', '1'),
      'github.com/user-id',
      'MDQ6VXNlcjE=',
    ],
    [
      'number',
      gitHub('mia', 'U_kgDOAAjmPw', '583231'),
      'github.com/user-id',
      '583231',
    ],
    ['number of GitLab', gitLab('mia', '7'), 'gitlab.com/user-id', '7'],
  ])(
    'knows somebody by the id alone: %s',
    async (_, mia, annotation, value) => {
      const { note, find } = start(user('mia-lund', { [annotation]: value }));
      const { host } = mia as { host: string };
      await note(mia, {
        ...mia,
        login: 'other',
        ids: ['8', 'U_8'],
      } as SourcePerson);
      expect(await find(`${host}/mia`, `${host}/other`)).toEqual([
        'mia-lund',
        undefined,
      ]);
    },
  );

  it('keeps the history of who has another login, whatever the catalog calls them', async () => {
    const { note, find, identities } = start(
      // Read again from GitLab: the new login.
      user('mia', {
        'gitlab.com/user-login': 'https://gitlab.com/mia.lund',
        'gitlab.com/user-id': '7',
      }),
      // Written down long ago: the old one.
      user('ben', {
        'github.com/user-login': 'ben',
        'github.com/user-id': 'U_9',
      }),
    );
    await note(gitLab('mia.berg', '7'), gitHub('ben', 'U_9', '9'));
    expect(await find('gitlab.com/mia.berg', 'github.com/ben')).toEqual([
      'mia',
      'ben',
    ]);
    await note(gitLab('mia.lund', '7'), gitHub('benny', 'U_9', '9'));
    const keys = ['gitlab.com/mia.berg', 'gitlab.com/mia.lund'];
    expect(await find(...keys, 'github.com/ben', 'github.com/benny')).toEqual([
      'mia',
      'mia',
      'ben',
      'ben',
    ]);
    const people = await identities.getPeople(['user:default/mia']);
    expect([...(people.get('user:default/mia')?.keys ?? [])].sort()).toEqual(
      keys,
    );
  });

  // docs.github.com, "Changing your username": the old one can be taken by somebody else.
  it('gives a login to who has it by now', async () => {
    const { note, find } = start(
      user('mia', {
        'github.com/user-login': 'mia',
        'github.com/user-id': 'U_1',
      }),
      user('max', { 'github.com/user-id': 'U_2' }),
    );
    await note(gitHub('mia', 'U_1', '1'));
    expect(await find('github.com/mia')).toEqual(['mia']);
    await note(gitHub('mia-lund', 'U_1', '1'), gitHub('mia', 'U_2', '2'));
    expect(await find('github.com/mia', 'github.com/mia-lund')).toEqual([
      'max',
      'mia',
    ]);
  });

  it('goes by the login where it has met no account, or the catalog no id', async () => {
    const { note, find } = start(
      user('mia', {
        'gitlab.com/user-login': 'mia',
        'gitlab.com/user-id': '1',
      }),
      user('ben', { 'gitlab.com/user-login': 'https://gitlab.com/ben' }),
      user('eve', { 'acme/login': 'eve' }),
    );
    await note(gitLab('ben', '5'));
    expect(
      await find('gitlab.com/mia', 'gitlab.com/ben', 'git.example.com/eve'),
    ).toEqual(['mia', 'ben', 'eve']);
  });

  it('does not take the number of one server for that of another', async () => {
    const { note, find } = start(
      user('mia', {
        'github.com/user-id': '7',
        'backstage.io/managed-by-location': 'url:https://ghe.example.com/mia',
      }),
    );
    await note(
      { host: 'ghe.example.com', login: 'mia', ids: ['7'] },
      gitHub('stranger', '7'),
      gitLab('other', '7'),
    );
    expect(
      await find(
        'ghe.example.com/mia',
        'github.com/stranger',
        'gitlab.com/other',
      ),
    ).toEqual(['mia', undefined, undefined]);
  });

  // docs.github.com, "Email addresses reference": the number is that of the account.
  it('hears of accounts in the addresses that forges make up', async () => {
    const { note, find } = start(user('mia', { 'github.com/user-id': '1234' }));
    await note({ email: '1234+mia@users.noreply.github.com' });
    expect(await find('github.com/mia')).toEqual(['mia']);
    // What a forge says itself counts more than an old commit.
    await note(gitHub('mia', 'U_9', '9'));
    await note({ email: '1234+mia@users.noreply.github.com' });
    expect(await find('github.com/mia')).toEqual([undefined]);
    await note({ email: 'mia@users.noreply.github.com' }, { email: 'a@b.c' });
    expect(await knex('reviewers_accounts').select()).toHaveLength(2);
  });

  it('forgets who is in no history any more', async () => {
    const { note, identities } = start();
    await note(gitHub('mia', 'U_1', '1'), gitHub('ben', 'U_2', '2'));
    const [repository] = await knex('reviewers_repositories')
      .insert({ url: 'https://a', source: 'a', expertise_version: 1 })
      .returning('id');
    await knex('reviewers_changes').insert({
      repository_id: repository.id,
      change_id: '1',
      author: 'github.com/mia',
      opened_at: new Date(),
      updated_at: new Date(),
      paths: '[]',
    });
    await identities.forgetAccounts();
    expect(await knex('reviewers_accounts').distinct('person')).toEqual([
      { person: 'github.com/mia' },
    ]);
  });
});
