/**
 * Somebody who writes or reviews changes, as a source knows them: the login on
 * a forge, or an e-mail address.
 *
 * @public
 */
export type SourcePerson =
  | {
      /** Host of the forge, such as `github.com`. */
      readonly host: string;
      readonly login: string;
      /**
       * What the forge keeps calling the account, whatever its login, in each spelling that
       * annotations such as `github.com/user-id` may have.
       */
      readonly ids?: readonly string[];
      /** A machine; its changes and reviews count for nothing. */
      readonly isBot?: boolean;
    }
  | { readonly email: string; readonly isBot?: boolean };

/**
 * A review that somebody gave to a change.
 *
 * @public
 */
export interface SourceReview {
  /** Unique within the change. */
  readonly id: string;
  readonly reviewer: SourcePerson;
  /** Absent where the source does not know when. */
  readonly at?: Date;
  readonly isApproval: boolean;
}

/**
 * A change with its reviews: a pull request, a merge request or a commit. It
 * always tells the whole newest state.
 *
 * @public
 */
export interface ReviewedChange {
  /** Unique within the repository, and the same every time. */
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
  readonly author: SourcePerson;
  readonly openedAt: Date;
  /**
   * Since when it waits for a review: when it was opened, or ready for review
   * after it was a draft. Absent on drafts, and where the source does not know.
   */
  readonly readyAt?: Date;
  /**
   * When it was ready for a review for the first time, also of what is a draft again.
   * The same as `readyAt`, where it is absent.
   */
  readonly firstReadyAt?: Date;
  readonly mergedAt?: Date;
  /** When it was closed, merged or not. */
  readonly closedAt?: Date;
  /** Never shrinks; older states are ignored, and equal ones replace. */
  readonly updatedAt: Date;
  /** Changed files from the root of the repository, at most 40 of them. */
  readonly paths: readonly string[];
  readonly reviews: readonly SourceReview[];
  /** Who was asked for a review, and since when where the source knows it. */
  readonly reviewRequests: ReadonlyArray<{
    readonly reviewer: SourcePerson;
    readonly at?: Date;
    /** Whether the review is still awaited. */
    readonly isOpen: boolean;
  }>;
}

/**
 * Part of the history of a repository, kept together with the cursor in one
 * transaction.
 *
 * @public
 */
export interface ReviewedChangePage {
  readonly changes: readonly ReviewedChange[];
  /** Where to go on after this page; a text that only the source reads. */
  readonly cursor: string;
  /**
   * What the forge keeps calling the repository, however often it is renamed or moved;
   * unique within the source. What is heard of it under another name is known by it.
   */
  readonly repositoryId?: string;
}

/** @public */
export interface ReadChangesOptions {
  /** The repository as the catalog names it, without `/tree/…`. */
  readonly repositoryUrl: string;
  /** The cursor of the last page that was kept; absent at the very start. */
  readonly cursor?: string;
  /** Aborted when the time for reading is over; what was kept stays. */
  readonly signal: AbortSignal;
}

/**
 * A single change of a repository.
 *
 * @public
 */
export interface ChangeRef {
  readonly repositoryUrl: string;
  /** {@link ReviewedChange.id} */
  readonly changeId: string;
  /** {@link ReviewedChangePage.repositoryId}, where it is known. */
  readonly repositoryId?: string;
}

/**
 * Where the history of reviews is read from.
 *
 * @public
 */
export interface ReviewSource {
  /** Names the source in logs and in the database. */
  readonly id: string;
  /**
   * Whether it finds a repository under names that it had before, and gives the changes
   * the pages that they have by now.
   */
  readonly followsRenames?: boolean;
  /** Whether it can read a repository. The first source that can, does. */
  accepts(repositoryUrl: string): boolean;
  /**
   * Reads what has changed since the cursor. May go over the same changes
   * again, and may stop early; it is called again with the last cursor then.
   * Reading ends when there is nothing new.
   *
   * @throws ForgeBusyError when the forge asks to come back later; `retryAt` says
   * when, where the forge said so
   */
  readChanges(options: ReadChangesOptions): AsyncIterable<ReviewedChangePage>;
  /** Reads one change; undefined where there is none. */
  readChange?(
    options: ChangeRef & { readonly signal: AbortSignal },
  ): Promise<ReviewedChange | undefined>;
  /** The change that a link for people leads to; undefined for other links. */
  parseChangeUrl?(url: string): ChangeRef | undefined;
  /**
   * Called once at the start; the source calls back whenever it hears that a
   * change has moved. Hearing of it twice or too late does no harm.
   */
  subscribe?(onMoved: (change: ChangeRef) => Promise<void>): Promise<void>;
}
