import {
  AuditorService,
  AuthService,
  DatabaseService,
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
import { ConsumerFinder } from './catalog/ConsumerFinder';
import { DomainFinder } from './catalog/DomainFinder';
import { ServiceCatalog } from './catalog/ServiceCatalog';
import { UsageFinder } from './catalog/UsageFinder';
import { ConfigSections } from './config/ConfigSections';
import { GroundConfig, readGroundConfig } from './config/readGroundConfig';
import { connectDatabase } from './database/connectDatabase';
import { TableRewriter } from './database/TableRewriter';
import { DatabaseOutboxStore } from './notifications/DatabaseOutboxStore';
import { Outbox } from './notifications/Outbox';
import { GroupTree } from './people/GroupTree';
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
  readonly groups: GroupTree;
  readonly consumers: ConsumerFinder;
  readonly usage: UsageFinder;
  readonly domains: DomainFinder;
  readonly files: RepositoryFiles;
  readonly rewriter: TableRewriter;
  readonly now: () => Date;
}

/**
 * Reads the configuration, migrates the database and builds the ground.
 *
 * @throws InputError when the configuration has a bad value
 */
export async function createRoomContext(
  backstage: BackstageServices,
): Promise<RoomContext> {
  const { auth, catalog, logger, permissions } = backstage;
  const now = () => new Date();
  const sections = new ConfigSections(backstage.config);
  const config = readGroundConfig(sections);
  const knex = await connectDatabase(backstage.database);
  const serviceList = new DatabaseServiceListStore(knex);
  const groups = new GroupTree({ catalog, auth });
  const services = new ServiceCatalog({
    catalog,
    auth,
    permissions,
    services: config.services,
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
    groups,
    consumers: new ConsumerFinder({ catalog, auth, groups }),
    usage: new UsageFinder({ catalog, services }),
    domains: new DomainFinder({ catalog }),
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
    now,
  };
}
