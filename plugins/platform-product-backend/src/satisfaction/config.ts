import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { RoundSchedule } from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import { ConfigSections } from '../config/ConfigSections';
import { days, duration } from '../config/duration';
import { scheduleAt } from '../config/scheduleAt';

/** The configuration of the room `satisfaction`, complete with defaults. */
export interface SatisfactionConfig {
  readonly schedule: RoundSchedule;
  /** How many have to answer before anything is shown. */
  readonly k: number;
  /** How many have to answer before comments are shown. */
  readonly commentThreshold: number;
  /** For how long it is kept who was asked to rate, in milliseconds. */
  readonly keepInvitationsFor: number;
  /** When rounds are opened and closed, and releases made. */
  readonly releases: SchedulerServiceTaskScheduleDefinition;
}

/** With fewer, two answers that somebody knows give away the third. */
const smallestK = 3;
const defaults = { k: 5, commentThreshold: 10 };

const day = z.iso.date().transform(text => new Date(`${text}T00:00:00Z`));

const dates = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[\w.-]{1,60}$/, {
        message: 'expected 1 to 60 letters, digits, dots or dashes',
      }),
      from: day,
      until: day,
    }),
  )
  .min(1)
  .refine(list => list.every(({ from, until }) => from < until), {
    message: 'expected every round to end after it begins',
  })
  .refine(list => new Set(list.map(({ id }) => id)).size === list.length, {
    message: 'expected every round to have an id of its own',
  });

const areApart = (list: ReadonlyArray<{ from: Date; until: Date }>) =>
  list.every((one, index) =>
    list
      .slice(index + 1)
      .every(other => one.until <= other.from || other.until <= one.from),
  );

const satisfactionSchema = z
  .strictObject({
    rounds: z
      .union(
        [
          z.enum(['quarter', 'month']),
          dates.refine(areApart, { message: 'expected rounds not to overlap' }),
        ],
        { error: 'expected quarter, month or a list of { id, from, until }' },
      )
      .optional(),
    minimumAnswers: z.number().int().min(smallestK).optional(),
    minimumAnswersForComments: z.number().int().min(smallestK).optional(),
    keepInvitationsFor: duration
      .refine(kept => kept >= days(90), {
        message: 'expected at least 90 days, in which nobody is asked again',
      })
      .optional(),
    releases: scheduleAt('satisfaction.releases').optional(),
  })
  .refine(
    ({
      minimumAnswers = defaults.k,
      minimumAnswersForComments = defaults.commentThreshold,
    }) => minimumAnswersForComments >= minimumAnswers,
    {
      path: ['minimumAnswersForComments'],
      message: 'expected at least as many as minimumAnswers',
    },
  );

/**
 * Reads what is configured of the room.
 *
 * @throws InputError when it has a bad value
 */
export function readSatisfactionConfig(
  config: ConfigSections,
): SatisfactionConfig {
  const { satisfaction = {} } = config.read({
    satisfaction: satisfactionSchema.optional(),
  });
  const { rounds = 'quarter' } = satisfaction;
  return {
    schedule:
      typeof rounds === 'string'
        ? { every: rounds }
        : {
            dates: rounds.map(({ id, from, until }) => ({
              id,
              opensAt: from,
              closesAt: until,
            })),
          },
    k: satisfaction.minimumAnswers ?? defaults.k,
    commentThreshold:
      satisfaction.minimumAnswersForComments ?? defaults.commentThreshold,
    keepInvitationsFor: satisfaction.keepInvitationsFor ?? days(400),
    releases: satisfaction.releases ?? {
      frequency: { hours: 1 },
      timeout: { minutes: 30 },
      initialDelay: { seconds: 20 },
    },
  };
}
