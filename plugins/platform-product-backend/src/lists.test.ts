import { portfolioSorts } from '@platform-product/backstage-plugin-common';
import { databases } from './__testUtils__/databases';
import { asksPerWorld, readPages } from './__testUtils__/lists/ListModel';
import {
  operationsOnOneThing,
  operationsWithRows,
  pagedLists,
  pagedOperations,
  rowsForAll,
  usualSizes,
} from './__testUtils__/lists/listRoutes';
import { models } from './__testUtils__/lists/models';
import { parseCsv } from './__testUtils__/lists/parseCsv';
import { reader } from './__testUtils__/lists/scene';
import { Asked, Stage } from './__testUtils__/lists/Stage';

jest.setTimeout(300_000);

const numRuns = { SQLITE_3: 80, others: 25 };
const mostPerPage = 200;

const encode = (text: string) => Buffer.from(text).toString('base64url');

describe('lists of the API', () => {
  it('have a model each', () => {
    expect(
      [
        ...models.flatMap(({ operations }) => operations),
        ...operationsOnOneThing,
      ].sort(),
    ).toEqual([...operationsWithRows].sort());
  });

  it('are asked for with the cursors of all others, where they have any', () => {
    const asked = pagedLists.map(({ operation }) => operation);
    expect([...new Set(asked)].sort()).toEqual([...pagedOperations].sort());
    expect(Object.keys(usualSizes).sort()).toEqual([...pagedOperations].sort());
    expect(pagedLists.flatMap(({ query }) => query?.sort ?? [])).toEqual(
      portfolioSorts.flatMap(sort => [sort, sort]),
    );
  });
});

describe.each(databases.eachSupportedId())('lists on %s', id => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start(await databases.init(id));
  });
  afterAll(() => stage.stop());

  const ask = (asked: Asked, query: object) =>
    stage.ask({ ...asked, query: { ...asked.query, ...query } });

  it.each(
    models.map(model => [model.operations.join(' and '), model] as const),
  )('answer %s as a plain list would', async (_, model) => {
    const runs = id === 'SQLITE_3' ? numRuns.SQLITE_3 : numRuns.others;
    expect(await model.check(stage, runs)).toBe(runs * asksPerWorld);
  });

  it('refuse the cursors of all other lists', async () => {
    await stage.fill(rowsForAll(3));
    for (const asked of pagedLists) {
      const { body } = await ask(asked, { limit: 1 });
      const { nextCursor: cursor } = body.pageInfo as { nextCursor?: string };
      expect(cursor).toBeDefined();
      for (const other of pagedLists) {
        const { status, text } = await ask(other, { cursor });
        const isOwn = other === asked;
        expect([other, status, text.includes('query.cursor')]).toEqual([
          other,
          isOwn ? 200 : 400,
          !isOwn,
        ]);
      }
    }
  });

  it('refuse cursors that nobody made', async () => {
    const made = [
      ...['', ' ', 'nonsense', '0', '1', '-1', '0x10', '1e3', '🧨'],
      ...['1', '-1', '"', '[]', 'null', '1 x'].map(encode),
    ];
    for (const asked of pagedLists) {
      for (const cursor of made) {
        const { status } = await ask(asked, { cursor });
        expect([asked, cursor, status]).toEqual([asked, cursor, 400]);
      }
    }
  });

  it.each([
    ['level', 2 ** 31 - 1],
    ['level', 2 ** 31],
    ['levelSince', +new Date('0001-01-01T00:00:00Z')],
    ['levelSince', -210_866_803_200_001],
    ['atRiskUntil', +new Date('9999-12-31T00:00:00Z')],
    ['satisfaction', Number.MAX_SAFE_INTEGER],
  ])('never fail for a cursor that says %s %d', async (sort, value) => {
    const cursor = encode(JSON.stringify([sort, 'asc', value, 'x']));
    const { status } = await ask(
      { operation: 'listPortfolio', user: reader },
      { sort, cursor },
    );
    expect([200, 400]).toContain(status);
  });

  it('take from 1 to 200 rows for a page, and otherwise as many as is usual', async () => {
    await stage.fill(rowsForAll(mostPerPage + 1));
    const sizes = async (asked: Asked, query: object) => {
      const { status, body } = await ask(asked, query);
      const { items, totalItems } = body as {
        items?: readonly unknown[];
        totalItems?: number;
      };
      return [status, items?.length, totalItems];
    };
    const refused = [400, undefined, undefined];
    const ofAll = (size?: number) => [200, size, mostPerPage + 1];
    for (const asked of pagedLists) {
      for (const limit of ['0', '201', '-1', '1.5', 'x', '', '1e999']) {
        expect(await sizes(asked, { limit })).toEqual(refused);
      }
      expect(await sizes(asked, { limit: 1 })).toEqual(ofAll(1));
      expect(await sizes(asked, { limit: 200 })).toEqual(ofAll(200));
      expect(await sizes(asked, {})).toEqual(
        ofAll(usualSizes[asked.operation]),
      );
      const pages = await readPages(stage, asked, mostPerPage);
      expect(pages.map(page => (page.items as unknown[]).length)).toEqual([
        200, 1,
      ]);
    }
  });

  it('show the first ones alone where there are no pages', async () => {
    await stage.fill(rowsForAll(101));
    const at = async (operation: 'getHome' | 'getMyReviews') =>
      (await stage.ask({ operation, user: reader })).body;
    const home = await at('getHome');
    expect(home).toMatchObject({ totalServices: 101, totalRatings: 54 });
    expect(home.services).toHaveLength(50);
    expect(home.ratings).toHaveLength(50);
    const hundred = rowsForAll(100).reviewers_requests.map(
      ({ id: own }) => own,
    );
    const { asked, requested } = await at('getMyReviews');
    for (const list of [asked, requested] as Array<Array<{ id: string }>>) {
      expect(list.map(request => request.id)).toEqual(hundred);
    }
  });

  it('take up to twenty alternatives of a filter', async () => {
    const levels = (count: number) =>
      ask(
        { operation: 'listPortfolio', user: reader },
        { level: Array.from({ length: count }, (_, n) => n) },
      );
    expect((await levels(20)).body.totalItems).toBe(101);
    expect((await levels(21)).status).toBe(400);
  });

  it('know no cursor and no limit of a whole file', async () => {
    for (const query of [{ limit: 1 }, { cursor: 'x' }, { status: 'open' }]) {
      const { status } = await ask(
        { operation: 'exportPortfolio', user: reader },
        query,
      );
      expect(status).toBe(400);
    }
  });
});

describe('the export of a large catalog', () => {
  it('holds every service once', async () => {
    const count = 5001;
    const stage = await Stage.start(await databases.init('SQLITE_3'));
    const { services: rows, service_figures: figures } = rowsForAll(count);
    await stage.fill({ services: rows, service_figures: figures });
    for (const sort of ['title', 'satisfaction']) {
      const { text } = await stage.ask({
        operation: 'exportPortfolio',
        user: reader,
        query: { sort },
      });
      expect(parseCsv(text).map(({ entityRef }) => entityRef)).toEqual(
        rows.map(row => row.entity_ref).sort(),
      );
    }
    await stage.stop();
  });
});
