import { z } from 'zod';
import { highestRating, RatedFeature, ratedFeatures } from './features';
import { CountedSet, PlannedRelease } from './releasePast';

const count = z.number().int().min(0);

/** @public */
export const featureFiguresSchema = z.object({
  counts: z
    .array(count)
    .length(highestRating)
    .describe('How many gave 1, 2, 3, 4 and 5.'),
  cantSay: count,
});

/**
 * How a feature was rated.
 *
 * @public
 */
export type FeatureFigures = z.infer<typeof featureFiguresSchema>;

/** @public */
export const participationSchema = z.object({
  complete: count,
  partial: count,
  asked: count.describe(
    'People who use the service: as far as the catalog knows, followers, and whoever answered.',
  ),
});

/** @public */
export type Participation = z.infer<typeof participationSchema>;

/** @public */
export const figuresSchema = z.object({
  participation: participationSchema.optional(),
  features: z.partialRecord(z.enum(ratedFeatures), featureFiguresSchema),
  comments: z.array(z.string()).optional(),
});

/**
 * What is published of a round and a service. What is left out is hidden.
 *
 * @public
 */
export type Figures = z.infer<typeof figuresSchema>;

function countRatings(set: CountedSet): FeatureFigures {
  const counts = Array.from(
    { length: highestRating },
    (_, index) => set.filter(words => words === `${index + 1}`).length,
  );
  const rated = counts.reduce((sum, some) => sum + some, 0);
  const counted = set.filter(words => words !== undefined).length;
  return { counts, cantSay: counted - rated };
}

function countAnswers(set: CountedSet): Omit<Participation, 'asked'> {
  const countOf = (kind: string) => set.filter(words => words === kind).length;
  return { complete: countOf('complete'), partial: countOf('partial') };
}

/**
 * Figures that are new on some topics and as they were before on the others.
 * Comments come by their text, which says nothing about their time.
 *
 * @public
 */
export function compileFigures(options: {
  readonly said: PlannedRelease['said'];
  readonly before: Figures | undefined;
  /** How many people use the service. */
  readonly asked: number;
}): Figures {
  const { said, asked, before } = options;
  const { participation, comments } = said;
  return {
    participation: participation
      ? { ...countAnswers(participation), asked }
      : before?.participation,
    features: {
      ...before?.features,
      ...Object.fromEntries(
        ratedFeatures.flatMap(feature => {
          const set = said[feature];
          return set ? [[feature, countRatings(set)]] : [];
        }),
      ),
    },
    comments: comments
      ? comments.flatMap(text => text || []).sort()
      : before?.comments,
  };
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
      cantSay: shown.reduce((sum, { cantSay }) => sum + cantSay, 0),
    };
  }
  return sums;
}
