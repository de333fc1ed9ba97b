import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import { z } from 'zod';

/** When a task runs, at a path in `platformProduct` such as `maturity.sweep`. */
export function scheduleAt(path: string) {
  const keys = ['platformProduct', ...path.split('.')];
  return z.unknown().transform((value, context) => {
    const config = keys.reduceRight((inner, key) => ({ [key]: inner }), value);
    try {
      return readSchedulerServiceTaskScheduleDefinitionFromConfig(
        new ConfigReader(config as never, 'app-config').getConfig(
          keys.join('.'),
        ),
      );
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: isError(error) ? error.message : String(error),
      });
      return z.NEVER;
    }
  });
}
