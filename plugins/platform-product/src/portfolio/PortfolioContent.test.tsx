import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  PortfolioItem,
  PortfolioSummary,
} from '@platform-product/backstage-plugin-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { buttonsIn, fill } from '../__testUtils__/actions';
import { Answers, Call, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { pageOf, service, summary } from '../__testUtils__/portfolio';
import { addressed, renderWithApi } from '../__testUtils__/renderWithApi';
import { PortfolioContent } from './PortfolioContent';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

const full: PortfolioSummary = {
  ...summary,
  totalItems: 40,
  levels: [0, 1, 2, 3].map(level => ({
    level,
    name: `Name ${level}`,
    count: 10 * level,
    yearAgo: level,
  })),
  upThisMonth: 9,
  downThisMonth: 2,
  atRisk: 14,
  owners: [
    { value: 'group:default/logs-team', count: 3 },
    { value: 'group:other/shop', count: 2 },
  ],
  systems: [
    { value: 'system:default/observability', count: 1 },
    { value: 'system:default/shop', count: 1 },
  ],
  kinds: [
    { value: 'component', count: 4 },
    { value: 'api', count: 1 },
  ],
};

const renderPortfolio = (
  answers: Answers = {},
  options: Parameters<typeof renderWithApi>[2] = {},
) =>
  renderWithApi(
    <PortfolioContent />,
    {
      getPortfolioSummary: full,
      listPortfolio: pageOf([service]),
      ...answers,
    },
    options,
  );

const defaults = {
  atRisk: undefined,
  level: undefined,
  limit: 50,
  order: 'asc',
  sort: 'title',
};
const queries = (call: Call) =>
  sent(call, 'listPortfolio').map(({ query }) => query);
const lastQuery = (call: Call) => queries(call).at(-1);
const loaded = () => screen.findByText('Logs');
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(({ textContent }) => textContent));

async function rowOf(item: Partial<PortfolioItem>, answers: Answers = {}) {
  renderPortfolio({
    listPortfolio: pageOf([{ ...service, ...item }]),
    ...answers,
  });
  await loaded();
  await screen.findByText('Name 2');
  return rows()[0];
}

describe('a service in the portfolio', () => {
  it('shows owner, level, what holds it back, and since when', async () => {
    expect(
      await rowOf({
        owner: 'group:default/logs-team',
        level: 2,
        levelWithoutWaivers: 2,
        measuredLevel: 2,
        levelSince: '2026-11-17T12:00:00.000Z',
        heldBackBy: ['guide'],
        heldBackByTitle: 'The guide says what is welcome',
      }),
    ).toEqual([
      'Logs',
      'logs-team',
      'Level 2',
      'The guide says what is welcome',
      'no scores yet',
      '3 days ago',
    ]);
    expect(screen.getAllByRole('columnheader').map(h => h.textContent)).toEqual(
      ['Service', 'Owner', 'Level', 'Held back by', 'Satisfaction', 'Since'],
    );
    expect(screen.getByText('Logs').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/logs',
    );
    const table = within(screen.getByRole('table'));
    expect(table.getByText('logs-team').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/group/logs-team',
    );
  });

  it.each<[string, Partial<PortfolioItem>, string]>([
    [
      'what it would be without waivers, and what is declared',
      { level: 2, declaredLevel: 3 },
      'Level 21 without waivers · the team declares 3',
    ],
    [
      'what it would be by measurement alone',
      { level: 2, levelWithoutWaivers: 2 },
      'Level 21 by measurement alone',
    ],
    [
      'all three where they differ',
      { level: 3, levelWithoutWaivers: 2 },
      'Level 32 without waivers · 1 by measurement alone',
    ],
    [
      'nothing where the team declares the same',
      { level: 1, declaredLevel: 1 },
      'Level 1',
    ],
    [
      'that none is declared',
      { declaredLevel: 0 },
      'Level 1the team declares 0',
    ],
    [
      'what is at risk, and when',
      {
        atRisk: {
          until: '2026-12-03T23:30:00.000Z',
          fallsTo: 0,
          criteria: [],
        },
      },
      'Level 1, at riskdrops to level 0 on Dec 4, 2026',
    ],
  ])('says %s', async (_, item, text) => {
    expect((await rowOf(item))[2]).toBe(text);
  });

  it.each<[string, Partial<PortfolioItem>, string]>([
    [
      'the first of many',
      {
        heldBackBy: ['guide', 'answered', 'reviews'],
        heldBackByTitle: 'The guide',
      },
      'The guideand 2 more',
    ],
    ['nothing at the top', { level: 3 }, 'nothing'],
    [
      'evidence alone, below',
      { level: 2 },
      'no criterion of the next level is met by evidence',
    ],
  ])('is held back by %s', async (_, item, text) => {
    expect((await rowOf(item))[3]).toBe(text);
  });

  it('shows how users find it, and from which round that is', async () => {
    const satisfaction = {
      roundId: '2026-Q3',
      n: 23,
      good: { share: 0.7, low: 0.5, high: 0.9 },
      mean: { mean: 3.94, low: 3.51, high: 4.27 },
    };
    expect((await rowOf({ satisfaction }))[4]).toBe(
      '3.9 of 53.5–4.3 in 2026-Q3',
    );
  });

  it('is shown without an owner, too', async () => {
    expect((await rowOf({}))[1]).toBe('no owner');
  });
});

describe('the list of services', () => {
  it('asks for what the URL says, and ignores what somebody spoiled', async () => {
    const call = renderPortfolio(
      {},
      {
        route:
          '/?level=2&level=0&owner=group:default/a&kind=api&system=system:default/s&atRisk=true&text=log&sort=level&order=desc&cursor=abc&limit=x&else=1',
      },
    );
    await loaded();
    expect(queries(call)).toEqual([
      {
        level: ['2', '0'],
        owner: ['group:default/a'],
        kind: ['api'],
        system: ['system:default/s'],
        atRisk: 'true',
        text: 'log',
        sort: 'level',
        order: 'desc',
        cursor: 'abc',
        limit: 50,
      },
    ]);
  });

  it.each(['level=high', 'atRisk=perhaps', 'sort=name', 'order=up', 'text='])(
    'takes %s for nothing',
    async search => {
      const call = renderPortfolio({}, { route: `/?${search}&kind=api` });
      await loaded();
      expect(queries(call)).toEqual([{ ...defaults, kind: ['api'] }]);
    },
  );

  it.each([
    ['Service', 'title', 'desc'],
    ['Owner', 'owner', 'asc'],
    ['Level', 'level', 'asc'],
    ['Satisfaction', 'satisfaction', 'asc'],
    ['Since', 'levelSince', 'asc'],
  ])(
    'is sorted by %s, and then the other way round',
    async (name, sort, order) => {
      const call = renderPortfolio({}, { route: '/?cursor=abc&kind=api' });
      await loaded();
      const header = () =>
        within(screen.getByRole('columnheader', { name })).getByRole('button');
      fireEvent.click(header());
      await waitFor(() =>
        expect(lastQuery(call)).toEqual({
          ...defaults,
          kind: ['api'],
          sort,
          order,
        }),
      );
      expect(addressed()).toBe(`?kind=api&sort=${sort}&order=${order}`);
      expect(screen.getByRole('columnheader', { name })).toHaveAttribute(
        'aria-sort',
        order === 'asc' ? 'ascending' : 'descending',
      );
      fireEvent.click(header());
      await waitFor(() =>
        expect(lastQuery(call)).toMatchObject({
          sort,
          order: order === 'asc' ? 'desc' : 'asc',
        }),
      );
    },
  );

  it('begins upwards with every column, and marks that one alone', async () => {
    const call = renderPortfolio({}, { route: '/?sort=level&order=desc' });
    await loaded();
    const sorted = () =>
      screen
        .getAllByRole('columnheader')
        .filter(header => header.hasAttribute('aria-sort'))
        .map(header => [header.textContent, header.getAttribute('aria-sort')]);
    expect(sorted()).toEqual([['Level', 'descending']]);
    fireEvent.click(
      within(screen.getByRole('columnheader', { name: 'Owner' })).getByRole(
        'button',
      ),
    );
    await waitFor(() =>
      expect(lastQuery(call)).toEqual({ ...defaults, sort: 'owner' }),
    );
    expect(sorted()).toEqual([['Owner', 'ascending']]);
  });

  it('is not sorted by what holds services back', async () => {
    renderPortfolio();
    await loaded();
    const header = screen.getByRole('columnheader', { name: 'Held back by' });
    expect(within(header).queryByRole('button')).toBeNull();
  });

  it('goes to the next page and back to the first, and says how much is shown', async () => {
    const call = renderPortfolio(
      {
        listPortfolio: ({ query }) =>
          query?.cursor
            ? pageOf([service], { totalItems: 51 })
            : pageOf([service], { totalItems: 51, nextCursor: 'next' }),
      },
      { route: '/?kind=api' },
    );
    await loaded();
    expect(screen.getByText('1 of 51')).toBeInTheDocument();
    expect(screen.queryByText('First page')).not.toBeInTheDocument();
    fireEvent.click(screen.getByText('Next page'));
    fireEvent.click(await screen.findByText('First page'));
    await waitFor(() => expect(queries(call)).toHaveLength(3));
    expect(queries(call).map(query => query?.cursor)).toEqual([
      undefined,
      'next',
      undefined,
    ]);
    expect(addressed()).toBe('?kind=api');
    expect(await screen.findByText('Next page')).toBeInTheDocument();
  });

  it('says that a filter is too narrow, and takes filters away', async () => {
    const call = renderPortfolio(
      {
        listPortfolio: ({ query }) => pageOf(query?.level ? [] : [service]),
      },
      { route: '/?level=3&sort=level' },
    );
    expect(await screen.findByText('No service matches.')).toBeInTheDocument();
    expect(
      screen.getByText('Remove a filter to see more.'),
    ).toBeInTheDocument();
    fireEvent.click(screen.getByText('Clear filters'));
    await loaded();
    expect(lastQuery(call)).toEqual(defaults);
    expect(addressed()).toBe('');
    expect(screen.queryByText('Clear filters')).not.toBeInTheDocument();
  });

  it.each([
    'level=3',
    'owner=group:default/a',
    'kind=api',
    'system=system:default/s',
    'atRisk=true',
    'atRisk=false',
    'text=log',
  ])('takes %s for a filter, which can be taken away', async search => {
    let isNarrow = true;
    const call = renderPortfolio(
      { listPortfolio: () => pageOf(isNarrow ? [] : [service]) },
      { route: `/?${search}` },
    );
    expect(await screen.findByText('No service matches.')).toBeInTheDocument();
    expect(lastQuery(call)).not.toEqual(defaults);
    isNarrow = false;
    fireEvent.click(screen.getByText('Clear filters'));
    await loaded();
    expect(lastQuery(call)).toEqual(defaults);
  });

  it.each(['sort=level', 'order=desc'])(
    'does not take %s for a filter',
    async search => {
      renderPortfolio({ listPortfolio: pageOf([]) }, { route: `/?${search}` });
      expect(
        await screen.findByText('There are no services yet.'),
      ).toBeInTheDocument();
      expect(screen.queryByText('Clear filters')).not.toBeInTheDocument();
      expect(
        screen.getByText(
          'Components of the types service and platform appear here, and any entity with the annotation platform-product/service: ‘true’.',
        ),
      ).toBeInTheDocument();
    },
  );

  it('leads back from a page that is not there any more', async () => {
    const call = renderPortfolio(
      {
        listPortfolio: ({ query }) => pageOf(query?.cursor ? [] : [service]),
      },
      { route: '/?cursor=abc' },
    );
    expect(await screen.findByText('No service matches.')).toBeInTheDocument();
    fireEvent.click(screen.getByText('First page'));
    await loaded();
    expect(lastQuery(call)?.cursor).toBeUndefined();
  });

  it('keeps its shape while it loads, and shows what is there after a while', async () => {
    renderPortfolio({
      listPortfolio: undefined,
      getPortfolioSummary: undefined,
    });
    const loading = () => screen.findAllByRole('status', { name: 'Loading' });
    expect(await loading()).toHaveLength(1);
    expect(
      await screen.findByRole(
        'region',
        { name: 'Services' },
        { timeout: 4000 },
      ),
    ).toBeInTheDocument();
    expect(await loading()).toHaveLength(2);
  });

  it.each([
    ['listPortfolio', 'Name 2'],
    ['getPortfolioSummary', 'Logs'],
  ] as const)(
    'keeps the rest when %s fails, and tries again',
    async (failing, kept) => {
      const call = renderPortfolio({
        [failing]: new Error('The database is away'),
      });
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The portfolio could not be loaded.The database is away',
      );
      expect(await screen.findByText(kept)).toBeInTheDocument();
      fireEvent.click(screen.getByText('Try again'));
      await waitFor(() => expect(sent(call, failing)).toHaveLength(2));
    },
  );

  it('loads again when the backend signals a change of any service', async () => {
    const subscribe = jest.fn(
      (_channel: string, _onSignal: (message: unknown) => void) => ({
        unsubscribe: () => {},
      }),
    );
    const call = renderPortfolio(
      {},
      { apis: [[signalApiRef, { subscribe } as never]] },
    );
    await loaded();
    const [[channel, onSignal]] = subscribe.mock.calls;
    expect(channel).toBe('platform-product:portfolio');
    act(() => onSignal({}));
    await waitFor(() =>
      expect(sent(call, 'listPortfolio', 'getPortfolioSummary')).toHaveLength(
        4,
      ),
    );
  });

  it.each([
    [0, true],
    [40, false],
  ])(
    'looks again by itself while there are %d services',
    async (totalItems, looks) => {
      const setInterval = jest.spyOn(window, 'setInterval');
      const call = renderPortfolio({
        getPortfolioSummary: { ...full, totalItems },
        listPortfolio: pageOf([]),
      });
      await screen.findByText('There are no services yet.');
      const ticks = setInterval.mock.calls.filter(
        ([, wait]) => wait === 10_000,
      );
      setInterval.mockRestore();
      expect(ticks.length > 0).toBe(looks);
      if (!looks) return;
      act(() => (ticks.at(-1)![0] as () => void)());
      await waitFor(() => expect(queries(call)).toHaveLength(2));
      expect(sent(call, 'getPortfolioSummary')).toHaveLength(2);
    },
  );
});

describe('filters', () => {
  async function optionsOf(name: string) {
    fireEvent.click(screen.getByLabelText(name));
    return screen.findAllByRole('option');
  }

  it.each([
    [
      'Level',
      ['0 · On the way to level 1', '1 · Name 1', '2 · Name 2', '3 · Name 3'],
      { level: ['1'] },
      '?level=1',
    ],
    [
      'Owner',
      ['logs-team', 'other/shop'],
      { owner: ['group:other/shop'] },
      '?owner=group:other/shop',
    ],
    [
      'System',
      ['observability', 'shop'],
      { system: ['system:default/shop'] },
      '?system=system:default/shop',
    ],
    ['Kind', ['component', 'api'], { kind: ['api'] }, '?kind=api'],
  ])(
    'offer what there is, and end up in the query: %s',
    async (name, names, query, search) => {
      const call = renderPortfolio();
      await loaded();
      await screen.findByText('Name 2');
      const options = await optionsOf(name);
      expect(options.map(({ textContent }) => textContent)).toEqual(names);
      fireEvent.click(options[1]);
      await waitFor(() =>
        expect(lastQuery(call)).toEqual({ ...defaults, ...query }),
      );
      expect(addressed()).toBe(search);
    },
  );

  it('take several values, and a value away again', async () => {
    const call = renderPortfolio({}, { route: '/?level=1&cursor=abc' });
    await loaded();
    await screen.findByText('Name 2');
    const options = await optionsOf('Level');
    fireEvent.click(options[3]);
    await waitFor(() => expect(lastQuery(call)?.level).toEqual(['1', '3']));
    expect(addressed()).toBe('?level=1&level=3');
    fireEvent.click(options[3]);
    await waitFor(() => expect(lastQuery(call)?.level).toEqual(['1']));
  });

  it('know of values that no service has any more', async () => {
    renderPortfolio({}, { route: '/?system=system:default/old' });
    await loaded();
    await screen.findByText('Name 2');
    const names = (await optionsOf('System')).map(o => o.textContent);
    expect(names).toEqual(['observability', 'shop', 'old']);
  });

  it('leave out kinds where there is one', async () => {
    renderPortfolio({
      getPortfolioSummary: { ...full, kinds: full.kinds.slice(0, 1) },
    });
    await loaded();
    await screen.findByText('Name 2');
    expect(screen.queryByLabelText('Kind')).not.toBeInTheDocument();
    expect(screen.getByLabelText('System')).toBeInTheDocument();
  });

  it('show what is at risk alone, or not', async () => {
    const call = renderPortfolio({}, { route: '/?cursor=abc' });
    await loaded();
    const checkbox = screen.getByRole('checkbox', { name: 'At risk' });
    expect(checkbox).not.toBeChecked();
    fireEvent.click(checkbox);
    await waitFor(() =>
      expect(lastQuery(call)).toEqual({ ...defaults, atRisk: 'true' }),
    );
    expect(checkbox).toBeChecked();
    fireEvent.click(checkbox);
    await waitFor(() => expect(lastQuery(call)).toEqual(defaults));
    expect(addressed()).toBe('');
  });

  it('search for what was typed, after a pause', async () => {
    const call = renderPortfolio({}, { route: '/?cursor=abc' });
    await loaded();
    const search = screen.getByLabelText('Search services');
    for (const text of [' l', ' lo', ' log ']) fill(search, text);
    await waitFor(() =>
      expect(lastQuery(call)).toEqual({ ...defaults, text: 'log' }),
    );
    expect(queries(call)).toHaveLength(2);
    expect(addressed()).toBe('?text=log');
    expect(search).toHaveValue(' log ');
    fill(search, '  ');
    await waitFor(() => expect(lastQuery(call)).toEqual(defaults));
    expect(addressed()).toBe('');
  });

  it('show the search of the address, and forget it with the rest', async () => {
    renderPortfolio({}, { route: '/?text=log' });
    await loaded();
    const search = screen.getByLabelText('Search services');
    expect(search).toHaveValue('log');
    fireEvent.click(screen.getByText('Clear filters'));
    await waitFor(() => expect(search).toHaveValue(''));
    expect(addressed()).toBe('');
  });
});

describe('services by level', () => {
  const section = () =>
    screen.findByRole('region', { name: 'Services by level' });

  it('are counted, against a year ago, with who moved', async () => {
    renderPortfolio();
    await screen.findByText('Name 2');
    const part = await section();
    expect(
      within(part)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '0Level 0On the way to level 1a year ago: 0',
      '10Level 1Name 1a year ago: 1',
      '20Level 2Name 2a year ago: 2',
      '30Level 3Name 3a year ago: 3',
    ]);
    const bars = [...part.querySelectorAll<HTMLElement>('li [style]')];
    expect(bars.map(({ style }) => style.width)).toEqual([
      '0%',
      '25%',
      '50%',
      '75%',
    ]);
    expect(part).toHaveTextContent(
      '9 up this month2 down this month14 at risk',
    );
    const icons = [...part.querySelectorAll('svg')].map(i => i.innerHTML);
    expect(new Set(icons).size).toBe(3);
  });

  it('do not speak of a year ago where nothing is known of it', async () => {
    renderPortfolio({ getPortfolioSummary: summary });
    await screen.findByText('Name 2');
    expect(await section()).not.toHaveTextContent('a year ago');
  });

  it('are none, and no bar is wider than nothing', async () => {
    renderPortfolio({ getPortfolioSummary: { ...summary, totalItems: 0 } });
    await screen.findByText('Name 2');
    expect(buttonsIn(await section())).toHaveLength(5);
  });

  it('lead to the services that they count', async () => {
    const call = renderPortfolio({}, { route: '/?level=1&cursor=abc' });
    await loaded();
    fireEvent.click(await screen.findByText('Name 2'));
    await waitFor(() =>
      expect(lastQuery(call)).toEqual({ ...defaults, level: ['2'] }),
    );
    fireEvent.click(screen.getByText(/at risk$/));
    await waitFor(() =>
      expect(lastQuery(call)).toEqual({
        ...defaults,
        level: ['2'],
        atRisk: 'true',
      }),
    );
    expect(addressed()).toBe('?level=2&atRisk=true');
  });
});

describe('the export', () => {
  const saved: { name: string; url: string; blob: Blob }[] = [];
  const revoked: string[] = [];

  beforeEach(() => {
    saved.length = 0;
    revoked.length = 0;
    let blob: Blob;
    URL.createObjectURL = given => {
      blob = given as Blob;
      return 'blob:one';
    };
    URL.revokeObjectURL = url => revoked.push(url);
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push({ name: this.download, url: this.href, blob });
      });
  });
  afterEach(() => jest.restoreAllMocks());

  it('takes away all that is filtered, as it is sorted, once', async () => {
    const call = renderPortfolio(
      { exportPortfolio: 'title\r\nLogs\r\n' },
      {
        route:
          '/?level=2&owner=group:default/a&kind=api&system=system:default/s&atRisk=true&text=log&sort=level&order=desc&cursor=abc',
      },
    );
    await loaded();
    const button = screen.getByText('Export CSV');
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(sent(call, 'exportPortfolio')).toEqual([
      {
        params: {},
        query: {
          level: ['2'],
          owner: ['group:default/a'],
          kind: ['api'],
          system: ['system:default/s'],
          atRisk: 'true',
          text: 'log',
          sort: 'level',
          order: 'desc',
        },
      },
    ]);
    expect(saved[0].name).toBe('platform-products.csv');
    expect(saved[0].url).toBe('blob:one');
    expect(saved[0].blob.type).toBe('text/csv');
    // the text, and the mark of UTF-8, by which spreadsheets know it
    expect(saved[0].blob.size).toBe(13 + 3);
    expect(revoked).toEqual(['blob:one']);
  });

  it('says why it failed', async () => {
    renderPortfolio({ exportPortfolio: new Error('The database is away') });
    await loaded();
    fireEvent.click(screen.getByText('Export CSV'));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});
