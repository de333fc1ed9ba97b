import {
  Figures,
  ResearchKind,
} from '@platform-product/backstage-plugin-common';

/**
 * Scores of rounds from before the suite took ratings, such as those of a survey.
 * Only import figures of as many answers as the round asks for: what is imported
 * is shown as it is.
 *
 * @public
 */
export interface RatingRecords {
  /** Rounds that are over. One that is known already stays as it is. */
  readonly rounds: ReadonlyArray<{
    readonly id: string;
    readonly opensAt: Date;
    readonly closesAt: Date;
    /** How many answers were needed to show any scores. */
    readonly k: number;
    readonly commentThreshold: number;
  }>;
  readonly releases: ReadonlyArray<{
    readonly roundId: string;
    readonly entityRef: string;
    readonly figures: Figures;
  }>;
  readonly replies: ReadonlyArray<{
    readonly roundId: string;
    readonly entityRef: string;
    readonly text: string;
    readonly link?: string;
    readonly by: string;
    readonly at: Date;
  }>;
  /** Entries of research logs. Each comes in with the round of its day. */
  readonly research?: ReadonlyArray<{
    readonly entityRef: string;
    readonly kind: ResearchKind;
    /** The day, as `2026-07-14`. */
    readonly date: string;
    /** Whom the team listened to. */
    readonly team?: string;
    readonly learned: string;
    readonly follows?: string;
    readonly link?: string;
    readonly by: string;
  }>;
}
