import { z } from 'zod';
import { plainText } from '../api/parameters';
import { moment, seenVersion } from './inputs';
import { postAudiences, PostInput, PostSent } from './posts';

/** A word or two that posts are found by. */
export const postTag = plainText({ max: 40 })
  .transform(tag => tag.toLocaleLowerCase('en-US'))
  .refine(tag => /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(tag), {
    message: 'must be of letters and digits, with dashes between them',
  });

const post = z.strictObject({
  title: plainText({ min: 5, max: 200 }),
  text: plainText({ max: 20_000 }),
  tags: z
    .array(postTag)
    .max(10)
    .transform(tags => [...new Set(tags)])
    .default([]),
  audience: z.enum(postAudiences).default('everybody'),
  publishAt: moment.optional(),
  isDraft: z.boolean().default(false),
  isAnnounced: z.boolean().default(false),
});

/** What somebody writes of a post. */
export const postInputSchema: z.ZodType<PostInput, PostSent> = post;

/**
 * What somebody writes of a post that is there already.
 *
 * @public
 */
export interface PostChangeSent extends PostSent {
  /** Of what the caller has seen. */
  readonly version: number;
}

/**
 * A post as it was changed, complete with defaults.
 *
 * @public
 */
export interface PostChange extends PostInput {
  /** Of what the caller has seen. */
  readonly version: number;
}

/** The whole of a post, and the version that it takes the place of. */
export const postChangeSchema: z.ZodType<PostChange, PostChangeSent> =
  post.extend({ version: seenVersion });
