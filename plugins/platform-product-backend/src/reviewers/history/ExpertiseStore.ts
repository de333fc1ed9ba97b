import { DecayedSum } from '@platform-product/backstage-plugin-common';

/**
 * What one person had to do with a path. The sums are decayed to the moment they
 * were asked for; the counts are of all times.
 */
export interface PathExpertise {
  readonly path: string;
  readonly person: string;
  readonly reviews: DecayedSum;
  readonly changes: DecayedSum;
  readonly reviewCount: number;
  readonly changeCount: number;
  readonly lastReviewedAt?: Date;
  readonly lastChangedAt?: Date;
}

/** How much one person has reviewed of another's changes. */
export interface PairExpertise {
  readonly author: string;
  readonly reviewer: string;
  readonly reviews: DecayedSum;
  readonly reviewCount: number;
}

/** Tells who knows which part of a repository. */
export interface ExpertiseStore {
  /**
   * Expertise of some people at some files and directories, and what everybody
   * together has done there; one query.
   */
  listAt(
    repositoryId: number,
    options: {
      readonly paths: readonly string[];
      readonly people: readonly string[];
      readonly now: Date;
    },
  ): Promise<{
    readonly expertise: PathExpertise[];
    readonly totals: ReadonlyMap<
      string,
      { readonly reviews: DecayedSum; readonly changes: DecayedSum }
    >;
  }>;
  /** Those who have done most at some paths, the most active first; one query. */
  listMostActive(
    repositoryId: number,
    options: {
      readonly paths: readonly string[];
      readonly limit: number;
      readonly now: Date;
    },
  ): Promise<PathExpertise[]>;
  /** Everybody who reviewed changes of some people; one query. */
  listPairs(
    repositoryId: number,
    authors: readonly string[],
    now: Date,
  ): Promise<PairExpertise[]>;
}
