/** A secret link, as far as it is kept. */
export interface StoredLink {
  readonly userRef: string;
  /** By which the catalog tells its person from a namesake. */
  readonly userUid: string;
  readonly createdAt: Date;
  /** When it was last looked what the person may read. */
  readonly checkedAt?: Date;
}

/** Keeps secret links to calendars, and what their people could read when they were here. */
export interface CalendarStore {
  /** Puts a link in the place of the one that the person had. */
  putLink(link: {
    readonly userRef: string;
    readonly userUid: string;
    readonly secretHash: string;
    readonly at: Date;
  }): Promise<void>;
  /** Takes the link and the rights of a person away. */
  removeLink(userRef: string): Promise<void>;
  getLink(userRef: string): Promise<StoredLink | undefined>;
  findLink(secretHash: string): Promise<StoredLink | undefined>;
  /**
   * Puts what a person can read in the place of what they could before, unless the link
   * is gone meanwhile.
   */
  putRights(rights: {
    readonly userRef: string;
    readonly entityRefs: readonly string[];
    readonly at: Date;
  }): Promise<void>;
  /** What a person could read when it was last looked, since a moment. */
  listRights(userRef: string, since: Date): Promise<readonly string[]>;
}
