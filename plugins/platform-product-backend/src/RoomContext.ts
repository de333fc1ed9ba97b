import {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';
import { AccessService } from './access/AccessService';
import { CatalogGraph } from './catalog/CatalogGraph';
import { SeenEntities } from './catalog/SeenEntities';
import { ServiceCatalog } from './catalog/ServiceCatalog';
import { ConfigSections } from './config/ConfigSections';
import { GroundConfig, readGroundConfig } from './config/readGroundConfig';
import { DatabaseClock } from './database/DatabaseClock';
import { TableRewriter } from './database/TableRewriter';
import { elapsed } from './memory/elapsed';
import { DatabaseOutboxStore } from './notifications/DatabaseOutboxStore';
import { Outbox } from './notifications/Outbox';
import { GroupTree } from './people/GroupTree';
import { ServiceUsers } from './people/ServiceUsers';
import { DatabaseServiceListStore } from './services/DatabaseServiceListStore';
import { FigureService } from './services/FigureService';
import { ServiceListStore } from './services/ServiceListStore';
import { DatabaseRepositoryFileStore } from './repositories/DatabaseRepositoryFileStore';
import { RepositoryFiles } from './repositories/RepositoryFiles';

/** What Backstage lends to the plugin, as far as its rooms use it. */
export interface BackstageServices {
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly config: RootConfigService;
  readonly database: DatabaseService;
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly notifications: NotificationService;
  readonly permissions: PermissionsService;
  readonly signals: SignalsService;
  readonly urlReader: UrlReaderService;
  readonly userInfo: UserInfoService;
}

/** The ground that all rooms stand on. */
export interface RoomContext
  extends Omit<BackstageServices, 'config' | 'database' | 'notifications'> {
  /** From which each room reads its own sections. */
  readonly sections: ConfigSections;
  readonly config: GroundConfig;
  readonly knex: Knex;
  readonly integrations: ScmIntegrationRegistry;
  readonly access: AccessService;
  readonly services: ServiceCatalog;
  readonly serviceList: ServiceListStore;
  readonly figures: FigureService;
  readonly outbox: Outbox;
  readonly graph: CatalogGraph;
  readonly groups: GroupTree;
  readonly users: ServiceUsers;
  readonly files: RepositoryFiles;
  readonly rewriter: TableRewriter;
  /** Where the app is, without a slash at its end. */
  readonly appUrl: string;
  /** The time of the database, and as a function. */
  readonly clock: DatabaseClock;
  readonly now: () => Date;
}

function readAppUrl(config: RootConfigService): string {
  const url =
    config.getOptionalString('app.baseUrl') ??
    config.getOptionalString('backend.baseUrl') ??
    'http://localhost';
  return url.replace(/\/+$/, '');
}

/**
 * Reads the configuration and builds the ground. Of the database nothing is asked
 * but the time: its tables are there once all configuration was found to be good.
 *
 * @throws InputError when the configuration has a bad value
 */
export async function createRoomContext(
  backstage: BackstageServices,
): Promise<RoomContext> {
  const { auth, catalog, logger, permissions } = backstage;
  const sections = new ConfigSections(backstage.config);
  const config = readGroundConfig(sections);
  const knex = await backstage.database.getClient();
  const clock = await DatabaseClock.start({ knex, logger });
  const now = () => clock.now();
  const serviceList = new DatabaseServiceListStore(knex);
  const seen = new SeenEntities({ auth });
  const graph = new CatalogGraph({ catalog, auth, seen });
  const groups = new GroupTree({ graph, now: elapsed });
  const services = new ServiceCatalog({
    catalog,
    auth,
    permissions,
    services: config.services,
    seen,
  });
  return {
    ...backstage,
    sections,
    config,
    knex,
    integrations: ScmIntegrations.fromConfig(backstage.config),
    access: new AccessService({ ...backstage, ...config, groups }),
    services,
    serviceList,
    figures: new FigureService({ knex, serviceList, logger }),
    graph,
    groups,
    users: new ServiceUsers({ graph, groups }),
    outbox: new Outbox({
      ...backstage,
      knex,
      store: new DatabaseOutboxStore(knex),
      now,
    }),
    files: new RepositoryFiles({
      reader: backstage.urlReader,
      store: new DatabaseRepositoryFileStore(knex),
      now,
    }),
    rewriter: new TableRewriter({ knex, logger }),
    appUrl: readAppUrl(backstage.config),
    clock,
    now,
  };
}
