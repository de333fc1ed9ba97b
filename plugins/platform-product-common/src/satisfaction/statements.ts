import { Answer, RatedFeature, ratedFeatures } from './features';

/**
 * What figures are published on, each by itself.
 *
 * @public
 */
export const topics = [
  'participation',
  ...ratedFeatures,
  'texts',
] as const satisfies readonly Topic[];

/** @public */
export type Topic = RatedFeature | 'participation' | 'texts';

/**
 * What an answer says on each topic, in words that are equal where it says the
 * same; empty where it says nothing.
 */
export type Statements = Readonly<Record<Topic, string>>;

const commentMark = 'comment: ';
const feedbackMark = 'feedback: ';

/**
 * Whether an answer leaves nothing out. To say that one can't say is to answer.
 */
export function isComplete({ ratings }: Answer): boolean {
  return ratedFeatures.every(feature => ratings[feature] !== undefined);
}

/**
 * Puts an answer into the words by which it is counted. Who says nothing on a
 * topic is counted all the same: whom a set holds must tell only who has answered.
 *
 * @public
 */
export function statementsOf(answer: Answer): Statements {
  const { ratings, comment, asFeedback } = answer;
  const mark = asFeedback ? feedbackMark : commentMark;
  const features = Object.fromEntries(
    ratedFeatures.map(feature => {
      const rating = ratings[feature];
      return [feature, typeof rating === 'number' ? `${rating}` : ''];
    }),
  ) as Record<RatedFeature, string>;
  return {
    participation: isComplete(answer) ? 'complete' : 'partial',
    ...features,
    texts: comment ? `${mark}${comment}` : '',
  };
}

const after = (mark: string, words: string | undefined) =>
  words?.startsWith(mark) ? words.slice(mark.length) : undefined;

/** The comment in what an answer says on the topic `texts`, if there is one. */
export function commentIn(words: string | undefined): string | undefined {
  return after(commentMark, words);
}

/**
 * The comment that is to be listed as feedback, likewise.
 *
 * @public
 */
export function feedbackIn(words: string | undefined): string | undefined {
  return after(feedbackMark, words);
}
