import { shorten } from './shorten';

describe('shorten', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['', 3, ''],
    // Characters outside the basic plane count once, and are never cut in two.
    ['🧨🧨🧨', 3, '🧨🧨🧨'],
    ['🧨🧨🧨🧨', 3, '🧨🧨…'],
  ])('makes of %j, %i at most, %j', (text, longest, expected) => {
    expect(shorten(text, longest)).toBe(expected);
  });
});
