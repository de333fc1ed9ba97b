import { z } from 'zod';
import { RatedFeature, ratedFeatures } from '../satisfaction/features';
import { ScoreMove, scoreMoveSchema } from './scoreMoved';

const timestamp = z.iso.datetime();
const count = z.number().int().min(0);

/** Where things stand before they ship, in the order of the columns. */
export const plannedStages = ['now', 'next', 'later'] as const;

export const roadmapStages = [
  ...plannedStages,
  'shipped',
] as const satisfies readonly RoadmapStage[];

/**
 * How far something on a roadmap is.
 *
 * @public
 */
export type RoadmapStage = 'now' | 'next' | 'later' | 'shipped';

/** As much feedback as one item may name. */
export const mostRoadmapFeedback = 20;

/**
 * Something that a team works on, or will, or has shipped.
 *
 * @public
 */
export interface RoadmapItem {
  /** Unique, and never used again. */
  readonly id: string;
  /** Full ref of the service, in lower case. */
  readonly entityRef: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** More about it, in Markdown, as somebody typed it. */
  readonly text?: string;
  /** How far it is. */
  readonly stage: RoadmapStage;
  /** What it is meant to better, of what the service is rated on. */
  readonly feature?: RatedFeature;
  /** Whether it cuts the work that leaves the service as it is. */
  readonly cutsKtlo: boolean;
  /** To the work on it; https. */
  readonly link?: string;
  /** Whether its team alone sees it. */
  readonly isDraft: boolean;
  /** Since when it is that far, in ISO 8601. */
  readonly stageSince: string;
  /** When it shipped, in ISO 8601. */
  readonly shippedAt?: string;
  /** Grows with each change. */
  readonly version: number;
  /** User ref of who wrote it first. */
  readonly createdBy: string;
  /** When it was written first, in ISO 8601. */
  readonly createdAt: string;
  /** The feedback that it came from, as far as the reader may see it. */
  readonly feedback: ReadonlyArray<{
    /** Of the feedback. */
    readonly id: string;
    /** What it is about. */
    readonly title: string;
  }>;
  /**
   * How many people asked for it and have not been told, but for the reader; for its
   * team alone.
   */
  readonly toTell?: number;
  /** Whether the score of its feature has moved since it shipped. */
  readonly moved?: ScoreMove;
}

export const roadmapItemSchema: z.ZodType<RoadmapItem> = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    title: z.string(),
    text: z.string().optional(),
    stage: z.enum(roadmapStages),
    feature: z.enum(ratedFeatures).optional(),
    cutsKtlo: z.boolean(),
    link: z.string().optional(),
    isDraft: z.boolean(),
    stageSince: timestamp,
    shippedAt: timestamp.optional(),
    version: z.number().int(),
    createdBy: z.string(),
    createdAt: timestamp,
    feedback: z.array(z.object({ id: z.string(), title: z.string() })),
    toTell: count.optional(),
    moved: scoreMoveSchema.optional(),
  })
  .meta({ id: 'RoadmapItem' });

/**
 * What a service's team works on, and what it has shipped.
 *
 * @public
 */
export interface Roadmap {
  /**
   * What is to ship, in the order that the team gave it within now, next and later;
   * then what has shipped, the newest first.
   */
  readonly items: readonly RoadmapItem[];
  /** How many items have shipped, also those that were not asked for. */
  readonly totalShipped: number;
}

export const roadmapSchema: z.ZodType<Roadmap> = z
  .object({ items: z.array(roadmapItemSchema), totalShipped: count })
  .meta({ id: 'Roadmap' });
