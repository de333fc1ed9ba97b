import { Knex } from 'knex';
import { assessedService } from '../__testUtils__/assessedService';
import { databases } from '../__testUtils__/databases';
import { clearMaturity } from '../__testUtils__/startMaturityRoom';
import { migrationsDirectory } from '../database/connectDatabase';
import { DatabaseServiceListStore } from './DatabaseServiceListStore';
import { AssessedService } from './MaturityStore';
import { ListServicesOptions } from './ServiceListStore';
import { toServiceRow } from './serviceRows';

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
      knex('maturity_services').insert(services.map(toServiceRow));

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

    it.each<[ListServicesOptions['sort'], string]>([
      ['title', 'dcba'],
      // Whoever has no owner comes first.
      ['owner', 'bcad'],
      ['level', 'cdab'],
      ['levelSince', 'bdac'],
      // Whoever isn't at risk comes last; of these, by ref.
      ['atRiskUntil', 'cabd'],
    ])('puts services in order by %s', async (sort, order) => {
      await add(...four);
      expect((await names({ sort })).join('')).toBe(order);
      const backwards = [...order].reverse().join('');
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

    it('answers with services as they were assessed', async () => {
      await add(...four);
      expect((await list({ limit: 1 })).items).toEqual([four[3]]);
    });

    it('leaves out what is gone, and what a caller may not read', async () => {
      await add(...four);
      await knex('maturity_services')
        .where({ entity_ref: refOf('b') })
        .update({ gone_at: day(9) });
      expect(await names()).toEqual(['d', 'c', 'a']);
      const visible = [refOf('a'), refOf('b'), refOf('nothing')];
      expect(await list({ visible })).toMatchObject({
        items: [{ entityRef: refOf('a') }],
        totalItems: 1,
      });
      expect(await store.listRefs({ visible, filters: {} })).toEqual([
        refOf('a'),
      ]);
      expect(await list({ visible: [] })).toEqual({ items: [], totalItems: 0 });
      expect(await store.listGroups(visible)).toEqual([
        { entityRef: refOf('a'), owner: 'group:default/x' },
      ]);
    });

    it.each<[string, ListServicesOptions['filters'], string]>([
      ['one level', { level: [0] }, 'c'],
      ['several levels', { level: [1, 3] }, 'db'],
      ['no level at all', { level: [] }, ''],
      ['an owner', { owner: ['group:default/x'] }, 'a'],
      ['a kind', { kind: ['api'] }, ''],
      ['its own kind', { kind: ['component'] }, 'dcba'],
      ['a system', { system: ['system:default/s'] }, ''],
      ['being at risk', { atRisk: true }, 'ca'],
      ['not being at risk', { atRisk: false }, 'db'],
      ['two things at once', { atRisk: true, level: [2, 3] }, 'a'],
      ['a part of the title, in any case', { text: 'HARL' }, 'b'],
      ['a part of the ref', { text: 'default/C' }, 'c'],
      ['no text', { text: '' }, 'dcba'],
    ])('finds by %s', async (_, filters, expected) => {
      await add(...four);
      const found = await list({ filters });
      expect(found.totalItems).toBe(expected.length);
      expect((await names({ filters })).join('')).toBe(expected);
      expect(await store.listRefs({ visible: 'all', filters })).toEqual(
        [...expected].map(refOf),
      );
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

    it('has all of some services, in the order asked for, also of many', async () => {
      const many = Array.from({ length: 1000 }, (_, n) =>
        assessedService(`s${n}`),
      );
      for (let start = 0; start < many.length; start += 100) {
        await add(...many.slice(start, start + 100));
      }
      const wanted = [
        refOf('nothing'),
        ...many.map(({ entityRef }) => entityRef).reverse(),
      ];
      const found = await store.getAll(wanted);
      expect(found.map(({ entityRef }) => entityRef)).toEqual(wanted.slice(1));
      expect(await store.getAll([])).toEqual([]);
    });

    describe('its sums', () => {
      const came = (
        name: string,
        ...levels: ReadonlyArray<readonly [Date, number]>
      ) =>
        knex('maturity_history').insert(
          levels.map(([at, level]) => ({
            entity_ref: refOf(name),
            at,
            from_level: 0,
            to_level: level,
            level_without_waivers: level,
            at_risk: null,
            reason: 'evidence',
            causes: '[]',
            ladder_version: 'x',
          })),
        );

      const summarise = (visible: ListServicesOptions['visible'] = 'all') =>
        store.summarise({ visible, monthAgo: day(20), yearAgo: day(10) });

      it('say who went from where to where', async () => {
        await add(
          assessedService('a', { level: 3, atRisk: riskUntil(day(30)) }),
          assessedService('b', { level: 3 }),
          assessedService('c', { level: 1 }),
        );
        // Exactly then counts; a moment later does not.
        await came('a', [day(10), 1], [day(20), 2]);
        await came('b', [new Date(+day(10) + 1), 1], [day(15), 2]);
        await came('b', [new Date(+day(20) + 1), 3]);
        const { moves } = await summarise();
        expect(moves).toHaveLength(3);
        expect(moves).toEqual(
          expect.arrayContaining([
            { level: 3, monthAgo: 2, yearAgo: 1, count: 1, atRisk: 1 },
            { level: 3, monthAgo: 2, yearAgo: undefined, count: 1, atRisk: 0 },
            {
              level: 1,
              monthAgo: undefined,
              yearAgo: undefined,
              count: 1,
              atRisk: 0,
            },
          ]),
        );
      });

      it('take the last of what happened at the same moment', async () => {
        await add(assessedService('a'), assessedService('b'));
        await came('a', [day(5), 2], [day(5), 3]);
        await came('b', [day(5), 3]);
        expect((await summarise()).moves).toEqual([
          { level: 1, monthAgo: 3, yearAgo: 3, count: 2, atRisk: 0 },
        ]);
      });

      it('count owners, systems and kinds of what a caller may read', async () => {
        await add(
          assessedService('a', {
            owner: 'group:default/y',
            assessedAt: day(12),
          }),
          assessedService('b', {
            owner: 'group:default/x',
            assessedAt: day(11),
          }),
          assessedService('c', {
            owner: 'group:default/y',
            system: 'system:default/s',
            kind: 'api',
            level: 2,
            assessedAt: day(13),
          }),
          assessedService('d', {
            owner: 'group:default/z',
            assessedAt: day(1),
          }),
        );
        await knex('maturity_services')
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
          oldestAssessment: day(11),
        });
        expect(await summarise([refOf('a'), refOf('d')])).toMatchObject({
          moves: [{ count: 1 }],
          owners: [{ value: 'group:default/y', count: 1 }],
          systems: [],
          kinds: [{ value: 'component', count: 1 }],
          oldestAssessment: day(12),
        });
      });

      it('are empty where there is nothing', async () => {
        expect(await summarise()).toEqual({
          moves: [],
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
