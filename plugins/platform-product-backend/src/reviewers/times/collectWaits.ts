import {
  businessHoursBetween,
  Wait,
  WorkingCalendar,
} from '@platform-product/backstage-plugin-common/rules';
import { StoredChange } from '../history/ReviewHistoryStore';

/** How far back reviews are counted. */
export const windowDays = 180;

interface Period {
  /** What was over before is not counted; what still waits is. */
  readonly since: Date;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  /** Within so many business hours a review is promised, where that is known. */
  readonly promisedHours?: number;
}

/**
 * How long changes waited for their first review by another person. Changes that
 * were closed without one did not wait in vain for anybody we know of, so they
 * are left out, like drafts. But what was merged without an answer, though somebody had
 * been asked, and later than was promised, has waited until then.
 */
export function waitingTimes(
  changes: readonly StoredChange[],
  { since, now, calendar, promisedHours }: Period,
): Array<Wait & { readonly change: StoredChange }> {
  return changes.flatMap((change): Array<Wait & { change: StoredChange }> => {
    const { readyAt, waitHours, closedAt, mergedAt } = change;
    if (!readyAt) return [];
    if (waitHours !== undefined) {
      return readyAt >= since
        ? [{ change, since: readyAt, hours: waitHours, isOpen: false }]
        : [];
    }
    if (mergedAt && promisedHours !== undefined && readyAt >= since) {
      const isAsked = change.reviews.some(
        ({ requestedAt }) => requestedAt && requestedAt < mergedAt,
      );
      const hours = businessHoursBetween(readyAt, mergedAt, calendar);
      return isAsked && hours > promisedHours
        ? [{ change, since: readyAt, hours, isOpen: false }]
        : [];
    }
    if (closedAt || mergedAt) return [];
    return [
      {
        change,
        since: readyAt,
        hours: businessHoursBetween(readyAt, now, calendar),
        isOpen: true,
      },
    ];
  });
}

/** How long people took from being asked to their review. */
export function responseTimes(
  changes: readonly StoredChange[],
  { since, now, calendar }: Period,
): Wait[] {
  return changes.flatMap(({ reviews }) =>
    reviews.flatMap(({ requestedAt, responseHours, isAwaited }): Wait[] => {
      if (!requestedAt) return [];
      if (responseHours !== undefined) {
        return requestedAt >= since
          ? [{ since: requestedAt, hours: responseHours, isOpen: false }]
          : [];
      }
      return isAwaited
        ? [
            {
              since: requestedAt,
              hours: businessHoursBetween(requestedAt, now, calendar),
              isOpen: true,
            },
          ]
        : [];
    }),
  );
}
