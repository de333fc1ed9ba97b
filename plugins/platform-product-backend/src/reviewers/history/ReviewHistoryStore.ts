/** A repository whose review history is read. */
export interface HistoryRepository {
  readonly id: number;
  readonly url: string;
  readonly source: string;
  /** Of its expertise; grows whenever that does. */
  readonly revision: number;
  readonly cursor?: string;
  readonly syncedAt?: Date;
  readonly error?: string;
}

/** What one person had to do with a change. */
export interface ReviewRecord {
  readonly person: string;
  readonly requestedAt?: Date;
  readonly reviewedAt?: Date;
  readonly isApproval: boolean;
  /** Was asked, and has yet to answer. */
  readonly isAwaited: boolean;
  /** Business hours from being asked to the review. */
  readonly responseHours?: number;
}

/** A change as it is kept; people are person keys. */
export interface ChangeRecord {
  readonly changeId: string;
  readonly url?: string;
  readonly title?: string;
  readonly author: string;
  readonly openedAt: Date;
  readonly readyAt?: Date;
  readonly mergedAt?: Date;
  readonly closedAt?: Date;
  readonly updatedAt: Date;
  readonly paths: readonly string[];
  readonly firstReviewAt?: Date;
  readonly firstReviewer?: string;
  /** Business hours from ready to the first review. */
  readonly waitHours?: number;
  readonly reviews: readonly ReviewRecord[];
}

/** A change with where it is from. */
export interface StoredChange extends ChangeRecord {
  readonly id: string;
  readonly repositoryId: number;
}

/** Keeps the review history of repositories, and the expertise in it. */
export interface ReviewHistoryStore {
  /** Makes repositories known; the source of a known one is brought up to date. */
  ensureRepositories(
    repositories: ReadonlyArray<{ url: string; source: string }>,
  ): Promise<HistoryRepository[]>;
  /** Notes that services are there, in repositories. */
  noteWanted(repositoryIds: readonly number[], at: Date): Promise<void>;
  /** Forgets repositories that no service has had since then, with all that is in them. */
  forgetUnwanted(since: Date): Promise<number>;
  /**
   * Forgets repositories that services now have under another name, once that is read; they
   * were there at the given time, and those that are to be forgotten were not.
   */
  forgetRenamed(wantedAt: Date): Promise<number>;
  /** The repositories among some URLs; one query. */
  listRepositories(urls: readonly string[]): Promise<HistoryRepository[]>;
  /**
   * Those that a source means by a name, be it the one that the catalog has, or one that
   * the forge has given to it since.
   */
  findRepositories(named: {
    readonly source: string;
    readonly url: string;
    readonly forgeId?: string;
  }): Promise<HistoryRepository[]>;
  /**
   * Keeps some changes and the cursor behind them, all or nothing. A change that
   * is known in a newer state stays as it is.
   */
  savePage(
    repositoryId: number,
    page: {
      readonly changes: readonly ChangeRecord[];
      readonly cursor?: string;
      /** What the forge calls the repository, as far as the page tells. */
      readonly forgeId?: string;
      readonly forgeUrl?: string;
    },
  ): Promise<void>;
  /** Notes how a sync has ended. */
  endSync(
    repositoryId: number,
    end: { readonly syncedAt: Date } | { readonly error: string },
  ): Promise<void>;
  /**
   * Sums the expertise up again from the changes, where it was summed up by older
   * rules; whether it was.
   */
  rebuildExpertise(
    repositoryId: number,
    options?: { readonly evenIfCurrent?: boolean },
  ): Promise<boolean>;
  /** Changes that became ready, or were merged, since; two queries. */
  listChanges(
    repositoryIds: readonly number[],
    since: Date,
  ): Promise<StoredChange[]>;
  /** One change of a repository. */
  getChange(
    repositoryId: number,
    changeId: string,
  ): Promise<StoredChange | undefined>;
  countChanges(repositoryId: number): Promise<number>;
  /** How many open changes that moved since wait for each of the given people. */
  countAwaited(
    people: readonly string[],
    movedSince: Date,
  ): Promise<ReadonlyMap<string, number>>;
}
