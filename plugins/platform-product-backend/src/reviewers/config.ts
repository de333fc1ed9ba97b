import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Availability } from '@platform-product/backstage-plugin-common';
import {
  availabilitySchema,
  defaultAvailability,
} from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import { ConfigSections } from '../config/ConfigSections';
import { scheduleAt } from '../config/scheduleAt';

/** What is configured of the room `reviewers`. */
export interface ReviewersConfig {
  readonly identities: {
    readonly hosts: Readonly<Record<string, { user: string; group: string }>>;
    readonly mapping: Readonly<Record<string, string>>;
  };
  /** Logins and addresses of machines, in lower case. */
  readonly bots: ReadonlySet<string>;
  /** What holds for people who have not said when they work. */
  readonly defaultAvailability: Availability;
  /** When review history is read. */
  readonly sync: SchedulerServiceTaskScheduleDefinition;
  /** When unanswered requests are passed on. */
  readonly requests: SchedulerServiceTaskScheduleDefinition;
}

const calendar = availabilitySchema.shape;

const reviewersSchema = z.strictObject({
  identities: z
    .strictObject({
      hosts: z
        .record(
          z.string(),
          z.strictObject({ user: z.string().min(1), group: z.string().min(1) }),
        )
        .optional(),
      mapping: z
        .record(
          z.string(),
          z.string().regex(/^user:[^:/]+\/[^:/]+$/, {
            message: 'expected a full ref, such as user:default/maya-lund',
          }),
        )
        .optional(),
    })
    .optional(),
  bots: z.array(z.string()).optional(),
  workingHours: z
    .strictObject({
      timeZone: calendar.timeZone.optional(),
      workingDays: calendar.workingDays.optional(),
      from: calendar.from.optional(),
      until: calendar.until.optional(),
      holidays: calendar.holidays,
    })
    .refine(
      ({
        from = defaultAvailability.from,
        until = defaultAvailability.until,
      }) => from !== until,
      { message: 'must not end at the hour at which they begin' },
    )
    .optional(),
  // Read by the module that reads Git repositories.
  git: z.unknown().optional(),
  sync: scheduleAt('reviewers.sync').optional(),
  requests: scheduleAt('reviewers.requests').optional(),
});

/**
 * Reads what is configured of the room.
 *
 * @throws InputError when it has a bad value
 */
export function readReviewersConfig(config: ConfigSections): ReviewersConfig {
  const { reviewers = {} } = config.read({
    reviewers: reviewersSchema.optional(),
  });
  const { identities, bots = [], workingHours } = reviewers;
  return {
    identities: {
      hosts: identities?.hosts ?? {},
      mapping: identities?.mapping ?? {},
    },
    bots: new Set(bots.map(name => name.toLocaleLowerCase('en-US'))),
    defaultAvailability: { ...defaultAvailability, ...workingHours },
    sync: reviewers.sync ?? {
      frequency: { minutes: 15 },
      timeout: { minutes: 60 },
      initialDelay: { seconds: 10 },
    },
    requests: reviewers.requests ?? {
      frequency: { minutes: 5 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 30 },
    },
  };
}
