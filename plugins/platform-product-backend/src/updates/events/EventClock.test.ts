import { Knex } from 'knex';
import { serviceEntity } from '../../__testUtils__/entities';
import { databases } from '../../__testUtils__/databases';
import { prepareDatabase } from '../../database/prepareDatabase';
import { Notification } from '../../notifications/Notification';
import { DatabaseAttendanceStore } from './DatabaseAttendanceStore';
import { DatabaseEventStore } from './DatabaseEventStore';
import { EventClock } from './EventClock';
import { StoredEvent } from './EventStore';

jest.setTimeout(60_000);

const id = '5c1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80';
const originalStart = '2027-03-11T14:00';
const now = new Date('2027-03-11T01:00:00.000Z');
const created = '2027-03-01T12:00:00.000Z';
const event: StoredEvent = {
  id,
  entityRef: 'component:default/logs',
  kind: 'demo',
  title: 'A demo',
  timeZone: 'UTC',
  startsAt: originalStart,
  durationMinutes: 45,
  exceptions: [],
  sequence: 0,
  publishedAt: created,
  version: 1,
  createdBy: 'user:default/olga',
  createdAt: created,
  changedAt: created,
};
const come = {
  eventId: id,
  originalStart,
  startsAt: new Date(`${originalStart}Z`),
  endsAt: new Date('2027-03-11T14:45:00.000Z'),
  version: 1,
  userRef: 'user:default/pia',
  at: new Date(created),
  remind: true,
};

describe.each(databases.eachSupportedId())('EventClock on %s', databaseId => {
  let knex: Knex;
  let attendance: DatabaseAttendanceStore;
  let told: Notification[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await prepareDatabase({ getClient: async () => knex } as never);
    attendance = new DatabaseAttendanceStore(knex);
    told = [];
  });

  /** What the clock reads, where `seen` is what it finds of the event. */
  function createClock(seen: StoredEvent | undefined) {
    const store = new DatabaseEventStore(knex);
    jest.spyOn(store, 'get').mockResolvedValue(seen);
    return new EventClock({
      store,
      attendance,
      services: {
        getServices: async ([entityRef]) => [
          { entityRef, entity: serviceEntity('logs') },
        ],
      },
      outbox: {
        put: async (_, ...notifications) => {
          told.push(...notifications);
        },
        wake: async () => {},
      },
      keepFor: 365 * 24 * 60 * 60 * 1000,
      now: () => now,
    });
  }
  const exception = { originalStart, changedAt: created };

  it.each<[string, number, StoredEvent | undefined]>([
    ['takes place', 1, event],
    ['is gone', 0, undefined],
    ['is cancelled as a whole', 0, { ...event, cancelledAt: created }],
    [
      'is cancelled this once',
      0,
      { ...event, exceptions: [{ ...exception, isCancelled: true }] },
    ],
    [
      'is moved, which those who came meanwhile do not know',
      0,
      {
        ...event,
        exceptions: [
          { ...exception, isCancelled: false, startsAt: '2027-03-11T18:00' },
        ],
      },
    ],
  ])('reminds of what %s %d times', async (_, times, seen) => {
    await new DatabaseEventStore(knex).add(event, 'key');
    expect(await attendance.add(come)).toBe(true);
    await createClock(seen).run(new AbortController().signal);
    expect(told).toHaveLength(times);
  });

  it('reminds of no time that was moved while it read', async () => {
    await new DatabaseEventStore(knex).add(event, 'key');
    await attendance.add(come);
    const startsAt = new Date('2027-03-11T18:00:00.000Z');
    const listToRemind = attendance.listToRemind.bind(attendance);
    jest.spyOn(attendance, 'listToRemind').mockImplementation(async span => {
      const due = await listToRemind(span);
      await knex.transaction(transaction =>
        attendance.setTime(transaction, {
          ...come,
          startsAt,
          remind: true,
          now,
        }),
      );
      return due;
    });
    await createClock(event).run(new AbortController().signal);
    expect(told).toEqual([]);
  });

  it('takes nobody to what has moved since they read it', async () => {
    await new DatabaseEventStore(knex).add(event, 'key');
    expect(await attendance.add({ ...come, version: 2 })).toBe(false);
    expect(await knex('updates_event_attendance')).toEqual([]);
  });
});
