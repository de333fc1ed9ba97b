import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { EvidenceCollector } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { ConsumerFinder } from '../catalog/ConsumerFinder';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { PlatformProductConfig } from '../config/readConfig';
import { ForgetServices } from '../retention/forgetServices';
import { Assessor } from './Assessor';
import { AttestationService } from './AttestationService';
import { DatabaseAttestationStore } from './DatabaseAttestationStore';
import { checkCollectors } from './checkCollectors';
import { AnnotationCollector } from './collectors/AnnotationCollector';
import { AttestationCollector } from './collectors/AttestationCollector';
import { ConsumerCollector } from './collectors/ConsumerCollector';
import { DatabaseMaturityStore } from './DatabaseMaturityStore';
import { DatabaseServiceListStore } from './DatabaseServiceListStore';
import { DatabaseLadderStore } from './DatabaseLadderStore';
import { forgetFromMaturity } from './forgetFromMaturity';
import { MaturityService } from './MaturityService';
import { MaturitySweep } from './MaturitySweep';
import { RecordImporter } from './RecordImporter';
import { DatabaseSweepStore } from './DatabaseSweepStore';
import { WaiverService } from './WaiverService';
import { DatabaseWaiverStore } from './DatabaseWaiverStore';

/** Puts the parts of the room `maturity` together. */
export async function createMaturityRoom(options: {
  knex: Knex;
  config: PlatformProductConfig;
  catalog: CatalogService;
  services: ServiceCatalog;
  auth: AuthService;
  signals: SignalsService;
  metrics: MetricsService;
  logger: LoggerService;
  consumers: ConsumerFinder;
  collectors: readonly EvidenceCollector[];
  /** What forgets services that are gone, in the other rooms. */
  forgetServices: readonly ForgetServices[];
  now: () => Date;
}) {
  const { knex, config, catalog, auth, services, metrics, logger, now } =
    options;
  const { ladder } = config;
  const store = new DatabaseMaturityStore(knex);
  const attestations = new DatabaseAttestationStore(knex);
  const waivers = new DatabaseWaiverStore(knex);
  const ladders = new DatabaseLadderStore(knex);
  const collectors = [
    new AnnotationCollector({ ladder, catalog, auth }),
    new ConsumerCollector({ finder: options.consumers }),
    new AttestationCollector({ store: attestations }),
    ...options.collectors,
  ];
  checkCollectors(ladder, collectors);
  const ladderVersion = await ladders.activate(ladder, now());

  const assessor = new Assessor({
    store,
    waivers,
    collectors,
    ladder,
    ladderVersion,
    collectorTimeout: config.collectorTimeout,
    logger,
    failures: metrics.createCounter('platform_product.collector.failures', {
      description: 'How often evidence collectors failed',
    }),
    now,
  });
  const maturity = new MaturityService({
    store,
    attestations,
    waivers,
    ladders,
    ladder,
    assessor,
    catalog: services,
    signals: options.signals,
    now,
  });
  return {
    maturity,
    attestations: new AttestationService({
      store: attestations,
      ladder,
      longest: config.longestAttestation,
      now,
    }),
    waivers: new WaiverService({
      store: waivers,
      ladder,
      longest: config.longestWaiver,
      now,
    }),
    serviceList: new DatabaseServiceListStore(knex),
    sweep: new MaturitySweep({
      store: new DatabaseSweepStore({
        knex,
        rooms: [...options.forgetServices, forgetFromMaturity],
      }),
      catalog: services,
      assessor,
      onChanges: changed => maturity.signalChanges(changed),
      keepGoneFor: config.keepGoneServicesFor,
      logger,
      duration: metrics.createHistogram('platform_product.sweep.duration', {
        description: 'How long it took to assess all services',
        unit: 's',
      }),
      now,
    }),
    importer: new RecordImporter({
      store,
      attestations,
      waivers,
      ladder,
      ladderVersion,
      logger,
      now,
    }),
  };
}
