import { JSX } from 'react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { PlatformProductClient } from '@platform-product/backstage-plugin-common';
import { platformProductApiRef } from './api/platformProductApiRef';

const portfolioRouteRef = createRouteRef({ id: 'platform-product' });
const maturityRouteRef = createRouteRef({ id: 'platform-product:maturity' });

const contributeRouteRef = createRouteRef({
  id: 'platform-product:contribute',
});

const satisfactionRouteRef = createRouteRef({
  id: 'platform-product:satisfaction',
});

const updatesRouteRef = createRouteRef({ id: 'platform-product:updates' });

/** @public */
export const platformProductPlugin = createPlugin({
  id: 'platform-product',
  routes: {
    portfolio: portfolioRouteRef,
    maturity: maturityRouteRef,
    contribute: contributeRouteRef,
    satisfaction: satisfactionRouteRef,
    updates: updatesRouteRef,
  },
  apis: [
    createApiFactory({
      api: platformProductApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PlatformProductClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The portfolio page.
 *
 * @public
 */
export const PlatformProductPage: () => JSX.Element =
  platformProductPlugin.provide(
    createRoutableExtension({
      name: 'PlatformProductPage',
      mountPoint: portfolioRouteRef,
      component: () =>
        import('./portfolio/LegacyPortfolioPage').then(
          m => m.LegacyPortfolioPage,
        ),
    }),
  );

/**
 * The content of the maturity tab of an entity page.
 *
 * @public
 */
export const EntityMaturityContent: () => JSX.Element =
  platformProductPlugin.provide(
    createRoutableExtension({
      name: 'EntityMaturityContent',
      mountPoint: maturityRouteRef,
      component: () =>
        import('./maturity/MaturityTab').then(m => m.MaturityTab),
    }),
  );

/**
 * The content of the contribute tab of an entity page.
 *
 * @public
 */
export const EntityContributeContent: () => JSX.Element =
  platformProductPlugin.provide(
    createRoutableExtension({
      name: 'EntityContributeContent',
      mountPoint: contributeRouteRef,
      component: () =>
        import('./contributing/ContributeTab').then(m => m.ContributeTab),
    }),
  );

/**
 * The content of the satisfaction tab of an entity page.
 *
 * @public
 */
export const EntitySatisfactionContent: () => JSX.Element =
  platformProductPlugin.provide(
    createRoutableExtension({
      name: 'EntitySatisfactionContent',
      mountPoint: satisfactionRouteRef,
      component: () =>
        import('./satisfaction/SatisfactionTab').then(m => m.SatisfactionTab),
    }),
  );

/**
 * The content of the updates tab of an entity page.
 *
 * @public
 */
export const EntityUpdatesContent: () => JSX.Element =
  platformProductPlugin.provide(
    createRoutableExtension({
      name: 'EntityUpdatesContent',
      mountPoint: updatesRouteRef,
      component: () => import('./updates/UpdatesTab').then(m => m.UpdatesTab),
    }),
  );

/**
 * Open notices on what the entity depends on, for the top of any entity page.
 *
 * @public
 */
export const EntityNoticeBanner: () => JSX.Element | null =
  platformProductPlugin.provide(
    createComponentExtension({
      name: 'EntityNoticeBanner',
      component: {
        lazy: () => import('./updates/NoticeBanner').then(m => m.NoticeBanner),
      },
    }),
  );

/**
 * The card with the open notices of the entity, for its overview.
 *
 * @public
 */
export const EntityUpdatesCard: () => JSX.Element =
  platformProductPlugin.provide(
    createComponentExtension({
      name: 'EntityUpdatesCard',
      component: {
        lazy: () => import('./updates/UpdatesCard').then(m => m.UpdatesCard),
      },
    }),
  );

/**
 * Open notices on what the reader's entities depend on, for a card on a home page.
 *
 * @public
 */
export const ConcerningContent: () => JSX.Element =
  platformProductPlugin.provide(
    createComponentExtension({
      name: 'ConcerningContent',
      component: {
        lazy: () =>
          import('./updates/ConcerningWidget').then(m => m.ConcerningWidget),
      },
    }),
  );

/**
 * The card with the maturity of the entity, for its overview.
 *
 * @public
 */
export const EntityMaturityCard: () => JSX.Element =
  platformProductPlugin.provide(
    createComponentExtension({
      name: 'EntityMaturityCard',
      component: {
        lazy: () => import('./maturity/MaturityCard').then(m => m.MaturityCard),
      },
    }),
  );

/**
 * The card with the satisfaction of the entity's users, for its overview.
 *
 * @public
 */
export const EntitySatisfactionCard: () => JSX.Element =
  platformProductPlugin.provide(
    createComponentExtension({
      name: 'EntitySatisfactionCard',
      component: {
        lazy: () =>
          import('./satisfaction/SatisfactionCard').then(
            m => m.SatisfactionCard,
          ),
      },
    }),
  );

/**
 * What waits for the reader, for a card on a home page.
 *
 * @public
 */
export const WaitingContent: () => JSX.Element = platformProductPlugin.provide(
  createComponentExtension({
    name: 'WaitingContent',
    component: {
      lazy: () =>
        import('./portfolio/WaitingWidget').then(m => m.WaitingWidget),
    },
  }),
);

/**
 * Ratings that are wanted of the reader, for a card on a home page.
 *
 * @public
 */
export const WantedRatingsContent: () => JSX.Element =
  platformProductPlugin.provide(
    createComponentExtension({
      name: 'WantedRatingsContent',
      component: {
        lazy: () =>
          import('./satisfaction/WantedRatingsWidget').then(
            m => m.WantedRatingsWidget,
          ),
      },
    }),
  );
