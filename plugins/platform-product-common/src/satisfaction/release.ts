import { z } from 'zod';
import { highestRating, RatedFeature, ratedFeatures } from './features';
import { CountedSet, PlannedRelease } from './releasePast';
import { commentIn } from './statements';

const count = z.number().int().min(0);

export const featureFiguresSchema = z.object({
  counts: z
    .array(count)
    .length(highestRating)
    .describe('How many gave 1, 2, 3, 4 and 5.'),
});

/**
 * How a feature was rated.
 *
 * @public
 */
export interface FeatureFigures {
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly counts: readonly number[];
}

export const participationSchema = z.object({
  complete: count,
  partial: count,
  asked: count.describe(
    'People who are known to use the service; at least as many as have answered.',
  ),
});

/**
 * How many people answered.
 *
 * @public
 */
export interface Participation {
  /** How many rated every feature. */
  readonly complete: number;
  /** How many rated some of them. */
  readonly partial: number;
  /** People who are known to use the service; at least as many as have answered. */
  readonly asked: number;
}

/** @public */
export const figuresSchema: z.ZodType<Figures> = z.object({
  participation: participationSchema.optional(),
  features: z.partialRecord(z.enum(ratedFeatures), featureFiguresSchema),
  comments: z.array(z.string()).optional(),
});

/**
 * What is published of a round and a service. What is left out is hidden.
 *
 * @public
 */
export interface Figures {
  /** How many answered. */
  readonly participation?: Participation;
  /** By feature, where enough people rated it. */
  readonly features: Readonly<Partial<Record<RatedFeature, FeatureFigures>>>;
  /** In an order that tells nothing of who wrote them. */
  readonly comments?: readonly string[];
}

const countOf = (words: string, set: CountedSet) =>
  set.filter(some => some === words).length;

/**
 * Figures that are new on some topics and as they were before on the others. Texts
 * come in their alphabetical order, which says nothing about their time, and each
 * once: a sentence that stands there twice would give its author away.
 *
 * @public
 */
export function compileFigures(options: {
  readonly planned: PlannedRelease;
  readonly before: Figures | undefined;
  /** How many people are known to use the service. */
  readonly known: number;
}): Figures {
  const { planned, known, before } = options;
  const { participation, texts } = planned;
  return {
    participation: participation
      ? compileParticipation(participation, known)
      : before?.participation,
    features: {
      ...before?.features,
      ...Object.fromEntries(
        ratedFeatures.flatMap(feature => {
          const set = planned[feature];
          return set ? [[feature, { counts: countRatings(set) }]] : [];
        }),
      ),
    },
    comments: texts
      ? [...new Set(texts.flatMap(words => commentIn(words) ?? []))].sort()
      : before?.comments,
  };
}

function compileParticipation(set: CountedSet, known: number): Participation {
  const complete = countOf('complete', set);
  const partial = countOf('partial', set);
  // The catalog may know nothing of the people who answer.
  return { complete, partial, asked: Math.max(known, complete + partial) };
}

function countRatings(set: CountedSet): number[] {
  return Array.from({ length: highestRating }, (_, index) =>
    countOf(`${index + 1}`, set),
  );
}

/**
 * Adds figures up, feature by feature; comments and participation are left out.
 *
 * @public
 */
export function addFigures(all: readonly Figures[]): Figures['features'] {
  const sums: Partial<Record<RatedFeature, FeatureFigures>> = {};
  for (const feature of ratedFeatures) {
    const shown = all.flatMap(({ features }) => features[feature] ?? []);
    if (!shown.length) continue;
    sums[feature] = {
      counts: Array.from({ length: highestRating }, (_, index) =>
        shown.reduce((sum, { counts }) => sum + counts[index], 0),
      ),
    };
  }
  return sums;
}
