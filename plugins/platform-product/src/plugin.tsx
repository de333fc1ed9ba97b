import {
  ApiBlueprint,
  configApiRef,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { PlatformProductClient } from '@platform-product/backstage-plugin-common';
import StairsIcon from '@material-ui/icons/SignalCellularAlt';
import { platformProductApiRef } from './api/platformProductApiRef';
import { portfolioRouteRef } from './routes';
import { readServiceFilter } from './serviceFilter';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: platformProductApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PlatformProductClient({ discoveryApi, fetchApi }),
    }),
});

const portfolioPage = PageBlueprint.make({
  params: {
    path: '/platform-product',
    title: 'Platforms',
    icon: <StairsIcon fontSize="inherit" />,
    routeRef: portfolioRouteRef,
    loader: () =>
      import('./portfolio/PortfolioPage').then(m => <m.PortfolioPage />),
  },
});

const maturityTab = EntityContentBlueprint.makeWithOverrides({
  name: 'maturity',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: '/maturity',
      title: 'Maturity',
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./maturity/MaturityTab').then(m => <m.MaturityTab />),
    }),
});

const maturityCard = EntityCardBlueprint.makeWithOverrides({
  name: 'maturity',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      type: 'info',
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./maturity/MaturityCard').then(m => <m.MaturityCard />),
    }),
});

/**
 * The platform-product plugin for the new frontend system.
 *
 * @public
 */
export const platformProductPlugin = createFrontendPlugin({
  pluginId: 'platform-product',
  title: 'Platforms',
  icon: <StairsIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { portfolio: portfolioRouteRef },
  extensions: [api, portfolioPage, maturityTab, maturityCard],
});
