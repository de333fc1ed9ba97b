import { z } from 'zod';
import { plainText } from '../api/parameters';
import { RatedFeature, ratedFeatures } from '../satisfaction/features';
import { httpsLink, seenVersion } from './inputs';
import {
  mostRoadmapFeedback,
  plannedStages,
  RoadmapStage,
  roadmapStages,
} from './roadmap';

/**
 * What somebody writes of something on a roadmap; what is left out is not there.
 *
 * @public
 */
export interface RoadmapContent {
  /** What it is, in a few words. */
  readonly title: string;
  /** More about it, in Markdown. */
  readonly text?: string;
  /** What it is meant to better. */
  readonly feature?: RatedFeature;
  /** Whether it cuts the work that leaves the service as it is. */
  readonly cutsKtlo?: boolean;
  /** Ids of the feedback that it came from. */
  readonly feedbackIds?: readonly string[];
  /** To the work on it; https. */
  readonly link?: string;
  /**
   * Whether its team alone sees it; left out, everybody sees what is new, and what is there
   * stays as it is.
   */
  readonly isDraft?: boolean;
}

/**
 * Something new on a roadmap.
 *
 * @public
 */
export interface RoadmapItemInput extends RoadmapContent {
  /** Where it is put, at the end; it ships by being moved. */
  readonly stage: Exclude<RoadmapStage, 'shipped'>;
}

/**
 * What is written in the place of what was.
 *
 * @public
 */
export interface RoadmapItemChange extends RoadmapContent {
  /** Of what the caller has seen. */
  readonly version: number;
}

/**
 * Where something on a roadmap is moved.
 *
 * @public
 */
export interface RoadmapPlace {
  /** Of what the caller has seen. */
  readonly version: number;
  /** How far it is then. */
  readonly stage: RoadmapStage;
  /** Id of the item that follows it; without, it comes last. */
  readonly before?: string;
}

const id = z.guid();

const content = {
  title: plainText({ min: 5, max: 200 }),
  text: plainText({ max: 5000 }).optional(),
  feature: z.enum(ratedFeatures).optional(),
  cutsKtlo: z.boolean().optional(),
  feedbackIds: z.array(id).max(mostRoadmapFeedback).optional(),
  link: httpsLink.optional(),
  isDraft: z.boolean().optional(),
};

export const roadmapItemInputSchema: z.ZodType<
  RoadmapItemInput,
  RoadmapItemInput
> = z.strictObject({ ...content, stage: z.enum(plannedStages) });

export const roadmapItemChangeSchema: z.ZodType<
  RoadmapItemChange,
  RoadmapItemChange
> = z.strictObject({ ...content, version: seenVersion });

export const roadmapPlaceSchema: z.ZodType<RoadmapPlace, RoadmapPlace> =
  z.strictObject({
    version: seenVersion,
    stage: z.enum(roadmapStages),
    before: id.optional(),
  });
