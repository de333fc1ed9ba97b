import { createBackendModule } from '@backstage/backend-plugin-api';
import { defaultLadder } from '@platform-product/backstage-plugin-common';
import {
  maturityRoutes,
  portfolioRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { platformProductEvidenceExtensionPoint } from '@platform-product/backstage-plugin-node';
import { databases } from '../__testUtils__/databases';
import { serviceEntity } from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const engineer = 'user:default/olga';
const team = 'group:default/logs-team';
const params = { kind: 'component', namespace: 'default', name: 'logs' };

/** What was measured: level 1 holds, and nothing above it. */
const measured: Readonly<Record<string, 'pass' | 'fail'>> = {
  built: 'pass',
  guide: 'fail',
  changes: 'fail',
  times: 'fail',
  roster: 'fail',
  approvals: 'fail',
  load: 'fail',
};
const failing = Object.keys(measured).filter(id => measured[id] === 'fail');
const levelOf = (id: string) =>
  ['guide', 'changes', 'times'].includes(id) ? 2 : 3;

/** Brings in what was measured. */
const measurements = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'test-measurements',
  register(reg) {
    reg.registerInit({
      deps: { point: platformProductEvidenceExtensionPoint },
      async init({ point }) {
        point.addCollector({
          id: 'measurements',
          provides: Object.keys(measured),
          collect: async ({ services }) =>
            services.flatMap(({ entityRef }) =>
              Object.entries(measured).map(([source, result]) => ({
                entityRef,
                source,
                result,
                summary: 'As it was measured',
              })),
            ),
        });
      },
    });
  },
});

describe.each(databases.eachSupportedId())('on %s', id => {
  it('nobody talks a service up: six words against six measurements leave it where it is', async () => {
    const plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities: [serviceEntity('logs', { owner: team })],
      groups: { [engineer]: [team] },
      config: {
        maturity: {
          levels: [
            { name: 'Builds' },
            { name: 'Contribute' },
            { name: 'Review' },
          ],
          criteria: {
            ...Object.fromEntries(
              defaultLadder.criteria.map(c => [c.id, { enabled: false }]),
            ),
            ...Object.fromEntries(
              Object.keys(measured).map(source => [
                `my-${source}`,
                {
                  title: `It has its ${source}`,
                  level: source === 'built' ? 1 : levelOf(source),
                  evidence: { source },
                },
              ]),
            ),
          },
        },
      },
      features: [measurements],
    });
    try {
      await plugin.sweep();
      for (const source of failing) {
        const { status } = await plugin.call(engineer, maturityRoutes.attest, {
          params,
          body: {
            criterionId: `my-${source}`,
            statement: 'Trust me, it holds',
            expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
          },
        });
        expect(status).toBe(201);
      }
      const { body } = await plugin.call(engineer, maturityRoutes.getMaturity, {
        params,
      });
      expect(body).toMatchObject({
        level: 1,
        levelWithoutWaivers: 1,
        measuredLevel: 1,
      });
      const criteria = body.levels.flatMap(level => level.criteria);
      const attested = criteria.filter(({ attestation }) => attestation);
      expect(attested.map(({ id: criterion }) => criterion)).toEqual(
        failing.map(source => `my-${source}`),
      );
      expect(attested.map(({ state }) => state)).toEqual(
        failing.map(() => 'missing'),
      );
      expect(attested.map(({ attestation }) => attestation?.statement)).toEqual(
        failing.map(() => 'Trust me, it holds'),
      );
      const list = await plugin.call(engineer, portfolioRoutes.listPortfolio, {
        params: {},
        query: {},
      });
      expect(list.body.items).toMatchObject([{ level: 1, measuredLevel: 1 }]);
    } finally {
      await plugin.stop();
    }
  });
});
