import { mockCredentials } from '@backstage/backend-test-utils';
import {
  defaultLadder,
  OverallScore,
  PortfolioQuery,
} from '@platform-product/backstage-plugin-common';
import { ServiceCatalog, VisibleServices } from '../catalog/ServiceCatalog';
import { LevelMove } from '../maturity/Levels';
import {
  ListServicesOptions,
  ServiceListStore,
} from '../services/ServiceListStore';
import { PortfolioService } from './PortfolioService';

const now = new Date('2026-06-01T12:00:00.000Z');
const credentials = mockCredentials.user('user:default/carl');
const refOf = (name: string) => `component:default/${name}`;
const nameOf = ({ entityRef }: { readonly entityRef: string }) =>
  entityRef.replace('component:default/', '');

const scored = (mean: number): OverallScore => ({
  roundId: '2026-Q1',
  n: 5,
  good: { share: 0.5, low: 0.25, high: 0.75 },
  mean: { mean, low: mean, high: mean },
});

type Item = Awaited<ReturnType<ServiceListStore['list']>>['items'][number];

const listed = (name: string, fields: Partial<Item> = {}): Item => ({
  entityRef: refOf(name),
  title: name,
  kind: 'component',
  asOf: new Date('2026-06-10T00:00:00.000Z'),
  level: 1,
  heldBackBy: [],
  ...fields,
});

/** Services that the database has in this order. */
function start(
  options: {
    readonly services?: readonly Item[];
    readonly visible?: VisibleServices;
    readonly summary?: Partial<
      Awaited<ReturnType<ServiceListStore['summarise']>>
    >;
    readonly moves?: readonly LevelMove[];
  } = {},
) {
  const { services = [], visible = 'all', moves = [] } = options;
  const asked: ListServicesOptions[] = [];
  const serviceList = {
    async list(listing: ListServicesOptions) {
      asked.push(listing);
      const { after, limit } = listing;
      const first = services.findIndex(
        ({ entityRef }) => entityRef === after?.entityRef,
      );
      const items = services.slice(first + 1, first + 1 + limit);
      const last = items.at(-1);
      const hasMore = first + 1 + items.length < services.length;
      return {
        items,
        totalItems: services.length,
        next:
          last && hasMore
            ? { value: last.title, entityRef: last.entityRef }
            : undefined,
      };
    },
    summarise: jest.fn(async () => ({
      owners: [],
      systems: [],
      kinds: [],
      ...options.summary,
    })),
  };
  const listMoves = jest.fn(async () => [...moves]);
  const getVisibleRefs = jest.fn(async () => visible);
  const portfolio = new PortfolioService({
    serviceList: serviceList as Partial<ServiceListStore> as ServiceListStore,
    services: { getVisibleRefs } as Partial<ServiceCatalog> as ServiceCatalog,
    levels: { listMoves },
    ladder: defaultLadder,
    now: () => now,
  });
  const query = (asks: Partial<PortfolioQuery>): PortfolioQuery => ({
    sort: 'title',
    order: 'asc',
    limit: 2,
    ...asks,
  });
  return {
    portfolio,
    asked,
    getVisibleRefs,
    summarise: serviceList.summarise,
    listMoves,
    list: (asks: Partial<PortfolioQuery> = {}) =>
      portfolio.list(query(asks), credentials),
    exportCsv: async (asks: Partial<PortfolioQuery> = {}) => {
      const { limit: _, cursor: __, ...rest } = query(asks);
      const text = await portfolio.exportCsv(rest, credentials);
      const [header, ...lines] = text.split('\r\n').slice(0, -1);
      expect(header).toMatch(/^entityRef,title,/);
      return lines.map(line => nameOf({ entityRef: line.split(',')[0] }));
    },
  };
}

const five = ['a', 'b', 'c', 'd', 'e'].map(name => listed(name));

describe('PortfolioService', () => {
  it('lists a page of what the caller may read', async () => {
    const { list, asked, getVisibleRefs } = start({
      services: five,
      visible: [refOf('a')],
    });
    const filters = { owner: ['group:default/x'], level: [1], atRisk: true };
    const first = await list(filters);
    expect(first.items.map(nameOf)).toEqual(['a', 'b']);
    expect(first.totalItems).toBe(5);
    const second = await list({
      ...filters,
      cursor: first.pageInfo.nextCursor,
    });
    expect(second.items.map(nameOf)).toEqual(['c', 'd']);
    const third = await list({
      ...filters,
      cursor: second.pageInfo.nextCursor,
    });
    expect(third.items.map(nameOf)).toEqual(['e']);
    expect(third.pageInfo.nextCursor).toBeUndefined();
    const same = {
      visible: [refOf('a')],
      filters: {
        owner: filters.owner,
        figures: { level: [1], atRiskUntil: true },
      },
      sort: 'title',
      order: 'asc',
      limit: 2,
    };
    expect(asked).toEqual([
      { ...same, after: undefined },
      { ...same, after: { value: 'b', entityRef: refOf('b') } },
      { ...same, after: { value: 'd', entityRef: refOf('d') } },
    ]);
    expect(getVisibleRefs).toHaveBeenCalledWith(credentials);
  });

  it('tells of a service what rooms say of it', async () => {
    const { list } = start({
      services: [listed('a', { level: 2, satisfaction: scored(3.5) })],
    });
    expect((await list()).items).toEqual([
      {
        entityRef: refOf('a'),
        title: 'a',
        kind: 'component',
        level: 2,
        heldBackBy: [],
        satisfaction: scored(3.5),
        asOf: '2026-06-10T00:00:00.000Z',
      },
    ]);
  });

  it.each([
    [{}, {}],
    [{ atRisk: false }, { atRiskUntil: false }],
    [{ level: [] }, { level: [] }],
  ])('asks for %j by figures', async (filters, figures) => {
    const { list, asked } = start();
    await list({ ...filters, text: 'x', sort: 'satisfaction' });
    expect(asked).toMatchObject([
      { filters: { text: 'x', figures }, sort: 'satisfaction' },
    ]);
    expect(Object.keys(asked[0].filters).sort()).toEqual(['figures', 'text']);
  });

  it('refuses a cursor of another order before it asks for anything', async () => {
    const { list, getVisibleRefs } = start({ services: five });
    const { pageInfo } = await list();
    getVisibleRefs.mockClear();
    await expect(
      list({ order: 'desc', cursor: pageInfo.nextCursor }),
    ).rejects.toMatchObject({ name: 'InputError' });
    await expect(
      list({ sort: 'satisfaction', cursor: pageInfo.nextCursor }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(getVisibleRefs).not.toHaveBeenCalled();
  });

  describe('the export', () => {
    it('holds what the list holds', async () => {
      const { exportCsv, asked, getVisibleRefs } = start({
        services: five,
        visible: [refOf('a')],
      });
      expect(
        await exportCsv({ sort: 'level', order: 'desc', text: 'x' }),
      ).toEqual([...'abcde']);
      expect(asked).toMatchObject([
        {
          visible: [refOf('a')],
          filters: { text: 'x', figures: {} },
          sort: 'level',
          order: 'desc',
        },
      ]);
      expect(getVisibleRefs).toHaveBeenCalledWith(credentials);
    });

    it.each([
      [5_000, 1],
      [5_001, 2],
    ])('of %i services takes %i queries', async (count, queries) => {
      const services = Array.from({ length: count }, (_, n) => listed(`s${n}`));
      const { exportCsv, asked } = start({ services });
      expect(await exportCsv()).toEqual(services.map(nameOf));
      expect(asked).toHaveLength(queries);
    });

    it('has its header also without services', async () => {
      expect(await start().exportCsv()).toEqual([]);
      expect(await start().exportCsv({ sort: 'satisfaction' })).toEqual([]);
    });
  });

  describe('the summary', () => {
    const move = (
      level: number,
      monthAgo: number | undefined,
      yearAgo: number | undefined,
      count: number,
      atRisk = 0,
    ) => ({ level, monthAgo, yearAgo, count, atRisk });

    it('counts levels now and a year ago, and who moved this month', async () => {
      const { portfolio } = start({
        summary: {
          owners: [{ value: 'group:default/x', count: 31 }],
          systems: [{ value: 'system:default/s', count: 2 }],
          kinds: [{ value: 'component', count: 31 }],
          asOf: new Date('2026-06-01T10:00:00.000Z'),
        },
        moves: [
          move(0, undefined, undefined, 1),
          move(1, 0, undefined, 2, 1),
          move(1, 1, 1, 4),
          move(2, 3, 1, 8, 3),
          move(3, 2, 2, 16),
        ],
      });
      const summary = await portfolio.summarise(credentials);
      expect(summary).toMatchObject({
        totalItems: 31,
        upThisMonth: 18,
        downThisMonth: 8,
        atRisk: 4,
        owners: [{ value: 'group:default/x', count: 31 }],
        systems: [{ value: 'system:default/s', count: 2 }],
        kinds: [{ value: 'component', count: 31 }],
        asOf: '2026-06-01T10:00:00.000Z',
      });
      expect(
        summary.levels.map(({ level, count, yearAgo }) => [
          level,
          count,
          yearAgo,
        ]),
      ).toEqual([
        [0, 1, 0],
        [1, 6, 12],
        [2, 8, 16],
        [3, 16, 0],
      ]);
      expect(summary.levels.map(({ name }) => name)).toEqual([
        'Not assessed',
        ...defaultLadder.levels.map(({ name }) => name),
      ]);
    });

    it('looks back by 30 and by 365 days, over what the caller may read', async () => {
      const { portfolio, summarise, listMoves, getVisibleRefs } = start({
        visible: [refOf('a')],
      });
      const summary = await portfolio.summarise(credentials);
      expect(summary).toMatchObject({ totalItems: 0, atRisk: 0 });
      expect(summary.asOf).toBeUndefined();
      expect(summarise).toHaveBeenCalledWith([refOf('a')]);
      expect(listMoves).toHaveBeenCalledWith({
        visible: [refOf('a')],
        monthAgo: new Date('2026-05-02T12:00:00.000Z'),
        yearAgo: new Date('2025-06-01T12:00:00.000Z'),
      });
      expect(getVisibleRefs).toHaveBeenCalledWith(credentials);
    });
  });
});
