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
