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
import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import {
  maturityRoutes,
  portfolioRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import request from 'supertest';

jest.setTimeout(120_000);

const own = resolve(__dirname, '__fixtures__/oddCatalogs');
const real = resolve(
  resolvePackagePath('backend'),
  '../../../shared/data/catalogs',
);

const listCatalogs = (directory: string) =>
  readdirSync(directory)
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => join(directory, name));

/**
 * Has a backend read catalog files, and looks at the tab of every service, the
 * portfolio and its export; answers with the services that there are.
 */
async function lookAtAll(
  files: readonly string[],
  atLeast: number,
): Promise<string[]> {
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
            locations: files.map(target => ({ type: 'file', target })),
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

  const countServices = async () => {
    const services = ['component', 'api', 'resource']
      .map(kind => `filter=kind=${kind}`)
      .join('&');
    const { body } = await get(`/api/catalog/entities/by-query?${services}`);
    return body.totalItems as number;
  };
  // The catalog tells nobody when it has read everything.
  const until = Date.now() + 60_000;
  for (let known = -1, stable = 0; stable < 4 && Date.now() < until; ) {
    await setTimeout(500);
    const count = await countServices();
    stable = count === known && count >= atLeast ? stable + 1 : 0;
    known = count;
  }
  await scheduler.triggerTask('platform-product-maturity-sweep');

  const answer = await get('/api/platform-product/portfolio?limit=200');
  expect(answer.status).toBe(200);
  const { items, totalItems } = portfolioRoutes.listPortfolio.response.parse(
    answer.body,
  );
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
  return items.map(({ entityRef }) => entityRef);
}

it('shows every service of catalogs that are odd in all known ways', async () => {
  const services = [
    'api:default/dotted.name_9',
    'component:default/misspelt',
    'component:default/odd-annotations',
    'component:default/owned-by-a-bare-name',
    'component:default/owned-by-a-placeholder',
    'component:default/owned-by-a-user',
    'component:default/owned-by-an-address',
    'component:default/owned-in-a-circle',
    'component:default/twice',
    'resource:other-space/twice',
  ];
  const seen = await lookAtAll(listCatalogs(own), services.length);
  expect(seen.sort()).toEqual(services);
});

(existsSync(real) ? describe : describe.skip)(
  'catalogs as they are out there (other projects’ files, so not in this one)',
  () => {
    it('have a tab for each service and a portfolio of all', async () => {
      const services = await lookAtAll(listCatalogs(real), 51);
      expect(services.length).toBeGreaterThan(50);
    });
  },
);
