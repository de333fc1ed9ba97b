import { FollowKind } from '@platform-product/backstage-plugin-common';

/**
 * What the room `updates` lends to other rooms: who follows what. A follower may
 * have lost the right to read the service since.
 */
export interface Follows {
  /** User refs by service, of every service asked for; one query. */
  listFollowers(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>;

  /** What followers do not want to hear of, by service and user ref; one query. */
  listMuted(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<FollowKind>>>>;

  /** Numbers by service, of every service asked for; one query. */
  countFollowers(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;

  /** Refs of the services that a person follows, the latest first. */
  listFollowed(userRef: string): Promise<string[]>;
}
