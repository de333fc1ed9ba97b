import {
  FeedbackStatus,
  FeedbackVisibility,
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
  /** Feedback that was given elsewhere, signed; what is open waits for the team. */
  readonly feedback?: readonly FeedbackRecord[];
}

/**
 * Feedback from before the suite took it, with what became of it.
 *
 * @public
 */
export interface FeedbackRecord {
  /** Names the feedback for good: the same key is imported only once. */
  readonly key: string;
  readonly entityRef: string;
  readonly title: string;
  readonly text?: string;
  /** Who sees the name behind it; anonymous feedback can't be imported. */
  readonly visibility: Exclude<FeedbackVisibility, 'anonymous'>;
  /** User ref of the author. */
  readonly by: string;
  readonly at: Date;
  /** By default it is open. */
  readonly status?: FeedbackStatus;
  readonly statusNote?: string;
  /** A roadmap item, an issue or a changelog. */
  readonly link?: string;
  /** Key of the other feedback. */
  readonly duplicateOf?: string;
  /** When its status last changed. */
  readonly movedAt?: Date;
  /** User refs of who wants the same. */
  readonly voters?: readonly string[];
  readonly replies?: ReadonlyArray<{
    readonly text: string;
    readonly by: string;
    readonly fromTeam: boolean;
    readonly at: Date;
  }>;
}
