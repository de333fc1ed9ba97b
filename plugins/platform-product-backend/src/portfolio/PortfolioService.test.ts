import { mockCredentials } from '@backstage/backend-test-utils';
import {
  defaultLadder,
  OverallScore,
  PortfolioQuery,
} from '@platform-product/backstage-plugin-common';
import { assessedService } from '../__testUtils__/assessedService';
import { ServiceCatalog, VisibleServices } from '../catalog/ServiceCatalog';
import { AssessedService } from '../maturity/MaturityStore';
import {
  ListServicesOptions,
  ServiceListStore,
  ServiceSummary,
} from '../maturity/ServiceListStore';
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

/** Services that the database has in this order, with the scores of some. */
function start(
  options: {
    readonly services?: readonly AssessedService[];
    readonly scores?: Readonly<Record<string, number>>;
    readonly visible?: VisibleServices;
    readonly summary?: Partial<ServiceSummary>;
  } = {},
) {
  const { services = [], scores = {}, visible = 'all' } = options;
  const asked: ListServicesOptions[] = [];
  const store: ServiceListStore = {
    async list(listing) {
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
    async listRefs(listing) {
      asked.push(listing as ListServicesOptions);
      return services.map(({ entityRef }) => entityRef);
    },
    async getAll(entityRefs) {
      return entityRefs.flatMap(
        ref => services.find(({ entityRef }) => entityRef === ref) ?? [],
      );
    },
    summarise: jest.fn(async () => ({
      moves: [],
      owners: [],
      systems: [],
      kinds: [],
      ...options.summary,
    })),
    listGroups: async () => [],
  };
  const scoredRefs: string[][] = [];
  const getVisibleRefs = jest.fn(async () => visible);
  const portfolio = new PortfolioService({
    services: store,
    scores: {
      async listOverall(entityRefs) {
        scoredRefs.push([...entityRefs]);
        return new Map(
          entityRefs
            .filter(ref => nameOf({ entityRef: ref }) in scores)
            .map(ref => [ref, scored(scores[nameOf({ entityRef: ref })])]),
        );
      },
    },
    catalog: { getVisibleRefs } as Partial<ServiceCatalog> as ServiceCatalog,
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
    scoredRefs,
    getVisibleRefs,
    summariseCalls: store.summarise as jest.Mock,
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

const five = ['a', 'b', 'c', 'd', 'e'].map(name => assessedService(name));

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
      filters,
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

  it('asks for scores of the services on the page, and no others', async () => {
    const { list, scoredRefs } = start({ services: five, scores: { b: 4 } });
    const { items } = await list();
    expect(scoredRefs).toEqual([[refOf('a'), refOf('b')]]);
    expect(items.map(({ satisfaction }) => satisfaction)).toEqual([
      undefined,
      scored(4),
    ]);
  });

  it('tells of a service what is known', async () => {
    const atRisk = {
      until: '2026-07-01T00:00:00.000Z',
      fallsTo: 1,
      criteria: ['guide'],
    };
    const { list } = start({
      services: [
        assessedService('a', {
          owner: 'group:default/x',
          system: 'system:default/s',
          level: 2,
          levelWithoutWaivers: 1,
          declaredLevel: 3,
          atRisk,
          heldBackBy: ['timely-review', 'guide'],
        }),
        assessedService('b', { heldBackBy: ['not in this ladder'] }),
      ],
      scores: { a: 3.5 },
    });
    const { items } = await list();
    expect(items).toEqual([
      {
        entityRef: refOf('a'),
        title: 'a',
        kind: 'component',
        owner: 'group:default/x',
        system: 'system:default/s',
        level: 2,
        levelWithoutWaivers: 1,
        declaredLevel: 3,
        atRisk,
        atRiskUntil: atRisk.until,
        heldBackBy: ['timely-review', 'guide'],
        heldBackByTitle: defaultLadder.criteria.find(
          ({ id }) => id === 'timely-review',
        )?.title,
        levelSince: '2026-06-01T00:00:00.000Z',
        satisfaction: scored(3.5),
        asOf: '2026-06-10T00:00:00.000Z',
      },
      {
        entityRef: refOf('b'),
        title: 'b',
        kind: 'component',
        level: 1,
        levelWithoutWaivers: 1,
        heldBackBy: ['not in this ladder'],
        levelSince: '2026-06-01T00:00:00.000Z',
        asOf: '2026-06-10T00:00:00.000Z',
      },
    ]);
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

  describe('by satisfaction', () => {
    // b and d are equal; a and e have no score.
    const scores = { b: 3, c: 5, d: 3 };

    it.each([
      ['asc', 'bdcae'],
      ['desc', 'cbdae'],
    ] as const)(
      'goes %s, with those that have none at the end',
      async (order, expected) => {
        const { list } = start({ services: five, scores });
        const whole = await list({ sort: 'satisfaction', order, limit: 5 });
        expect(whole.items.map(nameOf).join('')).toBe(expected);
        expect(whole.totalItems).toBe(5);
        expect(whole.pageInfo.nextCursor).toBeUndefined();
        expect(whole.items.map(({ satisfaction }) => satisfaction)).toEqual(
          [...expected].map(name =>
            name in scores ? scored(scores[name as 'b']) : undefined,
          ),
        );
      },
    );

    it('goes on after each page', async () => {
      const { list, asked } = start({
        services: five,
        scores,
        visible: five.map(({ entityRef }) => entityRef),
      });
      const found: string[] = [];
      const pages: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({
          sort: 'satisfaction',
          order: 'desc',
          kind: ['component'],
          cursor,
        });
        found.push(...page.items.map(nameOf));
        pages.push(page.items.length);
        expect(page.totalItems).toBe(5);
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(found.join('')).toBe('cbdae');
      expect(pages).toEqual([2, 2, 1]);
      expect(asked[0]).toEqual({
        visible: five.map(({ entityRef }) => entityRef),
        filters: { kind: ['component'] },
      });
    });

    it('is empty where there is nothing', async () => {
      const { list } = start();
      expect(await list({ sort: 'satisfaction' })).toEqual({
        items: [],
        totalItems: 0,
        pageInfo: {},
      });
    });

    it('is exported in the same order', async () => {
      const { exportCsv, asked, getVisibleRefs } = start({
        services: five,
        scores,
        visible: [refOf('a')],
      });
      expect(
        await exportCsv({ sort: 'satisfaction', order: 'desc', level: [1] }),
      ).toEqual([...'cbdae']);
      expect(asked).toEqual([
        { visible: [refOf('a')], filters: { level: [1] } },
      ]);
      expect(getVisibleRefs).toHaveBeenCalledWith(credentials);
    });
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
          filters: { text: 'x' },
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
      const services = Array.from({ length: count }, (_, n) =>
        assessedService(`s${n}`),
      );
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
          moves: [
            move(0, undefined, undefined, 1),
            move(1, 0, undefined, 2, 1),
            move(1, 1, 1, 4),
            move(2, 3, 1, 8, 3),
            move(3, 2, 2, 16),
          ],
          owners: [{ value: 'group:default/x', count: 31 }],
          systems: [{ value: 'system:default/s', count: 2 }],
          kinds: [{ value: 'component', count: 31 }],
          oldestAssessment: new Date('2026-06-01T10:00:00.000Z'),
        },
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
      const { portfolio, summariseCalls, getVisibleRefs } = start({
        visible: [refOf('a')],
      });
      const summary = await portfolio.summarise(credentials);
      expect(summary).toMatchObject({ totalItems: 0, atRisk: 0 });
      expect(summary.asOf).toBeUndefined();
      expect(summariseCalls).toHaveBeenCalledWith({
        visible: [refOf('a')],
        monthAgo: new Date('2026-05-02T12:00:00.000Z'),
        yearAgo: new Date('2025-06-01T12:00:00.000Z'),
      });
      expect(getVisibleRefs).toHaveBeenCalledWith(credentials);
    });
  });
});
