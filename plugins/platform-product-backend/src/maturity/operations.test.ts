import {
  maturityRoutes,
  peopleRoutes,
  accessRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { databases } from '../__testUtils__/databases';
import {
  serviceEntity,
  smallLadder,
  userEntity,
} from '../__testUtils__/entities';
import { nextMoment } from '../__testUtils__/nextMoment';
import {
  startTestPlugin,
  TestPluginOptions,
} from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const params = { kind: 'component', namespace: 'default', name: 'logs' };
const owner = 'user:default/olga';
const manager = 'user:default/maya';
const consumer = 'user:default/carl';
const steward = 'user:default/stella';
const stranger = 'user:default/hidden-from';

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

describe.each(databases.eachSupportedId())('maturity routes on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  async function start(options: Partial<TestPluginOptions> = {}) {
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities: [serviceEntity('logs'), userEntity('maya')],
      groups: {
        [owner]: ['group:default/logs-team'],
        [steward]: ['group:default/council'],
      },
      hidden: { [stranger]: ['component:default/logs'] },
      ...options,
      config: {
        stewards: ['council'],
        maturity: smallLadder,
        ...options.config,
      },
    });
  }

  afterEach(() => plugin.stop());

  const getMaturity = (user: string, query = {}) =>
    plugin.call(user, maturityRoutes.getMaturity, { params, query });
  const attest = (user: string, body = {}, idempotencyKey?: string) =>
    plugin.call(user, maturityRoutes.attest, {
      params,
      idempotencyKey,
      body: {
        criterionId: 'guide',
        statement: 'The guide was reviewed with two teams.',
        expiresAt: inDays(90),
        ...body,
      },
    });
  const requestWaiver = (user: string, body = {}) =>
    plugin.call(user, maturityRoutes.requestWaiver, {
      params,
      body: {
        criterionId: 'guide',
        reason: 'The guide is being written.',
        expiresAt: inDays(30),
        ...body,
      },
    });

  it('answers with the level that annotations and relations prove', async () => {
    await start();
    const { status, body } = await getMaturity(consumer);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/logs',
      level: 1,
      levelWithoutWaivers: 1,
      heldBackBy: ['guide'],
      failedCollectors: [],
    });
    expect(body.levels[0].criteria.map(c => [c.label, c.id, c.result])).toEqual(
      [
        ['1.1', 'product-manager', 'pass'],
        ['1.2', 'consumers-known', 'pass'],
      ],
    );
    expect(body.levels[1].criteria[0]).toMatchObject({
      id: 'guide',
      result: 'unknown',
      state: 'missing',
      evidence: [],
    });
  });

  it('takes four queries and one catalog call, however many services there are', async () => {
    const knex = await databases.init(id);
    async function cost(services: number) {
      await plugin?.stop();
      await start({
        knex,
        entities: [
          ...Array.from({ length: services }, (_, n) => serviceEntity(`s${n}`)),
          serviceEntity('logs'),
          userEntity('maya'),
        ],
      });
      await plugin.sweep();
      plugin.catalog.getEntityByRef.mockClear();
      let queries = 0;
      const onQuery = () => {
        queries++;
      };
      knex.on('query', onQuery);
      await getMaturity(consumer);
      knex.removeListener('query', onQuery);
      return [queries, plugin.catalog.getEntityByRef.mock.calls.length];
    }
    expect(await cost(0)).toEqual([4, 1]);
    expect(await cost(300)).toEqual([4, 1]);
  });

  it('shows a declared level beside the evidenced one', async () => {
    await start({
      entities: [
        serviceEntity('logs', {
          annotations: {
            'platform-product/level': '3',
            'platform-product/product-manager': 'nobody',
          },
        }),
      ],
    });
    const { body } = await getMaturity(consumer);
    expect(body).toMatchObject({ level: 0, declaredLevel: 3 });
    expect(body.levels[0].criteria[0].evidence[0].summary).toBe(
      'The catalog has no User “nobody”',
    );
  });

  it('raises the level when an owner attests, and signals it', async () => {
    await start();
    const { body: before } = await getMaturity(owner);
    plugin.signals.publish.mockClear();

    const { status, body } = await attest(owner, {
      link: 'https://docs.example.com/guide',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ criterionId: 'guide', createdBy: owner });
    expect(plugin.signals.publish).toHaveBeenCalledWith({
      channel: before.signalChannel,
      recipients: { type: 'broadcast' },
      message: { action: 'reassessed' },
    });

    const { body: after } = await getMaturity(owner);
    expect(after).toMatchObject({
      level: 2,
      heldBackBy: ['outside-reviewers'],
    });
    const history = await plugin.call(owner, maturityRoutes.getLevelHistory, {
      params,
    });
    expect(history.body.items).toMatchObject([
      {
        fromLevel: 1,
        toLevel: 2,
        reason: 'evidence',
        causes: [
          {
            criterionId: 'guide',
            from: 'missing',
            to: 'attested',
            summary: 'The guide was reviewed with two teams.',
          },
        ],
      },
      { fromLevel: 0, toLevel: 1, reason: 'first-assessment' },
    ]);
    expect(plugin.audited).toEqual(['attest success']);
  });

  it('drops the level at once when an attestation is withdrawn', async () => {
    await start();
    const { body } = await attest(manager);
    const withdraw = () =>
      plugin.call(manager, maturityRoutes.withdrawAttestation, {
        params: { id: body.id },
      });
    expect((await withdraw()).body.withdrawnBy).toBe(manager);
    expect((await getMaturity(owner)).body.level).toBe(1);
    expect((await withdraw()).status).toBe(409);
  });

  it('takes a repeated attestation with one key as one', async () => {
    await start();
    const body = { expiresAt: inDays(90) };
    const [first, second] = await Promise.all([
      attest(owner, body, 'key-1'),
      attest(owner, body, 'key-1'),
    ]);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body.id).toBe(first.body.id);
    const other = await attest(
      owner,
      { statement: 'Something else.' },
      'key-1',
    );
    expect(other.status).toBe(409);
  });

  it('lets a newer attestation replace an older one, even for a nearer date', async () => {
    await start();
    await attest(owner, { expiresAt: inDays(300) });
    await nextMoment();
    const nearer = inDays(30);
    await attest(owner, { statement: 'Better said now.', expiresAt: nearer });
    const { body } = await getMaturity(owner);
    expect(body.levels[1].criteria[0]).toMatchObject({
      freshUntil: nearer,
      attestation: { statement: 'Better said now.' },
    });
  });

  it('keeps one of two waivers that are asked for at the same time', async () => {
    await start();
    const answers = await Promise.all([
      requestWaiver(owner),
      requestWaiver(manager),
      requestWaiver(owner),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('takes a malformed link for a fail of its own service alone', async () => {
    await start({
      entities: [
        serviceEntity('logs', {
          annotations: { 'platform-product/vision': 'https://' },
        }),
        serviceEntity('metrics'),
        userEntity('maya'),
      ],
      config: {
        maturity: {
          criteria: {
            ...smallLadder.criteria,
            'vision-roadmap': { enabled: true },
          },
        },
      },
    });
    await plugin.sweep();
    expect((await getMaturity(owner)).body).toMatchObject({
      level: 0,
      heldBackBy: ['vision-roadmap'],
      failedCollectors: [],
    });
    const other = await plugin.call(owner, maturityRoutes.getMaturity, {
      params: { ...params, name: 'metrics' },
    });
    expect(other.body.level).toBe(1);
  });

  it('replays a past moment', async () => {
    await start();
    await getMaturity(owner);
    await nextMoment();
    const before = new Date().toISOString();
    await nextMoment();
    await attest(owner);
    expect((await getMaturity(owner)).body.level).toBe(2);
    expect((await getMaturity(owner, { at: before })).body.level).toBe(1);
    expect(
      (await getMaturity(owner, { at: '2001-01-01T00:00:00Z' })).body.level,
    ).toBe(0);
    expect((await getMaturity(owner, { at: inDays(1) })).status).toBe(400);
  });

  it('lets a steward approve a waiver, never who asked for it', async () => {
    await start({
      groups: {
        [owner]: ['group:default/logs-team', 'group:default/council'],
        [steward]: ['group:default/council'],
      },
    });
    const { status, body: waiver } = await requestWaiver(owner);
    expect(status).toBe(201);
    expect(waiver.status).toBe('pending');
    expect((await getMaturity(owner)).body.level).toBe(1);

    const decide = (user: string, decision: 'approved' | 'denied') =>
      plugin.call(user, maturityRoutes.decideWaiver, {
        params: { id: waiver.id },
        body: { decision, note: 'So it is.' },
      });
    expect((await decide(owner, 'approved')).status).toBe(403);
    expect((await decide(consumer, 'approved')).status).toBe(403);
    expect((await decide(steward, 'approved')).body.status).toBe('approved');
    expect((await decide(steward, 'denied')).status).toBe(409);

    const { body } = await getMaturity(owner);
    // A level needs a real pass, so a waiver of its only criterion is not one.
    expect(body).toMatchObject({ level: 1, levelWithoutWaivers: 1 });
    expect(body.levels[1].criteria[0]).toMatchObject({
      state: 'waived',
      waiver: { status: 'approved', decidedBy: steward },
    });

    const revoked = await plugin.call(owner, maturityRoutes.revokeWaiver, {
      params: { id: waiver.id },
    });
    expect(revoked.body.status).toBe('revoked');
    const list = await plugin.call(owner, maturityRoutes.listWaivers, {
      params,
    });
    expect(list.body.items.map(item => item.status)).toEqual(['revoked']);
    expect(plugin.audited).toEqual([
      'request-waiver success',
      'decide-waiver fail',
      'decide-waiver fail',
      'decide-waiver success',
      'decide-waiver fail',
      'revoke-waiver success',
    ]);
  });

  it('lets nobody approve what they asked for by erasing themselves between', async () => {
    await start({
      groups: { [owner]: ['group:default/logs-team', 'group:default/council'] },
    });
    const { body: waiver } = await requestWaiver(owner);
    const erased = await plugin.call(owner, peopleRoutes.eraseUser, {
      params: { userRef: owner },
    });
    expect(erased.status).toBe(200);
    const decided = await plugin.call(owner, maturityRoutes.decideWaiver, {
      params: { id: waiver.id },
      body: { decision: 'approved' },
    });
    expect(decided.status).toBe(409);
    expect(decided.text).toContain('The waiver is revoked already');
    const { body } = await plugin.call(owner, maturityRoutes.listWaivers, {
      params,
    });
    expect(body.items).toMatchObject([{ status: 'revoked' }]);
    // Who still needs it asks again.
    expect((await requestWaiver(owner)).status).toBe(201);
  });

  it('signals at once that a waiver holds, and that it no longer does', async () => {
    await start();
    await getMaturity(owner);
    const { body: waiver } = await requestWaiver(owner);
    const signalsOf = async (act: () => Promise<{ status: number }>) => {
      plugin.signals.publish.mockClear();
      expect((await act()).status).toBe(200);
      return plugin.signals.publish.mock.calls.length;
    };
    const byId = { params: { id: waiver.id } };
    const both = await signalsOf(() =>
      plugin.call(steward, maturityRoutes.decideWaiver, {
        ...byId,
        body: { decision: 'approved' },
      }),
    );
    expect(both).toBe(2);
    expect(
      await signalsOf(() =>
        plugin.call(owner, maturityRoutes.revokeWaiver, byId),
      ),
    ).toBe(both);
  });

  it('says in the audit trail what a write is about, and none of its words', async () => {
    await start();
    const about = { entityRef: 'component:default/logs', criterionId: 'guide' };
    const { body: attestation } = await attest(owner);
    const { body: waiver } = await requestWaiver(owner);
    const ofAttestation = { id: attestation.id };
    const ofWaiver = { id: waiver.id };
    await plugin.call(owner, maturityRoutes.withdrawAttestation, {
      params: ofAttestation,
    });
    await plugin.call(steward, maturityRoutes.decideWaiver, {
      params: ofWaiver,
      body: { decision: 'approved', note: 'Until the guide is there.' },
    });
    await plugin.call(steward, maturityRoutes.revokeWaiver, {
      params: ofWaiver,
    });
    const events = plugin.told
      .map(text => JSON.parse(text))
      .filter(([event]) => /-|^attest$/.test(event) && !/ /.test(event));
    expect(events).toEqual([
      ['attest', params, about],
      ['request-waiver', params, about],
      ['withdraw-attestation', ofAttestation, about],
      ['decide-waiver', ofWaiver, { ...about, decision: 'approved' }],
      ['revoke-waiver', ofWaiver, about],
    ]);
  });

  it('tells how long attestations and waivers may hold, and goes by that', async () => {
    await start({
      config: {
        maturity: {
          ...smallLadder,
          longestAttestation: { days: 20 },
          longestWaiver: { days: 10 },
        },
      },
    });
    const { body } = await plugin.call(owner, accessRoutes.getAccess, {
      params,
    });
    expect(body).toMatchObject({
      longestAttestationDays: 20,
      longestWaiverDays: 10,
    });
    const after = (days: number) => ({ expiresAt: inDays(days + 0.1) });
    expect((await attest(owner, after(20))).status).toBe(400);
    expect((await attest(owner, after(19))).status).toBe(201);
    expect((await requestWaiver(owner, after(10))).status).toBe(400);
    expect((await requestWaiver(owner, after(9))).status).toBe(201);
  });

  it('keeps one live waiver per criterion', async () => {
    await start();
    expect((await requestWaiver(owner)).status).toBe(201);
    expect((await requestWaiver(owner)).status).toBe(409);
  });

  it('refuses writes of people without a role, even if the policy allows all', async () => {
    await start();
    const refused = await attest(consumer);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('ask the owners or the product manager');
    expect((await requestWaiver(steward)).status).toBe(403);
    expect((await getMaturity(owner)).body.level).toBe(1);
    const access = await plugin.call(consumer, accessRoutes.getAccess, {
      params,
    });
    expect(access.body).toMatchObject({
      attest: false,
      requestWaiver: false,
      decideWaiver: false,
    });
  });

  it('refuses writes that the policy denies, even to owners', async () => {
    await start({
      denied: { [owner]: ['platform-product.attestation.create'] },
    });
    expect((await attest(owner)).status).toBe(403);
    const access = await plugin.call(owner, accessRoutes.getAccess, {
      params,
    });
    expect(access.body).toMatchObject({ attest: false, requestWaiver: true });
  });

  it('knows nothing of a service that the caller may not read', async () => {
    await start();
    const { body: attestation } = await attest(owner);
    const { body: waiver } = await requestWaiver(owner, {
      criterionId: 'outside-reviewers',
    });
    const answers = [
      await getMaturity(stranger),
      await plugin.call(stranger, maturityRoutes.getLevelHistory, { params }),
      await plugin.call(stranger, accessRoutes.getAccess, { params }),
      await plugin.call(stranger, maturityRoutes.listWaivers, { params }),
      await attest(stranger),
      await requestWaiver(stranger),
      await plugin.call(stranger, maturityRoutes.withdrawAttestation, {
        params: { id: attestation.id },
      }),
      await plugin.call(stranger, maturityRoutes.decideWaiver, {
        params: { id: waiver.id },
        body: { decision: 'approved' },
      }),
      await plugin.call(stranger, maturityRoutes.revokeWaiver, {
        params: { id: waiver.id },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    answers
      .slice(-3)
      .forEach(({ text }) => expect(text).not.toContain('default/logs'));
  });

  it.each([
    [
      'a criterion that is not there',
      { criterionId: 'nonsense' },
      'criterionId',
    ],
    [
      'one that can’t be attested',
      { criterionId: 'product-manager' },
      'attested',
    ],
    ['a short statement', { statement: 'Yes.' }, 'statement'],
    ['an unsafe link', { link: 'data:text/html,x' }, 'link'],
    [
      'an expiry that is past',
      { expiresAt: '2001-01-01T00:00:00Z' },
      'expiresAt',
    ],
    ['an expiry too far away', { expiresAt: inDays(400) }, 'within 365 days'],
    ['a field that is not there', { level: 3 }, 'level'],
  ])('refuses an attestation with %s', async (_, body, named) => {
    await start();
    const { status, text } = await attest(owner, body);
    expect(status).toBe(400);
    expect(text).toContain(named);
  });

  it('names every bad field', async () => {
    await start();
    const { text } = await attest(owner, { statement: 3, expiresAt: 'soon' });
    expect(text).toContain('body.statement');
    expect(text).toContain('body.expiresAt');
  });

  it('is no service without the type or the annotation', async () => {
    const library = serviceEntity('logs');
    library.spec!.type = 'library';
    await start({ entities: [library] });
    expect((await getMaturity(owner)).status).toBe(404);
  });
});
