import { createPhrases } from './createPhrases';

const find = (phrase: string, text: string) =>
  createPhrases([phrase])
    .findAll(text.split(' '))
    .map(({ start, end }) => `${start}-${end}`);

describe('createPhrases', () => {
  it.each([
    ['a', 'b a c a', ['1-2', '3-4']],
    ['a b', 'a b a c b', ['0-2']],
    ['a b', 'b a', []],
    ['a|b c', 'a c b c c c', ['0-2', '2-4']],
    ['a', 'ab ba', []],
    // up to two words between
    ['a ..2 b', 'a b', ['0-2']],
    ['a ..2 b', 'a x b', ['0-3']],
    ['a ..2 b', 'a x x b', ['0-4']],
    ['a ..2 b', 'a x x x b', []],
    ['a ..2 b', 'a x x', []],
    // the shortest one, from each beginning
    ['a ..2 b', 'a a b b', ['0-3', '1-3']],
    ['a ..1 b ..1 c', 'a b b c', ['0-4']],
    ['a ..1 b ..1 c', 'a x b x c', ['0-5']],
  ])('finds %j in %j', (phrase, text, places) => {
    expect(find(phrase, text)).toEqual(places);
    const words = text.split(' ');
    expect(createPhrases([phrase]).isIn(words)).toBe(places.length > 0);
  });

  it('finds any of several phrases, of one beginning the first', () => {
    const phrases = createPhrases(['b', 'a b', 'a']);
    expect(phrases.findAll(['a', 'b', 'a'])).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ]);
  });

  it('finds nothing where there is nothing', () => {
    expect(createPhrases(['a']).findAll([])).toEqual([]);
    expect(createPhrases(['a']).isIn([])).toBe(false);
    expect(createPhrases([]).isIn(['a'])).toBe(false);
  });
});
