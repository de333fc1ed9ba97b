import {
  expertiseVersion,
  keptUnit,
  keptWeight,
  lessonsOf,
  pathsAbove,
} from './expertise';

const now = new Date('2026-03-01T12:00:00Z');
const daysLater = (days: number) =>
  new Date(now.getTime() + days * 24 * 60 * 60 * 1000);

describe('keptWeight', () => {
  it('is one on the first of January 2020, so that kept sums stay comparable', () => {
    const landmark = new Date('2020-01-01T00:00:00Z');
    expect(keptWeight(landmark, 'slow')).toBe(1);
    expect(keptWeight(landmark, 'fast')).toBe(1);
    expect(expertiseVersion).toBe(1);
  });

  it('doubles in 180 days slowly, and in 14 fast', () => {
    for (const [halfLife, days] of [
      ['slow', 180],
      ['fast', 14],
    ] as const) {
      const ratio =
        keptWeight(daysLater(days), halfLife) / keptWeight(now, halfLife);
      expect(ratio).toBeCloseTo(2, 9);
    }
  });

  it('tells apart what happened an hour later', () => {
    const hourLater = daysLater(1 / 24);
    expect(keptWeight(hourLater, 'fast') / keptWeight(now, 'fast')).toBeCloseTo(
      2 ** (1 / 24 / 14),
      12,
    );
  });

  it('can be held until the year 2059', () => {
    const last = new Date('2059-01-01T00:00:00Z');
    expect(Number.isFinite(keptWeight(last, 'fast'))).toBe(true);
  });
});

describe('keptUnit', () => {
  it('is what a review of just now adds to either sum', () => {
    expect(keptUnit(now)).toEqual({
      slow: keptWeight(now, 'slow'),
      fast: keptWeight(now, 'fast'),
    });
  });
});

describe('pathsAbove', () => {
  it('goes from the file up to the whole repository', () => {
    expect(pathsAbove('a/b/c.ts')).toEqual(['a/b/c.ts', 'a/b', 'a', '']);
    expect(pathsAbove('c.ts')).toEqual(['c.ts', '']);
  });

  const deep = (depth: number) =>
    Array.from({ length: depth }, (_, index) => `d${index + 1}`).join('/');

  it('knows twelve levels, and takes what is deeper for one', () => {
    const twelve = pathsAbove(deep(12));
    expect(twelve).toHaveLength(13);
    expect(twelve.slice(0, 2)).toEqual([deep(12), deep(11)]);
    const deeper = pathsAbove(deep(15));
    expect(deeper).toEqual([deep(15), ...twelve.slice(1)]);
  });
});

describe('lessonsOf', () => {
  it('teaches the author and reviewers every file and directory once', () => {
    const lessons = lessonsOf({
      author: 'ana',
      reviewers: ['maya', 'ben'],
      paths: ['chart/a', 'chart/b'],
    });
    const places = ['chart/a', 'chart', '', 'chart/b'];
    expect(lessons).toEqual(
      places.flatMap(path => [
        { path, person: 'ana', kind: 'changes' },
        { path, person: 'maya', kind: 'reviews' },
        { path, person: 'ben', kind: 'reviews' },
      ]),
    );
  });

  it('teaches the repository by a change without paths too', () => {
    expect(lessonsOf({ author: 'ana', reviewers: [], paths: [] })).toEqual([
      { path: '', person: 'ana', kind: 'changes' },
    ]);
  });
});
