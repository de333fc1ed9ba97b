import { Evidence, Waiver } from '../evidence';
import { Criterion, Ladder } from '../ladder';

export const now = new Date('2026-03-01T12:00:00Z');

const day = 24 * 60 * 60 * 1000;

/** So many days and milliseconds from `now`, before it where they are negative. */
export const after = (days: number, milliseconds = 0) =>
  new Date(now.getTime() + days * day + milliseconds);

export const at = (days: number, milliseconds = 0) =>
  after(days, milliseconds).toISOString();

/** Of level 1, collected by `c` and fresh for 30 days. */
export function criterion(
  id: string,
  level = 1,
  extra?: Partial<Criterion>,
): Criterion {
  return {
    id,
    label: id,
    level,
    title: `Title of ${id}`,
    freshForDays: 30,
    attestable: true,
    rule: { source: 'c' },
    ...extra,
  };
}

/** Three levels, and 14 days of grace. */
export function ladderOf(...criteria: Criterion[]): Ladder {
  return {
    levels: [1, 2, 3].map(level => ({ level, name: `Level ${level}` })),
    criteria,
    gracePeriodDays: 14,
  };
}

/** Known for long, and seen again now. */
export function evidence(
  criterionId: string,
  result: Evidence['result'],
  extra?: Partial<Evidence>,
): Evidence {
  return {
    criterionId,
    source: 'c',
    result,
    firstSeenAt: at(-200),
    lastSeenAt: at(0),
    ...extra,
  };
}

/** Asked for ten days ago, approved a day later, for twenty days. */
export function waiver(criterionId: string, extra?: Partial<Waiver>): Waiver {
  return {
    id: `waiver-${criterionId}`,
    criterionId,
    reason: 'Under way',
    requestedBy: 'user:default/a',
    requestedAt: at(-10),
    expiresAt: at(10),
    decision: 'approved',
    decidedBy: 'user:default/b',
    decidedAt: at(-9),
    ...extra,
  };
}
