import { createBackendModule } from '@backstage/backend-plugin-api';
import { maturityRoutes } from '@platform-product/backstage-plugin-common/rules';
import {
  EvidenceCollector,
  platformProductEvidenceExtensionPoint,
} from '@platform-product/backstage-plugin-node';
import { databases } from './__testUtils__/databases';
import {
  serviceEntity,
  smallLadder,
  userEntity,
} from './__testUtils__/entities';
import { startTestPlugin } from './__testUtils__/startTestPlugin';

// From here on as docs/extending.md has it: under 50 lines outside the plugin.

const fetchRotas = async (refs: string[], _: { signal: AbortSignal }) =>
  new Map(refs.map(ref => [ref, ref.endsWith('logs') ? 3 : 1]));

const onCallCollector: EvidenceCollector = {
  id: 'on-call',
  provides: ['on-call'],
  async collect({ services, signal }) {
    const refs = services.map(({ entityRef }) => entityRef);
    const rotas = await fetchRotas(refs, { signal });
    return refs.map(entityRef => {
      const people = rotas.get(entityRef) ?? 0;
      return {
        entityRef,
        source: 'on-call',
        result: people > 1 ? 'pass' : 'fail',
        summary: `${people} people on call`,
      };
    });
  },
};

const onCallCollectorModule = createBackendModule({
  pluginId: 'platform-product',
  moduleId: 'on-call-collector',
  register(reg) {
    reg.registerInit({
      deps: { evidence: platformProductEvidenceExtensionPoint },
      async init({ evidence }) {
        evidence.addCollector(onCallCollector);
      },
    });
  },
});

const onCallCriterion = {
  level: 1,
  title: 'Two people or more are on call',
  freshFor: 'P7D',
  evidence: { source: 'on-call' },
};

// Up to here.

it('adds a criterion with its own collector, as docs/extending.md says', async () => {
  const plugin = await startTestPlugin({
    knex: await databases.init('SQLITE_3'),
    entities: [serviceEntity('logs'), serviceEntity('m'), userEntity('maya')],
    config: {
      maturity: {
        criteria: { ...smallLadder.criteria, 'on-call': onCallCriterion },
      },
    },
    features: [onCallCollectorModule],
  });
  await plugin.sweep();
  const get = async (name: string) =>
    (
      await plugin.call('user:default/a', maturityRoutes.getMaturity, {
        params: { kind: 'component', namespace: 'default', name },
      })
    ).body;
  const logs = await get('logs');
  expect(logs.level).toBe(1);
  expect(logs.levels[0].criteria[2]).toMatchObject({
    label: '1.3',
    id: 'on-call',
    result: 'pass',
    evidence: [{ summary: '3 people on call' }],
  });
  expect(await get('m')).toMatchObject({ level: 0, heldBackBy: ['on-call'] });
  await plugin.stop();
});
