import { serviceEntity } from '../__testUtils__/entities';
import { StoredEvent } from './events/EventStore';
import { InTheLoopCollector } from './InTheLoopCollector';

const logs = 'component:default/logs';
const now = new Date('2026-11-20T12:00:00.000Z');
const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(+now - days * day);

const eventOf = (startsAt: string, publishedDaysAgo: number): StoredEvent => ({
  id: '1c5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b20',
  entityRef: logs,
  kind: 'demo',
  title: 'A demo',
  timeZone: 'UTC',
  startsAt,
  durationMinutes: 45,
  exceptions: [],
  sequence: 0,
  publishedAt: daysAgo(publishedDaysAgo).toISOString(),
  version: 1,
  createdBy: 'user:default/olga',
  createdAt: daysAgo(publishedDaysAgo).toISOString(),
  changedAt: daysAgo(publishedDaysAgo).toISOString(),
});
const held = eventOf('2026-11-10T10:00', 30);

async function judge(posted?: Date, ...events: readonly StoredEvent[]) {
  const collector = new InTheLoopCollector({
    posts: { findLatest: async () => new Map(posted ? [[logs, posted]] : []) },
    events: { listPublished: async () => events },
  });
  const [found] = await collector.collect({
    services: [{ entityRef: logs, entity: serviceEntity('logs') }],
    now,
    signal: new AbortController().signal,
  });
  return found && [found.result, found.summary];
}

describe('InTheLoopCollector', () => {
  it('wants a post and an event, and tells no day of the post', async () => {
    expect(await judge(daysAgo(3), held)).toEqual([
      'pass',
      'There was a post in 90 days, and an event on 2026-11-10',
    ]);
  });

  it.each([
    ['no post', undefined, held, 'There was no post in 90 days'],
    ['an old post', daysAgo(91), held, 'There was no post in 90 days'],
    [
      'an event that nobody was told of before',
      daysAgo(3),
      eventOf('2026-11-10T10:00', 2),
      'There was no event in 90 days',
    ],
    [
      'an event that was cancelled',
      daysAgo(3),
      {
        ...held,
        exceptions: [
          {
            originalStart: held.startsAt,
            isCancelled: true,
            changedAt: daysAgo(20).toISOString(),
          },
        ],
      } as StoredEvent,
      'There was no event in 90 days',
    ],
  ])('fails with %s', async (_, posted, event, summary) => {
    expect(await judge(posted, event)).toEqual(['fail', summary]);
  });

  it('says nothing of who has done neither here', async () => {
    expect(await judge()).toBeUndefined();
  });
});
