import fc from 'fast-check';
import { newcombeDifference } from '../statistics/newcombe';
import { RoundFigures, scoreMoved } from './scoreMoved';

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const now = at('2026-11-28');

const rounds = {
  '2026-Q1': [at('2026-01-01'), at('2026-04-01')],
  '2026-Q2': [at('2026-04-01'), at('2026-07-01')],
  '2026-Q3': [at('2026-07-01'), at('2026-10-01')],
  '2026-Q4': [at('2026-10-01'), at('2027-01-01')],
} as const;

/** A round in which so many of so many found the usability good. */
const released = (
  roundId: keyof typeof rounds,
  good?: number,
  of = 40,
): RoundFigures => ({
  roundId,
  opensAt: rounds[roundId][0],
  closesAt: rounds[roundId][1],
  features:
    good === undefined
      ? {}
      : { usability: { counts: [0, of - good, 0, good, 0] } },
});

const shippedOn = (day: string) => ({
  feature: 'usability' as const,
  shippedAt: at(day).toISOString(),
});

describe('scoreMoved', () => {
  it('compares the last round before with the first that began afterwards', () => {
    const moved = scoreMoved(
      shippedOn('2026-05-20'),
      [
        released('2026-Q3', 34),
        released('2026-Q1', 14),
        released('2026-Q2', 40),
      ],
      now,
    );
    const interval = newcombeDifference({ x: 34, n: 40 }, { x: 14, n: 40 })!;
    expect(moved).toEqual({
      state: 'up',
      roundId: '2026-Q3',
      change: { since: '2026-Q1', direction: 'up', ...interval },
    });
    expect(moved!.change!.low).toBeGreaterThan(0);
  });

  it('takes a round that ended, or began, at the very moment', () => {
    const all = [released('2026-Q1', 10), released('2026-Q2', 30)];
    expect(scoreMoved(shippedOn('2026-04-01'), all, now)).toMatchObject({
      state: 'up',
      roundId: '2026-Q2',
      change: { since: '2026-Q1' },
    });
  });

  it('tells that it went down, and that nothing can be told', () => {
    const between = (before: number, after: number) =>
      scoreMoved(
        shippedOn('2026-05-20'),
        [released('2026-Q1', before), released('2026-Q3', after)],
        now,
      )?.state;
    expect(between(34, 14)).toBe('down');
    expect(between(24, 26)).toBe('none');
    expect(between(24, 24)).toBe('none');
  });

  it('waits for a round that began afterwards to be over and released', () => {
    const before = released('2026-Q1', 14);
    expect(scoreMoved(shippedOn('2026-05-20'), [before], now)?.state).toBe(
      'not-yet',
    );
    const goesOn = [before, released('2026-Q4', 34)];
    expect(scoreMoved(shippedOn('2026-05-20'), goesOn, now)?.state).toBe(
      'not-yet',
    );
    const shipped = [before, released('2026-Q2', 34)];
    expect(scoreMoved(shippedOn('2026-05-20'), shipped, now)?.state).toBe(
      'not-yet',
    );
  });

  it('tells nothing of what is hidden, and does not look for another round', () => {
    const all = [
      released('2026-Q1', 14),
      released('2026-Q2'),
      released('2026-Q3', 34),
    ];
    expect(scoreMoved(shippedOn('2026-04-01'), all, now)).toEqual({
      state: 'hidden',
      roundId: '2026-Q2',
    });
    expect(scoreMoved(shippedOn('2026-07-01'), all, now)).toEqual({
      state: 'hidden',
      roundId: '2026-Q3',
    });
  });

  it('says where there is nothing to compare with', () => {
    const after = [released('2026-Q3', 34)];
    expect(scoreMoved(shippedOn('2026-05-20'), after, now)).toEqual({
      state: 'nothing-before',
    });
  });

  it('says nothing of what has not shipped, or names no feature', () => {
    const all = [released('2026-Q1', 14), released('2026-Q3', 34)];
    expect(scoreMoved({ feature: 'usability' }, all, now)).toBeUndefined();
    const { shippedAt } = shippedOn('2026-05-20');
    expect(scoreMoved({ shippedAt }, all, now)).toBeUndefined();
  });

  it('never counts a round of both times, whatever the dates', () => {
    const days = fc.integer({ min: 0, max: 330 });
    fc.assert(
      fc.property(days, days, (shipping, later) => {
        const dayAfter = (n: number) => new Date(+at('2026-01-01') + n * 864e5);
        const shippedAt = dayAfter(shipping);
        const all = (Object.keys(rounds) as Array<keyof typeof rounds>).map(
          (id, index) => released(id, 10 + index * 5),
        );
        const moved = scoreMoved(
          { feature: 'usability', shippedAt: shippedAt.toISOString() },
          all,
          dayAfter(later),
        );
        if (!moved?.change) return;
        const known = rounds as Record<string, readonly [Date, Date]>;
        const [began, ended] = known[moved.roundId!];
        expect(+known[moved.change.since][1]).toBeLessThanOrEqual(+shippedAt);
        expect(+began).toBeGreaterThanOrEqual(+shippedAt);
        expect(+ended).toBeLessThanOrEqual(+dayAfter(later));
      }),
    );
  });
});
