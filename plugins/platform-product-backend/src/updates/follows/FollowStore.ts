import { FollowKind } from '@platform-product/backstage-plugin-common';

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
  /** What a follower does not hear of; nothing for who does not follow. */
  find(follow: {
    readonly entityRef: string;
    readonly userRef: string;
  }): Promise<{ readonly muted: readonly FollowKind[] } | undefined>;
  /** Notes what a follower does not want to hear of; whether they follow. */
  mute(follow: {
    readonly entityRef: string;
    readonly userRef: string;
    readonly muted: readonly FollowKind[];
  }): Promise<boolean>;
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
