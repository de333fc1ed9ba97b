import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it.each([
    ['*', 'charts/a.yaml', true],
    ['/charts/', 'charts/a.yaml', true],
    ['/charts/', '/charts/a.yaml', true],
    ['/charts/', './charts/a.yaml', true],
    ['/charts/', 'docs/charts/a.yaml', false],
    ['/charts/', 'charts', false],
    ['charts', 'docs/charts', true],
    ['*.md', 'docs/a.md', true],
    ['*.md', 'docs/a.mdx', false],
    ['docs/My\\ Notes/', 'docs/My Notes/a.md', true],
    ['docs/My\\ Notes/', 'docs/My/Notes/a.md', false],
    ['a\\ *.md', 'x/a b c.md', true],
    // what GitHub skips matches nothing
    ['/', 'a', false],
    ['!a', 'a', false],
    ['!a', '!a', false],
    ['\\#a', '#a', false],
    ['***', 'a', false],
  ])('reads %s on %s as GitHub does: %s', (pattern, path, isMatch) => {
    expect(matchesPattern(pattern, path)).toBe(isMatch);
  });
});
