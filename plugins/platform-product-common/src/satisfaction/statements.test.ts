import { Ratings } from './features';
import {
  commentIn,
  feedbackIn,
  isComplete,
  statementsOf,
  topics,
} from './statements';

const all: Ratings = {
  leverage: 5,
  usability: 1,
  reliability: 3,
  cost: 'cant-say',
  latency: 4,
};

describe('isComplete', () => {
  it('is told of an answer on every feature, also that one can’t say', () => {
    expect(isComplete({ ratings: all })).toBe(true);
  });

  it.each(['leverage', 'usability', 'reliability', 'cost', 'latency'] as const)(
    'is not told of one without %s',
    feature => {
      const { [feature]: _, ...ratings } = all;
      expect(isComplete({ ratings })).toBe(false);
      expect(isComplete({ ratings: { [feature]: 4 } })).toBe(false);
    },
  );

  it('is not told of one that says nothing', () => {
    expect(isComplete({ ratings: {} })).toBe(false);
  });
});

describe('statementsOf', () => {
  it('says something on each topic, if only nothing', () => {
    expect(topics).toEqual([
      'participation',
      'leverage',
      'usability',
      'reliability',
      'cost',
      'latency',
      'texts',
    ]);
    expect(statementsOf({ ratings: {} })).toEqual({
      participation: 'partial',
      leverage: '',
      usability: '',
      reliability: '',
      cost: '',
      latency: '',
      texts: '',
    });
  });

  it('puts ratings into words, and counts who can’t say as saying nothing', () => {
    expect(statementsOf({ ratings: all })).toEqual({
      participation: 'complete',
      leverage: '5',
      usability: '1',
      reliability: '3',
      cost: '',
      latency: '4',
      texts: '',
    });
  });

  it.each<[boolean | undefined, string | undefined, string | undefined]>([
    [undefined, 'Too slow', undefined],
    [false, 'Too slow', undefined],
    [true, undefined, 'Too slow'],
  ])(
    'keeps comments and feedback (%s) apart',
    (asFeedback, comment, feedback) => {
      const { texts } = statementsOf({
        ratings: { cost: 1 },
        comment: 'Too slow',
        asFeedback,
      });
      expect(commentIn(texts)).toBe(comment);
      expect(feedbackIn(texts)).toBe(feedback);
    },
  );

  it('says nothing for an empty comment', () => {
    for (const asFeedback of [true, false]) {
      for (const comment of ['', undefined]) {
        const { texts } = statementsOf({ ratings: {}, comment, asFeedback });
        expect(texts).toBe('');
        expect(commentIn(texts)).toBeUndefined();
        expect(feedbackIn(texts)).toBeUndefined();
      }
    }
  });

  it('is not fooled by a comment that reads like a mark', () => {
    const of = (comment: string, asFeedback: boolean) =>
      statementsOf({ ratings: {}, comment, asFeedback }).texts;
    expect(feedbackIn(of('feedback: slow', false))).toBeUndefined();
    expect(commentIn(of('feedback: slow', false))).toBe('feedback: slow');
    expect(commentIn(of('comment: slow', true))).toBeUndefined();
    expect(feedbackIn(of('comment: slow', true))).toBe('comment: slow');
  });

  it('finds no text in what is not counted', () => {
    expect(commentIn(undefined)).toBeUndefined();
    expect(feedbackIn(undefined)).toBeUndefined();
  });
});
