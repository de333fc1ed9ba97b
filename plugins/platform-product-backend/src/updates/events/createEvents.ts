import { RoomContext } from '../../RoomContext';
import { UpdatesConfig } from '../config';
import { Follows } from '../Follows';
import { AttendeeNews } from './AttendeeNews';
import { CalendarService } from './CalendarService';
import { ConcernedServices } from './ConcernedServices';
import { DatabaseAttendanceStore } from './DatabaseAttendanceStore';
import { DatabaseCalendarStore } from './DatabaseCalendarStore';
import { DatabaseEventStore } from './DatabaseEventStore';
import { EventClock } from './EventClock';
import { EventImporter } from './EventImporter';
import { EventNews } from './EventNews';
import { EventService } from './EventService';
import { OccurrenceService } from './OccurrenceService';

/** Puts together what teams invite the users of their services to. */
export function createEvents(
  context: Pick<
    RoomContext,
    | 'access'
    | 'auth'
    | 'graph'
    | 'groups'
    | 'knex'
    | 'now'
    | 'outbox'
    | 'serviceList'
    | 'services'
  > & {
    readonly follows: Pick<Follows, 'listFollowed'>;
    readonly config: UpdatesConfig;
  },
) {
  const { knex, config } = context;
  const store = new DatabaseEventStore(knex);
  const attendance = new DatabaseAttendanceStore(knex);
  const concerned = new ConcernedServices(context);
  const news = new AttendeeNews({ ...context, store: attendance });
  return {
    eventStore: store,
    eventNews: new EventNews({ store }),
    eventImporter: new EventImporter({ ...context, store }),
    events: new EventService({ ...context, store, news }),
    occurrences: new OccurrenceService({
      ...context,
      store,
      attendance,
      concerned,
    }),
    calendars: new CalendarService({
      ...context,
      store: new DatabaseCalendarStore(knex),
      events: store,
      concerned,
      trust: config.calendarTrust,
    }),
    eventClock: new EventClock({
      ...context,
      store,
      attendance,
      keepFor: config.keepEventsFor,
    }),
  };
}
