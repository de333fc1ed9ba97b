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
  /** Everybody's expertise at some files and directories; one query. */
  listAt(
    repositoryId: number,
    paths: readonly string[],
    now: Date,
  ): Promise<PathExpertise[]>;
  /** Everybody who reviewed changes of some people; one query. */
  listPairs(
    repositoryId: number,
    authors: readonly string[],
    now: Date,
  ): Promise<PairExpertise[]>;
}
