/** Assesses a service again, after something of a room has changed. */
export type Reassess = (entityRef: string) => Promise<void>;

/** What the room `maturity` lends to other rooms. */
export interface Levels {
  /** Assesses a service at once, with some collectors or with all of them. */
  reassess(entityRef: string, collectors?: readonly string[]): Promise<void>;

  /** The newest level of a service; 0 before its first assessment. */
  getLevel(entityRef: string): Promise<number>;

  /** Titles of those of some services that were assessed; one query. */
  getTitles(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
}
