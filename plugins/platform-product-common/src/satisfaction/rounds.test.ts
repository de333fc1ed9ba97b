import { RoundPeriod, roundPeriodAt, RoundSchedule } from './rounds';

const told = (period: RoundPeriod | undefined) =>
  period && [
    period.id,
    period.opensAt.toISOString(),
    period.closesAt.toISOString(),
  ];

const at = (schedule: RoundSchedule, moment: string) =>
  told(roundPeriodAt(schedule, new Date(moment)));

const midnight = (date: string) => `${date}T00:00:00.000Z`;

describe('roundPeriodAt', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-03-31T23:59:59.999Z', '2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-04-01T00:00:00.000Z', '2026-Q2', '2026-04-01', '2026-07-01'],
    ['2026-06-30T23:59:59.999Z', '2026-Q2', '2026-04-01', '2026-07-01'],
    ['2026-07-01T00:00:00.000Z', '2026-Q3', '2026-07-01', '2026-10-01'],
    ['2026-09-30T23:59:59.999Z', '2026-Q3', '2026-07-01', '2026-10-01'],
    ['2026-10-01T00:00:00.000Z', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026-12-31T23:59:59.999Z', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['2027-01-01T00:00:00.000Z', '2027-Q1', '2027-01-01', '2027-04-01'],
    ['2024-02-29T12:00:00.000Z', '2024-Q1', '2024-01-01', '2024-04-01'],
    // In UTC, wherever the backend is, and whatever its clocks do in March.
    ['2026-03-31T22:30:00-02:00', '2026-Q2', '2026-04-01', '2026-07-01'],
    ['2026-04-01T01:30:00+05:30', '2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-03-29T02:30:00+02:00', '2026-Q1', '2026-01-01', '2026-04-01'],
  ])('finds the quarter of %s: %s', (moment, id, opens, closes) => {
    expect(at({ every: 'quarter' }, moment)).toEqual([
      id,
      midnight(opens),
      midnight(closes),
    ]);
  });

  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-01', '2026-01-01', '2026-02-01'],
    ['2026-01-31T23:59:59.999Z', '2026-01', '2026-01-01', '2026-02-01'],
    ['2026-02-28T23:59:59.999Z', '2026-02', '2026-02-01', '2026-03-01'],
    ['2024-02-29T23:59:59.999Z', '2024-02', '2024-02-01', '2024-03-01'],
    ['2026-09-30T23:59:59.999Z', '2026-09', '2026-09-01', '2026-10-01'],
    ['2026-10-01T00:00:00.000Z', '2026-10', '2026-10-01', '2026-11-01'],
    ['2026-12-31T23:59:59.999Z', '2026-12', '2026-12-01', '2027-01-01'],
    ['2027-01-01T00:00:00.000Z', '2027-01', '2027-01-01', '2027-02-01'],
  ])('finds the month of %s: %s', (moment, id, opens, closes) => {
    expect(at({ every: 'month' }, moment)).toEqual([
      id,
      midnight(opens),
      midnight(closes),
    ]);
  });

  it('is the same for a backend in another time zone', () => {
    /** A moment as it is told where the day begins fourteen hours before. */
    class Ahead extends Date {
      readonly #local = new Date(+this + 14 * 60 * 60 * 1000);
      getFullYear = () => this.#local.getUTCFullYear();
      getMonth = () => this.#local.getUTCMonth();
      getDate = () => this.#local.getUTCDate();
    }
    const newYearsEve = new Ahead('2026-12-31T20:00:00Z');
    expect(newYearsEve.getFullYear()).toBe(2027);
    expect(roundPeriodAt({ every: 'quarter' }, newYearsEve)?.id).toBe(
      '2026-Q4',
    );
    expect(roundPeriodAt({ every: 'month' }, newYearsEve)?.id).toBe('2026-12');
  });

  const spring = {
    id: 'spring',
    opensAt: new Date('2026-03-02T09:00:00Z'),
    closesAt: new Date('2026-03-16T09:00:00Z'),
  };
  const again = {
    id: 'again',
    opensAt: spring.closesAt,
    closesAt: new Date('2026-03-20T00:00:00Z'),
  };
  const autumn = {
    id: 'autumn',
    opensAt: new Date('2026-09-07T00:00:00Z'),
    closesAt: new Date('2026-09-21T00:00:00Z'),
  };

  it.each([
    ['2026-03-02T08:59:59.999Z', undefined],
    ['2026-03-02T09:00:00.000Z', spring],
    ['2026-03-16T08:59:59.999Z', spring],
    ['2026-03-16T09:00:00.000Z', again],
    ['2026-03-20T00:00:00.000Z', undefined],
    ['2026-09-06T23:59:59.999Z', undefined],
    ['2026-09-07T00:00:00.000Z', autumn],
    ['2026-09-21T00:00:00.000Z', undefined],
  ])('at %s finds what the configuration says', (moment, expected) => {
    const dates = [spring, again, autumn];
    expect(roundPeriodAt({ dates }, new Date(moment))).toEqual(expected);
  });

  it('finds nothing among no dates', () => {
    expect(at({ dates: [] }, '2026-03-02T09:00:00Z')).toBeUndefined();
  });
});
