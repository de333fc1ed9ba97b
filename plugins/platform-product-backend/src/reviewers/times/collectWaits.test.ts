import { reviewRecord, storedChange } from '../../__testUtils__/changeRecord';
import { responseTimes, waitingTimes } from './collectWaits';

const calendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
};
/** A Wednesday. */
const opened = new Date('2026-07-01T08:00:00Z');
const ready = new Date('2026-07-01T10:00:00Z');
const closed = new Date('2026-07-01T12:00:00Z');
/** The next day; 7 hours of work after it was ready. */
const now = new Date('2026-07-02T09:00:00Z');

const begin = new Date('2026-01-02T00:00:00Z');
const period = { since: begin, now, calendar };
/** The last moment that is not counted. */
const before = new Date(+begin - 1);

describe('waitingTimes of what was merged without a review', () => {
  const merged = new Date('2026-07-01T16:00:00Z');
  const waits = (
    change: Parameters<typeof storedChange>[0],
    promisedHours?: number,
  ) =>
    waitingTimes(
      [
        storedChange({
          openedAt: opened,
          readyAt: ready,
          mergedAt: merged,
          closedAt: merged,
          ...change,
        }),
      ],
      { ...period, promisedHours },
    ).map(({ hours, isOpen }) => [hours, isOpen]);
  const reviews = [reviewRecord({ requestedAt: ready })];

  it('are counted where somebody was asked and the promise was over', () => {
    expect(waits({ reviews }, 5)).toEqual([[6, false]]);
    expect(waits({ reviews }, 6)).toEqual([]);
    expect(waits({ reviews: [] }, 5)).toEqual([]);
    expect(waits({ reviews })).toEqual([]);
    // Closed, and not merged: nobody wanted it any more.
    expect(waits({ reviews, mergedAt: undefined }, 5)).toEqual([]);
  });
});

describe('waitingTimes', () => {
  const waits = (change: Parameters<typeof storedChange>[0]) =>
    waitingTimes(
      [storedChange({ openedAt: opened, readyAt: ready, ...change })],
      period,
    ).map(({ since, hours, isOpen }) => ({ since, hours, isOpen }));

  it.each([
    [
      'an answered change, as long as it waited',
      { waitHours: 3.5, firstReviewAt: closed },
      [{ since: ready, hours: 3.5, isOpen: false }],
    ],
    [
      'one that was answered at once',
      { waitHours: 0 },
      [{ since: ready, hours: 0, isOpen: false }],
    ],
    [
      'one that was closed after its review',
      { waitHours: 2, mergedAt: closed, closedAt: closed },
      [{ since: ready, hours: 2, isOpen: false }],
    ],
    [
      'an open one, in hours of work since it is ready',
      {},
      [{ since: ready, hours: 7, isOpen: true }],
    ],
    [
      'one that was ready as the period began',
      { readyAt: begin, waitHours: 1 },
      [{ since: begin, hours: 1, isOpen: false }],
    ],
    ['none that was ready before', { readyAt: before, waitHours: 1 }, []],
    [
      'one that still waits, however long',
      { readyAt: before },
      [{ since: before, hours: 1032, isOpen: true }],
    ],
    ['no draft', { readyAt: undefined, waitHours: 1 }, []],
    ['none that was closed without a review', { closedAt: closed }, []],
    ['none that was merged without a review', { mergedAt: closed }, []],
  ])('has %s', (_, change, expected) => {
    expect(waits(change)).toEqual(expected);
  });

  it('says which change waits', () => {
    const changes = ['1', '2'].map(changeId => storedChange({ changeId }));
    expect(waitingTimes(changes, period).map(({ change }) => change)).toEqual(
      changes,
    );
  });
});

describe('responseTimes', () => {
  it.each([
    [
      'an answer, as long as it took',
      { requestedAt: ready, reviewedAt: closed, responseHours: 2 },
      [{ since: ready, hours: 2, isOpen: false }],
    ],
    [
      'an answer at once',
      { requestedAt: ready, reviewedAt: ready, responseHours: 0 },
      [{ since: ready, hours: 0, isOpen: false }],
    ],
    [
      'a person who is awaited, in hours of work since they were asked',
      { requestedAt: ready, isAwaited: true },
      [{ since: ready, hours: 7, isOpen: true }],
    ],
    [
      'an answer to who was asked as the period began',
      { requestedAt: begin, reviewedAt: closed, responseHours: 2 },
      [{ since: begin, hours: 2, isOpen: false }],
    ],
    [
      'no answer to who was asked before',
      { requestedAt: before, reviewedAt: closed, responseHours: 2 },
      [],
    ],
    [
      'a person who is still awaited, however long',
      { requestedAt: before, isAwaited: true },
      [{ since: before, hours: 1032, isOpen: true }],
    ],
    ['nobody who is not awaited any more', { requestedAt: ready }, []],
    ['nobody who was not asked', { reviewedAt: closed, responseHours: 2 }, []],
    ['nobody of whom nobody knows since when', { isAwaited: true }, []],
  ])('has %s', (_, review, expected) => {
    expect(
      responseTimes(
        [storedChange({ reviews: [reviewRecord(review)] })],
        period,
      ),
    ).toEqual(expected);
  });

  it('has everybody who was asked', () => {
    const reviews = ['nina', 'paul'].map(person =>
      reviewRecord({ person, requestedAt: ready, responseHours: 1 }),
    );
    expect(
      responseTimes(
        [storedChange({ reviews }), storedChange({ reviews })],
        period,
      ),
    ).toHaveLength(4);
  });
});
