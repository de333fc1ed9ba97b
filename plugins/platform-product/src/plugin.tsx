import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  ApiBlueprint,
  configApiRef,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { PlatformProductClient } from '@platform-product/backstage-plugin-common';
import StairsIcon from '@material-ui/icons/SignalCellularAlt';
import { platformProductApiRef } from './api/platformProductApiRef';
import { PlatformsIcon } from './portfolio/PlatformsIcon';
import { portfolioRouteRef } from './routes';
import { readServiceFilter } from './serviceFilter';
import { titles } from './titles';

/** By which an entity depends on another one. */
const usingRelations: readonly string[] = [
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
];

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: platformProductApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new PlatformProductClient({ discoveryApi, fetchApi }),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/platform-product',
    title: titles.platforms,
    icon: <PlatformsIcon />,
    routeRef: portfolioRouteRef,
  },
});

const homePage = SubPageBlueprint.make({
  name: 'home',
  params: {
    path: 'home',
    title: titles.forYou,
    loader: () => import('./portfolio/HomePage').then(m => <m.HomePage />),
  },
});

const servicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: titles.services,
    loader: () =>
      import('./portfolio/PortfolioPage').then(m => <m.PortfolioPage />),
  },
});

const waiversPage = SubPageBlueprint.make({
  name: 'waivers',
  params: {
    path: 'waivers',
    title: titles.waivers,
    loader: () => import('./maturity/WaiversPage').then(m => <m.WaiversPage />),
  },
});

const reviewersPage = SubPageBlueprint.make({
  name: 'reviewers',
  params: {
    path: 'reviewers',
    title: titles.reviewers,
    loader: () =>
      import('./reviewers/ReviewersPage').then(m => <m.ReviewersPage />),
  },
});

const myReviewsPage = SubPageBlueprint.make({
  name: 'my-reviews',
  params: {
    path: 'reviews',
    title: titles.myReviews,
    loader: () =>
      import('./reviewers/MyReviewsPage').then(m => <m.MyReviewsPage />),
  },
});

const satisfactionPage = SubPageBlueprint.make({
  name: 'satisfaction',
  params: {
    path: 'satisfaction',
    title: titles.satisfaction,
    loader: () =>
      import('./satisfaction/RollUpsPage').then(m => <m.RollUpsPage />),
  },
});

const maturityTab = EntityContentBlueprint.makeWithOverrides({
  name: 'maturity',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: '/maturity',
      title: titles.maturity,
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./maturity/MaturityTab').then(m => <m.MaturityTab />),
    }),
});

const contributeTab = EntityContentBlueprint.makeWithOverrides({
  name: 'contribute',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: '/contribute',
      title: titles.contribute,
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./contributing/ContributeTab').then(m => <m.ContributeTab />),
    }),
});

const satisfactionTab = EntityContentBlueprint.makeWithOverrides({
  name: 'satisfaction',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: '/satisfaction',
      title: titles.satisfaction,
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./satisfaction/SatisfactionTab').then(m => (
          <m.SatisfactionTab />
        )),
    }),
});

const updatesTab = EntityContentBlueprint.makeWithOverrides({
  name: 'updates',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: '/updates',
      title: titles.updates,
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () => import('./updates/UpdatesTab').then(m => <m.UpdatesTab />),
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

const satisfactionCard = EntityCardBlueprint.makeWithOverrides({
  name: 'satisfaction',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      type: 'info',
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./satisfaction/SatisfactionCard').then(m => (
          <m.SatisfactionCard />
        )),
    }),
});

const updatesCard = EntityCardBlueprint.makeWithOverrides({
  name: 'updates',
  factory: (originalFactory, { apis }) =>
    originalFactory({
      type: 'info',
      filter: readServiceFilter(apis.get(configApiRef)),
      loader: () =>
        import('./updates/UpdatesCard').then(m => <m.UpdatesCard />),
    }),
});

/** On the page of whatever may depend on a service, be it one itself or not. */
const noticeBanner = EntityCardBlueprint.make({
  name: 'notices',
  params: {
    type: 'content',
    filter: entity =>
      entity.relations?.some(({ type }) => usingRelations.includes(type)) ??
      false,
    loader: () =>
      import('./updates/NoticeBanner').then(m => <m.NoticeBanner />),
  },
});

const concerningWidget = HomePageWidgetBlueprint.make({
  name: 'concerning',
  params: {
    name: 'Concerning',
    title: titles.concerning,
    description: titles.concerningHint,
    components: () =>
      import('./updates/ConcerningWidget').then(m => ({
        Content: m.ConcerningWidget,
      })),
    layout: { width: { defaultColumns: 6 }, height: { defaultRows: 6 } },
  },
});

const waitingWidget = HomePageWidgetBlueprint.make({
  name: 'waiting',
  params: {
    name: 'Waiting',
    title: titles.waiting,
    description: titles.waitingHint,
    components: () =>
      import('./portfolio/WaitingWidget').then(m => ({
        Content: m.WaitingWidget,
      })),
    layout: { width: { defaultColumns: 6 }, height: { defaultRows: 6 } },
  },
});

const wantedRatingsWidget = HomePageWidgetBlueprint.make({
  name: 'wanted-ratings',
  params: {
    name: 'WantedRatings',
    title: titles.wantedRatings,
    description: titles.wantedRatingsHint,
    components: () =>
      import('./satisfaction/WantedRatingsWidget').then(m => ({
        Content: m.WantedRatingsWidget,
      })),
    layout: { width: { defaultColumns: 6 }, height: { defaultRows: 4 } },
  },
});

/**
 * The platform-product plugin for the new frontend system.
 *
 * @public
 */
export const platformProductPlugin = createFrontendPlugin({
  pluginId: 'platform-product',
  title: titles.platforms,
  icon: <StairsIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { portfolio: portfolioRouteRef },
  extensions: [
    api,
    page,
    servicesPage,
    satisfactionPage,
    waiversPage,
    reviewersPage,
    myReviewsPage,
    homePage,
    maturityTab,
    contributeTab,
    satisfactionTab,
    updatesTab,
    noticeBanner,
    maturityCard,
    satisfactionCard,
    updatesCard,
    waitingWidget,
    concerningWidget,
    wantedRatingsWidget,
  ],
});
