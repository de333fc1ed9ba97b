import { Answer, RatedFeature, ratedFeatures } from './features';

/**
 * What figures are published on, each by itself.
 *
 * @public
 */
export const topics = [
  'participation',
  ...ratedFeatures,
  'comments',
  'feedback',
] as const;

/** @public */
export type Topic = (typeof topics)[number];

/**
 * What an answer says on each topic, in words that are equal where it says the
 * same; empty where it says nothing.
 *
 * @public
 */
export type Statements = Readonly<Record<Topic, string>>;

/**
 * Whether an answer leaves nothing out. To say that one can't say is to answer.
 *
 * @public
 */
export function isComplete({ ratings }: Answer): boolean {
  return ratedFeatures.every(feature => ratings[feature] !== undefined);
}

/**
 * Puts an answer into the words by which its changes are told.
 *
 * @public
 */
export function statementsOf(answer: Answer): Statements {
  const features = Object.fromEntries(
    ratedFeatures.map(feature => {
      const rating = answer.ratings[feature];
      // Who can't say is counted with who left it out.
      return [feature, typeof rating === 'number' ? `${rating}` : ''];
    }),
  ) as Record<RatedFeature, string>;
  const text = answer.comment ?? '';
  return {
    participation: isComplete(answer) ? 'complete' : 'partial',
    ...features,
    comments: answer.asFeedback ? '' : text,
    feedback: answer.asFeedback ? text : '',
  };
}

/**
 * Whether a topic is one of texts, which are published from the comment threshold
 * on.
 *
 * @public
 */
export function isTextTopic(topic: Topic): boolean {
  return topic === 'comments' || topic === 'feedback';
}
