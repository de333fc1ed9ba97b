import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { answerWith } from '../__testUtils__/answerWith';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { RollUpsContent } from './RollUpsContent';

function renderSums(listRollUps: unknown, route = '/') {
  const call = answerWith({ listRollUps });
  renderInTestApp(<RollUpsContent />, {
    apis: [[platformProductApiRef, { call } as never]],
    initialRouteEntries: [route],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return call;
}

describe('RollUpsContent', () => {
  it('shows sums by what the address asks for', async () => {
    const call = renderSums(
      {
        roundId: '2026-Q3',
        rounds: ['2026-Q4', '2026-Q3'],
        items: [
          {
            name: 'system:default/observability',
            services: 3,
            features: {
              leverage: { n: 41, good: { share: 0.8, low: 0.6, high: 0.9 } },
            },
          },
        ],
      },
      '/?by=system',
    );
    const row = await screen.findByRole('row', { name: /observability/ });
    expect(row).toHaveTextContent('380% of 41(60%–90%)');
    expect(within(row).getAllByText('hidden')).toHaveLength(4);
    expect(call).toHaveBeenCalledWith('listRollUps', {
      params: {},
      query: { by: 'system', round: undefined },
    });
  });

  it('goes by owner where the address asks for nothing that is known', async () => {
    const call = renderSums({ rounds: [], items: [] }, '/?by=person');
    expect(
      await screen.findByText(/No scores are released yet/),
    ).toBeInTheDocument();
    expect(call).toHaveBeenCalledWith('listRollUps', {
      params: {},
      query: { by: 'owner', round: undefined },
    });
  });

  it('looks at another round', async () => {
    const call = renderSums({
      roundId: '2026-Q4',
      rounds: ['2026-Q4', '2026-Q3'],
      items: [],
    });
    fireEvent.mouseDown(await screen.findByLabelText('Round'));
    fireEvent.click(await screen.findByRole('option', { name: '2026-Q3' }));
    await waitFor(() =>
      expect(call).toHaveBeenLastCalledWith('listRollUps', {
        params: {},
        query: { by: 'owner', round: '2026-Q3' },
      }),
    );
  });

  it('tells that nothing is part of a domain from that nothing is released', async () => {
    renderSums(
      { roundId: '2026-Q3', rounds: ['2026-Q3'], items: [] },
      '/?by=domain',
    );
    expect(
      await screen.findByText(/is part of one by this/),
    ).toBeInTheDocument();
  });
});
