import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import {
  compareAnswer,
  comparePages,
  createListModel,
  ListModel,
  paging,
  someOf,
} from './ListModel';
import {
  carl,
  catalogTitleOf,
  daysAgo,
  isFound,
  logsTeam,
  mayRead,
  now,
  olga,
  ownerOf,
  reader,
  services,
  shopTeam,
  stranger,
  usedByWebsite,
} from './scene';
import { Row, Tables } from './Stage';

const asked = services.slice(0, 3);
const minute = 60_000;
const day = 24 * 60 * minute;
const length = 45 * minute;
const groupOf: Readonly<Record<string, string>> = {
  [olga]: logsTeam,
  [carl]: shopTeam,
};
/** No two events are planned, or begin, at the same time. */
const hours = Array.from({ length: 24 }, (_, n) => n + 1);
const by = 'user:default/ada';
const people = [reader, olga, carl];

const event = fc.record({
  id: fc.uuid({ version: 4 }),
  entityRef: fc.constantFrom(...asked),
  state: fc.constantFrom('draft', 'published', 'published', 'cancelled'),
  isWeekly: fc.boolean(),
  /** What is different about its first occurrence. */
  first: fc.constantFrom(undefined, 'cancelled', 'moved', 'planned'),
  /** Who comes to that one, in their order. */
  coming: fc.shuffledSubarray(people),
});

type Given = typeof event extends fc.Arbitrary<infer T>
  ? T & { readonly key: number }
  : never;

const local = (at: Date) =>
  at.toISOString().slice(0, '2027-03-15T10:30'.length);
const plannedAt = ({ key }: Given) => daysAgo(key / 24);
const cancelledAt = daysAgo(0.5);
const startOf = ({ key }: Given) =>
  new Date(+now + (key - 12) * day + key * minute);
const movedTo = (given: Given) => new Date(+startOf(given) + 3 * day);
const firstAt = (given: Given) =>
  given.first === 'moved' ? movedTo(given) : startOf(given);
const saidAt = (index: number) => daysAgo(1, index);

function endOf(given: Given): Date | null {
  const { isWeekly, state } = given;
  // Both are looked at, so that what is moved is found where it is and was.
  const last = Math.max(+startOf(given), +firstAt(given)) + length;
  if (state !== 'cancelled') return isWeekly ? null : new Date(last);
  return new Date(Math.min(isWeekly ? Infinity : last, +cancelledAt));
}

const recurrence = { frequency: 'weekly', interval: 1 };

const toRow = (given: Given): Row => ({
  id: given.id,
  entity_ref: given.entityRef,
  kind: 'demo',
  title: 'A demo',
  content: JSON.stringify(given.isWeekly ? { recurrence } : {}),
  time_zone: 'UTC',
  starts_at: local(startOf(given)),
  duration_minutes: 45,
  first_at: startOf(given),
  ends_at: endOf(given),
  sequence: 2,
  published_at: given.state === 'draft' ? null : plannedAt(given),
  cancelled_at: given.state === 'cancelled' ? cancelledAt : null,
  created_by: by,
  created_at: plannedAt(given),
  changed_at: plannedAt(given),
  idempotency_key: given.id,
  version: 3,
});

const toTables = (world: readonly Given[]): Tables => ({
  updates_events: world.map(toRow),
  updates_event_exceptions: world.flatMap(given =>
    given.first
      ? [
          {
            event_id: given.id,
            original_start: local(startOf(given)),
            is_cancelled: given.first === 'cancelled',
            starts_at: given.first === 'moved' ? local(movedTo(given)) : null,
            duration_minutes: null,
            note: null,
            changed_at: plannedAt(given),
          },
        ]
      : [],
  ),
  updates_event_attendance: world.flatMap(given =>
    given.coming.map((userRef, index) => ({
      event_id: given.id,
      original_start: local(startOf(given)),
      user_ref: userRef,
      said_at: saidAt(index),
      starts_at: firstAt(given),
      ends_at: new Date(+firstAt(given) + length),
      reminded_at: null,
    })),
  ),
});

const toEvent = (given: Given) => ({
  id: given.id,
  entityRef: given.entityRef,
  kind: 'demo',
  title: 'A demo',
  timeZone: 'UTC',
  startsAt: local(startOf(given)),
  durationMinutes: 45,
  recurrence: given.isWeekly ? recurrence : undefined,
  exceptions:
    given.first === 'cancelled' || given.first === 'moved'
      ? [
          {
            originalStart: local(startOf(given)),
            isCancelled: given.first === 'cancelled',
            startsAt:
              given.first === 'moved' ? local(movedTo(given)) : undefined,
          },
        ]
      : [],
  sequence: 2,
  publishedAt:
    given.state === 'draft' ? undefined : plannedAt(given).toISOString(),
  cancelledAt:
    given.state === 'cancelled' ? cancelledAt.toISOString() : undefined,
  version: 3,
  createdBy: by,
  createdAt: plannedAt(given).toISOString(),
});

const isTeam = (user: string, ref: string) => ownerOf(ref) === groupOf[user];

/** The events of a service, and its drafts for its team. */
export const eventList: ListModel = createListModel({
  operations: ['listEvents'],
  world: someOf(hours, event),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl),
    key: fc.constantFrom(...asked),
    paging,
  }),
  toTables,
  compare: (stage, world, { user, key, paging: pages }) => {
    const rank = ({ state }: Given) => (state === 'draft' ? 0 : 1);
    const items = world
      .filter(({ entityRef }) => entityRef === key)
      .filter(({ state }) => state !== 'draft' || isTeam(user, key))
      .sort((one, other) => rank(one) - rank(other) || one.key - other.key)
      .map(toEvent);
    return comparePages(
      stage,
      {
        operation: 'listEvents',
        user,
        params: entityParamsOf(key),
        paging: pages,
      },
      isFound(user, key) ? { items } : undefined,
    );
  },
});

/** Who comes to an occurrence, for the team of the service. */
export const attendanceList: ListModel = createListModel({
  operations: ['listAttendance'],
  world: someOf(hours, event),
  ask: fc.record({ index: fc.nat({ max: 40 }), paging }),
  toTables,
  compare: (stage, world, { index, paging: pages }) => {
    const given = world[index % (world.length + 1)] as Given | undefined;
    const team = given && ownerOf(given.entityRef) === logsTeam ? olga : carl;
    return comparePages(
      stage,
      {
        operation: 'listAttendance',
        user: team,
        params: {
          id: given?.id ?? '00000000-0000-4000-8000-000000000000',
          start: given ? local(startOf(given)) : '2027-03-15T10:30',
        },
        paging: pages,
      },
      given && {
        items: given.coming.map((userRef, n) => ({
          userRef,
          at: saidAt(n).toISOString(),
        })),
      },
    );
  },
});

interface Window {
  readonly from: Date;
  readonly until: Date;
}

const windows: ReadonlyArray<Window | undefined> = [
  undefined,
  { from: daysAgo(11), until: daysAgo(-11) },
  { from: daysAgo(0), until: daysAgo(-366) },
];

const queryOf = (window: Window | undefined) =>
  window && {
    from: window.from.toISOString(),
    until: window.until.toISOString(),
  };

/** When published events of some services take place, as somebody sees it. */
function occurrencesOf(
  world: readonly Given[],
  refs: readonly string[],
  { user, window }: { readonly user: string; readonly window?: Window },
) {
  const { from, until } = window ?? { from: now, until: daysAgo(-90) };
  return world
    .filter(
      ({ entityRef, state }) => refs.includes(entityRef) && state !== 'draft',
    )
    .flatMap(given =>
      Array.from({ length: given.isWeekly ? 60 : 1 }, (_, week) => {
        const original = new Date(+startOf(given) + week * 7 * day);
        const startsAt = week ? original : firstAt(given);
        return { given, week, original, startsAt };
      }),
    )
    .filter(
      ({ given, startsAt }) =>
        startsAt < until &&
        +startsAt + length > +from &&
        !(given.state === 'cancelled' && startsAt >= cancelledAt),
    )
    .sort(
      (one, other) =>
        +one.startsAt - +other.startsAt ||
        (one.given.id < other.given.id ? -1 : 1),
    )
    .map(({ given, week, original, startsAt }) => {
      const { id, entityRef, kind, title, timeZone } = toEvent(given);
      return {
        event: { id, entityRef, kind, title, timeZone },
        startsAt: startsAt.toISOString(),
        endsAt: new Date(+startsAt + length).toISOString(),
        originalStart: local(original),
        isMoved: week === 0 && given.first === 'moved',
        isCancelled: week === 0 && given.first === 'cancelled',
        coming: week ? 0 : given.coming.length,
        isComing: week === 0 && given.coming.includes(user),
      };
    });
}

const whole = (items: readonly unknown[]) => ({
  items,
  totalItems: items.length,
  pageInfo: {},
});

/** When events of a service take place. */
export const occurrenceList: ListModel = createListModel({
  operations: ['listOccurrences'],
  world: someOf(hours, event),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl),
    key: fc.constantFrom(...asked),
    window: fc.constantFrom(...windows),
  }),
  toTables,
  compare: (stage, world, { user, key, window }) =>
    compareAnswer(
      stage,
      {
        operation: 'listOccurrences',
        user,
        params: entityParamsOf(key),
        query: queryOf(window),
      },
      isFound(user, key)
        ? whole(occurrencesOf(world, [key], { user, window }))
        : undefined,
    ),
});

/** When events take place of what somebody follows or uses; nobody is known to own a service here. */
export const comingOccurrences: ListModel = createListModel({
  operations: ['listComingOccurrences'],
  world: fc.record({
    events: someOf(hours, event),
    followed: fc.subarray([...asked]),
  }),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl),
    window: fc.constantFrom(...windows),
  }),
  toTables: ({ events, followed }) => ({
    ...toTables(events),
    updates_follows: followed.flatMap(ref =>
      [reader, stranger].map(userRef => ({
        entity_ref: ref,
        user_ref: userRef,
        followed_at: daysAgo(1),
      })),
    ),
  }),
  compare: (stage, { events, followed }, { user, window }) => {
    const follows = [reader, stranger].includes(user) ? followed : [];
    const used = user === carl ? usedByWebsite : [];
    const refs = [
      ...follows,
      ...used.filter(ref => ownerOf(ref) !== groupOf[user]),
    ].filter(ref => mayRead(user, ref));
    const items = occurrencesOf(events, refs, { user, window }).map(one => ({
      ...one,
      title: catalogTitleOf(one.event.entityRef),
    }));
    return compareAnswer(
      stage,
      { operation: 'listComingOccurrences', user, query: queryOf(window) },
      whole(items),
    );
  },
});

/** The first occurrence of each event of which there are rows for all lists. */
export const startForAll = local(startOf({ key: 1 } as Given));

/** Rows of which every list of events has so many. */
export function eventRowsForAll(
  lists: ReadonlyArray<{ readonly entityRef: string; readonly ids: string[] }>,
): Tables {
  const toGiven = (entityRef: string, id: string): Given => ({
    id,
    key: 1,
    entityRef,
    state: 'published',
    isWeekly: false,
    first: undefined,
    coming: [],
  });
  return {
    ...toTables(
      lists.flatMap(({ entityRef, ids }) =>
        ids.map(id => toGiven(entityRef, id)),
      ),
    ),
    updates_event_attendance: lists.flatMap(({ entityRef, ids }) =>
      ids.map((_, n) => ({
        event_id: ids[0],
        original_start: startForAll,
        user_ref: `user:default/n-${n}`,
        said_at: daysAgo(1),
        starts_at: startOf(toGiven(entityRef, ids[0])),
        ends_at: daysAgo(0),
        reminded_at: null,
      })),
    ),
  };
}
