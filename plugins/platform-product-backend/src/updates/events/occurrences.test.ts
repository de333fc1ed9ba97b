import fc from 'fast-check';
import { dayByDay, momentOf } from '../../__testUtils__/calendars/dayByDay';
import {
  someEvent,
  year,
  zones,
} from '../../__testUtils__/calendars/someEvents';
import {
  EventTimes,
  narrowWindow,
  occurrencesOf,
  occursAt,
  spanOf,
} from './occurrences';

const day = 24 * 60 * 60 * 1000;
const minute = 60_000;
const numRuns = 60;

const event: EventTimes = {
  startsAt: '2026-10-01T02:30',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  recurrence: { frequency: 'daily', interval: 1 },
  exceptions: [],
};

const startsOf = (given: EventTimes, from: string, until: string) =>
  occurrencesOf(given, { from: new Date(from), until: new Date(until) }).map(
    one => one.startsAt.toISOString(),
  );

describe('occurrences', () => {
  it('are those that are found by looking at each day', () => {
    fc.assert(
      fc.property(someEvent, given => {
        const length = given.durationMinutes * minute;
        const expected = dayByDay(given, year.until)
          .map(([originalStart, moment]) => ({
            originalStart,
            startsAt: new Date(moment),
            endsAt: new Date(moment + length),
            isMoved: false,
            isCancelled: false,
          }))
          .filter(({ endsAt }) => endsAt > year.from);
        expect(occurrencesOf(given, year)).toEqual(expected);
      }),
      { numRuns, seed: 20261128 },
    );
  });

  it.each(zones)('say of each time in %s whether there is one', timeZone => {
    fc.assert(
      fc.property(someEvent, given => {
        const there = { ...given, timeZone };
        if (momentOf(there.startsAt, timeZone) === undefined) return;
        const found = new Set(dayByDay(there, year.until).map(([at]) => at));
        const days = Array.from({ length: 60 }, (_, n) =>
          new Date(+year.from + n * day).toISOString().slice(0, 10),
        );
        const locals = days.map(date => `${date}${there.startsAt.slice(10)}`);
        expect(locals.filter(local => occursAt(there, local))).toEqual(
          locals.filter(local => found.has(local)),
        );
      }),
      { numRuns: 10, seed: 20261128 },
    );
  });

  it('leave out what clocks skip, and take the first of what they show twice', () => {
    expect(
      startsOf(event, '2027-03-27T00:00:00Z', '2027-03-30T00:00:00Z'),
    ).toEqual(['2027-03-27T01:30:00.000Z', '2027-03-29T00:30:00.000Z']);
    expect(
      startsOf(event, '2026-10-24T00:00:00Z', '2026-10-26T23:00:00Z'),
    ).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('reach into a window as far as they last, and no further', () => {
    const single = { ...event, recurrence: undefined };
    const at = (from: string, until: string) => startsOf(single, from, until);
    const [start, end] = ['2026-10-01T00:30:00Z', '2026-10-01T01:15:00Z'];
    const later = (moment: string) =>
      new Date(Date.parse(moment) + 1).toISOString();
    expect(at(start, later(start))).toHaveLength(1);
    expect(at('2026-09-30T00:00:00Z', start)).toEqual([]);
    expect(at('2026-10-01T01:14:59Z', end)).toHaveLength(1);
    expect(at(end, '2026-10-02T00:00:00Z')).toEqual([]);
  });

  it('move and are cancelled one by one, whatever came before', () => {
    const change = fc.record({
      index: fc.nat(30),
      kind: fc.constantFrom('cancelled', 'moved', 'planned'),
      days: fc.integer({ min: -20, max: 20 }),
    });
    fc.assert(
      fc.property(
        someEvent,
        fc.array(change, { maxLength: 12 }),
        (given, changes) => {
          const regular = dayByDay(given, new Date(+year.until + 60 * day));
          const model = new Map(
            regular.map(([start, moment]) => [
              start,
              { moment, isCancelled: false, isMoved: false },
            ]),
          );
          const exceptions = new Map<
            string,
            EventTimes['exceptions'][number]
          >();
          for (const { index, kind, days } of changes) {
            const chosen = regular[index];
            if (!chosen) continue;
            const [originalStart, moment] = chosen;
            const date = new Date(Date.parse(`${originalStart}Z`) + days * day);
            const startsAt = `${date.toISOString().slice(0, 10)}T12:00`;
            const isMoved = kind === 'moved';
            const isCancelled = kind === 'cancelled';
            exceptions.set(originalStart, {
              originalStart,
              isCancelled,
              startsAt: isMoved ? startsAt : undefined,
            });
            model.set(originalStart, {
              moment: isMoved ? momentOf(startsAt, given.timeZone)! : moment,
              isCancelled,
              isMoved,
            });
          }
          const expected = [...model]
            .map(([originalStart, one]) => ({ originalStart, ...one }))
            .filter(
              ({ moment }) =>
                moment < +year.until &&
                moment + given.durationMinutes * minute > +year.from,
            )
            .sort(
              (one, other) =>
                one.moment - other.moment ||
                (one.originalStart < other.originalStart ? -1 : 1),
            );
          const found = occurrencesOf(
            { ...given, exceptions: [...exceptions.values()] },
            year,
          );
          expect(
            found.map(({ originalStart, startsAt, isCancelled, isMoved }) => ({
              originalStart,
              moment: +startsAt,
              isCancelled,
              isMoved,
            })),
          ).toEqual(expected);
        },
      ),
      { numRuns, seed: 20261129 },
    );
  });

  it('span from the first to the last of them', () => {
    fc.assert(
      fc.property(someEvent, given => {
        const isEndless =
          given.recurrence &&
          given.recurrence.until === undefined &&
          given.recurrence.count === undefined;
        const all = dayByDay(given, new Date('2040-01-01T00:00:00Z'));
        const { firstAt, endsAt } = spanOf(given);
        expect(+firstAt).toBe(all[0][1]);
        expect(endsAt && +endsAt).toBe(
          isEndless
            ? undefined
            : all.at(-1)![1] + given.durationMinutes * minute,
        );
      }),
      { numRuns: 30, seed: 20261128 },
    );
  });

  it('end where the event was cancelled, and span to the last that is moved', () => {
    const cancelledAt = '2026-10-03T00:30:00.000Z';
    const cancelled = { ...event, cancelledAt };
    expect(
      startsOf(cancelled, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
    ).toEqual(['2026-10-01T00:30:00.000Z', '2026-10-02T00:30:00.000Z']);
    expect(spanOf(cancelled).endsAt?.toISOString()).toBe(cancelledAt);
    const moved = {
      ...event,
      recurrence: { frequency: 'daily', interval: 1, count: 3 },
      exceptions: [
        {
          originalStart: '2026-10-02T02:30',
          isCancelled: false,
          startsAt: '2026-12-24T10:00',
          durationMinutes: 10,
        },
      ],
    } as const;
    expect(spanOf(moved).endsAt?.toISOString()).toBe(
      '2026-12-24T09:10:00.000Z',
    );
  });

  it('are at most so many in a window that is narrowed, and all up to its end', () => {
    fc.assert(
      fc.property(
        fc.array(someEvent, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 100, max: 400 }),
        (given, most) => {
          const narrow = narrowWindow(given, year, most);
          expect(narrow.from).toBe(year.from);
          expect(+narrow.until).toBeLessThanOrEqual(+year.until);
          const count = given.reduce(
            (sum, one) =>
              // Whatever lasts for long is under way several times at once.
              sum +
              occurrencesOf({ ...one, durationMinutes: 5 }, narrow).length,
            0,
          );
          expect(count).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 100, seed: 20261128 },
    );
  });
});
