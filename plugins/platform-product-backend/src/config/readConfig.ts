import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { durationToMilliseconds } from '@backstage/types';
import { Ladder } from '@platform-product/backstage-plugin-common';
import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import {
  readReviewersConfig,
  ReviewersConfig,
  reviewersConfigSchema,
} from './readReviewersConfig';
import { readSchedule } from './readSchedule';
import { ladderConfigSchema, readLadder } from './readLadder';
import {
  readSatisfactionConfig,
  SatisfactionConfig,
  satisfactionConfigSchema,
} from './readSatisfactionConfig';

/** The plugin's configuration, complete with defaults. Times in milliseconds. */
export interface PlatformProductConfig {
  readonly services: readonly FilterPredicate[];
  readonly stewards: readonly string[];
  readonly admins: readonly string[];
  readonly ladder: Ladder;
  readonly longestAttestation: number;
  readonly longestWaiver: number;
  readonly keepGoneServicesFor: number;
  readonly collectorTimeout: number;
  readonly sweep: SchedulerServiceTaskScheduleDefinition;
  readonly contributing: { readonly refreshAfter: number };
  readonly reviewers: ReviewersConfig;
  readonly satisfaction: SatisfactionConfig;
}

const days = (count: number) => count * 24 * 60 * 60 * 1000;

const defaultSweep: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 30 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 15 },
};

/** A duration as Backstage's configuration writes them, in milliseconds. */
const duration = z.unknown().transform((value, context) => {
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

/** Refs of groups and users; a bare name is a group. */
const principals = z.array(
  z.string().transform((text, context) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      );
    } catch {
      context.addIssue({
        code: 'custom',
        message: 'expected an entity ref, such as group:default/platform',
      });
      return z.NEVER;
    }
  }),
);

const configSchema = z.strictObject({
  services: z.array(createZodV4FilterPredicateSchema()).min(1).optional(),
  stewards: principals.optional(),
  admins: principals.optional(),
  maturity: ladderConfigSchema(duration)
    .extend({
      longestAttestation: duration.optional(),
      longestWaiver: duration.optional(),
      keepGoneServicesFor: duration.optional(),
      collectorTimeout: duration.optional(),
      sweep: z.unknown().optional(),
    })
    .optional(),
  contributing: z
    .strictObject({ refreshAfter: duration.optional() })
    .optional(),
  reviewers: reviewersConfigSchema.optional(),
  satisfaction: satisfactionConfigSchema.optional(),
});

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}

function describeIssue(raw: unknown, issue: z.core.$ZodIssue): string {
  // Of a key it only says that it is invalid; why is one level deeper.
  const { message } = issue.code === 'invalid_key' ? issue.issues[0] : issue;
  const path = ['platformProduct', ...issue.path].join('.');
  const value = JSON.stringify(valueAt(raw, issue.path));
  return `Invalid configuration at '${path}', got ${value}: ${message}`;
}

/**
 * Reads `platformProduct` from the configuration.
 *
 * @throws InputError naming the path, the value and what was expected of every
 * bad value
 */
export function readPlatformProductConfig(
  config: Config,
): PlatformProductConfig {
  const raw = config.getOptional('platformProduct') ?? {};
  const parsed = configSchema.safeParse(raw);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(issue => describeIssue(raw, issue)).join('\n'),
    );
  }
  const { services, stewards, admins, maturity, contributing } = parsed.data;
  const { reviewers, satisfaction } = parsed.data;
  return {
    services: services ?? defaultServiceFilters,
    stewards: stewards ?? [],
    admins: admins ?? [],
    ladder: readLadder(maturity ?? {}),
    longestAttestation: maturity?.longestAttestation ?? days(365),
    longestWaiver: maturity?.longestWaiver ?? days(180),
    keepGoneServicesFor: maturity?.keepGoneServicesFor ?? days(730),
    collectorTimeout: maturity?.collectorTimeout ?? 30_000,
    sweep: maturity?.sweep
      ? readSchedule(config.getConfig('platformProduct.maturity'), {
          key: 'sweep',
          path: 'platformProduct.maturity',
        })
      : defaultSweep,
    contributing: {
      refreshAfter: contributing?.refreshAfter ?? 60 * 60 * 1000,
    },
    reviewers: readReviewersConfig(
      reviewers ?? {},
      config.getOptionalConfig('platformProduct.reviewers'),
    ),
    satisfaction: readSatisfactionConfig(
      satisfaction ?? {},
      config.getOptionalConfig('platformProduct.satisfaction'),
    ),
  };
}
