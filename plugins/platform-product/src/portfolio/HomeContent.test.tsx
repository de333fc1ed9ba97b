import { Home, PortfolioItem } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Answers, done, sent } from '../__testUtils__/answerWith';
import { quietHome, service } from '../__testUtils__/portfolio';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { HomeContent } from './HomeContent';

const renderHome = (home: Partial<Home> = {}, answers: Answers = {}) =>
  renderWithApi(<HomeContent />, {
    getHome: { ...quietHome, ...home },
    ...answers,
  });

const own = () => screen.findByRole('region', { name: 'Your platforms' });

describe('what concerns the reader', () => {
  it('is the ratings that are wanted, looked at again after each', async () => {
    const call = renderHome(
      {
        ratings: [
          {
            entityRef: 'component:default/logs',
            title: 'Logs',
            isInvited: false,
            isNoted: true,
          },
        ],
        totalRatings: 1,
      },
      { noteInvitation: done },
    );
    const part = await screen.findByRole('region', {
      name: 'Your rating is wanted',
    });
    fireEvent.click(within(part).getByText('Not this time'));
    await waitFor(() => expect(sent(call, 'getHome')).toHaveLength(2));
  });

  it.each<[string, Partial<PortfolioItem>, string]>([
    ['nothing else', {}, 'LogsLevel 1'],
    [
      'all that is known',
      {
        heldBackBy: ['guide', 'answered'],
        heldBackByTitle: 'The guide',
        satisfaction: {
          roundId: '2026-Q3',
          n: 23,
          good: { share: 0.7, low: 0.5, high: 0.9 },
          mean: { mean: 3.74, low: 3.5, high: 4.2 },
        },
      },
      'Logsnext: The guide · and 1 more · satisfaction 3.7 of 5 in 2026-Q3Level 1',
    ],
    [
      'one thing that holds it back',
      { heldBackBy: ['guide'], heldBackByTitle: 'The guide' },
      'Logsnext: The guideLevel 1',
    ],
    [
      'many',
      { heldBackBy: ['a', 'b', 'c'], heldBackByTitle: 'The guide' },
      'Logsnext: The guide · and 2 moreLevel 1',
    ],
    [
      'that it is at risk',
      {
        atRisk: {
          until: '2026-12-03T23:30:00.000Z',
          fallsTo: 0,
          criteria: [],
        },
      },
      'LogsLevel 1, at risk',
    ],
  ])('is their own platforms, with %s', async (_, more, text) => {
    renderHome({ services: [{ ...service, ...more }], totalServices: 1 });
    const items = within(await own()).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([text]);
    expect(screen.queryByText(/are shown/)).not.toBeInTheDocument();
  });

  it('says how many are shown', async () => {
    renderHome({ services: [service], totalServices: 51 });
    const part = await own();
    expect(part).toHaveTextContent('1 of 51 are shown.');
    expect(within(part).getByText('Logs').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/logs',
    );
  });

  it('says what would be here where there is nothing', async () => {
    renderHome();
    expect(await own()).toHaveTextContent(
      'You and your groups own no platform. What they do own is shown here, with what holds it back.',
    );
    expect(screen.getByText(/^Nothing to rate/)).toBeInTheDocument();
  });

  it('keeps its shape while it loads', async () => {
    renderHome({}, { getHome: undefined });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderHome(
      {},
      {
        getHome: () => (isAway ? new Error('The catalog is away') : quietHome),
      },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'What concerns you could not be loaded.The catalog is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await own()).toBeInTheDocument();
  });
});
