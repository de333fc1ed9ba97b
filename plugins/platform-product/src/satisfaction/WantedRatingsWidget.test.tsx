import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import plugin from '..';
import { answerWith } from '../__testUtils__/answerWith';
import { platformProductApiRef } from '../api/platformProductApiRef';

describe('the widget for home pages', () => {
  it('asks for the ratings that are wanted', async () => {
    const call = answerWith({
      getHome: {
        round: {
          id: '2026-Q4',
          opensAt: '2026-10-01T00:00:00.000Z',
          closesAt: '2027-01-01T00:00:00.000Z',
          k: 5,
          commentThreshold: 10,
        },
        ratings: [
          {
            entityRef: 'component:default/logs',
            title: 'Logs',
            isInvited: true,
            isNoted: true,
          },
        ],
        totalRatings: 1,
        services: [],
        totalServices: 0,
      },
    });
    const widget = createExtensionTester(
      plugin.getExtension('home-page-widget:platform-product/wanted-ratings'),
    ).get(homePageWidgetDataRef);
    renderInTestApp(widget.component, {
      apis: [[platformProductApiRef, { call } as never]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole('button', { name: 'Rate it: Logs' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Your rating is wanted')).toBeInTheDocument();
  });
});
