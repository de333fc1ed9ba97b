import { summarizeWaits, summarizeWaitsByMonth, Wait } from './reviewTimes';

const wait = (hours: number, given: Partial<Wait> = {}): Wait => ({
  since: new Date('2026-03-10T12:00:00Z'),
  hours,
  isOpen: false,
  ...given,
});
const open = (hours: number) => wait(hours, { isOpen: true });
const promised = 16;

describe('summarizeWaits', () => {
  it('takes a review at exactly the promise for timely, and nothing later', () => {
    expect(
      summarizeWaits([wait(0), wait(16), wait(16.01), wait(40)], promised),
    ).toMatchObject({ total: 4, inTime: 2, overdue: 0, share: 0.5 });
  });

  it('takes open ones for late once they are past the promise, and for nothing before', () => {
    expect(
      summarizeWaits([open(0), open(16), open(16.01), open(99)], promised),
    ).toMatchObject({ total: 2, inTime: 0, overdue: 2, share: 0, low: 0 });
  });

  it("gives the share with Wilson's interval", () => {
    // 8 of 10: the worked value of Newcombe's method 3
    const waits = [...Array(8).fill(wait(4)), wait(20), open(20)];
    const { share, low, high } = summarizeWaits(waits, promised);
    expect(share).toBe(0.8);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it('gives quantiles of the answered ones alone', () => {
    const waits = [8, 2, 10, 4, 6].map(hours => wait(hours));
    expect(
      summarizeWaits([...waits, open(1), open(500)], promised),
    ).toMatchObject({ p50: 6, p75: 8, p90: 9.2 });
  });

  it('gives no share and no quantile of nothing', () => {
    const nothing = {
      total: 0,
      inTime: 0,
      overdue: 0,
      p50: undefined,
      p75: undefined,
      p90: undefined,
    };
    expect(summarizeWaits([], promised)).toStrictEqual(nothing);
    expect(summarizeWaits([open(3)], promised)).toStrictEqual(nothing);
  });

  it('has no quantile, but a share, where all wait too long', () => {
    expect(summarizeWaits([open(30)], promised)).toMatchObject({
      share: 0,
      p50: undefined,
    });
  });
});

describe('summarizeWaitsByMonth', () => {
  const since = (moment: string, hours = 1) =>
    wait(hours, { since: new Date(moment) });

  it('counts a wait in the UTC month in which it began, the oldest first', () => {
    const months = summarizeWaitsByMonth(
      [
        since('2026-02-01T00:00:00Z', 20),
        since('2026-01-31T23:59:59.999Z', 2),
        since('2026-02-28T23:59:59.999Z', 4),
        since('2026-01-01T00:00:00Z', 6),
      ],
      promised,
    );
    expect(months).toMatchObject([
      { month: '2026-01', total: 2, inTime: 2, p50: 4 },
      { month: '2026-02', total: 2, inTime: 1, p50: 12 },
    ]);
    expect(months).toHaveLength(2);
  });

  it('has the months between in which none began, over the end of a year', () => {
    const months = summarizeWaitsByMonth(
      [since('2026-02-10T00:00:00Z'), since('2025-10-31T00:00:00Z')],
      promised,
    );
    expect(months.map(({ month, total }) => `${month} ${total}`)).toEqual([
      '2025-10 1',
      '2025-11 0',
      '2025-12 0',
      '2026-01 0',
      '2026-02 1',
    ]);
  });

  it('holds each month against the same promise, open ones too', () => {
    const open20 = { ...since('2026-03-02T00:00:00Z', 20), isOpen: true };
    expect(summarizeWaitsByMonth([open20], 16)).toMatchObject([{ overdue: 1 }]);
    expect(summarizeWaitsByMonth([open20], 20)).toMatchObject([{ overdue: 0 }]);
  });

  it('has no months where nothing waited', () => {
    expect(summarizeWaitsByMonth([], promised)).toEqual([]);
  });
});
