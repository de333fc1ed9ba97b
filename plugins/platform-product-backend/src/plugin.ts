import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ScmIntegrations } from '@backstage/integration';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createOpenApiDocument } from '@platform-product/backstage-plugin-common';
import {
  EvidenceCollector,
  platformProductEvidenceExtensionPoint,
  platformProductImportExtensionPoint,
  platformProductReviewSourceExtensionPoint,
  RecordImport,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import express from 'express';
import Router from 'express-promise-router';
import { AccessService } from './access/AccessService';
import { registerPermissions } from './access/registerPermissions';
import { ConsumerFinder } from './catalog/ConsumerFinder';
import { DomainFinder } from './catalog/DomainFinder';
import { ServiceCatalog } from './catalog/ServiceCatalog';
import { UsageFinder } from './catalog/UsageFinder';
import { readPlatformProductConfig } from './config/readConfig';
import { ContributingService } from './contributing/ContributingService';
import { GuideCollector } from './contributing/GuideCollector';
import { addContributingRoutes } from './contributing/router';
import { connectDatabase } from './database/connectDatabase';
import { TableRewriter } from './database/TableRewriter';
import { EraseService } from './erasure/EraseService';
import { RouteRegistrar } from './http/RouteRegistrar';
import { createMaturityRoom } from './maturity/createMaturityRoom';
import { eraseFromMaturity } from './maturity/eraseFromMaturity';
import { addMaturityRoutes } from './maturity/router';
import { GroupTree } from './people/GroupTree';
import { HomeService } from './portfolio/HomeService';
import { PortfolioService } from './portfolio/PortfolioService';
import { addPortfolioRoutes } from './portfolio/router';
import { createReviewersRoom } from './reviewers/createReviewersRoom';
import { eraseFromReviewers } from './reviewers/eraseFromReviewers';
import { forgetFromReviewers } from './reviewers/forgetFromReviewers';
import { addReviewerRoutes } from './reviewers/router';
import { createSatisfactionRoom } from './satisfaction/createSatisfactionRoom';
import { forgetFromSatisfaction } from './satisfaction/forgetFromSatisfaction';
import { addListeningRoutes } from './satisfaction/listeningRouter';
import { addSatisfactionRoutes } from './satisfaction/router';
import { DatabaseSourceFileStore } from './sources/DatabaseSourceFileStore';
import { SourceFiles } from './sources/SourceFiles';
import { createUpdatesRoom } from './updates/createUpdatesRoom';
import { forgetFromUpdates } from './updates/forgetFromUpdates';
import { addUpdatesRoutes } from './updates/router';

/** Files of repositories that nobody asks for are forgotten, in milliseconds. */
const filesKeptFor = 30 * 24 * 60 * 60 * 1000;

/**
 * The backend of the platform-product plugins.
 *
 * @public
 */
export const platformProductPlugin = createBackendPlugin({
  pluginId: 'platform-product',
  register(env) {
    const collectors: EvidenceCollector[] = [];
    const imports: RecordImport[] = [];
    const sources: ReviewSource[] = [];
    env.registerExtensionPoint(platformProductEvidenceExtensionPoint, {
      addCollector: (...added) => collectors.push(...added),
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
      async init(deps) {
        const { auditor, auth, catalog, httpAuth, permissions } = deps;
        const now = () => new Date();
        const config = readPlatformProductConfig(deps.config);
        const knex = await connectDatabase(deps.database);
        const services = new ServiceCatalog({
          catalog,
          auth,
          permissions,
          services: config.services,
        });
        const integrations = ScmIntegrations.fromConfig(deps.config);
        const files = new SourceFiles({
          reader: deps.urlReader,
          store: new DatabaseSourceFileStore(knex),
          now,
        });
        const shared = { ...deps, knex, config, services, now };
        const contributing = new ContributingService({
          files,
          integrations,
          ...config.contributing,
        });
        const reviewers = createReviewersRoom({
          ...shared,
          files,
          integrations,
          sources,
        });
        const groups = new GroupTree({ catalog, auth });
        const consumers = new ConsumerFinder({ catalog, auth, groups });
        const updates = createUpdatesRoom(shared);
        const satisfaction = createSatisfactionRoom({
          ...shared,
          consumers,
          groups,
          follows: updates.follows,
        });
        const room = await createMaturityRoom({
          ...shared,
          consumers,
          collectors: [
            new GuideCollector({ contributing }),
            reviewers.collector,
            ...satisfaction.collectors,
            updates.collector,
            ...collectors,
          ],
          forgetServices: [
            forgetFromReviewers,
            forgetFromSatisfaction,
            forgetFromUpdates,
          ],
        });
        const access = new AccessService({ ...deps, ...config, groups });
        registerPermissions({ ...deps, catalog, auth });

        const router = Router();
        router.use(express.json());
        const openApiDocument = createOpenApiDocument();
        router.get('/openapi.json', (_, res) => {
          res.json(openApiDocument);
        });
        const routes = new RouteRegistrar({ router, httpAuth, auditor });
        addMaturityRoutes({
          ...room,
          ...config,
          routes,
          access,
          catalog: services,
        });
        addContributingRoutes({ routes, contributing, catalog: services });
        addReviewerRoutes({
          ...reviewers,
          routes,
          access,
          catalog: services,
          finder: reviewers.createChangeFinder(entityRef =>
            room.maturity.getLevel(entityRef),
          ),
          reviewerList: reviewers.createReviewerList(entityRefs =>
            room.maturity.getTitles(entityRefs),
          ),
          reassess: entityRef =>
            room.maturity.reassess(entityRef, {
              collectors: [reviewers.collector.id],
            }),
        });
        const reassessSatisfaction = (entityRef: string) =>
          room.maturity.reassess(entityRef, {
            collectors: satisfaction.collectors.map(({ id }) => id),
          });
        const releases =
          satisfaction.createReleaseService(reassessSatisfaction);
        const rewriter = new TableRewriter({ knex, logger: deps.logger });
        const erasing = new EraseService({
          knex,
          rooms: [
            satisfaction.erase,
            updates.erase,
            eraseFromMaturity,
            eraseFromReviewers,
          ],
          rewriter,
          now,
        });
        addSatisfactionRoutes({
          ...satisfaction,
          routes,
          access,
          catalog: services,
          listServices: visible => room.serviceList.listGroups(visible),
          domains: new DomainFinder({ catalog }),
          reassess: reassessSatisfaction,
          eraseUser: userRef => erasing.erase(userRef),
        });
        addListeningRoutes({
          ...satisfaction,
          routes,
          access,
          catalog: services,
          reassess: reassessSatisfaction,
        });
        addUpdatesRoutes({
          ...updates,
          routes,
          access,
          catalog: services,
          reassess: entityRef =>
            room.maturity.reassess(entityRef, {
              collectors: [updates.collector.id],
            }),
        });
        const portfolio = new PortfolioService({
          services: room.serviceList,
          scores: satisfaction.scores,
          catalog: services,
          ladder: config.ladder,
          now,
        });
        addPortfolioRoutes({
          routes,
          access,
          portfolio,
          home: new HomeService({
            usage: new UsageFinder({ catalog, services }),
            follows: updates.follows,
            dueRatings: satisfaction.dueRatings,
            portfolio,
            access,
          }),
        });
        deps.httpRouter.use(router);

        for (const source of imports) {
          await room.importer.run(source);
          await reviewers.importer.run(source);
          await satisfaction.importer.run(source);
        }
        await deps.scheduler.scheduleTask({
          ...config.sweep,
          id: 'platform-product-maturity-sweep',
          fn: signal => room.sweep.run(signal),
        });
        await deps.scheduler.scheduleTask({
          ...config.reviewers.sync,
          id: 'platform-product-review-sync',
          fn: signal => reviewers.sync.run(signal),
        });
        await deps.scheduler.scheduleTask({
          ...config.reviewers.requests,
          id: 'platform-product-review-requests',
          fn: signal => reviewers.requests.passOnUnanswered(signal),
        });
        await deps.scheduler.scheduleTask({
          ...config.satisfaction.releases,
          id: 'platform-product-ratings',
          fn: async signal => {
            await releases.run(signal);
            await rewriter.run();
          },
        });
        await deps.scheduler.scheduleTask({
          frequency: { hours: 24 },
          timeout: { minutes: 5 },
          id: 'platform-product-source-files',
          fn: () => files.forget(new Date(+now() - filesKeptFor)),
        });
        await reviewers.sync.subscribe();
      },
    });
  },
});
