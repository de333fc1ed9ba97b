import {
  ContactOutcome,
  Round,
} from '@platform-product/backstage-plugin-common';

/** A service on which somebody's rating is wanted. */
export interface DueRating {
  readonly entityRef: string;
  /** What has come of asking; undefined where they were not asked yet. */
  readonly contact?: ContactOutcome;
}

/** What the room `satisfaction` lends to other rooms: which ratings are wanted. */
export interface DueRatings {
  /**
   * Those of the given services that a person has neither rated nor declined to rate
   * in the open round; four queries for up to 200 services.
   */
  list(
    userRef: string,
    entityRefs: readonly string[],
  ): Promise<{ readonly round?: Round; readonly items: DueRating[] }>;
}
