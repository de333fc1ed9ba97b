import { createBackendModule } from '@backstage/backend-plugin-api';
import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { maturityRoutes } from '@platform-product/backstage-plugin-common/rules';
import {
  CollectedEvidence,
  platformProductEvidenceExtensionPoint,
} from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const owner = 'user:default/olga';
const manager = 'user:default/max';
const steward = 'user:default/stella';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

describe.each(databases.eachSupportedId())('news of criteria on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;

  beforeEach(async () => {
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities: [
        serviceEntity('logs', {
          title: 'Log search',
          owner: 'group:default/logs-team',
          annotations: { 'platform-product/product-manager': manager },
        }),
        groupEntity('council', { members: ['stella', 'olga'] }),
      ],
      groups: {
        [owner]: ['group:default/logs-team'],
        [steward]: ['group:default/council'],
      },
      config: { stewards: ['group:default/council'] },
    });
  });
  afterEach(() => plugin.stop());

  const told = async () => {
    await plugin.deliverNotifications();
    return plugin.sent
      .splice(0)
      .map(({ recipients, payload: { title, description, link } }) => [
        (recipients as { entityRef: string[] }).entityRef,
        title,
        description,
        link,
      ]);
  };
  const request = (criterionId = 'guide', reason = 'The storage <moves>.') =>
    plugin.call(owner, maturityRoutes.requestWaiver, {
      params,
      body: { criterionId, reason, expiresAt: inDays(20) },
    });
  const decide = (
    waiver: string,
    body: { decision: 'approved' | 'denied'; note?: string },
  ) =>
    plugin.call(steward, maturityRoutes.decideWaiver, {
      params: { id: waiver },
      body,
    });
  const link = '/catalog/default/component/logs/maturity';
  const guide = expect.stringMatching(/^“The contribution guide says/);

  it('reaches stewards, then who asked', async () => {
    const { body } = await request();
    expect(await told()).toEqual([
      [[steward], 'Log search asks for a waiver', guide, link],
    ]);
    expect((await decide(body.id, { decision: 'denied' })).status).toBe(400);
    expect(await told()).toEqual([]);
    await decide(body.id, { decision: 'denied', note: 'Write it first.' });
    expect(await told()).toEqual([
      [
        [owner],
        'Your waiver for Log search was denied',
        expect.stringMatching(/^Write it first\. \(“.*”\)$/),
        link,
      ],
    ]);
    expect((await request()).status).toBe(409);
    const again = await request('guide', 'Two people write it by March.');
    await told();
    await decide(again.body.id, { decision: 'approved' });
    expect(await told()).toEqual([
      [[owner], 'Your waiver for Log search was approved', guide, link],
    ]);
  });

  it('reaches the product manager when somebody else attests', async () => {
    const attest = (user: string) =>
      plugin.call(user, maturityRoutes.attest, {
        params,
        body: {
          criterionId: 'guide',
          statement: 'Two teams have read it.',
          expiresAt: inDays(20),
        },
      });
    await attest(owner);
    expect(await told()).toEqual([
      [
        [manager],
        'A criterion of Log search was attested',
        expect.stringMatching(/: Two teams have read it\.$/),
        link,
      ],
    ]);
    await attest(manager);
    expect(await told()).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('news of levels on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let evidence: Pick<CollectedEvidence, 'result' | 'validUntil'>;

  beforeEach(async () => {
    knex = await databases.init(id);
    evidence = { result: 'pass' };
    plugin = await startTestPlugin({
      knex,
      entities: [
        serviceEntity('logs', {
          title: 'Log search',
          owner: 'group:default/logs-team',
          annotations: { 'platform-product/product-manager': manager },
        }),
      ],
      groups: { [steward]: ['group:default/council'] },
      config: {
        stewards: ['group:default/council'],
        maturity: {
          levels: [{ name: 'Builds' }],
          criteria: {
            ...Object.fromEntries(
              defaultLadder.criteria.map(c => [c.id, { enabled: false }]),
            ),
            rota: {
              title: 'There is a rota',
              level: 1,
              freshFor: { days: 30 },
              evidence: { source: 'rota' },
            },
            page: {
              title: 'There is a page',
              level: 1,
              evidence: { source: 'page' },
            },
          },
        },
      },
      features: [
        createBackendModule({
          pluginId: 'platform-product',
          moduleId: 'test-rota',
          register(reg) {
            reg.registerInit({
              deps: { point: platformProductEvidenceExtensionPoint },
              async init({ point }) {
                point.addCollector({
                  id: 'rota',
                  provides: ['rota', 'page'],
                  collect: async ({ services }) =>
                    services.flatMap(({ entityRef }) => [
                      {
                        entityRef,
                        source: 'rota',
                        summary: 'As the rota has it',
                        ...evidence,
                      },
                      {
                        entityRef,
                        source: 'page',
                        result: 'pass' as const,
                        summary: 'As the page has it',
                      },
                    ]),
                });
              },
            });
          },
        }),
      ],
    });
    await plugin.sweep();
  });
  afterEach(() => plugin.stop());

  const told = () =>
    plugin.sent
      .splice(0)
      .map(({ recipients, payload: { topic, title, description } }) => [
        (recipients as { entityRef: string[] }).entityRef,
        topic,
        title,
        description,
      ]);
  const team = ['group:default/logs-team', manager];

  it('say nothing of the first assessment, nor of what stays', async () => {
    await plugin.sweep();
    expect(told()).toEqual([]);
  });

  it('reach the team once where a level is at risk, and when it drops', async () => {
    // It went stale a moment ago.
    evidence = {
      result: 'pass',
      validUntil: new Date(Date.now() - 1000),
    };
    await plugin.sweep();
    await plugin.sweep();
    expect(told()).toEqual([
      [
        team,
        'Levels',
        expect.stringMatching(/^Log search drops to level 0 on \d+ \w+ \d{4}$/),
        'Renew the evidence to stay on level 1. Stale: “There is a rota”.',
      ],
    ]);
    evidence = { result: 'fail' };
    await plugin.sweep();
    await plugin.sweep();
    expect(told()).toEqual([
      [
        team,
        'Levels',
        'Log search dropped from level 1 to 0',
        'No longer met: “There is a rota”.',
      ],
    ]);
    evidence = { result: 'pass' };
    await plugin.sweep();
    expect(told()).toEqual([]);
  });

  it('are none where a decision is undone, and some where a waiver is revoked', async () => {
    evidence = { result: 'fail' };
    await plugin.sweep();
    const { body } = await plugin.call(manager, maturityRoutes.requestWaiver, {
      params,
      body: {
        criterionId: 'rota',
        reason: 'The rota moves.',
        expiresAt: inDays(20),
      },
    });
    const waiver = { params: { id: body.id } };
    const approve = async () => {
      await plugin.call(steward, maturityRoutes.decideWaiver, {
        ...waiver,
        body: { decision: 'approved' },
      });
      const { level } = (await knex('maturity_services').first())!;
      expect(level).toBe(1);
      plugin.sent.length = 0;
    };
    await approve();
    await plugin.call(steward, maturityRoutes.takeBackDecision, waiver);
    expect(await knex('maturity_services').pluck('level')).toEqual([0]);
    expect(told().map(([, topic]) => topic)).toEqual(['Waivers']);
    await approve();
    await plugin.call(steward, maturityRoutes.revokeWaiver, waiver);
    expect(told().map(([, topic, title]) => [topic, title])).toEqual([
      ['Levels', 'Log search dropped from level 1 to 0'],
    ]);
  });

  it('are written with the assessment, or not at all', async () => {
    evidence = { result: 'fail' };
    const refuse = (query: { sql: string }) => {
      if (/insert into .notifications_outbox/.test(query.sql)) {
        throw new Error('The disk is full');
      }
    };
    knex.on('query', refuse);
    await expect(plugin.sweep()).rejects.toThrow();
    knex.removeListener('query', refuse);
    expect(await knex('maturity_services').pluck('level')).toEqual([1]);
    await plugin.sweep();
    expect(told().map(([, , title]) => title)).toEqual([
      'Log search dropped from level 1 to 0',
    ]);
  });
});
