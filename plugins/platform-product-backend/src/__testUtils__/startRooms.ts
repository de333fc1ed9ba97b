import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Figures } from '@platform-product/backstage-plugin-common';
import { RatingRecords } from '@platform-product/backstage-plugin-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { createPromptOutbox } from './createPromptOutbox';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { readGroundConfig } from '../config/readGroundConfig';
import { sectionsOf } from './sectionsOf';
import { TableRewriter } from '../database/TableRewriter';
import { DatabaseServiceListStore } from '../services/DatabaseServiceListStore';
import { FigureService } from '../services/FigureService';
import { GroupTree } from '../people/GroupTree';
import { ServiceUsers } from '../people/ServiceUsers';
import { createSatisfactionRoom } from '../satisfaction/createSatisfactionRoom';
import { eraseFromUpdates } from '../updates/eraseFromUpdates';
import { createFollows } from '../updates/follows/createFollows';

/** All tables of the two rooms, in an order in which they can be emptied. */
const tables = [
  'satisfaction_answers',
  'satisfaction_tallies',
  'satisfaction_releases',
  'satisfaction_contacts',
  'satisfaction_invited',
  'satisfaction_replies',
  'satisfaction_votes',
  'satisfaction_feedback_replies',
  'satisfaction_feedback',
  'satisfaction_imported_feedback',
  'satisfaction_research',
  'satisfaction_rounds',
  'updates_follows',
  'notifications_outbox',
];

export async function clearRooms(knex: Knex): Promise<void> {
  for (const table of tables) await knex(table).delete();
}

/** Why something is refused; undefined where it is not. */
export async function refusalOf(
  work: () => unknown,
): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}

/** Figures in which some features were rated so often with 1, 2, 3, 4 and 5. */
export function figuresOf(
  counts: Readonly<Record<string, readonly number[]>>,
  rest: Omit<Figures, 'features'> = {},
): Figures {
  const features = Object.fromEntries(
    Object.entries(counts).map(([feature, own]) => [
      feature,
      { counts: [...own] },
    ]),
  );
  return { features, ...rest };
}

/**
 * The rooms `satisfaction` and `updates` on a database, without HTTP around them
 * and at a time that the test sets.
 */
export function startRooms(options: {
  readonly knex: Knex;
  readonly now: string;
  readonly entities?: readonly Entity[];
  /** The content of `platformProduct.satisfaction` in the configuration. */
  readonly config?: JsonObject;
}) {
  const { knex, entities = [] } = options;
  const clock = { now: new Date(options.now) };
  const now = () => clock.now;
  const catalog = catalogServiceMock({ entities: [...entities] });
  const auth = mockServices.auth();
  const sections = sectionsOf({ satisfaction: options.config });
  const config = readGroundConfig(sections);
  const services = new ServiceCatalog({
    catalog,
    auth,
    permissions: mockServices.permissions.mock(),
    services: config.services,
  });
  const logger = mockServices.logger.mock();
  const { outbox, sent, failToSend } = createPromptOutbox({
    knex,
    logger,
    now,
  });
  const graph = new CatalogGraph({ catalog, auth });
  const groups = new GroupTree({ graph });
  const serviceList = new DatabaseServiceListStore(knex);
  const reassess = jest.fn(async (_: string) => {});
  const lent = {
    knex,
    services,
    logger,
    now,
    access: undefined as never,
    levels: { reassess: (entityRef: string) => reassess(entityRef) },
  };
  const { follows } = createFollows(lent);
  const satisfaction = createSatisfactionRoom({
    ...lent,
    sections,
    graph,
    groups,
    users: new ServiceUsers({ graph, groups }),
    follows,
    outbox,
    rewriter: new TableRewriter({ knex, logger }),
    serviceList,
    figures: new FigureService({ knex, serviceList, logger }),
  });
  return {
    ...satisfaction,
    follows,
    outbox,
    serviceList,
    logger,
    /** Notifications in their order. */
    sent,
    /** Called before each notification; may reject. */
    failToSend,
    /** Called with the ref of each service that is to be assessed again. */
    reassess,
    /** What forgets a person in each of the two rooms. */
    erasers: [satisfaction.erasePerson, eraseFromUpdates],
    setTime(time: string | number) {
      clock.now = new Date(time);
    },
    /** Opens and closes rounds and makes releases. */
    runTask: () => satisfaction.releases.run(new AbortController().signal),
    async getService(entityRef: string) {
      const [service] = await services.getServices([entityRef]);
      return service;
    },
    importRatings: (records: Partial<RatingRecords>) =>
      satisfaction.importRecords({
        id: 'test',
        load: async () => [],
        loadRatings: async () => ({
          rounds: [],
          releases: [],
          replies: [],
          ...records,
        }),
      }),
    collect: async (source: string, entityRefs: readonly string[]) => {
      const collector = satisfaction.collectors.find(({ provides }) =>
        provides.includes(source as never),
      )!;
      const found = await collector.collect({
        services: entityRefs.map(entityRef => ({
          entityRef,
          entity: {
            apiVersion: '1',
            kind: 'Component',
            metadata: { name: '' },
          },
        })),
        now: now(),
        signal: new AbortController().signal,
      });
      return found.filter(item => item.source === source);
    },
  };
}
