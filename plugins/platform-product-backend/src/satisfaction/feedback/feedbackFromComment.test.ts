import { feedbackFromComment } from './feedbackFromComment';

const wave = '👋';

describe('feedbackFromComment', () => {
  it.each([
    ['one sentence', 'Keep logs for longer.', 'Keep logs for longer.'],
    ['no sentence', 'keep logs for longer', 'keep logs for longer'],
    ['two sentences', 'Keep logs. We need them.', 'Keep logs.'],
    ['a question', 'Why so slow? It was fast.', 'Why so slow?'],
    ['a cry', 'Too slow! It was fast.', 'Too slow!'],
    ['two lines', 'Too slow\nIt was fast. Always.', 'Too slow'],
    [
      'a number with a point',
      'Version 1.2 is slow. Why?',
      'Version 1.2 is slow.',
    ],
    ['words that are too short', 'Hm.. Too slow. Why?', 'Hm.. Too slow.'],
    ['a sentence of five characters', 'Slow! Why so?', 'Slow! Why so?'],
    ['a sentence of six characters', 'Slow!! Why so?', 'Slow!!'],
  ])('takes the title from %s', (_, comment, title) => {
    expect(feedbackFromComment(comment)).toEqual(
      title === comment ? { title } : { title, text: comment },
    );
  });

  it('cuts a title of more than 200 characters, whatever they take', () => {
    const fits = wave.repeat(200);
    expect(feedbackFromComment(fits)).toEqual({ title: fits });
    const long = wave.repeat(201);
    expect(feedbackFromComment(long)).toEqual({
      title: `${wave.repeat(199)}…`,
      text: long,
    });
    const spaced = `${'x'.repeat(198)} ${'y'.repeat(50)}`;
    expect(feedbackFromComment(spaced).title).toBe(`${'x'.repeat(198)}…`);
  });
});
