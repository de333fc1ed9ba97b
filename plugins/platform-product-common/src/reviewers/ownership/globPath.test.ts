import fc from 'fast-check';
import { anyDepth, compilePath, GlobPart, segmentsOf } from './globPath';

/** `**` is any depth, `*` any name, everything else is itself. */
function partOf(name: string): GlobPart {
  if (name === '**') return anyDepth;
  return name === '*' ? () => true : segment => segment === name;
}

const matches = (pattern: string, path: string) =>
  compilePath(pattern.split('/').map(partOf))(segmentsOf(path));

/** The same by trying everything. */
function isMatch(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.length === 0) return path.length === 0;
  const [first, ...rest] = pattern;
  if (first === '**') {
    return [...path.keys(), path.length].some(at =>
      isMatch(rest, path.slice(at)),
    );
  }
  return (
    path.length > 0 &&
    (first === '*' || first === path[0]) &&
    isMatch(rest, path.slice(1))
  );
}

describe('compilePath', () => {
  it.each([
    ['a/b', ['a/b'], ['a', 'b', 'a/b/c', 'x/a/b']],
    ['*', ['a'], ['', 'a/b']],
    ['**', ['', 'a', 'a/b/c'], []],
    ['**/a', ['a', 'x/a', 'x/y/a', 'a/a'], ['', 'a/x']],
    ['a/**', ['a', 'a/b', 'a/b/c'], ['', 'b', 'b/a']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/b'], ['a', 'a/x', 'a/b/x']],
    ['a/**/*', ['a/b', 'a/b/c'], ['a']],
    ['**/a/b', ['a/b', 'a/a/b', 'a/x/a/b'], ['a/x/b']],
    ['**/**/a', ['a', 'x/a'], ['x']],
    ['a/**/**', ['a', 'a/b'], ['b']],
    ['**/a/**/b/**', ['a/b', 'x/a/y/b/z', 'a/a/b'], ['b/a', 'a', 'b']],
  ])('reads %s', (pattern, wanted, others) => {
    expect(wanted.filter(path => !matches(pattern, path))).toEqual([]);
    expect(others.filter(path => matches(pattern, path))).toEqual([]);
  });

  it('matches what trying everything matches', () => {
    const list = (...names: string[]) =>
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        list('a', 'b', '*', '**', '**'),
        list('a', 'b', 'c'),
        (pattern, path) => {
          expect(compilePath(pattern.map(partOf))(path)).toBe(
            isMatch(pattern, path),
          );
        },
      ),
      { numRuns: 200, seed: 20_260_706 },
    );
  });
});

describe('segmentsOf', () => {
  it.each([
    ['a/b.c', ['a', 'b.c']],
    ['/a/b', ['a', 'b']],
    ['./a//b/', ['a', 'b']],
    ['.a/..b', ['.a', '..b']],
    ['', []],
  ])('splits %j into names', (path, names) => {
    expect(segmentsOf(path)).toEqual(names);
  });
});
