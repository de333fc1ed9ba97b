import { splitSentences } from './splitSentences';

const split = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('ends a sentence at a full stop, a question mark and an exclamation mark', () => {
    expect(split('Run it. Does it work? Good!')).toEqual([
      'Run it.',
      'Does it work?',
      'Good!',
    ]);
  });

  it.each([
    'Use a runner (e.g. Karma) for this.',
    'Python 3.8.1 or later is needed.',
    'See i.e. Windows and Linux.',
    'Open the file config.json and edit it.',
    'We answer in <= 5 days.',
  ])('keeps %j in one piece', sentence => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it('takes a closing bracket or quote into the sentence it ends', () => {
    expect(split('(It is slow.) Be patient.')).toEqual([
      '(It is slow.)',
      'Be patient.',
    ]);
  });

  it('cuts what is too long for a sentence', () => {
    expect(split('word '.repeat(1000)).length).toBeGreaterThan(4);
  });
});
