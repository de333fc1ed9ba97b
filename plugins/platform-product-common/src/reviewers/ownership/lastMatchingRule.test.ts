import fc from 'fast-check';
import { compileGithubPattern } from './githubPattern';
import { compileGitlabPattern } from './gitlabPattern';
import { segmentsOf } from './globPath';
import { lastMatchingRule } from './lastMatchingRule';

const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 2 });
const wildName = fc.oneof(
  name,
  fc.constant('**'),
  fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 }),
);
const pattern = fc
  .array(wildName, { minLength: 1, maxLength: 4 })
  .map(names => names.join('/'));
const path = fc
  .array(name, { minLength: 1, maxLength: 5 })
  .map(names => names.join('/'));

describe('lastMatchingRule', () => {
  const many = Array.from({ length: 20 }, (_, index) => `a/x${index}`);
  const last = (patterns: string[], asked: string) =>
    lastMatchingRule(patterns, compileGithubPattern)(segmentsOf(asked));

  it.each([
    ['the only one', ['/b'], 'b', 20],
    ['the last of those with one name', ['/b/*', '/b/'], 'b/c', 21],
    ['one before the last with its name', ['/b/', '/b/d*'], 'b/c', 20],
    ['one with a name that many have', ['/a'], 'a/c', 20],
    ['one without a name', ['/*'], 'b', 20],
    ['one without a name before others', ['**', '/b/d'], 'b/c', 20],
    ['one with a name before one without', ['/b', '/*/d'], 'b/c', 20],
    ['one among the first', [], 'a/x0/b', 0],
    ['none', ['/b'], 'c', undefined],
  ])('finds among many rules %s', (_, more, asked, index) => {
    expect(last([...many, ...more], asked)).toBe(index);
  });

  it.each([
    [['a', 'b'], 'a', 0],
    [['a', '*'], 'a', 1],
    [['a'], 'b', undefined],
    [[], 'a', undefined],
  ])('finds among few rules: %j on %s: %s', (patterns, asked, index) => {
    expect(last(patterns, asked)).toBe(index);
  });

  it('finds what trying every rule finds', () => {
    for (const compile of [compileGithubPattern, compileGitlabPattern]) {
      fc.assert(
        fc.property(
          fc.array(pattern, { maxLength: 40 }),
          path,
          (patterns, asked) => {
            const segments = segmentsOf(asked);
            const expected = patterns.findLastIndex(p => compile(p)(segments));
            expect(lastMatchingRule(patterns, compile)(segments) ?? -1).toBe(
              expected,
            );
          },
        ),
      );
    }
  });
});
