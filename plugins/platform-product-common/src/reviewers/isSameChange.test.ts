import { isSameChange } from './isSameChange';

const link = 'https://github.com/o/r/pull/7';

describe('isSameChange', () => {
  it.each([
    ['one path of each', { paths: ['a'] }, { paths: ['b', 'a'] }, true],
    ['no path of each', { paths: ['a'] }, { paths: ['b'] }, false],
    ['the whole repository', { paths: [] }, { paths: [] }, true],
    ['the whole and a part', { paths: [] }, { paths: ['a'] }, false],
    [
      'one link',
      { paths: ['a'], changeUrl: link },
      { paths: ['b'], changeUrl: link },
      true,
    ],
    [
      'two links',
      { paths: ['a'], changeUrl: link },
      { paths: ['a'], changeUrl: `${link}0` },
      false,
    ],
    [
      'a link on one side alone',
      { paths: ['a'], changeUrl: link },
      { paths: ['a'] },
      true,
    ],
  ])('looks at %s', (_, one, other, expected) => {
    expect(isSameChange(one, other)).toBe(expected);
    expect(isSameChange(other, one)).toBe(expected);
  });
});
