import { ReviewerCandidate, suggestReviewers } from './suggestReviewers';

const now = new Date('2026-03-01T12:00:00Z');

/** People who have reviewed the file so many times, long ago for their load. */
function suggest(
  reviews: Record<string, number>,
  more: Record<string, Partial<ReviewerCandidate>> = {},
  options: { seed?: string; includesOutside?: boolean } = {},
) {
  return suggestReviewers({
    paths: ['chart'],
    now,
    expertise: Object.entries(reviews).flatMap(([id, count]) =>
      ['chart', ''].map(path => ({
        path,
        id,
        reviews: { slow: count, fast: 0 },
        changes: { slow: 0, fast: 0 },
        lastAt: now,
      })),
    ),
    reviewsOfAuthor: new Map(),
    authorChanges: 100,
    ownership: new Map(),
    candidates: Object.keys({ ...reviews, ...more }).map(id => ({
      id,
      isOutside: false,
      openReviews: 0,
      ...more[id],
    })),
    includesOutside: false,
    seed: 'change 1',
    ...options,
  });
}
const names = (people: ReadonlyArray<{ id: string }>) =>
  people.map(({ id }) => id);

describe('suggestReviewers', () => {
  it('names the three who know most, and ranks everybody', () => {
    const { suggested, ranked } = suggest({ ana: 1, ben: 5, cleo: 3, dan: 2 });
    expect(names(suggested)).toEqual(['ben', 'cleo', 'dan']);
    expect(names(ranked)).toEqual(['ben', 'cleo', 'dan', 'ana']);
  });

  it('halves the score of whoever has three open reviews', () => {
    const of = (openReviews: number) =>
      suggest({ ana: 4 }, { ana: { openReviews } }).suggested[0];
    expect(of(3).score).toBeCloseTo(of(0).score / 2);
    expect(of(3).expertise).toBe(of(0).expertise);
  });

  it('leaves out whom a gate keeps, with the reason, the best first', () => {
    const { suggested, leftOut } = suggest(
      { ana: 9, ben: 5, cleo: 1 },
      {
        ana: { gate: 'away' },
        zoe: { gate: 'author' },
        ben: { gate: 'other-paths' },
      },
    );
    expect(names(suggested)).toEqual(['cleo']);
    expect(leftOut.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      'ana away',
      'ben other-paths',
      'zoe author',
    ]);
  });

  it('spreads ties by the seed, and always in the same way', () => {
    const even = { ana: 1, ben: 1, cleo: 1, dan: 1, eva: 1 };
    const first = (seed: string) => suggest(even, {}, { seed }).ranked[0].id;
    const seeds = Array.from({ length: 200 }, (_, index) => `change ${index}`);
    const firsts = new Set(seeds.map(first));
    expect(firsts.size).toBe(5);
    expect(first('change 7')).toBe(first('change 7'));
  });

  it('names an outside reviewer third who knows a quarter of the best', () => {
    const reviews = { ana: 8, ben: 7, cleo: 6, oda: 2, odo: 1 };
    const outside = { oda: { isOutside: true }, odo: { isOutside: true } };
    const ask = (given: typeof reviews) =>
      names(suggest(given, outside, { includesOutside: true }).suggested);
    expect(ask(reviews)).toEqual(['ana', 'ben', 'oda']);
    expect(names(suggest(reviews, outside).suggested)).toEqual([
      'ana',
      'ben',
      'cleo',
    ]);
    expect(ask({ ...reviews, oda: 1 })).toEqual(['ana', 'ben', 'cleo']);
    expect(ask({ ...reviews, oda: 9 })).toEqual(['oda', 'ana', 'ben']);
  });

  it('has nobody to name where there is nobody', () => {
    expect(suggest({}, {}, { includesOutside: true })).toEqual({
      suggested: [],
      ranked: [],
      leftOut: [],
    });
  });
});
