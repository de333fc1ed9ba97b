import { PairExpertise, PathExpertise } from '../history/ExpertiseStore';
import { explainSuggestion, reachOf } from './explainSuggestion';

const march = new Date('2026-03-01T00:00:00Z');
const july = new Date('2026-07-01T00:00:00Z');
const nothing = { slow: 0, fast: 0 };

const row = (
  path: string,
  reviewCount: number,
  changeCount: number,
  more: Partial<PathExpertise> = {},
): PathExpertise => ({
  path,
  person: 'github.com/ana',
  reviews: nothing,
  changes: nothing,
  reviewCount,
  changeCount,
  ...more,
});
const pair = (author: string, reviewCount: number): PairExpertise => ({
  author,
  reviewer: 'github.com/ana',
  reviews: nothing,
  reviewCount,
});

const reach = reachOf(['a/b/x.md', 'a/b/y.md', 'c/z.md']);

const explain = (
  expertise: readonly PathExpertise[],
  more: Partial<Parameters<typeof explainSuggestion>[0]> = {},
) => explainSuggestion({ reach, expertise, pairs: [], ownedFiles: 0, ...more });
/** The place that is told of reviews. */
const placeOf = (...rows: readonly PathExpertise[]) => {
  const [reason] = explain(rows);
  return 'path' in reason ? `${reason.path} ${reason.count}` : reason.kind;
};

describe('explainSuggestion', () => {
  it('tells every reason, the strongest first', () => {
    expect(
      explain(
        [row('a', 4, 2, { lastReviewedAt: july, lastChangedAt: march })],
        {
          pairs: [pair('github.com/carl', 2), pair('mailto:c', 3)],
          ownedFiles: 2,
        },
      ),
    ).toEqual([
      { kind: 'reviewed', count: 4, path: 'a', lastAt: july.toISOString() },
      { kind: 'authored', count: 2, path: 'a', lastAt: march.toISOString() },
      { kind: 'reviewedAuthor', count: 5 },
      { kind: 'owns', files: 2 },
    ]);
  });

  it('tells only what there is', () => {
    expect(explain([row('a', 0, 1)])).toEqual([
      { kind: 'authored', count: 1, path: 'a', lastAt: undefined },
    ]);
    expect(explain([row('a', 1, 0)])).toEqual([
      { kind: 'reviewed', count: 1, path: 'a', lastAt: undefined },
    ]);
    expect(explain([], { ownedFiles: 1 })).toEqual([
      { kind: 'owns', files: 1 },
    ]);
  });

  it('names the roster where nothing else is known, and only there', () => {
    expect(explain([])).toEqual([{ kind: 'onRoster' }]);
    expect(explain([row('a', 0, 0)], { pairs: [pair('x', 0)] })).toEqual([
      { kind: 'onRoster' },
    ]);
  });

  it('tells the deepest place where it was done three times', () => {
    expect(placeOf(row('', 90, 0), row('a', 9, 0), row('a/b', 3, 0))).toBe(
      'a/b 3',
    );
    expect(placeOf(row('a', 3, 0), row('a/b', 2, 0))).toBe('a 3');
    expect(placeOf(row('a/b', 2, 0), row('a/b/x.md', 1, 0))).toBe('a/b 2');
  });

  it('prefers the place above more of the files, then the more frequent', () => {
    expect(placeOf(row('c', 9, 0), row('a', 3, 0))).toBe('a 3');
    expect(placeOf(row('a/b/x.md', 4, 0), row('a/b/y.md', 5, 0))).toBe(
      'a/b/y.md 5',
    );
  });

  it('finds places of reviews and of changes apart', () => {
    expect(explain([row('a', 3, 1), row('c', 0, 3)])).toMatchObject([
      { kind: 'reviewed', path: 'a' },
      { kind: 'authored', path: 'c' },
    ]);
  });

  it('counts what was done under two names together', () => {
    expect(
      placeOf(row('a', 2, 0), row('a', 1, 0, { person: 'mailto:ana' })),
    ).toBe('a 3');
  });
});

it('tells above how many of the files everything is', () => {
  expect(Object.fromEntries(reach)).toEqual({
    '': 3,
    a: 2,
    'a/b': 2,
    'a/b/x.md': 1,
    'a/b/y.md': 1,
    c: 1,
    'c/z.md': 1,
  });
});
