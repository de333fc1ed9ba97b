import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  EvidenceCollector,
  platformProductEvidenceExtensionPoint,
  platformProductImportExtensionPoint,
  platformProductReviewSourceExtensionPoint,
  RecordImport,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { registerPermissions } from './access/registerPermissions';
import { createContributingRoom } from './contributing/createContributingRoom';
import { createGround } from './createGround';
import { prepareDatabase } from './database/prepareDatabase';
import { createRouter } from './http/createRouter';
import { openPathsOf } from './http/openPathsOf';
import { createMaturityRoom } from './maturity/createMaturityRoom';
import { Operations } from './operations/Operations';
import { createPortfolioRoom } from './portfolio/createPortfolioRoom';
import { createReviewersRoom } from './reviewers/createReviewersRoom';
import { Room } from './Room';
import { createRoomContext } from './RoomContext';
import { createSatisfactionPorts } from './satisfaction/createSatisfactionPorts';
import { createSatisfactionRoom } from './satisfaction/createSatisfactionRoom';
import { createUpdatesRoom } from './updates/createUpdatesRoom';
import { createDigests } from './updates/digests/createDigests';

/**
 * The backend of the platform-product plugins.
 *
 * @public
 */
export const platformProductPlugin = createBackendPlugin({
  pluginId: 'platform-product',
  register(env) {
    const addedCollectors: EvidenceCollector[] = [];
    const imports: RecordImport[] = [];
    const sources: ReviewSource[] = [];
    env.registerExtensionPoint(platformProductEvidenceExtensionPoint, {
      addCollector: (...added) => addedCollectors.push(...added),
    });
    env.registerExtensionPoint(platformProductImportExtensionPoint, {
      addImport: (...added) => imports.push(...added),
    });
    env.registerExtensionPoint(platformProductReviewSourceExtensionPoint, {
      addSource: (...added) => sources.push(...added),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({ httpAuth, httpRouter, scheduler, ...deps }) {
        registerPermissions(deps);
        const context = await createRoomContext(deps);
        const maturity = createMaturityRoom(context);
        const { levels, ladder, limits } = maturity;
        const contributing = createContributingRoom(context);
        const { guides } = contributing;
        const lent = { ...context, levels, ladder, guides };
        const updates = createUpdatesRoom({
          ...lent,
          ...createSatisfactionPorts(context),
        });
        const { follows, config } = updates;
        const satisfaction = createSatisfactionRoom({ ...lent, follows });
        const { dueRatings } = satisfaction;
        const subjects: Room[] = [
          maturity,
          contributing,
          createReviewersRoom({ ...lent, sources }),
          updates,
          satisfaction,
        ];
        const waiting = subjects.flatMap(room => room.waiting ?? []);
        const digests = subjects.flatMap(room => room.digests ?? []);
        const rooms: Room[] = [
          ...subjects,
          createDigests({ ...lent, follows, config, sources: digests }),
          createPortfolioRoom({ ...lent, follows, dueRatings, waiting }),
        ];
        const all = [createGround({ ...context, limits }, rooms), ...rooms];
        context.sections.refuseOthers();

        maturity.collectWith([
          ...rooms.flatMap(room => room.collectors ?? []),
          ...addedCollectors,
        ]);
        await prepareDatabase(deps.database);
        for (const room of all) await room.start?.();

        const operations = new Operations(context);
        for (const room of all) room.addOperations(operations);
        httpRouter.use(createRouter({ auth: deps.auth, httpAuth, operations }));
        for (const path of openPathsOf(operations)) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        for (const records of imports) {
          for (const room of all) await room.importRecords?.(records);
        }
        for (const { id, schedule, fn } of all.flatMap(r => r.tasks ?? [])) {
          await scheduler.scheduleTask({
            ...schedule,
            id,
            fn: async signal => {
              await context.clock.refresh();
              await fn(signal);
            },
          });
        }
      },
    });
  },
});
