import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  OwnerName,
  parseOwnership,
} from '@platform-product/backstage-plugin-common/rules';
import { groupEntity, userEntity } from '../../__testUtils__/entities';
import { IdentityService } from '../identities/IdentityService';
import { findOwnerPeople, ownerPlaces } from './ownerPeople';

describe('ownerPlaces', () => {
  const placesOf = (
    dialect: Parameters<typeof parseOwnership>[0],
    ...files: ReadonlyArray<{ path: string; content: string }>
  ) =>
    ownerPlaces(parseOwnership(dialect, files)).map(
      ({ kind, name, file, line, pattern }) =>
        `${kind} ${name} ${file}:${line} ${pattern}`,
    );

  it('tells the first place of each owner in a CODEOWNERS file', () => {
    expect(
      placesOf('github', {
        path: '.github/CODEOWNERS',
        content: [
          '* @ana',
          '/docs/ @org/writers ana@example.com',
          '/charts/ @Ana @ben',
        ].join('\n'),
      }),
    ).toEqual([
      'user ana .github/CODEOWNERS:1 *',
      'team org/writers .github/CODEOWNERS:2 /docs/',
      'email ana@example.com .github/CODEOWNERS:2 /docs/',
      'user ben .github/CODEOWNERS:3 /charts/',
    ]);
  });

  it('tells the directories of OWNERS files, approvers and reviewers', () => {
    expect(
      placesOf(
        'owners',
        { path: 'OWNERS', content: 'approvers:\n- ana\nreviewers:\n- ben\n' },
        { path: 'docs/OWNERS', content: 'reviewers:\n- Ben\n- cleo\n' },
      ),
    ).toEqual([
      'user ana OWNERS:2 /',
      'user ben OWNERS:4 /',
      'user cleo docs/OWNERS:3 docs/',
    ]);
  });
});

it('finds the Users behind declared owners', async () => {
  const identities = new IdentityService({
    catalog: catalogServiceMock({
      entities: [
        userEntity('ana'),
        userEntity('ben'),
        groupEntity('writers', {
          members: ['ana', 'ben'],
          team: 'org/writers',
        }),
        // docs.gitlab.com, "Code Owners": @group is a group at the top.
        groupEntity('payments', { members: ['ben'], team: 'payments' }),
        groupEntity('ana', { members: ['ben'], team: 'ana' }),
      ],
    }),
    auth: mockServices.auth(),
    config: {
      hosts: new Map([
        [
          'github.com',
          { user: 'github.com/user-login', group: 'github.com/team-slug' },
        ],
      ]),
      mapping: new Map(),
    },
    groups: { findGroupsAboveEach: async () => new Map() },
    now: () => new Date('2026-07-01T12:00:00Z'),
  });
  const owners: OwnerName[] = [
    { kind: 'user', name: 'Ana' },
    { kind: 'email', name: 'ben@example.com' },
    { kind: 'team', name: 'org/writers' },
    { kind: 'team', name: 'org/nobody' },
    { kind: 'user', name: 'nobody' },
    { kind: 'role', name: 'ana' },
    { kind: 'user', name: 'Payments' },
    { kind: 'email', name: 'payments@example.com' },
  ];
  const peopleOf = await findOwnerPeople(owners, 'github.com', identities);
  expect(owners.map(peopleOf)).toEqual([
    ['user:default/ana'],
    ['user:default/ben'],
    ['user:default/ana', 'user:default/ben'],
    [],
    [],
    [],
    ['user:default/ben'],
    [],
  ]);
  const elsewhere = await findOwnerPeople(owners, 'gitlab.com', identities);
  expect(owners.map(elsewhere)).toEqual([
    [],
    ['user:default/ben'],
    [],
    [],
    [],
    [],
    [],
    [],
  ]);
});
