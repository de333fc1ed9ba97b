import { z } from 'zod';
import { quantile } from '../statistics/quantile';
import {
  isMaintenance,
  isOpen,
  saidFields,
  timeToNotify,
} from './noticeStates';
import { Notice } from './notices';

/**
 * How a team keeps its users told, from the notices of some period.
 *
 * @public
 */
export interface NoticeMeasures {
  /** How many notices there were; withdrawn and merged ones are left out. */
  readonly notices: number;
  /** From finding out to telling, in minutes. */
  readonly timeToNotify?: {
    /** Half were told within. */
    readonly p50: number;
    /** Nine of ten were told within. */
    readonly p90: number;
  };
  /** Of the updates that were promised and are due, how many came in time. */
  readonly promises: {
    /** Those that came in time. */
    readonly kept: number;
    /** All that are due. */
    readonly made: number;
  };
  /** Of what notices that are over have to say, how much they do; 0 to 1. */
  readonly completeness?: number;
  /** Of the entities that had to answer, how many did. */
  readonly answers: {
    /** Entities whose owners answered. */
    readonly given: number;
    /** Entities that were reached. */
    readonly wanted: number;
  };
  /** From the end to the final post-mortem, in days; half had it within. */
  readonly timeToPostMortem?: number;
}

export const noticeMeasuresSchema: z.ZodType<NoticeMeasures> = z
  .object({
    notices: z.number().int(),
    timeToNotify: z.object({ p50: z.number(), p90: z.number() }).optional(),
    promises: z.object({ kept: z.number().int(), made: z.number().int() }),
    completeness: z.number().optional(),
    answers: z.object({ given: z.number().int(), wanted: z.number().int() }),
    timeToPostMortem: z.number().optional(),
  })
  .meta({ id: 'NoticeMeasures' });

const minute = 60_000;
const day = 24 * 60 * minute;

/** Measures how a team kept its users told. Pure; `now` decides which promises are due. */
export function measureNotices(
  notices: readonly Notice[],
  now: Date,
): NoticeMeasures {
  const counted = notices.filter(
    ({ publishedAt, status }) =>
      publishedAt && status !== 'withdrawn' && status !== 'merged',
  );
  const times = counted
    .filter(notice => !isMaintenance(notice))
    .map(notice => timeToNotify(notice)! / minute);
  const over = counted.filter(notice => !isOpen(notice));
  const promises = counted.flatMap(notice => promisesOf(notice, now));
  const postMortems = over.flatMap(notice => {
    const final = notice.updates.find(({ isFinal }) => isFinal);
    return final && notice.endedAt
      ? [(+new Date(final.at) - +new Date(notice.endedAt)) / day]
      : [];
  });
  return {
    notices: counted.length,
    ...(times.length && {
      timeToNotify: { p50: quantile(times, 0.5)!, p90: quantile(times, 0.9)! },
    }),
    promises: {
      kept: promises.filter(isKept => isKept).length,
      made: promises.length,
    },
    ...(over.length && { completeness: completenessOf(over) }),
    answers: {
      given: sumOf(counted, ({ reach }) => reach?.answered ?? 0),
      wanted: sumOf(counted, ({ reach }) => reach?.entities ?? 0),
    },
    ...(postMortems.length && {
      timeToPostMortem: quantile(postMortems, 0.5)!,
    }),
  };
}

/**
 * Whether each promised update came by the time it was promised for. A promise that is
 * not due yet is none, and one that was still open when the next update came is kept.
 */
export function promisesOf(notice: Notice, now: Date): readonly boolean[] {
  // The newest comes first; each but the oldest answers the promise of the one before.
  return [...notice.updates].reverse().flatMap((update, index, all) => {
    const { nextUpdateDueAt } = update;
    if (!nextUpdateDueAt) return [];
    const due = +new Date(nextUpdateDueAt);
    const next = all[index + 1];
    if (next) return [+new Date(next.at) <= due];
    return due <= +now ? [false] : [];
  });
}

function completenessOf(notices: readonly Notice[]): number {
  const fields = notices.flatMap(notice => Object.values(saidFields(notice)));
  return fields.filter(isSaid => isSaid).length / fields.length;
}

function sumOf(
  notices: readonly Notice[],
  numberOf: (notice: Notice) => number,
): number {
  return notices.reduce((sum, notice) => sum + numberOf(notice), 0);
}
