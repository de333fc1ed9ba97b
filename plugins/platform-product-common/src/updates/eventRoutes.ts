import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  entityParams,
  exampleService,
  idParams,
  listOf,
} from '../api/parameters';
import {
  eventChangeSchema,
  eventPublicationSchema,
  newEventSchema,
  occurrenceChangeSchema,
} from './eventInput';
import {
  calendarLinkSchema,
  comingOccurrenceSchema,
  eventAttendanceSchema,
  eventOccurrenceSchema,
  madeCalendarLinkSchema,
  serviceEventSchema,
} from './events';
import { localTime, moment, paging } from './inputs';

const service = '/entities/:kind/:namespace/:name';
const occurrence = '/events/:id/occurrences/:start';

const occurrenceParams = idParams.extend({ start: localTime });
const window = z.strictObject({
  from: moment.optional().describe('Now, where it is left out.'),
  until: moment
    .optional()
    .describe('90 days after `from` where it is left out; at most 366.'),
});

const exampleId = '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10';
const exampleOccurrence = { id: exampleId, start: '2098-01-16T14:00' };
const exampleEvent = {
  kind: 'office-hours',
  title: 'Office hours on logs',
  text: 'Bring your **queries**.',
  place: 'Room Elbe',
  link: 'https://meet.example.com/logs',
  timeZone: 'Europe/Berlin',
  startsAt: '2098-01-02T14:00',
  durationMinutes: 45,
  recurrence: {
    frequency: 'weekly',
    interval: 2,
    weekdays: [4],
    until: '2099-12-31',
  },
} as const;
const exampleWindow = {
  from: '2026-12-01T00:00:00.000Z',
  until: '2027-11-30T00:00:00.000Z',
};
const exampleSecret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/**
 * Routes for events, in the room `updates`.
 *
 * @public
 */
export const eventRoutes = {
  listOccurrences: defineRoute({
    operationId: 'listOccurrences',
    method: 'get',
    path: `${service}/occurrences`,
    summary:
      'When events of a service take place, the soonest first; up to 1,000 times in a year',
    params: entityParams,
    query: window,
    response: listOf(eventOccurrenceSchema),
    example: { params: exampleService, query: exampleWindow },
  }),
  listComingOccurrences: defineRoute({
    operationId: 'listComingOccurrences',
    method: 'get',
    path: '/occurrences',
    summary:
      'When events of the services take place that the caller follows, uses or owns, as far as they may see these',
    visibility: 'list',
    query: window,
    response: listOf(comingOccurrenceSchema),
    example: { query: exampleWindow },
  }),
  listEvents: defineRoute({
    operationId: 'listEvents',
    method: 'get',
    path: `${service}/events`,
    summary:
      'Events of a service as they were planned, drafts first, which are for its team alone; then the newest',
    params: entityParams,
    query: z.strictObject(paging),
    response: listOf(serviceEventSchema),
    example: {
      params: exampleService,
      query: { limit: 10, cursor: 'MTAgUXU5bTlQa0JqVQ' },
    },
  }),
  addEvent: defineRoute({
    operationId: 'addEvent',
    method: 'post',
    path: `${service}/events`,
    summary: 'Plan an event, for users or, as a draft, for the team alone',
    action: 'writeEvents',
    audited: ['kind'],
    params: entityParams,
    body: newEventSchema,
    response: serviceEventSchema,
    status: 201,
    idempotent: true,
    example: {
      params: exampleService,
      body: { ...exampleEvent, publish: true },
    },
  }),
  getEvent: defineRoute({
    operationId: 'getEvent',
    method: 'get',
    path: '/events/:id',
    summary:
      'An event as it was planned, with what is different about single times',
    record: 'event',
    params: idParams,
    response: serviceEventSchema,
    example: { params: { id: exampleId } },
  }),
  changeEvent: defineRoute({
    operationId: 'changeEvent',
    method: 'put',
    path: '/events/:id',
    summary: 'Plan an event anew; who comes is told where a time has changed',
    conflict: 'It is cancelled, or has moved since that version',
    action: 'writeEvents',
    record: 'event',
    audited: ['kind'],
    params: idParams,
    body: eventChangeSchema,
    response: serviceEventSchema,
    example: {
      params: { id: exampleId },
      body: { ...exampleEvent, version: 1 },
    },
  }),
  publishEvent: defineRoute({
    operationId: 'publishEvent',
    method: 'post',
    path: '/event-drafts/:id/publication',
    summary: 'Let users see a draft of an event',
    conflict: 'It is published already, or has moved since that version',
    action: 'writeEvents',
    record: 'event',
    audited: ['kind'],
    params: idParams,
    body: eventPublicationSchema,
    response: serviceEventSchema,
    example: { params: { id: exampleId }, body: { version: 1 } },
  }),
  removeEvent: defineRoute({
    operationId: 'removeEvent',
    method: 'delete',
    path: '/events/:id',
    summary:
      'Throw a draft away, or cancel a published event as a whole; who comes is told',
    action: 'writeEvents',
    record: 'event',
    params: idParams,
    status: 204,
    example: { params: { id: exampleId } },
  }),
  changeOccurrence: defineRoute({
    operationId: 'changeOccurrence',
    method: 'put',
    path: occurrence,
    summary:
      'Cancel or move one occurrence of an event, or have it as it was planned; who comes is told',
    conflict: 'The event is cancelled, or has moved since that version',
    action: 'writeEvents',
    record: 'event',
    audited: ['state'],
    params: occurrenceParams,
    body: occurrenceChangeSchema,
    response: serviceEventSchema,
    example: {
      params: exampleOccurrence,
      body: {
        version: 1,
        state: 'moved',
        startsAt: '2098-01-17T15:00',
        durationMinutes: 30,
        note: 'The room is taken.',
      },
    },
  }),
  attend: defineRoute({
    operationId: 'attend',
    method: 'put',
    path: `${occurrence}/attendance`,
    summary: 'Say that I come; once for each person',
    conflict: 'It is a draft, cancelled or over',
    action: 'attendEvents',
    record: 'event',
    params: occurrenceParams,
    response: eventOccurrenceSchema,
    example: { params: exampleOccurrence },
  }),
  unattend: defineRoute({
    operationId: 'unattend',
    method: 'delete',
    path: `${occurrence}/attendance`,
    summary: 'Say that I do not come after all',
    visibility: 'own',
    record: 'event',
    params: occurrenceParams,
    status: 204,
    example: { params: exampleOccurrence },
  }),
  listAttendance: defineRoute({
    operationId: 'listAttendance',
    method: 'get',
    path: `${occurrence}/attendance`,
    summary: 'Who comes, in the order in which they said so',
    action: 'writeEvents',
    record: 'event',
    params: occurrenceParams,
    query: z.strictObject(paging),
    response: listOf(eventAttendanceSchema),
    example: {
      params: exampleOccurrence,
      query: { limit: 10, cursor: 'MTAgMGIzV0hIRUlOTA' },
    },
  }),
  getCalendarFile: defineRoute({
    operationId: 'getCalendarFile',
    method: 'get',
    path: `${service}/calendar.ics`,
    summary: 'The events of a service as an iCalendar file',
    params: entityParams,
    contentType: 'text/calendar',
    response: z.string(),
    example: { params: exampleService },
  }),
  readCalendar: defineRoute({
    operationId: 'readCalendar',
    method: 'get',
    path: '/calendars/:secret.ics',
    summary:
      'What concerns the person whose secret link this is, as an iCalendar file; for calendar apps, which sign nobody in',
    notFound: 'There is no such link, it was revoked, or its person has left',
    visibility: 'list',
    caller: 'link',
    params: z.object({ secret: z.string().min(1).max(100) }),
    contentType: 'text/calendar',
    response: z.string(),
    example: { params: { secret: exampleSecret } },
  }),
  getCalendarLink: defineRoute({
    operationId: 'getCalendarLink',
    method: 'get',
    path: '/me/calendar-link',
    summary: 'Whether I have a secret link for my calendar app',
    visibility: 'own',
    response: calendarLinkSchema,
    example: {},
  }),
  makeCalendarLink: defineRoute({
    operationId: 'makeCalendarLink',
    method: 'put',
    path: '/me/calendar-link',
    summary:
      'Make a secret link for my calendar app; one that I had is revoked, and the new one is told this once',
    conflict: 'The caller is no User of the catalog',
    visibility: 'own',
    response: madeCalendarLinkSchema,
    example: {},
  }),
  revokeCalendarLink: defineRoute({
    operationId: 'revokeCalendarLink',
    method: 'delete',
    path: '/me/calendar-link',
    summary: 'Revoke my secret link, so that it leads nowhere',
    visibility: 'own',
    status: 204,
    example: {},
  }),
} as const;
