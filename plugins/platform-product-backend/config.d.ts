import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

/** How the evidence for a criterion is found. */
type EvidenceRule =
  | {
      /** An annotation of the entity, which has to be there and not be empty. */
      annotation: string;
      /** A regular expression that its value has to match. */
      matches?: string;
      /** The kind of entity of the catalog that its value has to name. */
      refKind?: string;
    }
  | {
      /** What an installed evidence collector provides. */
      collector: string;
    }
  | { allOf: EvidenceRule[] }
  | { anyOf: EvidenceRule[] }
  | { attestation: 'only' };

export interface Config {
  platformProduct?: {
    /**
     * Which entities are services: filter predicates, any of which may match.
     * By default Components of the types service and platform. Entities
     * annotated with `platform-product/service: 'true'` always are services,
     * and with `'false'` never. The frontend plugin reads it, too.
     */
    services?: object[];

    /** Groups and users who approve waivers. */
    stewards?: string[];

    /** Groups and users who may do what owners may, for every service. */
    admins?: string[];

    maturity?: {
      /** The levels from 1 upwards, in place of the default three. */
      levels?: Array<{ name: string; description?: string }>;

      /** Changes to the default criteria, and further ones, by id. */
      criteria?: {
        [id: string]: {
          /** False drops the criterion. */
          enabled?: boolean;
          level?: number;
          /** What holds when the criterion is met. */
          title?: string;
          description?: string;
          /** Link to help on meeting it. */
          howTo?: string;
          /** How long evidence counts after it was last seen. */
          freshFor?: HumanDuration | string;
          /** Whether a person's attestation can meet it. True by default. */
          attestable?: boolean;
          evidence?: EvidenceRule;
        };
      };

      /** How long stale evidence still holds a level. 14 days by default. */
      gracePeriod?: HumanDuration | string;

      /** The longest that an attestation may hold. 365 days by default. */
      longestAttestation?: HumanDuration | string;

      /** The longest that a waiver may hold. 180 days by default. */
      longestWaiver?: HumanDuration | string;

      /**
       * How long the records of a service are kept after it has left the
       * catalog. 730 days by default.
       */
      keepGoneServicesFor?: HumanDuration | string;

      /** How long a collector may take for a batch. 30 seconds by default. */
      collectorTimeout?: HumanDuration | string;

      /** When all services are assessed. Every 30 minutes by default. */
      sweep?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
