import { maturityRoutes } from '@platform-product/backstage-plugin-common/rules';
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
        expect.stringMatching(/: Write it first\.$/),
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
