import { isTooLarge, linesOf, splitCodeownersLine } from './codeownersText';

describe('isTooLarge', () => {
  const limit = 3 * 1024 * 1024;

  it.each([
    ['one byte a character', 'a', limit],
    ['two bytes a character', 'ä', limit / 2],
    ['three bytes a character', '€', limit / 3],
  ])('allows 3 MB, of %s', (_, character, most) => {
    expect(isTooLarge(character.repeat(most))).toBe(false);
    expect(isTooLarge(`${character.repeat(most)}a`)).toBe(true);
  });
});

describe('splitCodeownersLine', () => {
  it.each([
    ['a @b', 'a', ['@b']],
    ['a', 'a', []],
    ['a \t', 'a', []],
    ['a\t@b \t @c', 'a', ['@b', '@c']],
    ['a\\ b @c', 'a\\ b', ['@c']],
    ['a\\\\ b', 'a\\\\', ['b']],
    ['a\\\\\\ b', 'a\\\\\\ b', []],
    ['a\\', 'a\\', []],
    ['a\\\tb @c', 'a\\\tb', ['@c']],
  ])('splits %j at its first white space', (line, pattern, words) => {
    expect(splitCodeownersLine(line)).toEqual({ pattern, words });
  });
});

describe('linesOf', () => {
  it('ends lines as any system does, and drops a byte-order mark', () => {
    expect(linesOf('\uFEFFa\nb\r\nc\rd\n')).toEqual(['a', 'b', 'c', 'd', '']);
    expect(linesOf('a\n\n\uFEFFb')).toEqual(['a', '', '\uFEFFb']);
  });
});
