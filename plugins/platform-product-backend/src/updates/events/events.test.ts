import { randomUUID } from 'crypto';
import { Entity } from '@backstage/catalog-model';
import {
  AnyRouteDefinition,
  NewEventSent,
  OccurrenceChange,
  RouteInput,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import {
  eventRoutes,
  peopleRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { EventRecord } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { databases } from '../../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { DatabaseClock } from '../../database/DatabaseClock';
import { EventImporter } from './EventImporter';

jest.setTimeout(60_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const pia = 'user:default/pia';
const ben = 'user:default/ben';
const fay = 'user:default/fay';
const stranger = 'user:default/stranger';
const logs = 'component:default/logs';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const nothing = '00000000-0000-4000-8000-000000000000';

const entities: Entity[] = [
  serviceEntity('logs', { title: 'Logs' }),
  serviceEntity('metrics'),
  related('component:default/checkout', {
    dependsOn: [logs],
    ownedBy: ['group:default/shop-team'],
  }),
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl'] }),
];

const officeHours = {
  kind: 'office-hours',
  title: 'Office hours',
  text: 'Bring your **queries**.',
  place: 'Room Elbe',
  link: 'https://meet.example.com/logs',
  timeZone: 'Europe/Berlin',
  startsAt: '2027-03-11T14:00',
  durationMinutes: 45,
  recurrence: { frequency: 'weekly', interval: 2 },
} as const satisfies NewEventSent;

describe.each(databases.eachSupportedId())('events on %s', id => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2027-03-01T12:00:00.000Z');
    jest
      .spyOn(DatabaseClock.prototype, 'now')
      .mockImplementation(() => new Date(now));
    knex = await databases.init(id);
    plugin = await startTestPlugin({
      knex,
      entities,
      hidden: { [stranger]: [logs] },
      groups: {
        [olga]: ['group:default/logs-team'],
        [carl]: ['group:default/shop-team'],
      },
    });
    await plugin.sweep();
  });
  afterEach(async () => {
    await plugin.stop();
    jest.restoreAllMocks();
  });

  const ask = <TRoute extends AnyRouteDefinition>(
    caller: string,
    route: TRoute,
    input: Partial<RouteInput<TRoute>> = {},
  ) => plugin.call(caller, route, { params: {}, ...input } as typeof input);

  async function plan(more: Partial<NewEventSent> = {}): Promise<ServiceEvent> {
    const { status, body, text } = await ask(olga, eventRoutes.addEvent, {
      params,
      body: { ...officeHours, publish: true, ...more },
    });
    expect([status, status === 201 ? '' : text]).toEqual([201, '']);
    return body;
  }
  const get = async (event: ServiceEvent) =>
    (await ask(olga, eventRoutes.getEvent, { params: { id: event.id } })).body;
  async function list(caller = pia, query: object = {}) {
    const answer = await ask(caller, eventRoutes.listOccurrences, {
      params,
      query,
    });
    return answer.body.items;
  }
  const startsOf = (items: ReadonlyArray<{ readonly startsAt: string }>) =>
    items.map(({ startsAt }) => startsAt);
  const occurrenceParams = (event: ServiceEvent, start: string) => ({
    params: { id: event.id, start },
  });
  async function alter(
    event: ServiceEvent,
    start: string,
    change: Omit<OccurrenceChange, 'version'>,
  ) {
    const { version } = await get(event);
    return ask(olga, eventRoutes.changeOccurrence, {
      ...occurrenceParams(event, start),
      body: { version, ...change },
    });
  }
  const come = (caller: string, event: ServiceEvent, start: string) =>
    ask(caller, eventRoutes.attend, occurrenceParams(event, start));
  const told = () =>
    plugin.sent.map(({ recipients, payload }) => [
      (recipients as { entityRef: string[] }).entityRef.join(),
      payload.title,
      payload.description,
    ]);

  describe('that are planned', () => {
    it('take place at local times, whatever their clocks do meanwhile', async () => {
      await plan();
      const items = await list();
      expect(startsOf(items)).toEqual([
        '2027-03-11T13:00:00.000Z',
        '2027-03-25T13:00:00.000Z',
        '2027-04-08T12:00:00.000Z',
        '2027-04-22T12:00:00.000Z',
        '2027-05-06T12:00:00.000Z',
        '2027-05-20T12:00:00.000Z',
      ]);
      expect(items[0]).toEqual({
        event: {
          id: expect.any(String),
          entityRef: logs,
          kind: 'office-hours',
          title: 'Office hours',
          text: 'Bring your **queries**.',
          place: 'Room Elbe',
          link: 'https://meet.example.com/logs',
          timeZone: 'Europe/Berlin',
        },
        startsAt: '2027-03-11T13:00:00.000Z',
        endsAt: '2027-03-11T13:45:00.000Z',
        originalStart: '2027-03-11T14:00',
        isMoved: false,
        isCancelled: false,
        coming: 0,
        isComing: false,
      });
    });

    it('are asked for in a window of up to a year', async () => {
      await plan();
      const within = {
        from: '2027-03-25T13:44:59Z',
        until: '2027-04-08T12:00:00Z',
      };
      expect(startsOf(await list(pia, within))).toEqual([
        '2027-03-25T13:00:00.000Z',
      ]);
      for (const query of [
        { from: '2027-03-25T00:00:00Z', until: '2027-03-25T00:00:00Z' },
        { from: '2027-03-25T00:00:00Z', until: '2028-03-26T00:00:00Z' },
        { until: '2027-02-25T00:00:00Z' },
      ]) {
        for (const route of [
          eventRoutes.listOccurrences,
          eventRoutes.listComingOccurrences,
        ]) {
          const { status, text } = await ask(pia, route, {
            params: { ...params },
            query,
          });
          expect([status, text]).toEqual([
            400,
            expect.stringContaining('query.until'),
          ]);
        }
      }
      for (const from of [
        '0001-01-01T00:00:00Z',
        '9999-12-31T23:59:59-08:00',
      ]) {
        const { status } = await ask(pia, eventRoutes.listOccurrences, {
          params,
          query: { from },
        });
        expect(status).toBe(200);
      }
    });

    it('are drafts at first, or are published at once', async () => {
      const draft = await plan({ publish: false });
      expect(draft.publishedAt).toBeUndefined();
      expect(await list()).toEqual([]);
      const counts = async (caller: string) =>
        (await ask(caller, eventRoutes.listEvents, { params })).body.totalItems;
      expect([await counts(olga), await counts(pia)]).toEqual([1, 0]);
      const publish = (version: number) =>
        ask(olga, eventRoutes.publishEvent, {
          params: { id: draft.id },
          body: { version },
        });
      expect((await publish(7)).status).toBe(409);
      const { body } = await publish(1);
      expect(body).toMatchObject({
        publishedAt: now.toISOString(),
        version: 2,
        sequence: 1,
      });
      expect((await publish(2)).status).toBe(409);
      expect(await list()).toHaveLength(6);
      expect([await counts(olga), await counts(pia)]).toEqual([1, 1]);
    });

    it('are no more than anybody wants to choose from', async () => {
      await plan();
      const [row] = await knex('updates_events');
      const copies = (count: number, more: object) =>
        knex.batchInsert(
          'updates_events',
          Array.from({ length: count }, () => {
            const key = randomUUID();
            return { ...row, id: key, idempotency_key: key, ...more };
          }),
          40,
        );
      await copies(60, { cancelled_at: now });
      await copies(60, { ends_at: now });
      await copies(98, {});
      await plan({ title: 'The last one' });
      const { status, text } = await ask(olga, eventRoutes.addEvent, {
        params,
        body: { ...officeHours, publish: true },
      });
      expect([status, text]).toEqual([
        409,
        expect.stringContaining('no more than 100 events to come'),
      ]);
    });

    it('are planned once for a key', async () => {
      const add = (title: string) =>
        ask(olga, eventRoutes.addEvent, {
          params,
          body: { ...officeHours, title },
          idempotencyKey: 'k',
        });
      const [first, second] = [
        await add('Office hours'),
        await add('Office hours'),
      ];
      expect(second.body).toEqual(first.body);
      expect((await add('Another one')).status).toBe(409);
    });

    it.each([
      [{ timeZone: '+02:00' }, 'body.timeZone'],
      [{ timeZone: 'europe/berlin' }, 'body.timeZone'],
      [{ startsAt: '2027-03-28T02:30' }, 'body.startsAt'],
      [
        { startsAt: '2026-03-12T14:00', recurrence: undefined },
        'body.startsAt',
      ],
      [
        { recurrence: { frequency: 'weekly', weekdays: [1, 2] } },
        'body.startsAt',
      ],
      [{ recurrence: { frequency: 'monthly', nth: 1 } }, 'body.startsAt'],
      [
        { recurrence: { frequency: 'daily', until: '2027-03-10' } },
        'body.recurrence',
      ],
    ] as ReadonlyArray<[Partial<NewEventSent>, string]>)(
      'are refused with %j',
      async (bad, field) => {
        const { status, text } = await ask(olga, eventRoutes.addEvent, {
          params,
          body: { ...officeHours, publish: true, ...bad },
        });
        expect([status, text]).toEqual([400, expect.stringContaining(field)]);
      },
    );

    it.each([
      [{ frequency: 'daily', count: 3 }, ['11', '12', '13']],
      [
        { frequency: 'daily', interval: 3, until: '2027-03-17' },
        ['11', '14', '17'],
      ],
      [
        { frequency: 'weekly', weekdays: [4, 1], count: 4 },
        ['11', '15', '18', '22'],
      ],
      [{ frequency: 'monthly', nth: 2, count: 2 }, ['11', '08']],
      [{ frequency: 'monthly', count: 2 }, ['11', '11']],
    ] as ReadonlyArray<[NewEventSent['recurrence'], string[]]>)(
      'recur as %j has it',
      async (recurrence, days) => {
        await plan({ recurrence });
        const items = await list();
        expect(startsOf(items).map(at => at.slice(8, 10))).toEqual(days);
      },
    );
  });

  describe('of which an occurrence is different', () => {
    it('move and cancel it, and take that back, with a sequence that only grows', async () => {
      const event = await plan();
      const sequences = [event.sequence];
      const note = async () => sequences.push((await get(event)).sequence);
      const [first, second] = ['2027-03-11T14:00', '2027-03-25T14:00'];
      const moved = { state: 'moved', startsAt: '2027-03-26T09:00' } as const;
      const { body } = await alter(event, second, {
        ...moved,
        durationMinutes: 30,
        note: 'The room is taken.',
      });
      await note();
      expect(body.exceptions).toEqual([
        {
          originalStart: second,
          isCancelled: false,
          startsAt: '2027-03-26T09:00',
          durationMinutes: 30,
          note: 'The room is taken.',
        },
      ]);
      await alter(event, first, { state: 'cancelled', note: 'Holidays' });
      await note();
      expect((await list()).slice(0, 2)).toMatchObject([
        {
          startsAt: '2027-03-11T13:00:00.000Z',
          isCancelled: true,
          isMoved: false,
          note: 'Holidays',
        },
        {
          startsAt: '2027-03-26T08:00:00.000Z',
          endsAt: '2027-03-26T08:30:00.000Z',
          originalStart: second,
          isMoved: true,
        },
      ]);
      await alter(event, second, { state: 'planned' });
      await note();
      expect(startsOf(await list())[1]).toBe('2027-03-25T13:00:00.000Z');
      expect((await get(event)).exceptions).toHaveLength(1);
      expect(sequences).toEqual([0, 1, 2, 3]);
    });

    it('are refused at times that there are not, and of versions that have moved', async () => {
      const event = await plan();
      const start = '2027-03-25T14:00';
      const unknown = await alter(event, '2027-03-26T14:00', {
        state: 'cancelled',
      });
      expect(unknown.status).toBe(404);
      for (const startsAt of ['2027-03-28T02:30', '2027-02-25T14:00']) {
        const { status, text } = await alter(event, start, {
          state: 'moved',
          startsAt,
        });
        expect([status, text]).toEqual([
          400,
          expect.stringContaining('body.startsAt'),
        ]);
      }
      for (const body of [
        { version: 1, state: 'moved' },
        { version: 1, state: 'cancelled', startsAt: start },
        { version: 1, state: 'planned', durationMinutes: 30 },
      ]) {
        const { status } = await ask(olga, eventRoutes.changeOccurrence, {
          ...occurrenceParams(event, start),
          body: body as OccurrenceChange,
        });
        expect(status).toBe(400);
      }
      const late = await ask(olga, eventRoutes.changeOccurrence, {
        ...occurrenceParams(event, start),
        body: { version: 9, state: 'cancelled' },
      });
      expect(late.status).toBe(409);
    });

    it('move none that is over, and may still say that it did not take place', async () => {
      const event = await plan();
      now = new Date('2027-03-11T13:45:00.000Z');
      const over = '2027-03-11T14:00';
      const moved = await alter(event, over, {
        state: 'moved',
        startsAt: '2027-03-12T14:00',
      });
      expect([moved.status, moved.text]).toEqual([
        409,
        expect.stringContaining('It is over'),
      ]);
      expect((await alter(event, over, { state: 'cancelled' })).status).toBe(
        200,
      );
    });

    it('show one that is moved where it is, and not where it was', async () => {
      const event = await plan();
      await alter(event, '2027-03-25T14:00', {
        state: 'moved',
        startsAt: '2027-06-30T14:00',
      });
      const starts = startsOf(await list());
      expect(starts).toHaveLength(5);
      const later = {
        from: '2027-06-30T00:00:00Z',
        until: '2027-07-01T00:00:00Z',
      };
      expect(startsOf(await list(pia, later))).toEqual([
        '2027-06-30T12:00:00.000Z',
      ]);
    });
  });

  describe('to which people come', () => {
    const start = '2027-03-11T14:00';

    it('count them for all, and name them to the team', async () => {
      const event = await plan();
      await come(pia, event, start);
      const { body } = await come(carl, event, start);
      expect(body).toMatchObject({ coming: 2, isComing: true });
      await come(carl, event, start);
      expect((await list(pia))[0]).toMatchObject({ coming: 2, isComing: true });
      expect((await list(olga))[0]).toMatchObject({
        coming: 2,
        isComing: false,
      });
      const names = (caller: string) =>
        ask(caller, eventRoutes.listAttendance, occurrenceParams(event, start));
      expect((await names(olga)).body.items.map(one => one.userRef)).toEqual([
        carl,
        pia,
      ]);
      expect((await names(carl)).status).toBe(403);
      const leave = () =>
        ask(carl, eventRoutes.unattend, occurrenceParams(event, start));
      expect((await leave()).status).toBe(204);
      expect((await leave()).status).toBe(404);
      expect((await list(carl))[0]).toMatchObject({
        coming: 1,
        isComing: false,
      });
    });

    it('take nobody to what is a draft, over, cancelled, or never was', async () => {
      const draft = await plan({ publish: false });
      const event = await plan();
      expect((await come(olga, draft, start)).status).toBe(409);
      expect((await come(pia, draft, start)).status).toBe(404);
      expect((await come(pia, event, '2027-03-12T14:00')).status).toBe(404);
      await alter(event, start, { state: 'cancelled' });
      expect((await come(pia, event, start)).status).toBe(409);
      await alter(event, start, { state: 'planned' });
      now = new Date('2027-03-11T13:45:00.000Z');
      expect((await come(pia, event, start)).status).toBe(409);
    });

    it('take nobody to more of one event than anybody needs', async () => {
      const event = await plan({
        recurrence: { frequency: 'daily', interval: 1 },
      });
      await come(pia, event, start);
      const [row] = await knex('updates_event_attendance');
      await knex.batchInsert(
        'updates_event_attendance',
        Array.from({ length: 99 }, (_, index) => ({
          ...row,
          original_start: `2027-07-01T${index}`,
        })),
        40,
      );
      const { status, text } = await come(pia, event, '2027-03-12T14:00');
      expect([status, text]).toEqual([
        409,
        expect.stringContaining('You come to 100 times of it already'),
      ]);
      expect((await come(carl, event, '2027-03-12T14:00')).status).toBe(200);
    });

    it('never miss who says so while it is moved', async () => {
      const event = await plan();
      const people = [pia, carl, fay, ben];
      for (const [index, person] of people.entries()) {
        const startsAt = `2027-03-11T1${index + 1}:30`;
        const [came, moved] = await Promise.all([
          come(person, event, start),
          alter(event, start, { state: 'moved', startsAt }),
        ]);
        expect([came.status, moved.status]).toEqual([200, 200]);
        const [planned] = await list();
        const times = await knex('updates_event_attendance').pluck('starts_at');
        expect(times.map(time => new Date(time).toISOString())).toEqual(
          people.slice(0, index + 1).map(() => planned.startsAt),
        );
      }
    });

    it('remind them all the same where only the words have changed', async () => {
      const event = await plan();
      await come(pia, event, start);
      now = new Date('2027-03-10T14:00:00.000Z');
      await ask(olga, eventRoutes.changeEvent, {
        params: { id: event.id },
        body: {
          ...officeHours,
          version: event.version,
          text: 'Bring a query.',
        },
      });
      await plugin.passTimeOfEvents();
      expect(told()).toEqual([
        [pia, 'Logs: Office hours', expect.stringContaining('It begins on')],
      ]);
    });

    it('let people leave who may not see the service any more', async () => {
      const event = await plan();
      await come(pia, event, start);
      const [{ event_id }] = await knex('updates_event_attendance');
      await knex('updates_event_attendance').update({ user_ref: stranger });
      const { status } = await ask(
        stranger,
        eventRoutes.unattend,
        occurrenceParams({ ...event, id: event_id }, start),
      );
      expect(status).toBe(204);
    });

    it('tell them what becomes of it, and nobody else', async () => {
      const event = await plan();
      await come(pia, event, start);
      await come(carl, event, '2027-03-25T14:00');
      await alter(event, start, {
        state: 'moved',
        startsAt: '2027-03-12T15:00',
        note: 'The room is taken.',
      });
      await alter(event, start, { state: 'cancelled' });
      await alter(event, start, { state: 'cancelled', note: 'Holidays' });
      await alter(event, start, { state: 'planned' });
      expect(told()).toEqual([
        [
          pia,
          'Logs: Office hours takes place at another time',
          'It begins on Fri, 12 Mar 2027, 15:00 Europe/Berlin, not on Thu, 11 Mar 2027, 14:00 Europe/Berlin. The room is taken.',
        ],
        [
          pia,
          'Logs: Office hours is cancelled',
          'It was to begin on Fri, 12 Mar 2027, 15:00 Europe/Berlin, and does not take place.',
        ],
        [
          pia,
          'Logs: Office hours takes place after all',
          'It begins on Thu, 11 Mar 2027, 14:00 Europe/Berlin.',
        ],
      ]);
    });

    it('remind them once, a day before, however many backends do', async () => {
      const event = await plan();
      await come(pia, event, start);
      now = new Date('2027-03-10T12:59:59.000Z');
      await plugin.passTimeOfEvents();
      expect(told()).toEqual([]);
      now = new Date('2027-03-10T13:00:00.000Z');
      await come(carl, event, start);
      await Promise.all([1, 2, 3].map(() => plugin.passTimeOfEvents()));
      await plugin.passTimeOfEvents();
      expect(told()).toEqual([
        [
          pia,
          'Logs: Office hours',
          'You have said that you come. It begins on Thu, 11 Mar 2027, 14:00 Europe/Berlin. Where: Room Elbe',
        ],
      ]);
    });

    it('remind nobody of what is cancelled, and again of what is moved', async () => {
      const event = await plan();
      await come(pia, event, start);
      await alter(event, start, { state: 'cancelled' });
      now = new Date('2027-03-10T14:00:00.000Z');
      await plugin.passTimeOfEvents();
      expect(told()).toHaveLength(1);
      await alter(event, start, {
        state: 'moved',
        startsAt: '2027-03-15T14:00',
      });
      now = new Date('2027-03-14T14:00:00.000Z');
      await plugin.passTimeOfEvents();
      expect(told().map(([, title]) => title)).toEqual([
        'Logs: Office hours is cancelled',
        'Logs: Office hours takes place after all',
        'Logs: Office hours',
      ]);
    });

    it('are forgotten 30 days later, and erased with the person', async () => {
      const event = await plan();
      await come(pia, event, start);
      await come(carl, event, start);
      const rows = () => knex('updates_event_attendance').pluck('user_ref');
      await ask(pia, peopleRoutes.eraseUser, { params: { userRef: pia } });
      expect(await rows()).toEqual([carl]);
      now = new Date('2027-04-10T13:44:00.000Z');
      await plugin.passTimeOfEvents();
      expect(await rows()).toHaveLength(1);
      now = new Date('2027-04-10T13:46:00.000Z');
      await plugin.passTimeOfEvents();
      expect(await rows()).toEqual([]);
    });
  });

  describe('that are planned anew', () => {
    it('keep what still fits, and tell those whose time is gone', async () => {
      const event = await plan();
      await come(pia, event, '2027-03-11T14:00');
      await come(carl, event, '2027-03-25T14:00');
      await alter(event, '2027-03-25T14:00', {
        state: 'moved',
        startsAt: '2027-03-26T14:00',
      });
      await alter(event, '2027-04-08T14:00', { state: 'cancelled' });
      const { version } = await get(event);
      const change = { ...officeHours, title: 'Hours', version } as const;
      const { body } = await ask(olga, eventRoutes.changeEvent, {
        params: { id: event.id },
        body: {
          ...change,
          startsAt: '2027-03-25T14:00',
          recurrence: { frequency: 'weekly', interval: 4 },
        },
      });
      expect(body).toMatchObject({ title: 'Hours', version: version + 1 });
      expect(body.exceptions.map(one => one.originalStart)).toEqual([
        '2027-03-25T14:00',
      ]);
      expect(told().slice(1)).toEqual([
        [pia, 'Logs: Office hours is cancelled', expect.any(String)],
      ]);
      expect(startsOf(await list())).toEqual([
        '2027-03-26T13:00:00.000Z',
        '2027-04-22T12:00:00.000Z',
        '2027-05-20T12:00:00.000Z',
      ]);
      const late = await ask(olga, eventRoutes.changeEvent, {
        params: { id: event.id },
        body: change,
      });
      expect(late.status).toBe(409);
    });

    it('lose what they do not say any more', async () => {
      const event = await plan();
      const { body } = await ask(olga, eventRoutes.changeEvent, {
        params: { id: event.id },
        body: {
          kind: 'demo',
          title: 'A demo',
          timeZone: 'UTC',
          startsAt: '2027-03-11T14:00',
          durationMinutes: 30,
          version: 1,
        },
      });
      expect(body).toEqual({
        id: event.id,
        entityRef: logs,
        kind: 'demo',
        title: 'A demo',
        timeZone: 'UTC',
        startsAt: '2027-03-11T14:00',
        durationMinutes: 30,
        exceptions: [],
        sequence: 1,
        publishedAt: event.publishedAt,
        version: 2,
        createdBy: olga,
        createdAt: event.createdAt,
      });
    });
  });

  describe('that are taken away', () => {
    const remove = ({ id: eventId }: ServiceEvent) =>
      ask(olga, eventRoutes.removeEvent, { params: { id: eventId } });

    it('are gone as drafts, and cancelled where users have seen them', async () => {
      const draft = await plan({ publish: false });
      expect((await remove(draft)).status).toBe(204);
      expect((await remove(draft)).status).toBe(404);
      const event = await plan();
      await come(pia, event, '2027-03-25T14:00');
      now = new Date('2027-03-12T12:00:00.000Z');
      expect((await remove(event)).status).toBe(204);
      expect((await remove(event)).status).toBe(204);
      expect(await get(event)).toMatchObject({
        cancelledAt: now.toISOString(),
        sequence: 1,
      });
      expect(told()).toEqual([
        [pia, 'Logs: Office hours is cancelled', expect.any(String)],
      ]);
      expect(await list()).toEqual([]);
      // What took place did so.
      const past = await list(pia, { from: '2027-03-01T00:00:00Z' });
      expect(startsOf(past)).toEqual(['2027-03-11T13:00:00.000Z']);
      const { status } = await come(pia, event, '2027-04-08T14:00');
      expect(status).toBe(409);
      expect(
        (await alter(event, '2027-04-08T14:00', { state: 'cancelled' })).status,
      ).toBe(409);
    });

    it('are forgotten two years after their last time', async () => {
      const single = await plan({ recurrence: undefined });
      const endless = await plan();
      const draft = await plan({ publish: false });
      const ids = () =>
        knex('updates_events').orderBy('created_at').pluck('id');
      now = new Date('2029-03-10T13:00:00.000Z');
      await plugin.passTimeOfEvents();
      expect([...(await ids())].sort()).toEqual([single.id, endless.id].sort());
      expect(await ids()).not.toContain(draft.id);
      now = new Date('2029-03-10T14:00:00.000Z');
      await plugin.passTimeOfEvents();
      expect(await ids()).toEqual([endless.id]);
    });
  });

  describe('of services that concern somebody', () => {
    const coming = async (caller: string) => {
      const { body } = await ask(caller, eventRoutes.listComingOccurrences);
      return body.items.map(({ title, startsAt }) => [title, startsAt]);
    };

    it('are listed to who follows, uses or owns them, and may read them', async () => {
      await plan({ recurrence: undefined });
      const all = [['Logs', '2027-03-11T13:00:00.000Z']];
      // Olga’s team owns it, the shop team uses it.
      expect(await coming(olga)).toEqual(all);
      expect(await coming(carl)).toEqual(all);
      expect(await coming(pia)).toEqual([]);
      await ask(pia, updatesRoutes.follow, { params });
      expect(await coming(pia)).toEqual(all);
      await knex('updates_follows').insert({
        entity_ref: logs,
        user_ref: stranger,
        followed_at: now,
      });
      expect(await coming(stranger)).toEqual([]);
    });

    it('take as many queries however many there are', async () => {
      await plan();
      const count = async () => {
        const queries: string[] = [];
        const note = ({ sql }: { sql: string }) => queries.push(sql);
        knex.on('query', note);
        await coming(carl);
        knex.removeListener('query', note);
        return queries.length;
      };
      const one = await count();
      for (const title of ['Second', 'Third', 'Fourth']) await plan({ title });
      expect(await count()).toBe(one);
    });
  });

  it('are answered for like what is not there where they are hidden', async () => {
    const event = await plan();
    for (const route of [eventRoutes.getEvent, eventRoutes.attend]) {
      const answers = [];
      for (const eventId of [event.id, nothing]) {
        const { status, text } = await ask(stranger, route, {
          params: { id: eventId, start: '2027-03-11T14:00' },
        });
        answers.push([status, text.replaceAll(eventId, 'id')]);
      }
      expect(answers[0][0]).toBe(404);
      expect(answers[0]).toEqual(answers[1]);
    }
  });
});

describe('events to import', () => {
  it.each([
    ['a zone that there is not', { timeZone: 'Europe/Atlantis' }],
    ['a time that clocks never show', { startsAt: '2027-03-28T02:30' }],
    ['a field that can’t be', { durationMinutes: -1 }],
  ])('are refused by name for %s', async (_, bad) => {
    const record = { ...officeHours, entityRef: logs, by: olga, ...bad };
    const importer = new EventImporter({
      store: { addPast: jest.fn() },
      now: () => new Date(),
    });
    await expect(
      importer.run({
        id: 'test',
        load: async () => [],
        loadEvents: async () => [
          { ...record, key: 'hours 7', at: new Date(0) } as EventRecord,
        ],
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining("The event 'hours 7' to import"),
    });
  });
});
