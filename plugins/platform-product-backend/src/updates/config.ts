import { IANAZone } from 'luxon';
import { z } from 'zod';
import { ConfigSections } from '../config/ConfigSections';
import { days, duration } from '../config/duration';
import { DigestSchedule } from './digests/digestSchedule';

/** The configuration of the room `updates`, complete with defaults. */
export interface UpdatesConfig {
  /** For how long notices are kept once they are over, in milliseconds. */
  readonly keepNoticesFor: number;
  /** For how long posts are kept once they are published, in milliseconds. */
  readonly keepPostsFor: number;
  /** Whether the announcements plugin is installed, which posts can go to, too. */
  readonly announcements: boolean;
  /**
   * Whom notices are sent to: each person once, or the owning groups as such, which may
   * have a channel of their own.
   */
  readonly noticesTo: 'people' | 'groups';
  /** When digests are made. */
  readonly digest: DigestSchedule;
  /** For how long events are kept after their last occurrence, in milliseconds. */
  readonly keepEventsFor: number;
  /**
   * For how long it counts, at the secret link of somebody, what they could read when they
   * were last here, in milliseconds.
   */
  readonly calendarTrust: number;
  /** For how long a roadmap keeps what has shipped, in milliseconds. */
  readonly keepRoadmapFor: number;
}

const weekdays = [
  ...['monday', 'tuesday', 'wednesday', 'thursday'],
  ...['friday', 'saturday', 'sunday'],
] as const;

const updatesSchema = z.strictObject({
  keepNoticesFor: duration
    .refine(kept => kept >= days(365), {
      message: 'expected at least 365 days, over which notices are measured',
    })
    .optional(),
  keepPostsFor: duration
    .refine(kept => kept >= days(90), {
      message: 'expected at least 90 days, over which posts count for a level',
    })
    .optional(),
  announcements: z.boolean().optional(),
  noticesTo: z.enum(['people', 'groups']).optional(),
  keepEventsFor: duration
    .refine(kept => kept >= days(90), {
      message:
        'expected at least 90 days, for which calendars are told what is cancelled',
    })
    .optional(),
  calendarTrust: duration
    .refine(trusted => trusted >= days(1), {
      message: 'expected at least a day',
    })
    .optional(),
  keepRoadmapFor: duration
    .refine(kept => kept >= days(365), {
      message: 'expected at least 365 days, over which levels are judged by it',
    })
    .optional(),
  digest: z
    .strictObject({
      weekday: z.enum(weekdays).optional(),
      hour: z.number().int().min(0).max(23).optional(),
      timeZone: z
        .string()
        .refine(zone => IANAZone.isValidZone(zone), {
          message: 'expected a time zone, such as Europe/Berlin',
        })
        .optional(),
    })
    .optional(),
});

/**
 * Reads what is configured of the room.
 *
 * @throws InputError when it has a bad value
 */
export function readUpdatesConfig(config: ConfigSections): UpdatesConfig {
  const { updates = {} } = config.read({ updates: updatesSchema.optional() });
  return {
    keepNoticesFor: days(3 * 365),
    keepPostsFor: days(3 * 365),
    keepEventsFor: days(2 * 365),
    calendarTrust: days(30),
    keepRoadmapFor: days(3 * 365),
    announcements: false,
    noticesTo: 'people',
    ...updates,
    digest: {
      weekday: weekdays.indexOf(updates.digest?.weekday ?? 'monday') + 1,
      hour: updates.digest?.hour ?? 8,
      timeZone: updates.digest?.timeZone ?? 'UTC',
    },
  };
}
