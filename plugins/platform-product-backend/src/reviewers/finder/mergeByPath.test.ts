import { PathExpertise } from '../history/ExpertiseStore';
import { addSums, mergeByPath } from './mergeByPath';

const march = new Date('2026-03-01T00:00:00Z');
const may = new Date('2026-05-01T00:00:00Z');
const july = new Date('2026-07-01T00:00:00Z');

const row = (changes: Partial<PathExpertise>): PathExpertise => ({
  path: 'docs',
  person: 'github.com/ana',
  reviews: { slow: 0, fast: 0 },
  changes: { slow: 0, fast: 0 },
  reviewCount: 0,
  changeCount: 0,
  ...changes,
});

describe('mergeByPath', () => {
  it('adds up what one person did under two names, path by path', () => {
    const merged = mergeByPath([
      row({
        reviews: { slow: 1, fast: 2 },
        changes: { slow: 3, fast: 4 },
        reviewCount: 5,
        changeCount: 6,
        lastReviewedAt: march,
        lastChangedAt: july,
        lastAt: july,
      }),
      row({ path: 'charts', reviewCount: 7, lastAt: march }),
      row({
        person: 'mailto:ana@example.com',
        reviews: { slow: 10, fast: 20 },
        changes: { slow: 30, fast: 40 },
        reviewCount: 50,
        changeCount: 60,
        lastReviewedAt: may,
        lastChangedAt: march,
        lastAt: may,
      }),
    ]);
    expect(merged).toMatchObject([
      {
        path: 'docs',
        reviews: { slow: 11, fast: 22 },
        changes: { slow: 33, fast: 44 },
        reviewCount: 55,
        changeCount: 66,
        lastReviewedAt: may,
        lastChangedAt: july,
        lastAt: july,
      },
      { path: 'charts', reviewCount: 7, lastAt: march },
    ]);
    expect(merged).toHaveLength(2);
  });

  it('takes the one moment where only one name has any', () => {
    const [merged] = mergeByPath([
      row({ lastReviewedAt: march, lastAt: march }),
      row({ lastChangedAt: may, lastAt: may }),
    ]);
    expect(merged).toMatchObject({
      lastReviewedAt: march,
      lastChangedAt: may,
      lastAt: may,
    });
    expect(mergeByPath([row({}), row({})])[0].lastAt).toBeUndefined();
    expect(mergeByPath([])).toEqual([]);
  });
});

it('adds either half-life to its own', () => {
  expect(addSums({ slow: 1, fast: 2 }, { slow: 30, fast: 40 })).toEqual({
    slow: 31,
    fast: 42,
  });
});
