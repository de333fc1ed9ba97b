import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Answers, answerWith } from '../__testUtils__/answerWith';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { HomeContent } from './HomeContent';

const round = {
  id: '2026-Q4',
  opensAt: '2026-10-01T00:00:00.000Z',
  closesAt: '2027-01-01T00:00:00.000Z',
  k: 5,
  commentThreshold: 10,
};
const wantedOf = (name: string, more = {}) => ({
  entityRef: `component:default/${name}`,
  title: name,
  isInvited: false,
  isNoted: true,
  ...more,
});
const empty = {
  round,
  ratings: [],
  totalRatings: 0,
  services: [],
  totalServices: 0,
};

function renderHome(answers: Answers) {
  const call = answerWith(answers);
  renderInTestApp(<HomeContent />, {
    apis: [[platformProductApiRef, { call } as never]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return call;
}

describe('HomeContent', () => {
  it('asks for some ratings at once, and notes which of them are news', async () => {
    const call = renderHome({
      getHome: {
        ...empty,
        ratings: [
          wantedOf('logs', { isInvited: true }),
          wantedOf('metrics', { isNoted: false }),
          ...['three', 'four', 'five', 'six'].map(name => wantedOf(name)),
        ],
        totalRatings: 6,
      },
      noteInvitation: {},
    });
    expect(await screen.findByText(/its team asks for it/)).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    expect(
      screen.getByText('1 more when these are answered.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(call.mock.calls.slice(1)).toEqual([
        [
          'noteInvitation',
          {
            params: {
              kind: 'component',
              namespace: 'default',
              name: 'metrics',
            },
            body: { outcome: 'seen' },
          },
        ],
      ]),
    );
  });

  it('takes a refusal, and looks again', async () => {
    const call = renderHome({
      getHome: { ...empty, ratings: [wantedOf('logs')] },
      noteInvitation: {},
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Not this time: logs' }),
    );
    await waitFor(() =>
      expect(call.mock.calls.map(([operation]) => operation)).toEqual([
        'getHome',
        'noteInvitation',
        'getHome',
      ]),
    );
  });

  it('shows the reader’s own platforms with what holds them back', async () => {
    renderHome({
      getHome: {
        ...empty,
        services: [
          {
            ...wantedOf('shop'),
            level: 1,
            heldBackBy: ['guide', 'answered'],
            heldBackByTitle: 'The guide says what is welcome',
            satisfaction: { roundId: '2026-Q3', mean: { mean: 3.74 } },
          },
        ],
        totalServices: 1,
      },
    });
    expect(
      await screen.findByText(
        'next: The guide says what is welcome · and 1 more · satisfaction 3.7 of 5 in 2026-Q3',
      ),
    ).toBeInTheDocument();
  });

  it('says what would be here where there is nothing', async () => {
    renderHome({ getHome: empty });
    expect(await screen.findByText(/^Nothing to rate/)).toBeInTheDocument();
    expect(screen.getByText(/own no platform/)).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    renderHome({ getHome: new Error('The catalog is away') });
    expect(
      await screen.findByText('What concerns you could not be loaded.'),
    ).toBeInTheDocument();
  });
});
