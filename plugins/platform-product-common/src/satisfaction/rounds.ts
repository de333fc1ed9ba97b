/**
 * When ratings are asked for.
 *
 * @public
 */
export type RoundSchedule =
  | { readonly every: 'quarter' | 'month' }
  | {
      readonly dates: ReadonlyArray<{
        readonly id: string;
        readonly opensAt: Date;
        readonly closesAt: Date;
      }>;
    };

/** One time in which people are asked for ratings. */
export interface RoundPeriod {
  /** Such as 2026-Q4 or 2026-11. */
  readonly id: string;
  readonly opensAt: Date;
  /** The first moment that does not belong to it. */
  readonly closesAt: Date;
}

/**
 * The period that a moment belongs to, in UTC; undefined between configured
 * dates.
 *
 * @public
 */
export function roundPeriodAt(
  schedule: RoundSchedule,
  now: Date,
): RoundPeriod | undefined {
  if ('dates' in schedule) {
    return schedule.dates.find(
      ({ opensAt, closesAt }) => opensAt <= now && now < closesAt,
    );
  }
  const months = schedule.every === 'quarter' ? 3 : 1;
  const year = now.getUTCFullYear();
  const index = Math.floor(now.getUTCMonth() / months);
  return {
    id:
      months === 3
        ? `${year}-Q${index + 1}`
        : `${year}-${`${index + 1}`.padStart(2, '0')}`,
    opensAt: new Date(Date.UTC(year, index * months, 1)),
    closesAt: new Date(Date.UTC(year, (index + 1) * months, 1)),
  };
}
