import { Within } from '../../services/DigestSource';
import { Also } from '../../notifications/Notification';

/** A digest that somebody gets. */
export interface DigestRecord {
  readonly userRef: string;
  /** Whether they rest from being asked for ratings. */
  readonly hasRatings: boolean;
}

/** Keeps up to when people were told, and who had a digest lately. */
export interface DigestStore {
  /**
   * The time that digests up to a moment are about, which goes on from the last ones;
   * nothing where these were made. What was begun is gone on with. Lengths are in
   * milliseconds.
   */
  begin(
    until: Date,
    length: { readonly first: number; readonly longest: number },
  ): Promise<Within | undefined>;
  /** Who was asked for ratings on a day after a moment. */
  listAsked(after: Date): Promise<ReadonlySet<string>>;
  /** Who has a digest of a day. */
  listDigested(day: Date): Promise<ReadonlySet<string>>;
  /** Notes that some people have a digest now; those of them who had none. */
  add(
    digests: readonly DigestRecord[],
    at: Date,
    also: Also<ReadonlySet<string>>,
  ): Promise<void>;
  finish(until: Date, at: Date): Promise<void>;
  forget(before: Date): Promise<void>;
}
