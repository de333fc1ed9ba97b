import { Post } from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';

/** Something that the announcements plugin does not have as it is to have it. */
export interface DueAnnouncement {
  readonly postId: string;
  /** Where it is there already. */
  readonly announcementId?: string;
  /** How often it was tried in vain. */
  readonly attempts: number;
}

/** Keeps which posts the announcements plugin has, and is to have. */
export interface AnnouncementStore {
  /** Notes, with a change of a post, that the other side has to follow. */
  plan(transaction: Knex.Transaction, post: Post): Promise<void>;
  /** What is to be tried by a moment, and whatever has lost its post. */
  listDue(by: Date): Promise<readonly DueAnnouncement[]>;
  /** Takes something on, until a moment; not where another backend has done so. */
  claim(due: DueAnnouncement, until: Date): Promise<boolean>;
  /** Notes that the other side has it, unless its post has changed since it was claimed. */
  settle(due: DueAnnouncement, announcementId?: string): Promise<void>;
  /** Notes that the other side does not have it any more. */
  remove(due: DueAnnouncement): Promise<void>;
  /** How far the given posts are. */
  findStates(
    postIds: readonly string[],
  ): Promise<ReadonlyMap<string, NonNullable<Post['announcement']>>>;
}
