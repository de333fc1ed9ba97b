/**
 * What the room `updates` lends to other rooms: who follows what. A follower may
 * have lost the right to read the service since.
 */
export interface Follows {
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
