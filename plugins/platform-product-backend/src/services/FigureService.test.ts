import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { assessedService } from '../__testUtils__/assessedService';
import { writeAssessed } from '../__testUtils__/assessedRows';
import { clearMaturity } from '../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../database/prepareDatabase';
import { DatabaseServiceListStore } from './DatabaseServiceListStore';
import { Figure, FigureSource } from './Figure';
import { FigureService } from './FigureService';

jest.setTimeout(60_000);

const refOf = (name: string | number) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('FigureService on %s', id => {
  let knex: Knex;
  let serviceList: DatabaseServiceListStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    serviceList = new DatabaseServiceListStore(knex);
  });
  beforeEach(() => clearMaturity(knex));

  const logger = mockServices.logger.mock();
  const create = () => new FigureService({ knex, serviceList, logger });
  const { signal } = new AbortController();

  const figure = (name: string | number, value: number): Figure => ({
    entityRef: refOf(name),
    figure: 'satisfaction',
    value,
    content: { heldBackByTitle: `${value}` },
  });

  /** A room whose figures are those of a map, by name. */
  function createSource(values: Map<string | number, number>) {
    const asked: string[][] = [];
    const source: FigureSource = {
      figures: ['satisfaction'],
      async find(entityRefs) {
        asked.push([...entityRefs]);
        return [...values]
          .map(([name, value]) => figure(name, value))
          .filter(({ entityRef }) => entityRefs.includes(entityRef));
      },
    };
    return { source, asked };
  }

  const kept = async () =>
    new Map(
      (await knex('service_figures').where({ figure: 'satisfaction' })).map(
        row => [row.entity_ref.replace('component:default/', ''), row.value],
      ),
    );

  it('writes what is out of date, takes away what is gone, and no more', async () => {
    const values = new Map([
      ['a', 1],
      ['b', 2.123456789012345],
    ]);
    const { source } = createSource(values);
    const refs = ['a', 'b', 'c'].map(refOf);
    expect(await create().refresh(source, refs)).toBe(2);
    expect(await kept()).toEqual(values);
    expect(await create().refresh(source, refs)).toBe(0);
    values.delete('a');
    values.set('c', 3);
    expect(await create().refresh(source, refs)).toBe(2);
    expect(await kept()).toEqual(values);
    // Only those that are asked for.
    values.clear();
    expect(await create().refresh(source, [refOf('b')])).toBe(1);
    expect(await kept()).toEqual(new Map([['c', 3]]));
    expect(await create().refresh(source, [])).toBe(0);
  });

  it('keeps what a room writes between its look and its writing', async () => {
    const values = new Map([['a', 1]]);
    const { source } = createSource(values);
    const { find } = source;
    let isFirst = true;
    const racing: FigureSource = {
      ...source,
      async find(refs) {
        const found = await find(refs);
        if (isFirst) {
          isFirst = false;
          values.set('a', 2);
          await serviceList.saveFigures(knex, {
            figures: ['satisfaction'],
            entityRefs: [refOf('a')],
            found: [figure('a', 2)],
          });
        }
        return found;
      },
    };
    await create().refresh(racing, [refOf('a')]);
    expect(await kept()).toEqual(values);
  });

  it('makes all of them again, page by page, and says so once', async () => {
    const names = Array.from({ length: 501 }, (_, n) => n);
    await writeAssessed(
      knex,
      names.map(n => assessedService(`${n}`)),
    );
    const { source, asked } = createSource(
      new Map([
        [7, 1],
        [500, 2],
      ]),
    );
    logger.info.mockClear();
    await create().rebuild([source], signal);
    expect(await kept()).toEqual(
      new Map([
        ['7', 1],
        ['500', 2],
      ]),
    );
    expect(new Set(asked.flat()).size).toBe(501);
    expect(Math.max(...asked.map(refs => refs.length))).toBe(500);
    expect(logger.info.mock.calls).toEqual([
      ['Figures of services were out of date', { changed: 2 }],
    ]);
    logger.info.mockClear();
    await create().rebuild([source], signal);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('stops when it is told to', async () => {
    await writeAssessed(knex, [assessedService('a')]);
    const { source, asked } = createSource(new Map());
    await expect(
      create().rebuild([source], AbortSignal.abort()),
    ).rejects.toThrow('aborted');
    expect(asked).toEqual([]);
  });
});
