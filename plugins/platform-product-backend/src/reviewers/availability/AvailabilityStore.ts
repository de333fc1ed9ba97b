import { Availability } from '@platform-product/backstage-plugin-common';

/** Keeps when people can review. */
export interface AvailabilityStore {
  /** What some people have said; one query. */
  list(userRefs: readonly string[]): Promise<ReadonlyMap<string, Availability>>;
  save(userRef: string, availability: Availability, at: Date): Promise<void>;
}
