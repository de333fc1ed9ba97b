import { EvidenceCollector } from '@platform-product/backstage-plugin-node';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { Assessor } from './assessment/Assessor';
import { AttestationService } from './attestations/AttestationService';
import { checkCollectors } from './assessment/checkCollectors';
import { AnnotationCollector } from './assessment/collectors/AnnotationCollector';
import { AttestationCollector } from './attestations/AttestationCollector';
import { ConsumerCollector } from './assessment/collectors/ConsumerCollector';
import { CriterionNews } from './CriterionNews';
import { DatabaseAttestationStore } from './attestations/DatabaseAttestationStore';
import {
  DatabaseLadderStore,
  ladderVersionOf,
} from './ladder/DatabaseLadderStore';
import { DatabaseMaturityStore } from './assessment/DatabaseMaturityStore';
import { DatabaseSweepStore } from './sweep/DatabaseSweepStore';
import { DatabaseWaiverStore } from './waivers/DatabaseWaiverStore';
import { EndingWaivers } from './waivers/EndingWaivers';
import { LevelNews } from './LevelNews';
import { readMaturityConfig } from './config';
import { eraseFromMaturity } from './eraseFromMaturity';
import { forgetFromMaturity } from './forgetFromMaturity';
import { createLevelFigures } from './assessment/levelFigures';
import { MaturityService } from './assessment/MaturityService';
import { MaturitySweep } from './sweep/MaturitySweep';
import { addMaturityOperations } from './operations';
import { RecordImporter } from './imports/RecordImporter';
import { WaitingCriteria } from './WaitingCriteria';
import { WaiverService } from './waivers/WaiverService';

/**
 * Puts the parts of the room `maturity` together. It lends levels and the ladder,
 * and is told at last what collects evidence in all rooms.
 *
 * @throws InputError when its configuration has a bad value
 */
export function createMaturityRoom(
  context: Pick<
    RoomContext,
    | 'access'
    | 'config'
    | 'graph'
    | 'groups'
    | 'knex'
    | 'logger'
    | 'metrics'
    | 'now'
    | 'outbox'
    | 'sections'
    | 'serviceList'
    | 'services'
    | 'signals'
  >,
) {
  const { knex, graph, services, serviceList, metrics, logger, now } = context;
  const config = readMaturityConfig(context.sections);
  const { ladder, longestAttestation, longestWaiver } = config;
  const store = new DatabaseMaturityStore({ knex, serviceList, ladder });
  const attestationStore = new DatabaseAttestationStore(knex);
  const waiverStore = new DatabaseWaiverStore(knex);
  const ladders = new DatabaseLadderStore(knex);
  const ladderVersion = ladderVersionOf(ladder);
  const collectors: EvidenceCollector[] = [];

  const assessor = new Assessor({
    store,
    waivers: waiverStore,
    serviceList,
    collectors,
    ladder,
    ladderVersion,
    collectorTimeout: config.collectorTimeout,
    logger,
    failures: metrics.createCounter('platform_product.collector.failures', {
      description: 'How often evidence collectors failed',
    }),
    news: new LevelNews({ outbox: context.outbox, ladder }),
    now,
  });
  const maturity = new MaturityService({
    store,
    attestations: attestationStore,
    waivers: waiverStore,
    ladders,
    ladder,
    assessor,
    catalog: services,
    signals: context.signals,
    now,
  });
  const attestationCollector = new AttestationCollector({
    store: attestationStore,
  });
  const news = new CriterionNews({
    outbox: context.outbox,
    groups: context.groups,
    catalog: services,
    stewards: context.config.stewards,
    ladder,
  });
  const attestations = new AttestationService({
    store: attestationStore,
    ladder,
    longest: longestAttestation,
    news,
    reassess: ref => maturity.reassess(ref, [attestationCollector.id]),
    now,
  });
  const waivers = new WaiverService({
    store: waiverStore,
    ladder,
    longest: longestWaiver,
    news,
    reassess: (ref, options) => maturity.reassess(ref, [], options),
    now,
  });
  const ending = new EndingWaivers({
    waivers: waiverStore,
    store,
    catalog: services,
    outbox: context.outbox,
    ladder,
    now,
  });
  const sweep = new MaturitySweep({
    store: new DatabaseSweepStore(knex),
    serviceList,
    catalog: services,
    assessor,
    onChanges: changed => maturity.signalChanges(changed),
    logger,
    duration: metrics.createHistogram('platform_product.sweep.duration', {
      description: 'How long it took to assess all services',
      unit: 's',
    }),
    now,
  });
  const importer = new RecordImporter({
    store,
    attestations: attestationStore,
    waivers: waiverStore,
    ladder,
    ladderVersion,
    logger,
    now,
  });

  const room = {
    addOperations: operations =>
      addMaturityOperations(operations, {
        services,
        maturity,
        attestations,
        waivers,
      }),
    collectors: [
      new AnnotationCollector({ ladder, graph }),
      new ConsumerCollector({ graph }),
      attestationCollector,
    ],
    tasks: [
      {
        id: 'platform-product-maturity-sweep',
        schedule: config.sweep,
        fn: signal => sweep.run(signal),
      },
      {
        id: 'platform-product-ending-waivers',
        schedule: {
          frequency: { hours: 1 },
          timeout: { minutes: 5 },
          initialDelay: { minutes: 1 },
        },
        fn: signal => ending.tell(signal),
      },
    ],
    figures: [createLevelFigures({ store, ladder })],
    waiting: [
      new WaitingCriteria({
        store,
        waivers,
        access: context.access,
        catalog: services,
        ladder,
        now,
      }),
    ],
    erasePerson: eraseFromMaturity,
    forgetServices: forgetFromMaturity,
    start: async () => {
      await ladders.activate(ladder, now());
    },
    importRecords: async records => {
      await importer.run(records);
    },
  } satisfies Room;
  return {
    ...room,
    levels: maturity,
    ladder,
    /** For how long people may vouch and waive. */
    limits: { longestAttestation, longestWaiver },
    /** @throws InputError when the ladder asks for what none of them provides */
    collectWith(all: readonly EvidenceCollector[]): void {
      checkCollectors(ladder, all);
      collectors.push(...all);
    },
    attestations,
    waivers,
    sweep,
    importer,
  };
}
