import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { Availability } from '@platform-product/backstage-plugin-common';
import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';
import { ReviewSource } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { CatalogGraph } from '../catalog/CatalogGraph';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { readGroundConfig } from '../config/readGroundConfig';
import { sectionsOf } from './sectionsOf';
import { migrationsDirectory } from '../database/prepareDatabase';
import { createContributingRoom } from '../contributing/createContributingRoom';
import { createReviewersRoom } from '../reviewers/createReviewersRoom';
import {
  ChangeRecord,
  HistoryRepository,
} from '../reviewers/history/ReviewHistoryStore';
import { DatabaseReviewHistoryStore } from '../reviewers/history/DatabaseReviewHistoryStore';
import { DatabaseRepositoryFileStore } from '../repositories/DatabaseRepositoryFileStore';
import { DatabaseServiceListStore } from '../services/DatabaseServiceListStore';
import { GroupTree } from '../people/GroupTree';
import { RepositoryFiles } from '../repositories/RepositoryFiles';
import { createPromptOutbox } from './createPromptOutbox';
import { databases } from './databases';

const tables = [
  'reviewers_nudges',
  'reviewers_request_turns',
  'reviewers_requests',
  'reviewers_availability',
  'reviewers_roster',
  'reviewers_pairs',
  'reviewers_expertise',
  'reviewers_reviews',
  'reviewers_changes',
  'reviewers_repositories',
  'reviewers_accounts',
  'repository_files',
  'notifications_outbox',
];

/** A database with the plugin's tables, for the rooms of one test file. */
export async function createReviewersDatabase(
  id: Parameters<typeof databases.init>[0],
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDirectory });
  return knex;
}

/**
 * The room `reviewers` on an empty database, with a clock that a test sets and
 * all that is around it in memory.
 */
export async function createTestReviewersRoom(options: {
  readonly knex: Knex;
  readonly entities: readonly Entity[];
  readonly now: Date | string;
  /** The content of `platformProduct` in the configuration. */
  readonly config?: JsonObject;
  /** Files of repositories, by URL; an Error is thrown. */
  readonly files?: ReadonlyMap<string, string | Error>;
  readonly sources?: readonly ReviewSource[];
}) {
  const { knex, entities, files = new Map(), sources = [] } = options;
  for (const table of tables) await knex(table).delete();
  const clock = { now: new Date(options.now) };
  const now = () => clock.now;
  const sections = sectionsOf(options.config);
  const config = readGroundConfig(sections);
  const catalog = catalogServiceMock({ entities: [...entities] });
  const auth = mockServices.auth();
  const logger = mockServices.logger.mock();
  const { outbox, sent } = createPromptOutbox({ knex, logger, now });
  const durations: number[] = [];
  const services = new ServiceCatalog({
    catalog,
    auth,
    permissions: mockServices.permissions.mock(),
    services: config.services,
  });
  const levels = {
    reassess: jest.fn(async (_: string) => {}),
    getLevel: jest.fn(async (_: string) => 1),
    listMoves: async () => [],
  };
  const serviceList = Object.assign(new DatabaseServiceListStore(knex), {
    getTitles: jest.fn(
      async (_: readonly string[]) => new Map<string, string>(),
    ),
  });
  const graph = new CatalogGraph({ catalog, auth });
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  const repositoryFiles = new RepositoryFiles({
    reader: mockServices.urlReader.mock({
      readUrl: async url => {
        const content = files.get(url);
        if (content instanceof Error) throw content;
        if (content === undefined) throw new NotFoundError(`Nothing at ${url}`);
        return { buffer: async () => Buffer.from(content) };
      },
    }),
    store: new DatabaseRepositoryFileStore(knex),
    now,
  });
  const { guides } = createContributingRoom({
    config,
    files: repositoryFiles,
    integrations,
  });
  const room = createReviewersRoom({
    guides,
    knex,
    sections,
    config,
    catalog,
    services,
    auth,
    graph,
    groups: new GroupTree({ graph }),
    access: undefined as never,
    levels,
    serviceList,
    sources,
    logger,
    now,
    integrations,
    files: repositoryFiles,
    outbox,
    metrics: metricsServiceMock.mock({
      createHistogram: () => ({
        record: value => void durations.push(value),
      }),
    }),
  });
  const history = new DatabaseReviewHistoryStore(knex);

  return {
    ...room,
    levels,
    serviceList,
    catalog,
    services,
    logger,
    clock,
    history,
    /** How long reading history took, in seconds. */
    durations,
    /** Notifications in their order. */
    sent,
    /** Whom they went to, with their titles. */
    told: () =>
      sent.map(({ recipients, payload }) => [
        'entityRef' in recipients ? recipients.entityRef : undefined,
        payload.title,
      ]),
    /** Puts people on the roster of a service, as if both sides had agreed. */
    async enlist(
      entityRef: string,
      ...people: ReadonlyArray<
        | string
        | {
            readonly userRef: string;
            readonly role?: 'shadow' | 'reviewer' | 'approver';
            readonly paths?: string[];
            readonly endsOn?: string;
          }
      >
    ) {
      for (const person of people) {
        const { userRef, role, paths, endsOn } =
          typeof person === 'string'
            ? { userRef: person, role: undefined, paths: [], endsOn: undefined }
            : person;
        const terms = { role: role ?? 'reviewer', paths: paths ?? [], endsOn };
        const both = { entityRef, userRef, by: userRef, terms };
        await room.roster.putForward({ ...both, side: 'person' });
        await room.roster.putForward({ ...both, side: 'owners' });
      }
    },
    /** Says for somebody when they can review. */
    async setAvailability(
      userRef: string,
      availability: Partial<Availability>,
    ) {
      await room.availability.save(userRef, {
        ...defaultAvailability,
        ...availability,
      });
    },
    /** Keeps changes as if a sync had just read them to the end. */
    async keepChanges(
      url: string,
      changes: readonly ChangeRecord[],
    ): Promise<HistoryRepository> {
      const [{ id }] = await history.ensureRepositories([
        { url, source: 'memory' },
      ]);
      await history.savePage(id, { changes, cursor: `${changes.length}` });
      await history.endSync(id, { syncedAt: clock.now });
      const [repository] = await history.listRepositories([url]);
      return repository;
    },
  };
}
