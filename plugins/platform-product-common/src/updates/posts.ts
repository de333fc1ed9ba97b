import { z } from 'zod';

const timestamp = z.iso.datetime();

export const postAudiences = [
  'everybody',
  'consumers',
  'followers',
] as const satisfies readonly Post['audience'][];

/**
 * What a team tells of its service that is new.
 *
 * @public
 */
export interface Post {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What it is about, in a few words of plain text. */
  readonly title: string;
  /** Markdown, as somebody typed it. */
  readonly text: string;
  /** In lower case, in the order in which they were given. */
  readonly tags: readonly string[];
  /**
   * Who sees it, of those who may read the service: everybody, those who own something
   * that uses it, or those who follow it. Its team does in any case.
   */
  readonly audience: 'everybody' | 'consumers' | 'followers';
  /** When it is seen from on, in ISO 8601; never of a draft, and may be to come. */
  readonly publishedAt?: string;
  /**
   * How far it is on its way to the announcements plugin, where it is to be there, too:
   * it waits for its time or its turn, it is there, or it was tried in vain, and is tried
   * again.
   */
  readonly announcement?: 'waiting' | 'published' | 'failing';
  /** Grows with each change. */
  readonly version: number;
  /** User ref of who wrote it. */
  readonly createdBy: string;
  /** When it was written first, in ISO 8601. */
  readonly createdAt: string;
}

/**
 * What somebody writes of a post.
 *
 * @public
 */
export interface PostSent {
  /** What it is about, in a few words of plain text. */
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** At most ten; letters, digits and dashes. */
  readonly tags?: readonly string[];
  /** Everybody who may read the service, where it is left out. */
  readonly audience?: Post['audience'];
  /** When it is seen from on, in ISO 8601; at once where it is left out. */
  readonly publishAt?: string;
  /** Whether its team goes on with it, and nobody else sees it. */
  readonly isDraft?: boolean;
  /**
   * Whether the announcements plugin is to have it, too, where everybody sees it; only
   * of what is for everybody.
   */
  readonly isAnnounced?: boolean;
}

/**
 * A post as it was written, complete with defaults.
 *
 * @public
 */
export interface PostInput extends PostSent {
  /** Each once, in lower case. */
  readonly tags: readonly string[];
  /** Who sees it. */
  readonly audience: Post['audience'];
  /** Whether only its team does. */
  readonly isDraft: boolean;
  /** Whether the announcements plugin is to have it, too. */
  readonly isAnnounced: boolean;
}

/**
 * A post with the name of its service, for lists of several.
 *
 * @public
 */
export interface NewPost {
  /** The post. */
  readonly post: Post;
  /** What people call the service. */
  readonly title: string;
}

export const postSchema: z.ZodType<Post> = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    title: z.string(),
    text: z.string(),
    tags: z.array(z.string()),
    audience: z.enum(postAudiences),
    publishedAt: timestamp.optional(),
    announcement: z.enum(['waiting', 'published', 'failing']).optional(),
    version: z.number().int(),
    createdBy: z.string(),
    createdAt: timestamp,
  })
  .meta({ id: 'Post' });

export const newPostSchema: z.ZodType<NewPost> = z
  .object({ post: postSchema, title: z.string() })
  .meta({ id: 'NewPost' });
