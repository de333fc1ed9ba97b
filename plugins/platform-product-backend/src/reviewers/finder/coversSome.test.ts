import { coversSome } from './coversSome';

it.each([
  ['no pattern, which stands for everything', [], ['a.md'], true],
  ['no path, which stands for the repository', ['/docs/'], [], true],
  ['neither', [], [], true],
  ['a pattern of one of the paths', ['/docs/'], ['a.md', 'docs/b.md'], true],
  ['the last of the patterns', ['/docs/', '*.tf'], ['c/main.tf'], true],
  ['patterns of other paths', ['/docs/', '*.tf'], ['charts/docs.md'], false],
])('coversSome takes %s', (_, patterns, paths, expected) => {
  expect(coversSome(patterns, paths)).toBe(expected);
});
