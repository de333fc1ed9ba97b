import fc from 'fast-check';
import { compileSegment } from './globSegment';

const matches = (pattern: string, name: string, sets = true) =>
  compileSegment(pattern, { sets })(name);

describe('compileSegment', () => {
  it.each([
    // a name without anything special
    ['a.md', ['a.md'], ['a.mdx', 'xa.md', 'a-md', 'A.md', '']],
    // one star
    ['*', ['', 'a', '.a'], []],
    ['a*', ['a', 'ab', 'a.b'], ['', 'ba']],
    ['*.md', ['.md', 'a.md'], ['md', 'a.mdx']],
    ['ab*ba', ['abba', 'abxba'], ['aba', 'ab', 'abb']],
    // more than one thing special
    ['*a*', ['a', 'bab'], ['', 'b']],
    ['a*b*c', ['abc', 'axbxc', 'abbcc', 'abcbc'], ['ab', 'ac', 'acb', 'abcd']],
    ['*ab', ['ab', 'aab', 'abab'], ['aba', 'b']],
    ['a**', ['a', 'ab'], ['b']],
    ['?', ['a', '😀'], ['', 'ab']],
    ['a?c', ['abc', 'a.c'], ['ac', 'abbc', 'abd']],
    ['*?', ['a', 'ab'], ['']],
    ['?*b', ['ab', 'axb'], ['b']],
    ['a?b*', ['axb', 'axbc'], ['ab']],
    // escapes
    ['\\*', ['*'], ['a', '\\*', '']],
    ['\\?a', ['?a'], ['ba']],
    ['a\\', ['a\\'], ['a', 'a\\\\']],
    ['\\\\a', ['\\a'], ['a', '\\\\a']],
    ['*\\*', ['*', 'a*'], ['a', '']],
    ['\\a*', ['a', 'ab'], ['\\a']],
    // sets
    ['[ab]', ['a', 'b'], ['c', '', 'ab', '[ab]']],
    ['[a-c]x', ['ax', 'bx', 'cx'], ['dx', '`x', '-x']],
    ['[a-cx-z]', ['a', 'c', 'x', 'z'], ['d', 'w', '-']],
    ['[^a-c]', ['d', '-', '😀'], ['a', 'b', 'c', '', 'dd']],
    ['[!ab]', ['c', '!'], ['a', 'b']],
    ['[a!^]', ['a', '!', '^'], ['b']],
    ['[a-]', ['a', '-'], ['b']],
    ['[-a]', ['-', 'a'], ['b']],
    ['[\\]]', [']'], ['\\', 'a']],
    ['[a\\-c]', ['a', '-', 'c'], ['b', '\\']],
    ['[+-\\]]', ['+', 'A', ']'], ['^', '*']],
    ['[\\\\]', ['\\'], ['a']],
    ['[*?]', ['*', '?'], ['a']],
    ['*[0-9]', ['1', 'a1', '12'], ['a', '']],
    ['[]', [], ['', ']', '[]']],
    ['[^]', ['a', ']'], ['']],
    // a set that is not closed
    ['[ab', [], ['a', '[ab', '']],
    ['*[', [], ['', '[', 'a[']],
    ['[a\\]', [], ['a', ']', '[a]']],
    ['[a-', [], ['a', '-']],
  ])('reads %j', (pattern, wanted, others) => {
    expect(wanted.filter(name => !matches(pattern, name))).toEqual([]);
    expect(others.filter(name => matches(pattern, name))).toEqual([]);
  });

  it.each([
    ['[ab]', '[ab]', 'a'],
    ['[id].*', '[id].ts', 'i.ts'],
    ['[a?', '[ab', 'ab'],
    ['?]', 'a]', 'a'],
    ['\\[x\\]', '[x]', 'x'],
  ])('takes brackets literally where there are no sets: %j', (...given) => {
    const [pattern, wanted, other] = given;
    expect(matches(pattern, wanted, false)).toBe(true);
    expect(matches(pattern, other, false)).toBe(false);
  });

  it('matches as the regular expression of the same meaning', () => {
    const wild = fc.string({
      unit: fc.constantFrom('a', 'b', '*', '?', '\\*', '[a]', '[^b]'),
      maxLength: 8,
    });
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '*'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(wild, text, (given, asked) => {
        const source = given.replace(/\\\*|\*+|\?/g, special => {
          if (special === '\\*') return special;
          return special === '?' ? '.' : '.*';
        });
        expect(matches(given, asked)).toBe(
          new RegExp(`^${source}$`).test(asked),
        );
      }),
      { numRuns: 200, seed: 20_260_706 },
    );
  });
});
