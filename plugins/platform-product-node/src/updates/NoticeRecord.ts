import {
  Notice,
  NoticeAnswerKind,
  NoticeData,
} from '@platform-product/backstage-plugin-common';

/**
 * A notice from before the suite told of it, with what was said since and answered.
 *
 * @public
 */
export interface NoticeRecord {
  /** Names the notice for good: the same key is imported only once. */
  readonly key: string;
  readonly entityRef: string;
  readonly kind: Notice['kind'];
  readonly impact: Notice['impact'];
  readonly title: string;
  readonly text: string;
  readonly whatToDo?: string;
  readonly notAffected?: string;
  readonly safeAgain?: string;
  readonly from?: Date;
  readonly until?: Date;
  readonly data?: NoticeData;
  readonly detectedAt: Date;
  /** What was said, the oldest first; the first of it is the publication. */
  readonly updates: ReadonlyArray<{
    readonly status: Notice['status'];
    /** That of the notice where it is left out. */
    readonly impact?: Notice['impact'];
    readonly text: string;
    /** An https link. */
    readonly link?: string;
    /** Of a post-mortem, whether nothing more came. */
    readonly isFinal?: boolean;
    readonly nextUpdateDueAt?: Date;
    /** User ref. */
    readonly by: string;
    readonly at: Date;
  }>;
  /** What it reached. Of a notice that is still open, the catalog knows that better. */
  readonly reached?: ReadonlyArray<{
    readonly entityRef: string;
    /** The way from the service to the entity, both included. */
    readonly path: readonly string[];
    /** Refs of users and groups. */
    readonly owners: readonly string[];
    readonly answer?: {
      readonly kind: NoticeAnswerKind;
      readonly note?: string;
      /** User ref. */
      readonly by: string;
      readonly at: Date;
    };
  }>;
}
