import { Knex } from 'knex';
import { assessedService } from '../__testUtils__/assessedService';
import { writeAssessed } from '../__testUtils__/assessedRows';
import { databases } from '../__testUtils__/databases';
import { clearMaturity } from '../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../database/prepareDatabase';
import { DatabaseServiceListStore } from './DatabaseServiceListStore';
import { AssessedService } from '../maturity/assessment/MaturityStore';
import { Figure } from './Figure';
import { ListServicesOptions } from './ServiceListStore';

jest.setTimeout(60_000);

const day = (date: number) => new Date(Date.UTC(2026, 5, date));

const refOf = (name: string) => `component:default/${name}`;

const riskUntil = (until: Date): AssessedService['atRisk'] => ({
  until: until.toISOString(),
  fallsTo: 0,
  criteria: [],
});

describe.each(databases.eachSupportedId())(
  'DatabaseServiceListStore on %s',
  id => {
    let knex: Knex;
    let store: DatabaseServiceListStore;

    beforeAll(async () => {
      knex = await databases.init(id);
      await knex.migrate.latest({ directory: migrationsDirectory });
      store = new DatabaseServiceListStore(knex);
    });

    beforeEach(() => clearMaturity(knex));

    const add = (...services: AssessedService[]) =>
      writeAssessed(knex, services);

    const list = (options: Partial<ListServicesOptions> = {}) =>
      store.list({
        visible: 'all',
        filters: {},
        sort: 'title',
        order: 'asc',
        limit: 100,
        ...options,
      });

    const names = async (options: Partial<ListServicesOptions> = {}) =>
      (await list(options)).items.map(({ entityRef }) =>
        entityRef.replace('component:default/', ''),
      );

    const four = [
      assessedService('a', {
        title: 'delta',
        owner: 'group:default/x',
        level: 2,
        levelSince: day(3),
        atRisk: riskUntil(day(20)),
      }),
      assessedService('b', { title: 'Charlie', level: 3, levelSince: day(1) }),
      assessedService('c', {
        title: 'bravo',
        owner: 'group:default/w',
        level: 0,
        levelSince: day(4),
        atRisk: riskUntil(day(15)),
      }),
      assessedService('d', {
        title: 'Alpha',
        owner: 'group:default/y',
        level: 1,
        levelSince: day(2),
      }),
    ];

    it.each<[ListServicesOptions['sort'], string, string]>([
      ['title', 'dcba', 'abcd'],
      // Whoever has no owner comes first.
      ['owner', 'bcad', 'dacb'],
      ['level', 'cdab', 'badc'],
      ['levelSince', 'bdac', 'cadb'],
      // Whoever isn't at risk comes last; of these, by title.
      ['atRiskUntil', 'cadb', 'acdb'],
      ['nothing that anybody has', 'dcba', 'dcba'],
    ])('puts services in order by %s', async (sort, order, backwards) => {
      await add(...four);
      expect((await names({ sort })).join('')).toBe(order);
      expect((await names({ sort, order: 'desc' })).join('')).toBe(backwards);
    });

    it.each(['title', 'owner', 'level', 'levelSince', 'atRiskUntil'] as const)(
      'goes through all pages by %s, also among equals',
      async sort => {
        const equals = ['e', 'f', 'g'].map(name =>
          assessedService(name, { title: 'same', levelSince: day(1) }),
        );
        await add(...four, ...equals);
        for (const order of ['asc', 'desc'] as const) {
          const whole = await names({ sort, order });
          expect(whole).toHaveLength(7);
          const found: string[] = [];
          let after: ListServicesOptions['after'];
          let pages = 0;
          do {
            const page = await list({ sort, order, limit: 2, after });
            expect(page.totalItems).toBe(7);
            found.push(...page.items.map(item => item.entityRef));
            after = page.next;
            pages++;
          } while (after);
          expect(pages).toBe(4);
          expect(found).toEqual(whole.map(refOf));
        }
      },
    );

    it('has no next page where the last one is full', async () => {
      await add(...four);
      expect((await list({ limit: 4 })).next).toBeUndefined();
      expect((await list({ limit: 3 })).next).toEqual({
        value: 'charlie',
        entityRef: refOf('b'),
      });
    });

    it('answers with services and what rooms say of them', async () => {
      await add(...four);
      expect((await list({ limit: 1 })).items).toEqual([
        {
          entityRef: refOf('d'),
          title: 'Alpha',
          kind: 'component',
          owner: 'group:default/y',
          asOf: four[3].asOf,
          level: 1,
          levelWithoutWaivers: 1,
          measuredLevel: 1,
          heldBackBy: [],
          levelSince: day(2).toISOString(),
        },
      ]);
    });

    it('leaves out what is gone, and what a caller may not read', async () => {
      await add(...four);
      await knex('services')
        .where({ entity_ref: refOf('b') })
        .update({ gone_at: day(9) });
      expect(await names()).toEqual(['d', 'c', 'a']);
      const visible = [refOf('a'), refOf('b'), refOf('nothing')];
      expect(await list({ visible })).toMatchObject({
        items: [{ entityRef: refOf('a') }],
        totalItems: 1,
      });
      expect(await list({ visible: [] })).toEqual({ items: [], totalItems: 0 });
      expect(await store.listGroups(visible)).toEqual([
        { entityRef: refOf('a'), owner: 'group:default/x' },
      ]);
    });

    it.each<[string, ListServicesOptions['filters'], string]>([
      ['one level', { figures: { level: [0] } }, 'c'],
      ['several levels', { figures: { level: [1, 3] } }, 'db'],
      ['no level at all', { figures: { level: [] } }, ''],
      ['an owner', { owner: ['group:default/x'] }, 'a'],
      ['a kind', { kind: ['api'] }, ''],
      ['its own kind', { kind: ['component'] }, 'dcba'],
      ['a system', { system: ['system:default/s'] }, ''],
      ['being at risk', { figures: { atRiskUntil: true } }, 'ca'],
      ['not being at risk', { figures: { atRiskUntil: false } }, 'db'],
      [
        'two things at once',
        { figures: { atRiskUntil: true, level: [2, 3] } },
        'a',
      ],
      ['a part of the title, in any case', { text: 'HARL' }, 'b'],
      ['a part of the ref', { text: 'default/C' }, 'c'],
      ['no text', { text: '' }, 'dcba'],
    ])('finds by %s', async (_, filters, expected) => {
      await add(...four);
      const found = await list({ filters });
      expect(found.totalItems).toBe(expected.length);
      expect((await names({ filters })).join('')).toBe(expected);
    });

    it.each<[boolean | number[], ListServicesOptions['sort'], string]>([
      [true, 'atRiskUntil', 'ca'],
      [false, 'atRiskUntil', 'db'],
      [true, 'level', 'ca'],
      [[3], 'level', 'b'],
      [[], 'level', ''],
    ])('filters by %j what it sorts by %s', async (wanted, sort, expected) => {
      await add(...four);
      const figure = Array.isArray(wanted) ? 'level' : 'atRiskUntil';
      const filters = { figures: { [figure]: wanted } };
      const found = await list({ sort, filters, limit: expected.length || 1 });
      expect(found).toMatchObject({ totalItems: expected.length });
      expect(found.next).toBeUndefined();
      expect((await names({ sort, filters })).join('')).toBe(expected);
    });

    it('takes what it is given by the letter', async () => {
      await add(
        assessedService('a', { title: '100 %' }),
        assessedService('b', { title: '100_a' }),
        assessedService('c', { title: 'c:\\d' }),
        assessedService('d', { title: 'ÉCLAIR' }),
      );
      const find = async (text: string) =>
        (await names({ filters: { text } })).join('');
      expect(await find('%')).toBe('a');
      expect(await find('_')).toBe('b');
      expect(await find('\\')).toBe('c');
      expect(await find('éclair')).toBe('d');
      expect(await find('Éclair')).toBe('d');
      expect(await find("'")).toBe('');
    });

    it('knows the titles of those that are listed, also of many', async () => {
      const many = Array.from({ length: 1000 }, (_, n) =>
        assessedService(`s${n}`, { title: `Service ${n}` }),
      );
      await add(...many);
      await knex('services')
        .where({ entity_ref: refOf('s7') })
        .update({ gone_at: day(9) });
      const wanted = [refOf('nothing'), ...many.map(item => item.entityRef)];
      const titles = await store.getTitles(wanted);
      expect(titles.size).toBe(999);
      expect(titles.get(refOf('s999'))).toBe('Service 999');
      expect(await store.getTitles([])).toEqual(new Map());
    });

    describe('its figures', () => {
      const figure = (name: string, value: number): Figure => ({
        entityRef: refOf(name),
        figure: 'satisfaction',
        value,
        content: { heldBackByTitle: `by ${value}` },
      });
      const save = (of: string, ...found: Figure[]) =>
        store.saveFigures(knex, {
          figures: ['satisfaction'],
          entityRefs: [...of].map(refOf),
          found,
        });
      const kept = async () =>
        (await store.listFigures(['satisfaction'], [...'abcd'].map(refOf))).map(
          ({ entityRef, value }) => [
            entityRef.replace('component:default/', ''),
            value,
          ],
        );

      it('take the place of those that were there, and of no others', async () => {
        await add(...four);
        await save('abc', figure('a', 3.25), figure('b', 4), figure('c', 5));
        expect(await kept()).toEqual([
          ['a', 3.25],
          ['b', 4],
          ['c', 5],
        ]);
        await save('ab', figure('b', 1));
        expect(await kept()).toEqual([
          ['b', 1],
          ['c', 5],
        ]);
        await save('');
        expect(await kept()).toHaveLength(2);
        // Those of other rooms stay.
        expect((await list({ sort: 'level' })).items[0].level).toBe(0);
      });

      it('sort and show services, with equals by ref', async () => {
        await add(...four);
        await save('abc', figure('a', 4), figure('b', 2), figure('c', 4));
        const asked = { sort: 'satisfaction', limit: 1 } as const;
        for (const [order, expected] of [
          ['asc', 'bacd'],
          ['desc', 'cabd'],
        ] as const) {
          expect((await names({ sort: 'satisfaction', order })).join('')).toBe(
            expected,
          );
          const found: string[] = [];
          let after: ListServicesOptions['after'];
          do {
            const page = await list({ ...asked, order, after });
            found.push(page.items[0].entityRef);
            after = page.next;
          } while (after);
          expect(found).toEqual([...expected].map(refOf));
        }
        const { items } = await list({ sort: 'satisfaction' });
        expect(items.map(({ heldBackByTitle }) => heldBackByTitle)).toEqual([
          'by 2',
          'by 4',
          'by 4',
          undefined,
        ]);
      });
    });

    describe('who is gone', () => {
      const at = (hour: number) => new Date(+day(10) + hour * 3_600_000);

      it('is who was not seen since, once', async () => {
        await knex.transaction(transaction =>
          store.save(transaction, [
            { ...assessedService('a'), asOf: at(1) },
            { ...assessedService('b'), asOf: at(1) },
            { ...assessedService('c'), asOf: at(3) },
          ]),
        );
        await store.noteSeen([refOf('b')], at(3));
        expect(await store.markGone(at(2), at(4))).toBe(1);
        expect(await store.markGone(at(2), at(5))).toBe(0);
        expect(await names()).toEqual(['b', 'c']);
        // What could not be assessed is as old as it was.
        expect((await store.summarise('all')).asOf).toEqual(at(1));
        const goneBefore = (moment: Date) =>
          knex.transaction(transaction => store.lockGone(transaction, moment));
        expect(await goneBefore(at(4))).toEqual([]);
        expect(await goneBefore(at(4.1))).toEqual([refOf('a')]);
        await knex.transaction(transaction =>
          store.save(transaction, [{ ...assessedService('a'), asOf: at(6) }]),
        );
        expect(await names()).toEqual(['a', 'b', 'c']);
        expect(await goneBefore(at(9))).toEqual([]);
      });
    });

    it('goes through all services by ref, gone or not', async () => {
      await add(...four);
      await knex('services').update({ gone_at: day(9) });
      const refs = (after: string, limit: number) =>
        store.listRefs({ after, limit });
      expect(await refs('', 3)).toEqual(['a', 'b', 'c'].map(refOf));
      expect(await refs(refOf('c'), 3)).toEqual([refOf('d')]);
      expect(await refs(refOf('d'), 3)).toEqual([]);
    });

    describe('its sums', () => {
      const summarise = (visible: ListServicesOptions['visible'] = 'all') =>
        store.summarise(visible);

      it('count owners, systems and kinds of what a caller may read', async () => {
        await add(
          assessedService('a', {
            owner: 'group:default/y',
            asOf: day(12),
          }),
          assessedService('b', {
            owner: 'group:default/x',
            asOf: day(11),
          }),
          assessedService('c', {
            owner: 'group:default/y',
            system: 'system:default/s',
            kind: 'api',
            level: 2,
            asOf: day(13),
          }),
          assessedService('d', {
            owner: 'group:default/z',
            asOf: day(1),
          }),
        );
        await knex('services')
          .where({ entity_ref: refOf('d') })
          .update({ gone_at: day(9) });
        expect(await summarise()).toMatchObject({
          owners: [
            { value: 'group:default/x', count: 1 },
            { value: 'group:default/y', count: 2 },
          ],
          systems: [{ value: 'system:default/s', count: 1 }],
          kinds: [
            { value: 'api', count: 1 },
            { value: 'component', count: 2 },
          ],
          asOf: day(11),
        });
        expect(await summarise([refOf('a'), refOf('d')])).toMatchObject({
          owners: [{ value: 'group:default/y', count: 1 }],
          systems: [],
          kinds: [{ value: 'component', count: 1 }],
          asOf: day(12),
        });
      });

      it('are empty where there is nothing', async () => {
        expect(await summarise()).toEqual({
          owners: [],
          systems: [],
          kinds: [],
        });
      });
    });

    it('says what services are part of', async () => {
      await add(
        assessedService('a', {
          owner: 'group:default/x',
          system: 'system:default/s',
        }),
        assessedService('b'),
      );
      const groups = await store.listGroups('all');
      expect(groups).toHaveLength(2);
      expect(groups).toEqual(
        expect.arrayContaining([
          {
            entityRef: refOf('a'),
            owner: 'group:default/x',
            system: 'system:default/s',
          },
          { entityRef: refOf('b') },
        ]),
      );
    });
  },
);
