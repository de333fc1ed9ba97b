import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';

/**
 * Reads when a task runs.
 *
 * @throws InputError naming the path, the value and what was expected of a bad one
 */
export function readSchedule(
  config: Config,
  options: {
    readonly key: string;
    /** Where the configuration stands, for messages. */
    readonly path: string;
  },
): SchedulerServiceTaskScheduleDefinition {
  const { key, path } = options;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig(key),
    );
  } catch (error) {
    const value = JSON.stringify(config.getOptional(key));
    const reason = isError(error) ? error.message : String(error);
    throw new InputError(
      `Invalid configuration at '${path}.${key}', got ${value}: ${reason}`,
    );
  }
}
