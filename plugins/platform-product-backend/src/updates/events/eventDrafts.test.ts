import { Entity } from '@backstage/catalog-model';
import {
  AnyRouteDefinition,
  NewEventSent,
  RouteInput,
  routes,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import {
  eventRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';
import { related } from '../../__testUtils__/related';
import { startTestPlugin } from '../../__testUtils__/startTestPlugin';
import { DatabaseClock } from '../../database/DatabaseClock';

jest.setTimeout(120_000);

const olga = 'user:default/olga';
const carl = 'user:default/carl';
const logs = 'component:default/logs';
const params = { kind: 'component', namespace: 'default', name: 'logs' };
const secretWord = 'Kumquat';
const start = '2027-03-11T14:00';
const day = 24 * 60 * 60 * 1000;
const nothing = '00000000-0000-4000-8000-000000000000';

const entities: Entity[] = [
  serviceEntity('logs'),
  related('component:default/checkout', {
    dependsOn: [logs],
    ownedBy: ['group:default/shop-team'],
  }),
  groupEntity('logs-team', { members: ['olga'] }),
  groupEntity('shop-team', { members: ['carl'] }),
  userEntity('carl', { groups: ['group:default/shop-team'] }),
];

const event: NewEventSent = {
  kind: 'demo',
  title: `${secretWord} demo`,
  text: secretWord,
  place: secretWord,
  link: `https://meet.example.com/${secretWord}`,
  timeZone: 'Europe/Berlin',
  startsAt: start,
  durationMinutes: 45,
  recurrence: { frequency: 'daily' },
};

/** What can be asked without changing anything. */
const questions = Object.values<AnyRouteDefinition>(routes).filter(
  ({ method }) => method === 'get',
);

/** What a team does with its drafts, and how the time passes. */
const acts = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('pass'),
      days: fc.integer({ min: 0, max: 60 }),
    }),
    fc.record({ act: fc.constantFrom('add', 'change', 'remove') }),
    fc.record({
      act: fc.constantFrom('move', 'cancel'),
      after: fc.integer({ min: 0, max: 30 }),
    }),
  ),
  { minLength: 1, maxLength: 6 },
) as fc.Arbitrary<
  ReadonlyArray<{
    readonly act: 'pass' | 'add' | 'change' | 'remove' | 'move' | 'cancel';
    readonly days?: number;
    readonly after?: number;
  }>
>;

describe.each(databases.eachSupportedId())('drafts of events on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  let now: Date;
  let secret: string;

  const ask = <TRoute extends AnyRouteDefinition>(
    caller: string,
    route: TRoute,
    input: Partial<RouteInput<TRoute>> = {},
  ) => plugin.call(caller, route, { params: {}, ...input } as typeof input);

  beforeAll(async () => {
    now = new Date('2027-03-01T12:00:00.000Z');
    jest
      .spyOn(DatabaseClock.prototype, 'now')
      .mockImplementation(() => new Date(now));
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities,
      groups: {
        [olga]: ['group:default/logs-team'],
        [carl]: ['group:default/shop-team'],
      },
    });
    await plugin.sweep();
    await ask(carl, updatesRoutes.follow, { params });
    secret = (await ask(carl, eventRoutes.makeCalendarLink)).body.secret;
  });
  afterAll(async () => {
    await plugin.stop();
    jest.restoreAllMocks();
  });

  /** All answers that somebody outside the team gets, by the name of the route. */
  async function askAll(ofDraft?: string) {
    const answers: Record<string, unknown> = {};
    const keep = (name: string, answer: { status: number; text: string }) => {
      answers[name] = [
        answer.status,
        answer.text.replaceAll(ofDraft ?? nothing, 'id'),
      ];
    };
    for (const route of questions) {
      const { params: given, query } = route.example;
      keep(
        route.operationId,
        await ask(carl, route, {
          ...route.example,
          params: 'secret' in (given ?? {}) ? { secret } : given,
          query: { ...query, cursor: undefined },
        } as RouteInput<typeof route>),
      );
    }
    // Also around the times at which they take place.
    const from = new Date(+now - 180 * day).toISOString();
    const until = new Date(+now + 180 * day).toISOString();
    for (const route of [
      eventRoutes.listOccurrences,
      eventRoutes.listComingOccurrences,
    ]) {
      keep(
        `${route.operationId} around`,
        await ask(carl, route, { params, query: { from, until } }),
      );
    }
    // And each of them by its id.
    for (const route of Object.values<AnyRouteDefinition>(eventRoutes)) {
      if (!route.path.includes('/:id')) continue;
      keep(
        `${route.operationId} of a draft`,
        await ask(carl, route, {
          ...route.example,
          params: { start, ...route.example.params, id: ofDraft ?? nothing },
          query: undefined,
        } as RouteInput<typeof route>),
      );
    }
    return answers;
  }

  async function doAll(
    history: typeof acts extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const drafts: ServiceEvent[] = [];
    const add = async () => {
      const { body } = await ask(olga, eventRoutes.addEvent, {
        params,
        body: event,
      });
      drafts.push(body);
    };
    await add();
    for (const { act, days = 0, after = 0 } of history) {
      const draft = drafts.at(-1);
      const local = new Date(Date.parse(`${start}Z`) + after * day);
      if (act === 'pass') now = new Date(+now + days * day);
      else if (act === 'add' || !draft) await add();
      else if (act === 'remove') {
        await ask(olga, eventRoutes.removeEvent, { params: { id: draft.id } });
        drafts.pop();
      } else {
        const { status, body } =
          act === 'change'
            ? await ask(olga, eventRoutes.changeEvent, {
                params: { id: draft.id },
                body: { ...event, kind: 'other', version: draft.version },
              })
            : await ask(olga, eventRoutes.changeOccurrence, {
                params: {
                  id: draft.id,
                  start: local.toISOString().slice(0, 16),
                },
                body: {
                  version: draft.version,
                  state: act === 'move' ? 'moved' : 'cancelled',
                  startsAt: act === 'move' ? '2098-01-01T10:00' : undefined,
                  note: secretWord,
                },
              });
        // One that clocks skip that day is none.
        if (status === 200) drafts[drafts.length - 1] = body;
      }
      await plugin.passTimeOfEvents();
      await plugin.deliverNotifications();
    }
    return drafts;
  }

  it('change no answer to anybody outside the team, on any route, whatever is done and the clock says', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(acts, async history => {
        now = new Date('2027-03-01T12:00:00.000Z');
        const drafts = await doAll(history);
        const sent = plugin.sent.length;
        const after = await askAll(drafts.at(-1)?.id);
        seen += drafts.length;
        for (const { id: eventId } of drafts) {
          const { status } = await ask(olga, eventRoutes.removeEvent, {
            params: { id: eventId },
          });
          expect(status).toBe(204);
        }
        const before = await askAll();
        expect(after).toEqual(before);
        expect(Object.keys(after).length).toBeGreaterThan(40);
        expect(JSON.stringify(after)).not.toContain(secretWord);
        expect(sent).toBe(0);
      }),
      { numRuns: 6, seed: 20261128 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  it('would be seen if they were published, so that there is something to hide', async () => {
    now = new Date('2027-03-01T12:00:00.000Z');
    const { body } = await ask(olga, eventRoutes.addEvent, {
      params,
      body: event,
    });
    const before = await askAll(body.id);
    await ask(olga, eventRoutes.publishEvent, {
      params: { id: body.id },
      body: { version: 1 },
    });
    const after = await askAll(body.id);
    const told = Object.keys(after).filter(name =>
      JSON.stringify(after[name]).includes(secretWord),
    );
    expect(told).toEqual([
      'listOccurrences',
      'listComingOccurrences',
      'listEvents',
      'getCalendarFile',
      'readCalendar',
      'listOccurrences around',
      'listComingOccurrences around',
      'getEvent of a draft',
      'attend of a draft',
    ]);
    expect(JSON.stringify(before)).not.toContain(secretWord);
  });
});
