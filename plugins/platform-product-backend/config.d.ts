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
      /** A source of evidence that an installed collector provides. */
      source: string;
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

    /**
     * How long the records of a service are kept after it has left the
     * catalog. 730 days by default.
     */
    keepGoneServicesFor?: HumanDuration | string;

    /**
     * How old a file of a repository, such as a guide or an ownership file, may
     * get before it is asked for again. One hour by default.
     */
    refreshFilesAfter?: HumanDuration | string;

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

      /** How long a collector may take for a batch. 30 seconds by default. */
      collectorTimeout?: HumanDuration | string;

      /** When all services are assessed. Every 30 minutes by default. */
      sweep?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    reviewers?: {
      /** How people of the catalog are found behind logins and addresses. */
      identities?: {
        /**
         * The annotations in which Users keep their login and Groups their
         * team's path, by the host of the forge. Those of GitHub and GitLab are
         * known.
         */
        hosts?: { [host: string]: { user: string; group: string } };
        /** User refs by `host/login` or `mailto:address`. */
        mapping?: { [person: string]: string };
      };

      /** Logins and addresses whose changes and reviews do not count. */
      bots?: string[];

      /** When people work who have not said so themselves. */
      workingHours?: {
        /** IANA time zone; UTC by default. */
        timeZone?: string;
        /** ISO weekdays, 1 being Monday. 1 to 5 by default. */
        workingDays?: number[];
        /** Such as 09:00, which is the default. */
        from?: string;
        /** Such as 17:00, which is the default; on the next day if it is not later than `from`. */
        until?: string;
        /** Country or its part whose public holidays are off, such as DE-BE. */
        holidays?: string;
      };

      /** When review history is read. Every 15 minutes by default. */
      sync?: SchedulerServiceTaskScheduleDefinitionConfig;

      /** When unanswered requests are passed on. Every 5 minutes by default. */
      requests?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    satisfaction?: {
      /**
       * When ratings are asked for: every quarter, which is the default, every
       * month, or between days, of which the last does not belong to it. UTC.
       */
      rounds?:
        | 'quarter'
        | 'month'
        | Array<{ id: string; from: string; until: string }>;

      /**
       * How many have to answer before anything is shown; 5 by default, and at
       * least 3. It is fixed for a round when that opens.
       */
      minimumAnswers?: number;

      /** How many have to answer before comments are shown; 10 by default. */
      minimumAnswersForComments?: number;

      /**
       * For how long it is kept who was asked to rate; 400 days by default, and at
       * least 90, in which nobody is asked for the same service again.
       */
      keepInvitationsFor?: HumanDuration | string;

      /**
       * When rounds are opened and closed and scores released. Every hour by
       * default; seldom is more private.
       */
      releases?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    updates?: {
      /**
       * For how long notices are kept once they are over; three years by default, and at
       * least one, over which it is measured how early users are told.
       */
      keepNoticesFor?: HumanDuration | string;

      /**
       * For how long posts are kept once they are published; three years by default, and
       * at least 90 days, over which they count for a level.
       */
      keepPostsFor?: HumanDuration | string;

      /**
       * Whether the announcements plugin is installed, so that a post can be
       * published there, too. False by default. The frontend plugin reads it, too.
       */
      announcements?: boolean;

      /**
       * Whom notices are sent to: `people`, which is the default, or `groups`, for
       * companies where a module takes what is sent to a group to its own channel.
       */
      noticesTo?: 'people' | 'groups';

      /**
       * When people are told once a week what is new with what they follow or use, and which
       * ratings are wanted; on Mondays at 8 in UTC by default.
       */
      digest?: {
        /** Such as `monday`. */
        weekday?:
          | 'monday'
          | 'tuesday'
          | 'wednesday'
          | 'thursday'
          | 'friday'
          | 'saturday'
          | 'sunday';

        /** From 0 to 23. */
        hour?: number;

        /** Such as `Europe/Berlin`. */
        timeZone?: string;
      };

      /**
       * For how long events are kept after their last occurrence; two years by default, and
       * at least 90 days, for which calendars are told what is cancelled.
       */
      keepEventsFor?: HumanDuration | string;

      /**
       * For how long secret calendar links show what their people could read when they were
       * last here; 30 days by default, and at least one.
       */
      calendarTrust?: HumanDuration | string;

      /**
       * For how long a roadmap keeps what has shipped; three years by default, and at
       * least one.
       */
      keepRoadmapFor?: HumanDuration | string;
    };
  };
}
