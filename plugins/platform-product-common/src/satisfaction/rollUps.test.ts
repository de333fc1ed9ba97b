import { suppressDifferences } from './rollUps';

const k = 5;
const sizes = new Map([
  ['logs', 9],
  ['metrics', 3],
  ['traces', 2],
  ['alerts', 6],
]);
const suppress = (sets: Record<string, string[]>) =>
  Object.fromEntries(
    suppressDifferences(
      Object.entries(sets).map(([name, parts]) => ({ name, parts })),
      sizes,
      k,
    ).map(({ name, parts }) => [name, parts]),
  );

describe('suppressDifferences', () => {
  it('leaves sets alone whose differences are large, or nothing', () => {
    const sets = {
      all: ['logs', 'alerts'],
      system: ['logs'],
      owner: ['alerts', 'logs'],
    };
    expect(suppress(sets)).toEqual(sets);
  });

  it('hides what is too small by itself', () => {
    expect(suppress({ system: ['metrics'], other: ['logs'] })).toEqual({
      other: ['logs'],
    });
    expect(suppress({ system: ['metrics', 'traces'] })).toEqual({
      system: ['metrics', 'traces'],
    });
  });

  it('takes out of a sum what another sum would give away', () => {
    expect(suppress({ all: ['logs', 'metrics'], system: ['logs'] })).toEqual({
      all: ['logs'],
      system: ['logs'],
    });
  });

  it('hides the next smallest part, too, where one is not enough', () => {
    // Without traces, all and system would differ by metrics alone.
    expect(
      suppress({
        all: ['logs', 'metrics', 'traces'],
        owner: ['logs', 'metrics'],
        system: ['logs'],
      }),
    ).toEqual({ all: ['logs'], owner: ['logs'], system: ['logs'] });
  });

  const of = (
    own: Record<string, number>,
    ...sets: (readonly string[])[]
  ): (readonly string[])[] =>
    suppressDifferences(
      sets.map((parts, index) => ({ name: `${index}`, parts })),
      new Map(Object.entries(own)),
      k,
    ).map(({ parts }) => parts);

  it('draws the line at k', () => {
    const own = { four: 4, five: 5, six: 6 };
    expect(of(own, ['four'])).toEqual([]);
    expect(of(own, ['five'])).toEqual([['five']]);
    expect(of(own, ['six', 'five'], ['six'])).toEqual([
      ['six', 'five'],
      ['six'],
    ]);
    expect(of(own, ['six', 'four'], ['six'])).toEqual([['six'], ['six']]);
    expect(of(own, ['six'], ['six', 'four'])).toEqual([['six'], ['six']]);
  });

  it('takes out all parts that are too few together', () => {
    const own = { big: 9, two: 2, three: 3, one: 1, other: 6 };
    expect(of(own, ['three', 'big', 'one'], ['big'])).toEqual([
      ['big'],
      ['big'],
    ]);
    expect(
      of(own, ['big', 'two', 'one', 'three'], ['big', 'three', 'other']),
    ).toEqual([
      ['big', 'three'],
      ['big', 'three', 'other'],
    ]);
  });

  it('knows nothing of a part without answers', () => {
    expect(of({ big: 9 }, ['big', 'none'], ['big'], ['none'])).toEqual([
      ['big', 'none'],
      ['big'],
      ['none'],
    ]);
    expect(of({ big: 9 }, [])).toEqual([]);
  });

  it('goes on until what it took out tells nothing of another sum', () => {
    const own = { a: 9, b: 3, c: 3 };
    // Without b, the first would differ from the second by c alone.
    expect(of(own, ['a', 'b', 'c'], ['a', 'c'], ['a'])).toEqual([
      ['a'],
      ['a'],
      ['a'],
    ]);
  });

  it('leaves names and order as they are', () => {
    const sets = [
      { name: 'z', parts: ['traces', 'logs'] },
      { name: 'a', parts: ['alerts'] },
    ];
    expect(suppressDifferences(sets, sizes, k)).toEqual(sets);
    expect(suppressDifferences([], sizes, k)).toEqual([]);
  });

  it('never leaves two sets that differ by a few answers', () => {
    const parts = [...sizes.keys()];
    const subsets = Array.from({ length: 16 }, (_, bits) =>
      parts.filter((__, index) => (bits >> index) % 2),
    );
    const sizeOf = (some: string[]) =>
      some.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 0);
    for (const a of subsets) {
      for (const b of subsets) {
        const kept = [...Object.values(suppress({ a, b })), []];
        for (const one of kept) {
          for (const other of kept) {
            const extra = sizeOf(one.filter(part => !other.includes(part)));
            expect(extra === 0 || extra >= k).toBe(true);
          }
        }
      }
    }
  });
});
