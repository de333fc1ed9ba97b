import { Post } from '@platform-product/backstage-plugin-common';

/**
 * Something that a team told before the suite kept it.
 *
 * @public
 */
export interface PostRecord {
  /** Names the post for good: the same key is imported only once. */
  readonly key: string;
  /** Full ref of the service. */
  readonly entityRef: string;
  /** What it was about, in a few words. */
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Words that it is found by. */
  readonly tags?: readonly string[];
  /** Who sees it; everybody where it is left out. */
  readonly audience?: Post['audience'];
  /** User ref. */
  readonly by: string;
  /** When it was published; nobody is told. */
  readonly at: Date;
}
