import { z } from 'zod';
import { quantile } from '../statistics/quantile';
import { wilsonInterval } from '../statistics/wilson';

const timestamp = z.iso.datetime();
const businessHours = z.number().min(0);

const waitSummarySchema = z.object({
  total: z.number().int(),
  inTime: z.number().int(),
  overdue: z.number().int(),
  share: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  p50: businessHours.optional(),
  p75: businessHours.optional(),
  p90: businessHours.optional(),
});

export const reviewTimesSchema: z.ZodType<ReviewTimes> = z
  .object({
    promise: z.object({
      duration: z.string().describe('ISO 8601, in business hours.'),
      hours: businessHours,
      source: z
        .enum(['annotation', 'guide', 'default'])
        .describe('Where the team says so; by default it has not.'),
      guide: z
        .object({
          hours: businessHours,
          duration: z.string(),
          sentence: z.string(),
          url: z.string(),
        })
        .optional()
        .describe('What the contribution guide promises, where it is clear.'),
    }),
    windowDays: z.number().int(),
    waiting: waitSummarySchema.describe(
      'From ready for review to the first review by somebody else.',
    ),
    response: waitSummarySchema.describe(
      'From asking a person to that person’s review.',
    ),
    months: z.array(waitSummarySchema.extend({ month: z.string() })),
    overdue: z.array(
      z.object({
        changeId: z.string(),
        title: z.string().optional(),
        url: z.string().optional(),
        since: timestamp,
        waitingHours: businessHours,
        turnOf: z
          .string()
          .optional()
          .describe(
            'User ref of the person who was asked; told to the team, to the author, and to that person.',
          ),
        isAsked: z
          .boolean()
          .optional()
          .describe('Whether anybody was asked whom the catalog knows.'),
        nudgedAt: timestamp.optional(),
      }),
    ),
    source: z.string().optional(),
    syncedAt: timestamp.optional(),
  })
  .meta({ id: 'ReviewTimes' });

/**
 * How long reviews take, for the service as a whole; never per person.
 *
 * @public
 */
export interface ReviewTimes {
  /** How soon the team answers a change. */
  readonly promise: {
    /** ISO 8601, in business hours. */
    readonly duration: string;
    /** The same in business hours. */
    readonly hours: number;
    /** Where the team says so: its annotation, else its guide; by default it has not. */
    readonly source: 'annotation' | 'guide' | 'default';
    /** What the contribution guide promises, where it is clear. */
    readonly guide?: {
      /** In business hours. */
      readonly hours: number;
      /** The same as ISO 8601, as the annotation takes it. */
      readonly duration: string;
      /** What the guide says, as it stands. */
      readonly sentence: string;
      /** Where people read it. */
      readonly url: string;
    };
  };
  /** How many days back changes are counted. */
  readonly windowDays: number;
  /** From ready for review to the first review by somebody else. */
  readonly waiting: WaitSummary;
  /** From asking a person to that person’s review. */
  readonly response: WaitSummary;
  /** Waiting by the month of its start, the oldest first. */
  readonly months: ReadonlyArray<
    WaitSummary & {
      /** As `2026-03`, in UTC. */
      readonly month: string;
    }
  >;
  /** Changes that wait for longer than promised. */
  readonly overdue: ReadonlyArray<{
    /** Id of the change at its forge. */
    readonly changeId: string;
    /** Title of the change. */
    readonly title?: string;
    /** Where people read it. */
    readonly url?: string;
    /** Since when it waits, in ISO 8601. */
    readonly since: string;
    /** For how many business hours it waits. */
    readonly waitingHours: number;
    /** User ref of the person who was asked; told to the team, to the author, and to that person. */
    readonly turnOf?: string;
    /** Whether anybody was asked whom the catalog knows. */
    readonly isAsked?: boolean;
    /** When somebody was last reminded, in ISO 8601. */
    readonly nudgedAt?: string;
  }>;
  /** What reads the history. */
  readonly source?: string;
  /** When the history was last read, in ISO 8601. */
  readonly syncedAt?: string;
}

/**
 * How long one change, or one request, waited.
 *
 * @public
 */
export interface Wait {
  /** When the waiting began. */
  readonly since: Date;
  /** Business hours: until the review, or so far. */
  readonly hours: number;
  /** Whether it still waits. */
  readonly isOpen: boolean;
}

/**
 * How long a service lets people wait, in business hours.
 *
 * @public
 */
export interface WaitSummary {
  /** Answered waits, and open ones that are overdue. */
  readonly total: number;
  /** Answered as soon as was promised. */
  readonly inTime: number;
  /** Open, and later than promised. */
  readonly overdue: number;
  /** Share of `total` that was in time, from 0 to 1; absent without any. */
  readonly share?: number;
  /** Lower bound of Wilson's 95 % interval of the share. */
  readonly low?: number;
  /** Upper bound of Wilson's 95 % interval of the share. */
  readonly high?: number;
  /** Median of the answered ones. */
  readonly p50?: number;
  /** Third quartile of the answered ones. */
  readonly p75?: number;
  /** Ninth decile of the answered ones. */
  readonly p90?: number;
}

/**
 * Sums waits up against what was promised. A wait that is still open counts once
 * it is overdue, as a miss; before that nobody knows what becomes of it.
 *
 * @public
 */
export function summarizeWaits(
  waits: readonly Wait[],
  promisedHours: number,
): WaitSummary {
  const answered = waits.filter(({ isOpen }) => !isOpen);
  const overdue = waits.filter(
    ({ isOpen, hours }) => isOpen && hours > promisedHours,
  ).length;
  const inTime = answered.filter(({ hours }) => hours <= promisedHours).length;
  const total = answered.length + overdue;
  const hours = answered.map(wait => wait.hours);
  return {
    total,
    inTime,
    overdue,
    ...wilsonInterval(inTime, total),
    p50: quantile(hours, 0.5),
    p75: quantile(hours, 0.75),
    p90: quantile(hours, 0.9),
  };
}

/**
 * The same for every month (in UTC) in which a wait began, the oldest first;
 * months in which none began are there too.
 *
 * @public
 */
export function summarizeWaitsByMonth(
  waits: readonly Wait[],
  promisedHours: number,
): ReadonlyArray<WaitSummary & { readonly month: string }> {
  const byMonth = new Map<string, Wait[]>();
  for (const wait of waits) {
    const month = wait.since.toISOString().slice(0, 7);
    const known = byMonth.get(month);
    if (known) known.push(wait);
    else byMonth.set(month, [wait]);
  }
  const months = [...byMonth.keys()].sort();
  return monthsBetween(months[0], months[months.length - 1]).map(month => ({
    month,
    ...summarizeWaits(byMonth.get(month) ?? [], promisedHours),
  }));
}

function monthsBetween(first?: string, last?: string): string[] {
  const months: string[] = [];
  for (
    let month = first;
    month !== undefined && last !== undefined && month <= last;
    month = monthAfter(month)
  ) {
    months.push(month);
  }
  return months;
}

function monthAfter(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 7);
}
