import { existsSync, readdirSync } from 'fs';
import { join, resolve } from 'path';
import { setTimeout } from 'timers/promises';
import {
  coreServices,
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import allowAllPolicy from '@backstage/plugin-permission-backend-module-allow-all-policy';
import platformProductPlugin from '@platform-product/backstage-plugin-backend';
import {
  entityParamsOf,
  maturityRoutes,
  portfolioRoutes,
} from '@platform-product/backstage-plugin-common';
import request from 'supertest';

jest.setTimeout(120_000);

const directory = resolve(
  resolvePackagePath('backend'),
  '../../../shared/data/catalogs',
);
const isPresent = existsSync(directory);
const describeWhenPresent = isPresent ? describe : describe.skip;
if (!isPresent) {
  // eslint-disable-next-line no-console
  console.warn(`Skipping real catalogs: there are none in ${directory}`);
}

describeWhenPresent('catalogs as they are out there', () => {
  it('have a tab for each service and a portfolio of all', async () => {
    const files = readdirSync(directory).filter(name => /\.ya?ml$/.test(name));
    expect(files.length).toBeGreaterThan(20);
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        eventsPlugin,
        permissionPlugin,
        allowAllPolicy,
        platformProductPlugin,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              processingInterval: { seconds: 2 },
              rules: [
                {
                  allow: [
                    'Component',
                    'API',
                    'Resource',
                    'System',
                    'Domain',
                    'Group',
                    'User',
                    'Location',
                  ],
                },
              ],
              locations: files.map(name => ({
                type: 'file',
                target: join(directory, name),
              })),
            },
            platformProduct: {
              services: [{ kind: { $in: ['Component', 'Resource', 'API'] } }],
            },
          },
        }),
      ],
    });
    const get = (path: string) =>
      request(backend.server)
        .get(path)
        .set('Authorization', mockCredentials.user.header());

    // The catalog is done when its number of entities stays.
    let known = -1;
    for (let stable = 0; stable < 4; ) {
      await setTimeout(1_000);
      const { body } = await get('/api/catalog/entities/by-query?limit=1');
      stable = body.totalItems === known && known > 0 ? stable + 1 : 0;
      known = body.totalItems;
    }
    await scheduler.triggerTask('platform-product-maturity-sweep');

    const answer = await get('/api/platform-product/portfolio?limit=200');
    expect(answer.status).toBe(200);
    const { items, totalItems } = portfolioRoutes.listPortfolio.response.parse(
      answer.body,
    );
    expect(totalItems).toBeGreaterThan(50);
    for (const { entityRef } of items) {
      const { kind, namespace, name } = entityParamsOf(entityRef);
      const { status, body } = await get(
        `/api/platform-product/entities/${kind}/${namespace}/${encodeURIComponent(
          name,
        )}/maturity`,
      );
      expect([entityRef, status]).toEqual([entityRef, 200]);
      maturityRoutes.getMaturity.response.parse(body);
    }
    const csv = await get('/api/platform-product/portfolio/export.csv');
    expect(csv.text.trim().split('\r\n')).toHaveLength(1 + totalItems);
    await backend.stop();
  });
});
