/** Keeps who follows which service. */
export interface FollowStore {
  /** A second follow keeps the time of the first. */
  add(follow: {
    readonly entityRef: string;
    readonly userRef: string;
    readonly at: Date;
  }): Promise<void>;
  /** Whether there was anything to remove. */
  remove(follow: {
    readonly entityRef: string;
    readonly userRef: string;
  }): Promise<boolean>;
  has(follow: {
    readonly entityRef: string;
    readonly userRef: string;
  }): Promise<boolean>;
  /** User refs by service, of every service asked for; one query. */
  listFollowers(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Numbers by service, of every service asked for; one query. */
  countFollowers(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  /** Refs of the services that a person follows, the latest first. */
  listFollowed(userRef: string): Promise<string[]>;
}
