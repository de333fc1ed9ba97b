import { listOfOne, maybe } from './answers';
import {
  Field,
  flag,
  id,
  integer,
  moment,
  oneOf,
  optional,
  queryNumber,
  secureLink,
  service,
  text,
} from './fields';
import { RouteExamples } from './RouteExample';

const at = '2026-03-01T12:00:00.000Z';

const localTime: Field = {
  takes: [
    '2026-12-03T14:00',
    '2028-02-29T00:00',
    '2000-01-01T23:59',
    '2099-12-31T09:30',
  ],
  refuses: [
    '',
    'tomorrow',
    '2026-12-03',
    '2026-12-03T14:00:00',
    '2026-12-03T14:00Z',
    '2026-02-29T14:00',
    '2026-12-03T24:00',
    '2026-12-03 14:00',
    '1999-12-31T14:00',
    '2100-01-01T14:00',
    7,
    null,
  ],
};

const head = {
  id: id.takes[0],
  entityRef: 'component:default/logs',
  kind: 'office-hours',
  title: 'Office hours on logs',
  text: maybe('Bring your queries.'),
  place: maybe('Room Elbe'),
  link: maybe('https://meet.example.com/logs'),
  timeZone: 'Europe/Berlin',
};

const event = {
  ...head,
  startsAt: '2026-12-03T14:00',
  durationMinutes: 45,
  recurrence: maybe({
    frequency: 'weekly',
    interval: 2,
    weekdays: maybe([4]),
    nth: maybe(-1),
    until: maybe('2027-12-31'),
    count: maybe(7),
  }),
  exceptions: [
    {
      originalStart: '2026-12-17T14:00',
      isCancelled: false,
      startsAt: maybe('2026-12-18T14:00'),
      durationMinutes: maybe(30),
      note: maybe('The room is taken.'),
    },
  ],
  sequence: 3,
  publishedAt: maybe(at),
  cancelledAt: maybe(at),
  version: 4,
  createdBy: 'user:default/maya-lund',
  createdAt: at,
};

const occurrence = {
  event: head,
  startsAt: at,
  endsAt: at,
  originalStart: '2026-03-01T13:00',
  isMoved: true,
  isCancelled: false,
  note: maybe('The room is taken.'),
  coming: 3,
  isComing: true,
};

const input: Record<string, Field> = {
  kind: oneOf('office-hours', 'workshop', 'demo', 'other'),
  title: text({ min: 5, max: 200 }),
  text: optional(text({ max: 5000 })),
  place: optional(text({ max: 200 })),
  link: optional(secureLink),
  timeZone: {
    takes: ['Europe/Berlin', 'UTC', 'Australia/Lord_Howe'],
    refuses: ['', 'Europe/Atlantis', 7, null],
  },
  startsAt: localTime,
  durationMinutes: integer({ min: 5, max: 20_160 }),
  recurrence: {
    isOptional: true,
    takes: [
      undefined,
      { frequency: 'daily' },
      { frequency: 'daily', interval: 52, count: 200 },
      { frequency: 'weekly', until: '2099-12-31' },
      { frequency: 'monthly', interval: 1 },
    ],
    refuses: [
      'weekly',
      null,
      {},
      { frequency: 'yearly' },
      { frequency: 'daily', interval: 0 },
      { frequency: 'daily', interval: 53 },
      { frequency: 'daily', interval: 1.5 },
      { frequency: 'daily', count: 0 },
      { frequency: 'daily', count: 201 },
      { frequency: 'daily', count: 3, until: '2099-12-31' },
      { frequency: 'daily', until: '2099-02-30' },
      { frequency: 'daily', until: '1999-12-31' },
      { frequency: 'daily', weekdays: [1] },
      { frequency: 'weekly', weekdays: [] },
      { frequency: 'weekly', weekdays: [4, 4] },
      { frequency: 'weekly', weekdays: [0] },
      { frequency: 'weekly', weekdays: [8] },
      { frequency: 'weekly', nth: 1 },
      { frequency: 'monthly', nth: 5 },
      { frequency: 'monthly', nth: 0 },
      { frequency: 'monthly', weekdays: [4] },
    ],
  },
};

const version = integer({ min: 1 });
const occurrenceParams = { id, start: localTime };
const page = {
  limit: optional(queryNumber({ min: 1, max: 200 })),
  cursor: optional(text({ max: 500 })),
};
const window = { from: optional(moment), until: optional(moment) };
const file = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

export const eventExamples: RouteExamples<
  | 'listOccurrences'
  | 'listComingOccurrences'
  | 'listEvents'
  | 'addEvent'
  | 'getEvent'
  | 'changeEvent'
  | 'publishEvent'
  | 'removeEvent'
  | 'changeOccurrence'
  | 'attend'
  | 'unattend'
  | 'listAttendance'
  | 'getCalendarFile'
  | 'readCalendar'
  | 'getCalendarLink'
  | 'makeCalendarLink'
  | 'revokeCalendarLink'
> = {
  listOccurrences: {
    params: service,
    query: window,
    answer: listOfOne(occurrence),
  },
  listComingOccurrences: {
    query: window,
    answer: listOfOne({ ...occurrence, title: 'Logs' }),
  },
  listEvents: { params: service, query: page, answer: listOfOne(event) },
  addEvent: {
    params: service,
    body: { ...input, publish: optional(flag) },
    answer: event,
  },
  getEvent: { params: { id }, answer: event },
  changeEvent: { params: { id }, body: { ...input, version }, answer: event },
  publishEvent: { params: { id }, body: { version }, answer: event },
  removeEvent: { params: { id }, answer: undefined },
  changeOccurrence: {
    params: occurrenceParams,
    body: {
      version,
      // Moved has a test of its own, with the time to which it is moved.
      state: oneOf('cancelled', 'planned'),
      startsAt: {
        isOptional: true,
        takes: [undefined],
        refuses: localTime.takes.concat(localTime.refuses),
      },
      durationMinutes: {
        isOptional: true,
        takes: [undefined],
        refuses: [4, 20_161, 45, '45', null],
      },
      note: optional(text({ max: 500 })),
    },
    answer: event,
  },
  attend: { params: occurrenceParams, answer: occurrence },
  unattend: { params: occurrenceParams, answer: undefined },
  listAttendance: {
    params: occurrenceParams,
    query: page,
    answer: listOfOne({ userRef: 'user:default/maya-lund', at }),
  },
  getCalendarFile: { params: service, answer: file },
  readCalendar: {
    params: {
      secret: {
        takes: ['x', 'x'.repeat(100)],
        refuses: ['', 'x'.repeat(101), 7, null],
      },
    },
    answer: file,
  },
  getCalendarLink: { answer: { createdAt: maybe(at) } },
  makeCalendarLink: { answer: { secret: 'x'.repeat(43), createdAt: at } },
  revokeCalendarLink: { answer: undefined },
};
