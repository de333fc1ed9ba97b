import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createOpenApiDocument } from '@platform-product/backstage-plugin-common';
import {
  EvidenceCollector,
  platformProductEvidenceExtensionPoint,
  platformProductImportExtensionPoint,
  RecordImport,
} from '@platform-product/backstage-plugin-node';
import express from 'express';
import Router from 'express-promise-router';
import { AccessService } from './access/AccessService';
import { registerPermissions } from './access/registerPermissions';
import { ServiceCatalog } from './catalog/ServiceCatalog';
import { readPlatformProductConfig } from './config/readConfig';
import { connectDatabase } from './database/connectDatabase';
import { RouteRegistrar } from './http/RouteRegistrar';
import { createMaturityRoom } from './maturity/createMaturityRoom';
import { addMaturityRoutes } from './maturity/router';
import { PortfolioService } from './portfolio/PortfolioService';
import { addPortfolioRoutes } from './portfolio/router';

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
    env.registerExtensionPoint(platformProductEvidenceExtensionPoint, {
      addCollector: (...added) => collectors.push(...added),
    });
    env.registerExtensionPoint(platformProductImportExtensionPoint, {
      addImport: (...added) => imports.push(...added),
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
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
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
        const room = await createMaturityRoom({
          ...deps,
          knex,
          config,
          services,
          collectors,
          now,
        });
        const access = new AccessService({ ...deps, ...config });
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
        addPortfolioRoutes({
          routes,
          portfolio: new PortfolioService({
            services: room.serviceList,
            catalog: services,
            ladder: config.ladder,
            now,
          }),
        });
        deps.httpRouter.use(router);

        for (const source of imports) await room.importer.run(source);
        await deps.scheduler.scheduleTask({
          ...config.sweep,
          id: 'platform-product-maturity-sweep',
          fn: signal => room.sweep.run(signal),
        });
      },
    });
  },
});
