import { Home, PortfolioItem } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, within } from '@testing-library/react';
import { Answers } from '../__testUtils__/answerWith';
import { quietHome, service } from '../__testUtils__/portfolio';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { HomeContent } from './HomeContent';

const renderHome = (home: Partial<Home> = {}, answers: Answers = {}) =>
  renderWithApi(<HomeContent />, {
    getHome: { ...quietHome, ...home },
    listNewPosts: { items: [], totalItems: 0, pageInfo: {} },
    ...answers,
  });

const own = () => screen.findByRole('region', { name: 'Your platforms' });

describe('what concerns the reader', () => {
  it('counts what waits in its heading, all ratings as one', async () => {
    renderHome({
      waiting: {
        items: [
          {
            kind: 'scores',
            entityRef: 'component:default/logs',
            title: 'Logs',
            at: '2026-10-01T00:00:00.000Z',
            roundId: '2026-Q3',
          },
        ],
        counts: { scores: 1 },
        totalItems: 1,
      },
      ratings: [],
      totalRatings: 3,
    });
    expect(
      await screen.findByRole('region', { name: 'Waiting for you · 2' }),
    ).toHaveTextContent('The scores of 2026-Q3 wait for your answer.');
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
      'Platforms that you or your groups own, or that you manage, will appear here, with what holds them back.',
    );
    expect(
      screen.getByRole('region', { name: 'Waiting for you' }),
    ).toHaveTextContent('Nothing is waiting for you.');
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
      'This page could not be loaded.The catalog is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await own()).toBeInTheDocument();
  });
});
