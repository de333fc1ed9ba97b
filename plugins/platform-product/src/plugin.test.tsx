import './__testUtils__/fewTimeZones';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  ApiBlueprint,
  configApiRef,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { fireEvent, screen } from '@testing-library/react';
import { answerWith } from './__testUtils__/answerWith';
import { pageOf, quietHome, summary } from './__testUtils__/portfolio';
import { params } from './__testUtils__/renderExtension';
import { noReviews } from './__testUtils__/reviewers';
import { platformProductApiRef } from './api/platformProductApiRef';
import plugin from '.';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'logs' },
  spec: { type: 'platform' },
};

const tabs = [
  ['entity-content:platform-product/maturity', '/maturity', 'Maturity'],
  ['entity-content:platform-product/contribute', '/contribute', 'Contribute'],
  [
    'entity-content:platform-product/satisfaction',
    '/satisfaction',
    'Satisfaction',
  ],
] as const;

const cards = [
  'entity-card:platform-product/maturity',
  'entity-card:platform-product/satisfaction',
] as const;

/** Where an extension shows, in an app that configures services so, if at all. */
function filterOf(
  id: (typeof tabs)[number][0] | (typeof cards)[number],
  services?: object[],
) {
  const { dataRefs } = id.startsWith('entity-card')
    ? EntityCardBlueprint
    : EntityContentBlueprint;
  const config = new ConfigReader(
    services ? { platformProduct: { services } } : {},
  );
  return createExtensionTester(plugin.getExtension(id), {
    apis: [[configApiRef, config]],
  }).get(dataRefs.filterFunction) as (shownOn: Entity) => boolean;
}

describe('the extensions of entity pages', () => {
  it.each([...tabs.map(([id]) => id), ...cards])(
    '%s shows on services alone',
    id => {
      const isShown = filterOf(id);
      expect(isShown(entity)).toBe(true);
      expect(isShown({ ...entity, spec: { type: 'library' } })).toBe(false);
      const annotations = { 'platform-product/service': 'false' };
      expect(
        isShown({ ...entity, metadata: { ...entity.metadata, annotations } }),
      ).toBe(false);
    },
  );

  it.each([...tabs.map(([id]) => id), ...cards])(
    '%s shows on what the configuration calls a service',
    id => {
      const isShown = filterOf(id, [{ kind: 'API' }]);
      expect(isShown({ ...entity, kind: 'API' })).toBe(true);
      expect(isShown(entity)).toBe(false);
    },
  );

  it.each(tabs)('%s is at %s, and called %s', (id, path, title) => {
    const tab = createExtensionTester(plugin.getExtension(id));
    expect(tab.get(coreExtensionData.routePath)).toBe(path);
    expect(tab.get(EntityContentBlueprint.dataRefs.title)).toBe(title);
  });
});

const pages = [
  ['services', 'services', 'Services', 'There are no services yet.'],
  [
    'satisfaction',
    'satisfaction',
    'Satisfaction',
    /^No scores are published yet/,
  ],
  ['waivers', 'waivers', 'Waivers', /^Nobody has asked for a waiver yet/],
  [
    'reviewers',
    'reviewers',
    'Reviewers',
    'Nobody reviews for any platform yet.',
  ],
  ['my-reviews', 'reviews', 'My reviews', 'When you can review'],
  ['home', 'home', 'For you', 'Nothing is waiting for you.'],
] as const;

describe('the pages', () => {
  function renderApp(route: string) {
    const call = answerWith({
      getPortfolioSummary: summary,
      listPortfolio: pageOf([]),
      listRollUps: { rounds: [], items: [] },
      listAllWaivers: pageOf([]),
      listReviewers: pageOf([]),
      getMyReviews: noReviews,
      getHome: quietHome,
      listNewPosts: { items: [], totalItems: 0, pageInfo: {} },
    });
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [route],
      apis: [[platformProductApiRef, { call } as never]],
    });
    return call;
  }

  it('begin with all services, and lead to the others in their order', async () => {
    renderApp('/platform-product');
    expect(
      await screen.findByText('There are no services yet.'),
    ).toBeInTheDocument();
    const names = screen.getAllByRole('tab').map(tab => tab.textContent);
    expect(names).toEqual(pages.map(([, , title]) => title));
    for (const [, , title, text] of pages) {
      fireEvent.click(screen.getByText(title, { selector: '[role=tab]' }));
      // Each page is loaded when it is first shown.
      expect(
        await screen.findByText(text, {}, { timeout: 10_000 }),
      ).toBeInTheDocument();
    }
  });

  it.each(pages)('%s is at %s, and called %s', (name, path, title) => {
    const page = createExtensionTester(
      plugin.getExtension(`sub-page:platform-product/${name}`),
    );
    expect(page.get(coreExtensionData.routePath)).toBe(path);
    expect(page.get(coreExtensionData.title)).toBe(title);
  });
});

describe('the API', () => {
  it('talks to the backend that is discovered', async () => {
    const { factory } = createExtensionTester(
      plugin.getExtension('api:platform-product'),
    ).get(ApiBlueprint.dataRefs.factory);
    const fetch = jest.fn(async () => Response.json({ level: 2 }));
    const api = factory({
      discoveryApi: mockApis.discovery({
        baseUrl: 'https://backstage.example',
      }),
      fetchApi: { fetch },
    }) as typeof platformProductApiRef.T;
    expect(await api.call('getMaturity', { params })).toEqual({ level: 2 });
    expect(fetch).toHaveBeenCalledWith(
      'https://backstage.example/api/platform-product/entities/component/default/logs/maturity',
      expect.objectContaining({ method: 'GET' }),
    );
  });
});
