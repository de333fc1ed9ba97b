import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Ladder } from '@platform-product/backstage-plugin-common';
import { ConfigSections } from '../config/ConfigSections';
import { days, duration } from '../config/duration';
import { scheduleAt } from '../config/scheduleAt';
import { ladderConfigSchema, readLadder } from './ladder/readLadder';

/** What is configured of the room `maturity`. Times in milliseconds. */
export interface MaturityConfig {
  readonly ladder: Ladder;
  readonly longestAttestation: number;
  readonly longestWaiver: number;
  readonly collectorTimeout: number;
  /** When all services are assessed. */
  readonly sweep: SchedulerServiceTaskScheduleDefinition;
}

const maturitySchema = ladderConfigSchema
  .extend({
    longestAttestation: duration.optional(),
    longestWaiver: duration.optional(),
    collectorTimeout: duration.optional(),
    sweep: scheduleAt('maturity.sweep').optional(),
  })
  .optional();

/**
 * Reads what is configured of the room.
 *
 * @throws InputError when it has a bad value, or the criteria do not fit the levels
 */
export function readMaturityConfig(config: ConfigSections): MaturityConfig {
  const { maturity = {} } = config.read({ maturity: maturitySchema });
  return {
    ladder: readLadder(maturity),
    longestAttestation: maturity.longestAttestation ?? days(365),
    longestWaiver: maturity.longestWaiver ?? days(180),
    collectorTimeout: maturity.collectorTimeout ?? 30_000,
    sweep: maturity.sweep ?? {
      frequency: { minutes: 30 },
      timeout: { minutes: 30 },
      initialDelay: { seconds: 15 },
    },
  };
}
