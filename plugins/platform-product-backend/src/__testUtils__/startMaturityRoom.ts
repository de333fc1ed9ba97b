import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { EvidenceCollector } from '@platform-product/backstage-plugin-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { readGroundConfig } from '../config/readGroundConfig';
import { sectionsOf } from './sectionsOf';
import { createMaturityRoom } from '../maturity/createMaturityRoom';
import { GroupTree } from '../people/GroupTree';
import { deleteServicesFrom } from '../retention/forgetServices';
import { RetentionService } from '../retention/RetentionService';
import { DatabaseServiceListStore } from '../services/DatabaseServiceListStore';
import { hidingCatalog } from './hidingCatalog';

/** All tables of the room, in an order in which they can be emptied. */
const tables = [
  'maturity_sweeps',
  'maturity_imports',
  'maturity_waivers',
  'maturity_attestations',
  'maturity_history',
  'maturity_evidence',
  'maturity_services',
  'service_figures',
  'services',
  'maturity_ladder_activations',
  'maturity_ladders',
];

export async function clearMaturity(knex: Knex): Promise<void> {
  for (const table of tables) await knex(table).delete();
}

/**
 * The room `maturity` on a database, without HTTP around it and at a time that
 * the test sets.
 */
export async function startMaturityRoom(options: {
  readonly knex: Knex;
  readonly now: string;
  readonly entities?: readonly Entity[];
  /** The content of `platformProduct` in the configuration. */
  readonly config?: JsonObject;
  readonly collectors?: readonly EvidenceCollector[];
}) {
  const { knex, entities = [], collectors = [] } = options;
  const clock = { now: new Date(options.now) };
  const { catalog, setEntities } = hidingCatalog({ entities });
  const auth = mockServices.auth();
  const sections = sectionsOf(options.config);
  const config = readGroundConfig(sections);
  const services = new ServiceCatalog({
    catalog,
    auth,
    permissions: mockServices.permissions.mock(),
    services: config.services,
  });
  const serviceList = new DatabaseServiceListStore(knex);
  const logger = mockServices.logger.mock();
  const signals = { publish: jest.fn() };
  const failures: string[] = [];
  const graph = new CatalogGraph({ catalog, auth });
  const room = createMaturityRoom({
    access: {} as never,
    config,
    groups: new GroupTree({ graph }),
    outbox: { put: async () => {}, wake: async () => {} } as never,
    knex,
    sections,
    services,
    serviceList,
    signals,
    metrics: {
      createCounter: () => ({
        add: (_: number, { collector }: { collector: string }) =>
          failures.push(collector),
      }),
      createHistogram: () => ({ record: () => {} }),
    } as never,
    logger,
    graph,
    now: () => clock.now,
  });
  await room.start();
  room.collectWith([...room.collectors, ...collectors]);
  return {
    ...room,
    config,
    serviceList,
    /** Forgets services that are gone for long. */
    retention: new RetentionService({
      knex,
      serviceList,
      rooms: [
        room.forgetServices,
        deleteServicesFrom('service_figures', 'services'),
      ],
      keepGoneFor: config.keepGoneServicesFor,
      logger,
      now: () => clock.now,
    }),
    logger,
    signals,
    /** Collectors that failed, each time that one did. */
    failures,
    /** The entities that the catalog has from now on. */
    setEntities,
    setTime(time: string | number) {
      clock.now = new Date(time);
    },
    async getService(entityRef: string) {
      const [service] = await services.getServices([entityRef]);
      return service;
    },
  };
}
