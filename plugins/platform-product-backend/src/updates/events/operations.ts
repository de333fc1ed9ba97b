import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { eventRoutes } from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../../access/AccessService';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Operations } from '../../operations/Operations';
import { CalendarService } from './CalendarService';
import { EventService, shownEvent } from './EventService';
import { StoredEvent } from './EventStore';
import { OccurrenceService } from './OccurrenceService';

interface EventCall {
  readonly service: ServiceEntity;
  readonly credentials: BackstageCredentials;
}

const wholeList = <TItem>(items: readonly TItem[]) => ({
  items,
  totalItems: items.length,
  pageInfo: {},
});

/** Adds what can be asked of events and calendars. */
export function addEventOperations(
  operations: Operations,
  room: {
    readonly access: AccessService;
    readonly events: EventService;
    readonly occurrences: OccurrenceService;
    readonly calendars: CalendarService;
  },
): void {
  const { access, events, occurrences, calendars } = room;

  async function isTeam({ service, credentials }: EventCall) {
    const { writeEvents } = await access.allowed(
      ['writeEvents'],
      service.entity,
      credentials,
    );
    return writeEvents;
  }
  /** A draft is there for its team alone. */
  const finder = {
    find: (id: string) => events.find(id),
    show: async (event: StoredEvent, call: EventCall) =>
      event.publishedAt || (await isTeam(call)) ? event : undefined,
  };

  operations.on(eventRoutes.listOccurrences, async ({ service, query, user }) =>
    wholeList(await occurrences.list([service.entityRef], query, user)),
  );

  operations.on(
    eventRoutes.listComingOccurrences,
    async ({ query, user: userRef, credentials }) => {
      const items = await occurrences.listComing(query, {
        userRef,
        credentials,
      });
      if (userRef) await calendars.noteRights({ userRef, credentials });
      return wholeList(items);
    },
  );

  operations.on(eventRoutes.listEvents, async call =>
    events.list({
      ...call.query,
      entityRef: call.service.entityRef,
      isTeam: await isTeam(call),
    }),
  );

  operations.on(
    eventRoutes.addEvent,
    async ({ service, body, by, idempotencyKey }) =>
      shownEvent(await events.add(service, body, { by, idempotencyKey })),
  );

  operations.onRecord(eventRoutes.getEvent, finder, async ({ record }) =>
    shownEvent(record),
  );

  operations.onRecord(
    eventRoutes.changeEvent,
    finder,
    async ({ service, record, body }) =>
      shownEvent(await events.change(service, record, body)),
  );

  operations.onRecord(
    eventRoutes.publishEvent,
    finder,
    async ({ service, record, body }) =>
      shownEvent(await events.publish(service, record, body.version)),
  );

  operations.onRecord(eventRoutes.removeEvent, finder, ({ service, record }) =>
    events.remove(service, record),
  );

  operations.onRecord(
    eventRoutes.changeOccurrence,
    finder,
    async ({ service, record, params, body }) =>
      shownEvent(
        await events.changeOccurrence(service, record, params.start, body),
      ),
  );

  operations.onRecord(eventRoutes.attend, finder, ({ record, params, by }) =>
    occurrences.attend(record, params.start, by),
  );

  operations.onOwnRecord(
    eventRoutes.unattend,
    {
      // Who does not come learns nothing of what there is.
      async find(id, { params, by }) {
        const { start } = params as { readonly start: string };
        const isComing = await occurrences.isComing(id, start, by);
        return isComing ? events.find(id) : undefined;
      },
    },
    ({ record, params, by }) => occurrences.unattend(record, params.start, by),
  );

  operations.onRecord(
    eventRoutes.listAttendance,
    finder,
    ({ record, params, query }) =>
      occurrences.listAttendance(record, params.start, query),
  );

  operations.on(eventRoutes.getCalendarFile, ({ service }) =>
    calendars.fileOf(service),
  );

  operations.on(eventRoutes.readCalendar, ({ params }) =>
    calendars.read(params.secret),
  );

  operations.on(eventRoutes.getCalendarLink, ({ by: userRef, credentials }) =>
    calendars.getLink({ userRef, credentials }),
  );

  operations.on(eventRoutes.makeCalendarLink, ({ by: userRef, credentials }) =>
    calendars.makeLink({ userRef, credentials }),
  );

  operations.on(eventRoutes.revokeCalendarLink, ({ by }) =>
    calendars.revokeLink(by),
  );
}
