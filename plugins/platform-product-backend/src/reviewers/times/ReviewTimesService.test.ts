import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity, userEntity } from '../../__testUtils__/entities';
import { ChangeRecord } from '../history/ReviewHistoryStore';

jest.setTimeout(60_000);

const url = 'https://github.com/northwind/logs';
const guideUrl = `${url}/blob/HEAD/CONTRIBUTING.md`;
const carl = 'user:default/carl';
const nina = 'user:default/nina';
const paul = 'user:default/paul';
const rita = 'user:default/rita';
const team = 'group:default/logs-team';

/** A Wednesday. */
const now = new Date('2026-07-08T12:00:00Z');
const at = (text: string) => new Date(`2026-07-${text}:00Z`);
const moved = (date: Date, milliseconds: number) =>
  new Date(date.getTime() + milliseconds);
const day = 24 * 60 * 60 * 1000;

const awaited = (...names: string[]) =>
  names.map(name =>
    reviewRecord({ person: `github.com/${name}`, isAwaited: true }),
  );
/** A change that waits for Nina for eleven hours of work. */
const overdue = (changes: Partial<ChangeRecord> = {}) => ({
  readyAt: at('07T09:00'),
  reviews: awaited('nina'),
  ...changes,
});

describe.each(databases.eachSupportedId())(
  'ReviewTimesService on %s',
  database => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await createReviewersDatabase(database);
    });

    async function start(
      changes: ReadonlyArray<Partial<ChangeRecord>>,
      options: {
        readonly annotations?: Record<string, string>;
        readonly guide?: string;
        readonly title?: string;
        readonly config?: object;
      } = {},
    ) {
      const entity = serviceEntity('logs', {
        title: options.title,
        annotations: {
          'backstage.io/source-location': `url:${url}`,
          ...options.annotations,
        },
      });
      const { guide } = options;
      const room = await createTestReviewersRoom({
        knex,
        files: guide ? new Map([[guideUrl, guide]]) : undefined,
        now,
        config: { reviewers: { ...options.config } },
        entities: [
          entity,
          ...['carl', 'nina', 'paul', 'rita'].map(name => userEntity(name)),
        ],
      });
      await room.keepChanges(
        url,
        changes.map((change, index) =>
          changeRecord({ changeId: `${index + 1}`, ...change }),
        ),
      );
      return {
        ...room,
        entity,
        getTimes: (...claims: readonly string[]) =>
          room.times.getTimes(entity, claims.length ? claims : [team]),
        nudge: (changeId = '1', by = carl, ...groups: readonly string[]) =>
          room.times.nudge(
            { entityRef: 'component:default/logs', entity },
            changeId,
            { by, claims: [by, ...groups] },
          ),
      };
    }

    it('sums up how long changes waited, and people took', async () => {
      const answered = (wait: number, response: number) => ({
        openedAt: at('01T09:00'),
        readyAt: at('01T09:00'),
        waitHours: wait,
        reviews: [
          reviewRecord({
            requestedAt: at('01T09:00'),
            reviewedAt: at('02T09:00'),
            responseHours: response,
          }),
        ],
      });
      const { getTimes } = await start([
        ...[1, 2, 3, 8].map(hours => answered(hours, hours / 2)),
        answered(9, 20),
        overdue(),
      ]);
      expect(await getTimes()).toEqual({
        promise: { duration: 'PT8H', hours: 8, source: 'default' },
        windowDays: 180,
        waiting: {
          total: 6,
          inTime: 4,
          overdue: 1,
          share: 4 / 6,
          low: expect.closeTo(0.3, 3),
          high: expect.closeTo(0.9032, 3),
          p50: 3,
          p75: 8,
          p90: expect.closeTo(8.6, 9),
        },
        response: {
          total: 5,
          inTime: 4,
          overdue: 0,
          share: 0.8,
          low: expect.closeTo(0.3755, 3),
          high: expect.closeTo(0.9638, 3),
          p50: 1.5,
          p75: 4,
          p90: expect.closeTo(13.6, 9),
        },
        months: [expect.objectContaining({ month: '2026-07', total: 6 })],
        overdue: [
          {
            changeId: '6',
            title: undefined,
            url: undefined,
            since: '2026-07-07T09:00:00.000Z',
            waitingHours: 11,
            turnOf: nina,
            isAsked: true,
            nudgedAt: undefined,
          },
        ],
        source: 'memory',
        syncedAt: now.toISOString(),
      });
    });

    it('measures by what the service promises', async () => {
      const { getTimes } = await start([{ waitHours: 12 }, overdue()], {
        annotations: { 'platform-product/review-target': 'PT12H' },
      });
      const { promise, waiting, overdue: late } = await getTimes();
      expect(promise).toEqual({
        duration: 'PT12H',
        hours: 12,
        source: 'annotation',
      });
      expect(waiting).toMatchObject({ total: 1, inTime: 1, overdue: 0 });
      expect(late).toEqual([]);
    });

    it('measures by what the guide promises', async () => {
      const { getTimes } = await start([{ waitHours: 12 }, overdue()], {
        guide: 'We review within one and a half business days.',
      });
      const { promise, waiting, overdue: late } = await getTimes();
      const said = { duration: 'PT12H', hours: 12 };
      expect(promise).toEqual({
        ...said,
        source: 'guide',
        guide: {
          ...said,
          sentence: 'We review within one and a half business days.',
          url: guideUrl,
        },
      });
      expect(waiting).toMatchObject({ total: 1, inTime: 1, overdue: 0 });
      expect(late).toEqual([]);
    });

    it('calls overdue what waits longer than was promised', async () => {
      const { getTimes, clock } = await start([
        { readyAt: at('07T12:00'), url: `${url}/pull/1`, title: 'Raise it' },
        { readyAt: at('07T12:00'), waitHours: 30 },
        { readyAt: at('07T12:00'), closedAt: at('07T13:00') },
        { readyAt: undefined },
      ]);
      expect((await getTimes()).overdue).toEqual([]);
      clock.now = moved(now, 1);
      const late = (await getTimes()).overdue;
      expect(late).toMatchObject([
        {
          changeId: '1',
          url: `${url}/pull/1`,
          title: 'Raise it',
          since: '2026-07-07T12:00:00.000Z',
        },
      ]);
      expect(late[0].waitingHours).toBeCloseTo(8);
    });

    it('names the fifty that wait longest, the longest first', async () => {
      const { getTimes } = await start(
        Array.from({ length: 51 }, (_, index) =>
          overdue({
            readyAt: moved(at('06T09:00'), ((index * 7) % 51) * 60_000),
          }),
        ),
      );
      const { overdue: late, waiting } = await getTimes();
      expect(waiting.overdue).toBe(51);
      expect(late).toHaveLength(50);
      expect(late.map(({ since }) => since)).toEqual(
        Array.from({ length: 50 }, (_, index) =>
          moved(at('06T09:00'), index * 60_000).toISOString(),
        ),
      );
    });

    it('says whose turn it is: the first who was asked, and is known', async () => {
      const { getTimes } = await start([
        overdue({
          readyAt: at('01T09:00'),
          reviews: awaited('nobody', 'paul', 'nina'),
        }),
        overdue({ readyAt: at('02T09:00'), reviews: awaited('nobody') }),
        overdue({
          readyAt: at('03T09:00'),
          reviews: [
            reviewRecord({
              person: 'github.com/paul',
              requestedAt: at('03T09:00'),
            }),
            ...awaited('nina'),
          ],
        }),
        overdue({ readyAt: at('06T09:00'), reviews: [] }),
      ]);
      expect((await getTimes()).overdue.map(({ turnOf }) => turnOf)).toEqual([
        paul,
        undefined,
        nina,
        undefined,
      ]);
    });

    it('tells the team, the author and that person whose turn it is', async () => {
      const { getTimes, nudge, sent } = await start([
        overdue(),
        overdue({ author: 'github.com/paul', reviews: awaited('rita') }),
        overdue({ author: 'github.com/somebody', reviews: [] }),
        overdue({ author: 'github.com/paul', reviews: awaited('nobody') }),
      ]);
      const turns = async (...claims: readonly string[]) => {
        const { overdue: late } = await getTimes(...claims);
        expect(late.map(({ isAsked }) => isAsked)).toEqual([
          true,
          true,
          false,
          false,
        ]);
        return late.map(({ turnOf }) => turnOf);
      };
      const nobody = [undefined, undefined];
      const both = [nina, rita, ...nobody];
      expect(await turns(team)).toEqual(both);
      expect(await turns('user:default/olga', team)).toEqual(both);
      expect(await turns('user:default/maya')).toEqual(both);
      expect(await turns(carl)).toEqual([nina, undefined, ...nobody]);
      expect(await turns(nina)).toEqual([nina, undefined, ...nobody]);
      expect(await turns(paul)).toEqual([undefined, rita, ...nobody]);
      for (const others of ['user:default/eve', 'group:default/others']) {
        expect(await turns(others)).toEqual([...nobody, ...nobody]);
      }
      await expect(nudge('2')).rejects.toMatchObject({
        name: 'NotAllowedError',
        message:
          'Only the team, the author and who was asked may remind of this change',
      });
      await expect(nudge('3')).rejects.toMatchObject({ name: 'ConflictError' });
      expect(sent).toEqual([]);
      for (const user of [paul, rita, 'user:default/maya']) {
        await nudge('2', user).catch(() => {});
      }
      expect(sent).toHaveLength(1);
    });

    it('looks back 180 days, and on all that is open', async () => {
      const since = moved(now, -180 * day);
      const closed = { waitHours: 1, closedAt: now };
      const { getTimes } = await start([
        { readyAt: since, ...closed },
        { readyAt: moved(since, -1), ...closed },
        overdue({ readyAt: moved(since, -1) }),
      ]);
      const { waiting, overdue: late } = await getTimes();
      expect(waiting).toMatchObject({ total: 2, inTime: 1, overdue: 1 });
      expect(late).toHaveLength(1);
    });

    it('tells of each month, the empty ones too', async () => {
      const { getTimes } = await start([
        { readyAt: new Date('2026-04-30T23:59:59Z'), waitHours: 1 },
        { readyAt: at('01T09:00'), waitHours: 1 },
        { readyAt: at('01T09:00'), waitHours: 9 },
      ]);
      expect(
        (await getTimes()).months.map(({ month, total, inTime }) => [
          month,
          total,
          inTime,
        ]),
      ).toEqual([
        ['2026-04', 1, 1],
        ['2026-05', 0, 0],
        ['2026-06', 0, 0],
        ['2026-07', 2, 1],
      ]);
    });

    it('counts only what touches the directory of the service', async () => {
      const touching = (...paths: string[]) => overdue({ paths });
      const { getTimes } = await start(
        [
          touching('docs/a.md', 'logs/values.yaml'),
          touching('logs-old/values.yaml'),
          touching('logs'),
          touching('docs/logs/a.md'),
        ],
        {
          annotations: {
            'backstage.io/source-location': `url:${url}/tree/main/logs/`,
          },
        },
      );
      expect(
        (await getTimes()).overdue.map(({ changeId }) => changeId),
      ).toEqual(['1']);
    });

    it('counts open ones in the hours of everybody, and days off', async () => {
      const { getTimes } = await start(
        // Good Friday and Easter Monday lie between.
        [{ readyAt: new Date('2026-04-02T09:00:00Z') }],
        { config: { workingHours: { holidays: 'DE', until: '13:00' } } },
      );
      const before = (await getTimes()).overdue[0].waitingHours;
      const other = await start(
        [{ readyAt: new Date('2026-04-02T09:00:00Z') }],
        {
          config: { workingHours: { until: '13:00' } },
        },
      );
      // Those two, the first of May, Ascension Day and Whit Monday.
      expect((await other.getTimes()).overdue[0].waitingHours - before).toBe(
        20,
      );
    });

    it('has nothing to tell where no history is', async () => {
      const { getTimes, times } = await start([]);
      const nothing = {
        waiting: { total: 0, inTime: 0, overdue: 0 },
        response: { total: 0 },
        months: [],
        overdue: [],
      };
      expect(await getTimes()).toMatchObject({
        ...nothing,
        source: 'memory',
        syncedAt: now.toISOString(),
      });
      const places: Array<Record<string, string>> = [
        { 'backstage.io/source-location': 'url:https://github.com/x/y' },
        {},
      ];
      for (const annotations of places) {
        const found = await times.getTimes(
          serviceEntity('other', { annotations }),
          [],
        );
        expect(found).toMatchObject({
          ...nothing,
          source: undefined,
          syncedAt: undefined,
        });
      }
    });

    it('tells one person per change, and when they were nudged', async () => {
      const { nudge, sent, getTimes } = await start(
        [overdue({ title: 'Raise it', url: `${url}/pull/1` }), overdue()],
        { title: 'Log aggregation' },
      );
      expect(await nudge('1')).toEqual({
        turnOf: nina,
        nudgedAt: now.toISOString(),
      });
      await nudge('2');
      const [{ id }] = await knex('reviewers_changes').where({
        change_id: '1',
      });
      const told: NotificationSendOptions = {
        recipients: { type: 'entity', entityRef: [nina] },
        payload: {
          title: 'A change of Log aggregation waits for your review',
          description: 'Raise it',
          link: `${url}/pull/1`,
          scope: `review-nudge:${id}`,
          topic: 'Reviews',
        },
      };
      expect(sent[0]).toEqual(told);
      // Where the forge has no page, the service's own has to do.
      expect(sent[1].payload).toMatchObject({
        description: '',
        link: '/catalog/default/component/logs/contribute',
      });
      expect(
        (await getTimes()).overdue.map(({ nudgedAt }) => nudgedAt),
      ).toEqual([now.toISOString(), now.toISOString()]);
      expect(
        (await knex('reviewers_nudges')).map(row => row.nudged_by),
      ).toEqual([carl, carl]);
    });

    it('reminds once within a day, whoever asks', async () => {
      const { nudge, clock, sent, getTimes } = await start([overdue()]);
      await nudge();
      for (const passed of [0, 1, day - 1, day]) {
        clock.now = moved(now, passed);
        await expect(nudge('1', paul, team)).rejects.toMatchObject({
          name: 'ConflictError',
          message: 'There was a reminder within the last day',
        });
      }
      expect(sent).toHaveLength(1);
      expect((await getTimes()).overdue[0].nudgedAt).toBe(now.toISOString());
      const next = moved(now, day + 1);
      clock.now = next;
      expect((await nudge('1', paul, team)).nudgedAt).toBe(next.toISOString());
      expect(sent).toHaveLength(2);
      expect((await getTimes()).overdue[0].nudgedAt).toBe(next.toISOString());
      clock.now = moved(next, day);
      await expect(nudge()).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('reminds once when two press at the same moment', async () => {
      const { nudge, sent } = await start([overdue()]);
      const results = await Promise.allSettled([nudge(), nudge('1', nina)]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(sent).toHaveLength(1);
    });

    it.each<[string, Partial<ChangeRecord>, string]>([
      ['is not due yet', { readyAt: at('08T09:00') }, 'NotFoundError'],
      ['was answered', { waitHours: 20 }, 'NotFoundError'],
      ['was closed', { closedAt: at('08T09:00') }, 'NotFoundError'],
      ['waits for nobody', { reviews: [] }, 'ConflictError'],
      [
        'waits for somebody whom the catalog does not have',
        { reviews: awaited('nobody') },
        'ConflictError',
      ],
    ])('reminds nobody of what %s', async (_, change, name) => {
      const { nudge, sent } = await start([overdue(change)]);
      await expect(nudge()).rejects.toMatchObject({ name });
      await expect(nudge('2')).rejects.toMatchObject({
        name: 'NotFoundError',
        message: "No overdue change found '2'",
      });
      expect(sent).toEqual([]);
      expect(await knex('reviewers_nudges')).toEqual([]);
    });

    it('leaves people alone who are away, and reminds them when they are back', async () => {
      const { nudge, sent, setAvailability, clock } = await start([overdue()]);
      await setAvailability(nina, {
        away: [{ from: '2026-07-08', until: '2026-07-09' }],
      });
      await setAvailability(paul, {
        away: [{ from: '2026-07-10', until: '2026-07-20' }],
      });
      for (const time of ['08T12:00', '09T23:59']) {
        clock.now = at(time);
        await expect(nudge()).rejects.toMatchObject({
          name: 'ConflictError',
          message: 'This person is away until 2026-07-09',
        });
      }
      expect(sent).toEqual([]);
      clock.now = at('10T00:00');
      expect((await nudge()).turnOf).toBe(nina);
    });
  },
);
