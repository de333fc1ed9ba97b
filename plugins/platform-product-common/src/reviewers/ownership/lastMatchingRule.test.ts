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
