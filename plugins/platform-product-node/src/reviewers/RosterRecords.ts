import {
  Availability,
  RosterTerms,
} from '@platform-product/backstage-plugin-common';

/**
 * Who reviewed for a service before the suite kept rosters. Only import people
 * who have agreed to it.
 *
 * @public
 */
export interface RosterRecords {
  readonly entityRef: string;
  readonly reviewers: ReadonlyArray<{
    readonly userRef: string;
    readonly terms: RosterTerms;
    /** When the person and the owners agreed. */
    readonly agreedAt: Date;
    readonly leftAt?: Date;
    readonly sponsor?: string;
  }>;
}

/**
 * When people can review, as they have said elsewhere.
 *
 * @public
 */
export interface AvailabilityRecord {
  readonly userRef: string;
  readonly availability: Availability;
}
