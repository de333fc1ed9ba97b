import { z } from 'zod';
import { Answer, highestRating, RatedFeature, ratedFeatures } from './features';
import { isComplete, Topic } from './releaseRules';

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
  asked: count.describe('Known consumers and followers.'),
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

function countRatings(
  answers: readonly Answer[],
  feature: RatedFeature,
): FeatureFigures {
  const counts = Array.from({ length: highestRating }, () => 0);
  for (const { ratings } of answers) {
    const rating = ratings[feature];
    if (typeof rating === 'number') counts[rating - 1] += 1;
  }
  const rated = counts.reduce((sum, some) => sum + some, 0);
  return { counts, cantSay: answers.length - rated };
}

/**
 * Figures that are new on some topics and as they were before on the others.
 * Comments come by their text, which says nothing about their time.
 *
 * @public
 */
export function compileFigures(options: {
  readonly answers: readonly Answer[];
  readonly topics: readonly Topic[];
  readonly before: Figures | undefined;
  /** How many people use the service. */
  readonly asked: number;
}): Figures {
  const { answers, asked, before } = options;
  const isNew = (topic: Topic) => options.topics.includes(topic);
  const complete = answers.filter(isComplete).length;
  const comments = answers.flatMap(({ comment }) => comment ?? []).sort();
  return {
    participation: isNew('participation')
      ? { complete, partial: answers.length - complete, asked }
      : before?.participation,
    features: {
      ...before?.features,
      ...Object.fromEntries(
        ratedFeatures
          .filter(isNew)
          .map(feature => [feature, countRatings(answers, feature)]),
      ),
    },
    comments: isNew('comments') ? comments : before?.comments,
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
