import { Post, PostSent } from '@platform-product/backstage-plugin-common';
import { fromInputMoment, toInputMoment } from '../shared/dates';

/** What stands in the fields of a post. */
export interface PostForm {
  readonly title: string;
  readonly text: string;
  /** Separated by commas. */
  readonly tags: string;
  readonly audience: Post['audience'];
  /** In the form of an input; empty for at once. */
  readonly publishAt: string;
  readonly isAnnounced: boolean;
}

/** With what a post begins that is not there yet. */
export type PostStart = Partial<Pick<PostForm, 'title' | 'text'>>;

export function postFormOf(post: Post | undefined, start: PostStart): PostForm {
  return {
    title: post?.title ?? start.title ?? '',
    text: post?.text ?? start.text ?? '',
    tags: post?.tags.join(', ') ?? '',
    audience: post?.audience ?? 'everybody',
    publishAt: post?.publishedAt ? toInputMoment(post.publishedAt) : '',
    isAnnounced: post?.announcement !== undefined,
  };
}

/** Whether others have seen a post by now. */
export const isOut = ({ publishedAt }: Pick<Post, 'publishedAt'>) =>
  publishedAt !== undefined && Date.parse(publishedAt) <= Date.now();

/** What is sent of it; one that is out keeps its date. */
export function toPostBody(form: PostForm, post: Post | undefined): PostSent {
  const { title, text, tags, audience, publishAt, isAnnounced } = form;
  return {
    title: title.trim(),
    text: text.trim(),
    tags: tags
      .split(',')
      .map(tag => tag.trim())
      .filter(tag => tag !== ''),
    audience,
    publishAt: post && isOut(post) ? undefined : fromInputMoment(publishAt),
    // Whoever can't read the service reads the announcements all the same.
    isAnnounced: isAnnounced && audience === 'everybody',
  };
}

/** The same as a draft, which has no date yet. */
export const asDraft = ({ publishAt: _, ...body }: PostSent): PostSent => ({
  ...body,
  isDraft: true,
});
