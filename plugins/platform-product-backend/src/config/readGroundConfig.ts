import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { defaultServiceFilters } from '@platform-product/backstage-plugin-common/rules';
import { z } from 'zod';
import { ConfigSections } from './ConfigSections';
import { days, duration } from './duration';

/** What is configured for all rooms, complete with defaults. Times in milliseconds. */
export interface GroundConfig {
  readonly services: readonly FilterPredicate[];
  readonly stewards: readonly string[];
  readonly admins: readonly string[];
  readonly keepGoneServicesFor: number;
  /** How old a file of a repository may get before it is asked for again. */
  readonly refreshFilesAfter: number;
}

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

const sections = {
  services: z.array(createZodV4FilterPredicateSchema()).min(1).optional(),
  stewards: principals.optional(),
  admins: principals.optional(),
  keepGoneServicesFor: duration.optional(),
  refreshFilesAfter: duration.optional(),
};

/**
 * Reads what is configured for all rooms.
 *
 * @throws InputError when it has a bad value
 */
export function readGroundConfig(config: ConfigSections): GroundConfig {
  const read = config.read(sections);
  return {
    services: read.services ?? defaultServiceFilters,
    stewards: read.stewards ?? [],
    admins: read.admins ?? [],
    keepGoneServicesFor: read.keepGoneServicesFor ?? days(730),
    refreshFilesAfter: read.refreshFilesAfter ?? days(1 / 24),
  };
}
