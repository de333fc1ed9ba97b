import { z } from 'zod';

const timestamp = z.iso.datetime();

export const roundSchema: z.ZodType<Round> = z
  .object({
    id: z.string(),
    opensAt: timestamp,
    closesAt: timestamp,
    k: z
      .number()
      .int()
      .describe('How many have to answer before anything is shown.'),
    commentThreshold: z
      .number()
      .int()
      .describe('How many have to answer before comments are shown.'),
  })
  .meta({ id: 'Round' });

/**
 * A time in which ratings are asked for.
 *
 * @public
 */
export interface Round {
  /** Such as `2026-Q3`. */
  readonly id: string;
  /** When it opens, in ISO 8601. */
  readonly opensAt: string;
  /** When it closes, in ISO 8601. */
  readonly closesAt: string;
  /** How many have to answer before anything is shown. */
  readonly k: number;
  /** How many have to answer before comments are shown. */
  readonly commentThreshold: number;
}
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
