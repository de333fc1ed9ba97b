import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ServiceAction } from '@platform-product/backstage-plugin-common';
import { serviceEntity } from '../__testUtils__/entities';
import { hidingCatalog } from '../__testUtils__/hidingCatalog';
import { related, Relations } from '../__testUtils__/related';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { GroupTree } from '../people/GroupTree';
import { AccessService } from './AccessService';

/** Refs of each person and of their groups, as the sign-in gave them. */
const claims: Record<string, readonly string[]> = {
  'owner in a group': ['user:default/olga', 'group:default/logs-team'],
  'owner by name': ['user:default/uma'],
  'product manager': ['user:default/maya'],
  'steward in a group': ['user:default/stella', 'group:default/council'],
  'steward by name': ['user:default/sam'],
  'admin in a group': ['user:default/ada', 'group:default/admins'],
  'admin by name': ['user:default/alan'],
  'owner in a group below': ['user:default/sara', 'group:default/squad'],
  'owner as the catalog has it': ['user:default/tim'],
  'somebody else': ['user:default/carl', 'group:default/shop-team'],
};
const people = Object.keys(claims);
const owners = ['owner in a group', 'owner by name'];
const stewards = ['steward in a group', 'steward by name'];
const admins = ['admin in a group', 'admin by name'];
const team = [...owners, 'product manager', ...admins];
/** All whose own service it is; some of these have no say in it. */
const own = [
  ...owners,
  'product manager',
  'owner in a group below',
  'owner as the catalog has it',
];
const outsiders = people.filter(person => !own.includes(person));

const mayDo: Record<ServiceAction, readonly string[]> = {
  attest: team,
  withdrawAttestation: team,
  requestWaiver: team,
  decideWaiver: [...stewards, ...admins],
  manageRoster: team,
  offerReview: people,
  requestReview: people,
  rate: outsiders,
  inviteToRate: team,
  replyToScores: team,
  giveFeedback: people,
  manageFeedback: team,
  writeResearch: team,
  follow: people,
  writeNotices: team,
  writePosts: team,
  answerNotices: people,
  writeEvents: team,
  attendEvents: people,
  writeRoadmap: team,
};

const permissionOf: Record<ServiceAction, string> = {
  attest: 'platform-product.attestation.create',
  withdrawAttestation: 'platform-product.attestation.withdraw',
  requestWaiver: 'platform-product.waiver.request',
  decideWaiver: 'platform-product.waiver.decide',
  manageRoster: 'platform-product.roster.manage',
  offerReview: 'platform-product.review.offer',
  requestReview: 'platform-product.review.request',
  rate: 'platform-product.rating.create',
  inviteToRate: 'platform-product.rating.invite',
  replyToScores: 'platform-product.scores.reply',
  giveFeedback: 'platform-product.feedback.create',
  manageFeedback: 'platform-product.feedback.manage',
  writeResearch: 'platform-product.research.write',
  writeNotices: 'platform-product.notice.write',
  writePosts: 'platform-product.post.write',
  answerNotices: 'platform-product.notice.answer',
  writeEvents: 'platform-product.event.write',
  attendEvents: 'platform-product.event.attend',
  writeRoadmap: 'platform-product.roadmap.write',
  follow: 'platform-product.follow.write',
};
const actions = Object.keys(mayDo) as ServiceAction[];

const logs = serviceEntity('Logs', {
  relations: [{ type: 'ownedBy', targetRef: 'user:default/Uma' }],
});
const metrics = serviceEntity('metrics', {
  owner: 'group:default/shop-team',
  annotations: { 'platform-product/product-manager': 'pat' },
});

/** The team has a squad; of one member, only the catalog knows. */
const groups: Readonly<Record<string, Relations>> = {
  'group:default/logs-team': { parentOf: ['group:default/squad'] },
  'group:default/squad': { childOf: ['group:default/logs-team'] },
  'user:default/tim': { memberOf: ['group:default/squad'] },
};

/** Who is signed in with which refs, and what the policy denies. */
function createAccess(options: {
  claims?: readonly string[];
  denies?: (permission: string, resourceRef: string) => boolean;
}) {
  const asked: Array<readonly string[]> = [];
  const auth = mockServices.auth();
  const { catalog, asked: catalogCalls } = hidingCatalog({
    entities: Object.entries(groups).map(entry => related(...entry)),
  });
  const access = new AccessService({
    auth,
    groups: new GroupTree({ graph: new CatalogGraph({ catalog, auth }) }),
    userInfo: {
      getUserInfo: async () => ({
        userEntityRef: options.claims![0],
        ownershipEntityRefs: [...options.claims!],
      }),
    },
    permissions: mockServices.permissions.mock({
      authorize: async requests => {
        const all = requests as Array<{
          permission: { name: string };
          resourceRef: string;
        }>;
        asked.push(all.map(r => `${r.permission.name} ${r.resourceRef}`));
        return all.map(({ permission, resourceRef }) => ({
          result: options.denies?.(permission.name, resourceRef)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        }));
      },
    }),
    stewards: ['group:default/council', 'user:default/sam'],
    admins: ['group:default/admins', 'user:default/alan'],
  });
  return { access, asked, catalogCalls };
}

const as = (person: string) =>
  [
    createAccess({ claims: claims[person] }).access,
    mockCredentials.user(claims[person][0]) as BackstageCredentials,
  ] as const;

const isOwn = async (
  access: AccessService,
  entity: Entity,
  credentials: BackstageCredentials,
) => (await access.judge(['rate'], entity, credentials)).isOwn;

describe('AccessService', () => {
  it.each(actions)('lets these people, and nobody else, %s', async action => {
    const allowed: string[] = [];
    const filtered: string[] = [];
    const authorized: string[] = [];
    for (const person of people) {
      const [access, credentials] = as(person);
      const answer = await access.allowed([action], logs, credentials);
      if (answer[action]) allowed.push(person);
      const services = [{ entity: logs }];
      const left = await access.filterAllowed(action, services, credentials);
      if (left.length) filtered.push(person);
      const isAuthorized = await access
        .authorize(action, logs, credentials)
        .then(ref => ref === claims[person][0])
        .catch(() => false);
      if (isAuthorized) authorized.push(person);
    }
    const expected = people.filter(person => mayDo[action].includes(person));
    expect(allowed).toEqual(expected);
    expect(filtered).toEqual(expected);
    expect(authorized).toEqual(expected);
  });

  it.each(actions)('lets nobody %s whom the policy denies it', async action => {
    const person = mayDo[action][0];
    const credentials = mockCredentials.user(claims[person][0]);
    const { access } = createAccess({
      claims: claims[person],
      denies: permission => permission === permissionOf[action],
    });
    expect(await access.allowed([action], logs, credentials)).toEqual({
      [action]: false,
    });
    expect(
      await access.filterAllowed(action, [{ entity: logs }], credentials),
    ).toEqual([]);
    await expect(access.authorize(action, logs, credentials)).rejects.toThrow(
      'You may not do this here',
    );
  });

  it.each(actions)('never lets another service %s', async action => {
    const { access } = createAccess({});
    const credentials = mockCredentials.service('plugin:other');
    expect(await access.allowed([action], logs, credentials)).toEqual({
      [action]: false,
    });
    await expect(
      access.authorize(action, logs, credentials),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('asks about many services in parts that the permission backend reads', async () => {
    const { access, asked } = createAccess({
      claims: claims['owner in a group'],
    });
    const many = Array.from({ length: 450 }, () => ({ entity: logs }));
    const credentials = mockCredentials.user(claims['owner in a group'][0]);
    const allowed = await access.filterAllowed('attest', many, credentials);
    expect(allowed).toHaveLength(450);
    expect(asked.map(({ length }) => length)).toEqual([200, 200, 50]);
  });

  it('asks once about all that their roles may do, and tells each from the others', async () => {
    const { access, asked } = createAccess({
      claims: claims['owner in a group'],
      denies: permission => permission === permissionOf.requestWaiver,
    });
    expect(
      await access.allowed(
        ['attest', 'requestWaiver', 'decideWaiver', 'rate'],
        logs,
        mockCredentials.user('user:default/olga'),
      ),
    ).toEqual({
      attest: true,
      requestWaiver: false,
      decideWaiver: false,
      rate: false,
    });
    expect(asked).toEqual([
      [
        'platform-product.attestation.create component:default/logs',
        'platform-product.waiver.request component:default/logs',
      ],
    ]);
  });

  it('asks once about all services, and leaves out those that are not allowed', async () => {
    const denied = serviceEntity('denied');
    const { access, asked } = createAccess({
      claims: claims['owner in a group'],
      denies: (_, resourceRef) => resourceRef === 'component:default/denied',
    });
    const credentials = mockCredentials.user('user:default/olga');
    const services = [metrics, denied, logs].map(entity => ({ entity }));
    expect(await access.filterAllowed('attest', services, credentials)).toEqual(
      [{ entity: logs }],
    );
    expect(await access.filterAllowed('rate', services, credentials)).toEqual([
      { entity: metrics },
    ]);
    expect(asked[0]).toEqual([
      'platform-product.attestation.create component:default/metrics',
      'platform-product.attestation.create component:default/denied',
      'platform-product.attestation.create component:default/logs',
    ]);
    expect(await access.filterAllowed('rate', [], credentials)).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('takes any of several actions for leave', async () => {
    const either = ['requestWaiver', 'decideWaiver'] as const;
    const authorized: string[] = [];
    for (const person of people) {
      const [access, credentials] = as(person);
      await access.authorize(either, logs, credentials).then(
        () => authorized.push(person),
        () => {},
      );
    }
    expect(authorized).toEqual([
      ...owners,
      'product manager',
      ...stewards,
      ...admins,
    ]);
  });

  it.each<[string, ServiceAction[]]>([
    ['; ask the owners or the product manager', ['attest']],
    ['; ask a steward', ['decideWaiver']],
    [
      '; ask the owners or the product manager or a steward',
      ['requestWaiver', 'decideWaiver'],
    ],
    ['; ask the owners or the product manager', ['attest', 'manageRoster']],
    ['', ['rate']],
  ])(
    'says “You may not do this here%s” to who may not %s',
    async (rest, asked) => {
      const { access } = createAccess({
        claims: claims['somebody else'],
        denies: permission => permission === permissionOf.rate,
      });
      await expect(
        access.authorize(
          asked,
          logs,
          mockCredentials.user('user:default/carl'),
        ),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: `You may not do this here${rest}`,
      });
    },
  );

  it('says why a team may not rate its own service, whatever else it may', async () => {
    for (const person of own) {
      const [access, credentials] = as(person);
      const refusal = {
        name: 'NotAllowedError',
        message: expect.stringMatching(
          /^A team does not rate its own service.*Invite the people who use it$/,
        ),
      };
      await expect(
        access.authorize('rate', logs, credentials),
      ).rejects.toMatchObject(refusal);
      expect(await isOwn(access, logs, credentials)).toBe(true);
      expect(await isOwn(access, metrics, credentials)).toBe(false);
      expect(await access.authorize('rate', metrics, credentials)).toBe(
        claims[person][0],
      );
    }
    const [access, credentials] = as('admin by name');
    expect(await isOwn(access, logs, credentials)).toBe(false);
  });

  it('looks groups up for that alone, and once for all services', async () => {
    const { access, catalogCalls } = createAccess({
      claims: claims['owner in a group below'],
    });
    const credentials = mockCredentials.user('user:default/sara');
    await access.allowed(['attest', 'follow'], logs, credentials);
    await access.filterAllowed('attest', [{ entity: logs }], credentials);
    expect(catalogCalls).toEqual([]);
    const services = [metrics, logs].map(entity => ({ entity }));
    await access.filterAllowed('rate', services, credentials);
    // The person and the squad, and the team above.
    expect(catalogCalls).toHaveLength(2);
  });

  it('knows all groups that a caller is inside, and of a service none', async () => {
    const { access } = createAccess({
      claims: claims['owner in a group below'],
    });
    const within = await access.withinOf(
      mockCredentials.user('user:default/sara'),
    );
    expect(within).toEqual(
      expect.arrayContaining([
        ...claims['owner in a group below'],
        'group:default/logs-team',
      ]),
    );
    expect(
      await access.withinOf(mockCredentials.service('plugin:other')),
    ).toEqual([]);
  });

  it('gives no role for a product manager who is no user, nor to others', async () => {
    const named = (annotation: string): Entity =>
      serviceEntity('other', {
        owner: 'group:default/gone',
        annotations: { 'platform-product/product-manager': annotation },
      });
    const may = async (annotation: string) => {
      const [access, credentials] = as('product manager');
      const entity = named(annotation);
      return (await access.allowed(['attest'], entity, credentials)).attest;
    };
    expect(await may('maya')).toBe(true);
    expect(await may(' User:Default/Maya ')).toBe(true);
    expect(await may('user:other/maya')).toBe(false);
    expect(await may('group:default/maya')).toBe(false);
    expect(await may('max')).toBe(false);
    expect(await may(':')).toBe(false);
  });

  it('takes refs for the same in whatever case a sign-in gives them', async () => {
    const mixed = {
      owner: ['User:default/Olga', 'Group:default/Logs-Team'],
      manager: ['user:default/Maya'],
      steward: ['user:default/Sam'],
    };
    const may = async (refs: readonly string[], action: ServiceAction) => {
      const { access } = createAccess({ claims: refs });
      const credentials = mockCredentials.user(refs[0]);
      return access.authorize(action, logs, credentials);
    };
    expect(await may(mixed.owner, 'attest')).toBe('user:default/olga');
    expect(await may(mixed.manager, 'attest')).toBe('user:default/maya');
    expect(await may(mixed.steward, 'decideWaiver')).toBe('user:default/sam');
    const { access } = createAccess({ claims: ['user:default/Alan'] });
    const credentials = mockCredentials.user('user:default/Alan');
    expect(await access.isAdmin(credentials)).toBe(true);
  });

  it.each(people)('knows whether an admin asks: %s', async person => {
    const [access, credentials] = as(person);
    expect(await access.isAdmin(credentials)).toBe(admins.includes(person));
  });

  it('knows who a caller is, and that a service is nobody', async () => {
    const { access } = createAccess({
      claims: ['user:default/olga', 'user:default/olga', 'group:default/a'],
    });
    const olga = mockCredentials.user('user:default/Olga');
    const service = mockCredentials.service('plugin:other');
    expect(access.userOf(olga)).toBe('user:default/olga');
    expect(access.requireUser(olga)).toBe('user:default/olga');
    expect(await access.claimsOf(olga)).toEqual([
      'user:default/olga',
      'group:default/a',
    ]);
    expect(access.userOf(service)).toBeUndefined();
    expect(await access.claimsOf(service)).toEqual([]);
    expect(await access.isAdmin(service)).toBe(false);
    expect(() => access.requireUser(service)).toThrow('Only users may do this');
  });
});
