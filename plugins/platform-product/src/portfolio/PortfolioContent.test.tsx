import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith } from '../__testUtils__/answerWith';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { PortfolioContent } from './PortfolioContent';

const item = {
  entityRef: 'component:default/logs',
  title: 'A very long name of a service that goes on and on '.repeat(4),
  kind: 'component',
  level: 2,
  levelWithoutWaivers: 1,
  declaredLevel: 3,
  heldBackBy: ['guide', 'answered'],
  heldBackByTitle: 'The guide says what is welcome',
  levelSince: '2026-01-01T00:00:00.000Z',
  asOf: '2026-01-01T00:00:00.000Z',
};
const summary = {
  totalItems: 1,
  levels: [0, 1, 2, 3].map(level => ({
    level,
    name: `Name ${level}`,
    count: level === 2 ? 1 : 0,
    yearAgo: 0,
  })),
  upThisMonth: 0,
  downThisMonth: 0,
  atRisk: 0,
  owners: [],
  systems: [],
  kinds: [],
};

function renderPortfolio(list: unknown, initialRoute = '/') {
  const call = answerWith({
    getPortfolioSummary: summary,
    listPortfolio: list,
  });
  renderInTestApp(<PortfolioContent />, {
    apis: [[platformProductApiRef, { call } as never]],
    initialRouteEntries: [initialRoute],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return call;
}

const page = (items: unknown[], nextCursor?: string) => ({
  items,
  totalItems: items.length,
  pageInfo: { nextCursor },
});

describe('PortfolioContent', () => {
  it('shows a service with its level and what holds it back', async () => {
    renderPortfolio(page([item]));
    expect(
      await screen.findByText('The guide says what is welcome'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('level 1 without waivers · declares level 3'),
    ).toBeInTheDocument();
    expect(screen.getByText('no owner')).toBeInTheDocument();
    expect(screen.getByText('and 1 more')).toBeInTheDocument();
    expect(screen.getByText('no scores yet')).toBeInTheDocument();
  });

  it('shows how users find a service, and from which round that is', async () => {
    const satisfaction = {
      roundId: '2026-Q3',
      n: 23,
      mean: { mean: 3.94, low: 3.5, high: 4.3 },
    };
    renderPortfolio(page([{ ...item, satisfaction }]));
    expect(
      await screen.findByRole('cell', { name: '3.9 of 5 3.5–4.3 in 2026-Q3' }),
    ).toBeInTheDocument();
  });

  it('asks for what the URL says, and ignores what somebody spoiled', async () => {
    const call = renderPortfolio(
      page([item]),
      '/?level=2&atRisk=true&sort=level&order=desc&limit=x&owner=group:default/a',
    );
    await screen.findByText('The guide says what is welcome');
    expect(call).toHaveBeenCalledWith(
      'listPortfolio',
      expect.objectContaining({
        query: expect.objectContaining({
          level: ['2'],
          owner: ['group:default/a'],
          atRisk: 'true',
          sort: 'level',
          order: 'desc',
          limit: 50,
        }),
      }),
    );
  });

  it('goes to the next page and back to the first', async () => {
    const call = renderPortfolio(page([item], 'next-cursor'));
    fireEvent.click(await screen.findByRole('button', { name: 'Next page' }));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith(
        'listPortfolio',
        expect.objectContaining({
          query: expect.objectContaining({ cursor: 'next-cursor' }),
        }),
      ),
    );
    expect(
      await screen.findByRole('button', { name: 'First page' }),
    ).toBeInTheDocument();
  });

  it('tells an empty catalog from a filter that is too narrow', async () => {
    renderPortfolio(page([]), '/?level=3');
    expect(await screen.findByText('No service matches.')).toBeInTheDocument();
  });

  it('says what would be here when there are no services', async () => {
    renderPortfolio(page([]));
    expect(
      await screen.findByText('There are no services yet.'),
    ).toBeInTheDocument();
  });

  it('keeps the distribution when the list fails', async () => {
    renderPortfolio(new Error('The database is away'));
    expect(await screen.findByText(/The database is away/)).toBeInTheDocument();
    expect(screen.getByText('Name 2')).toBeInTheDocument();
  });
});
