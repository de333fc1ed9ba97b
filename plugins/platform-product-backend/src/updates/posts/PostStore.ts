import { Post } from '@platform-product/backstage-plugin-common';
import { Within } from '../../services/DigestSource';

/** What somebody is meant to see of the posts of some services, as refs of these. */
export interface PostSight {
  /** Of which they see what is for everybody. */
  readonly everybody: readonly string[];
  /** Of which they see what is for consumers. */
  readonly consumers: readonly string[];
  /** Of which they see what is for followers. */
  readonly followers: readonly string[];
  /** Of which they see everything, drafts too. */
  readonly team: readonly string[];
}

export interface PostPage {
  readonly items: readonly Post[];
  readonly totalItems: number;
}

/** Keeps posts. */
export interface PostStore {
  /**
   * Adds a post, once for a person and key, and answers with the one that is kept.
   *
   * @throws ConflictError when the key was used for another post
   */
  add(post: Post, idempotencyKey: string): Promise<Post>;
  /** Adds a post that was told before, once ever. */
  addPast(post: Post): Promise<void>;
  get(id: string): Promise<Post | undefined>;
  /** Changes a post that still has the version before; whether it had. */
  change(post: Post): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** What is published by a moment, the newest first; two queries. */
  listPublished(options: {
    readonly sight: PostSight;
    readonly by: Date;
    readonly tag?: string;
    readonly offset: number;
    readonly limit: number;
  }): Promise<PostPage>;
  /** Drafts, and then what waits for its time, of a service; two queries. */
  listWaiting(options: {
    readonly entityRef: string;
    readonly by: Date;
    readonly tag?: string;
    readonly offset: number;
    readonly limit: number;
  }): Promise<PostPage>;
  /** When some services last told something within a time; one query for four hundred. */
  findLatest(
    entityRefs: readonly string[],
    within: Within,
  ): Promise<ReadonlyMap<string, Date>>;
  /** How many posts came out after a moment and up to another, by service; one query. */
  countNews(within: Within): Promise<
    ReadonlyArray<{
      readonly entityRef: string;
      readonly audience: Post['audience'];
      readonly count: number;
    }>
  >;
  /** Forgets posts that were published, and drafts that were written, before a moment. */
  forget(before: Date): Promise<void>;
}
