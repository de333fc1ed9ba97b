import { DecayedSum } from '@platform-product/backstage-plugin-common/rules';
import { HistoryRepository } from './ReviewHistoryStore';

/**
 * What one person had to do with a path. The sums are as they are kept, for which
 * `keptUnit` is the measure; the counts are of all times.
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
  /** The later of the two. */
  readonly lastAt?: Date;
}

/** How much one person has reviewed of another's changes. */
export interface PairExpertise {
  readonly author: string;
  readonly reviewer: string;
  readonly reviews: DecayedSum;
  readonly reviewCount: number;
}

/** A repository at one state of its expertise. */
export type ExpertiseState = Pick<HistoryRepository, 'id' | 'revision'>;

/** Tells who knows which part of a repository. */
export interface ExpertiseStore {
  /** Expertise of the given people at some files and directories; one query. */
  listAt(
    repository: ExpertiseState,
    options: {
      readonly paths: readonly string[];
      readonly people: readonly string[];
    },
  ): Promise<PathExpertise[]>;
  /** Those who have done most at some paths, the most active first; one query. */
  listMostActive(
    repository: ExpertiseState,
    options: { readonly paths: readonly string[]; readonly limit: number },
  ): Promise<PathExpertise[]>;
  /** Everybody who reviewed changes of the given people; one query. */
  listPairs(
    repository: ExpertiseState,
    authors: readonly string[],
  ): Promise<PairExpertise[]>;
}
