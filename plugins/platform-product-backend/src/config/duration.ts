import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/** A duration as Backstage's configuration writes them, in milliseconds. */
export const duration = z.unknown().transform((value, context) => {
  try {
    const config = new ConfigReader({ value } as never);
    const milliseconds = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'value' }),
    );
    if (milliseconds > 0) return milliseconds;
  } catch {
    // reported below, like a duration of nothing
  }
  context.addIssue({
    code: 'custom',
    message: 'expected a duration, such as { days: 14 } or P14D',
  });
  return z.NEVER;
});

/** So many days, in milliseconds. */
export const days = (count: number) => count * 24 * 60 * 60 * 1000;
