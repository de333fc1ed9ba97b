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

  it('divides the score by √(1 + open reviews), and leaves what they know', () => {
    const of = (openReviews: number) =>
      suggest({ ana: 4 }, { ana: { openReviews } }).suggested[0];
    expect(of(3).score).toBeCloseTo(of(0).score / 2);
    expect(of(8).score).toBeCloseTo(of(0).score / 3);
    expect(of(3).expertise).toBe(of(0).expertise);
  });

  it('names whoever is free before whoever knows a little more', () => {
    const { ranked } = suggest(
      { ana: 5, ben: 4 },
      { ana: { openReviews: 1 }, ben: { openReviews: 0 } },
    );
    expect(names(ranked)).toEqual(['ben', 'ana']);
  });

  it('tells what everybody knows and scores, and nothing else', () => {
    const { suggested, ranked } = suggest({ ana: 2, ben: 2 }, { zoe: {} });
    // a share of 2 / (4 + 2) in the slow sums, 0.4 of all
    const share = { expertise: 0.4 / 3, score: 0.4 / 3 };
    expect(ranked).toHaveLength(3);
    expect(ranked[2]).toEqual({ id: 'zoe', expertise: 0, score: 0 });
    for (const person of ranked.slice(0, 2)) {
      expect(Object.keys(person).sort()).toEqual(['expertise', 'id', 'score']);
      expect(person.expertise).toBeCloseTo(share.expertise);
      expect(person.score).toBeCloseTo(share.score);
    }
    expect(suggested).toEqual(ranked);
  });

  it('leaves out whom a gate keeps, with the reason, the best first', () => {
    const { suggested, ranked, leftOut } = suggest(
      { ana: 9, ben: 5, cleo: 1 },
      {
        ana: { gate: 'away' },
        zoe: { gate: 'author' },
        ben: { gate: 'other-paths' },
      },
    );
    expect(names(suggested)).toEqual(['cleo']);
    expect(names(ranked)).toEqual(['cleo']);
    expect(leftOut.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      'ana away',
      'ben other-paths',
      'zoe author',
    ]);
    expect(leftOut[0].expertise).toBeCloseTo(0.4 * (9 / 17));
    expect(leftOut[2].expertise).toBe(0);
  });

  it('lists whom gates keep by their id where they know as much', () => {
    const gate = { gate: 'away' } as const;
    const { leftOut } = suggest(
      { cleo: 1, ana: 1, ben: 1, dan: 2 },
      { ana: gate, ben: gate, cleo: gate, dan: gate },
    );
    expect(names(leftOut)).toEqual(['dan', 'ana', 'ben', 'cleo']);
  });

  it('spreads ties by the seed evenly, and always in the same way', () => {
    const even = { ana: 1, ben: 1, cleo: 1, dan: 1, eva: 1 };
    const first = (seed: string) => suggest(even, {}, { seed }).ranked[0].id;
    const seeds = Array.from({ length: 200 }, (_, index) => `change ${index}`);
    const firsts = seeds.map(first);
    for (const id of Object.keys(even)) {
      const times = firsts.filter(other => other === id).length;
      // 40 each would be even
      expect(times).toBeGreaterThan(20);
      expect(times).toBeLessThan(60);
    }
    expect(firsts).toEqual(seeds.map(first));
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

  it('measures an outside reviewer by what the best one knows, not by their score', () => {
    const reviews = { ana: 8, ben: 3, cleo: 3, dan: 3, oda: 1 };
    const busy = { ana: { openReviews: 99 } };
    const outside = { oda: { isOutside: true } };
    const { ranked, suggested } = suggest(
      reviews,
      { ...busy, ...outside },
      { includesOutside: true },
    );
    // Ana scores less than Oda now, and still knows eight times as much.
    expect(names(ranked).slice(-2)).toEqual(['oda', 'ana']);
    expect(names(suggested)).not.toContain('oda');
  });

  it('names an outside reviewer whom no gate keeps, the best of them', () => {
    const reviews = { ana: 8, ben: 7, cleo: 6, oda: 5, odo: 4, olaf: 3 };
    const isOutside = true;
    const { suggested } = suggest(
      reviews,
      {
        oda: { isOutside, gate: 'away' },
        odo: { isOutside },
        olaf: { isOutside },
      },
      { includesOutside: true },
    );
    expect(names(suggested)).toEqual(['ana', 'ben', 'odo']);
  });

  it('names nobody from outside who knows nothing, where nobody knows anything', () => {
    const people = { ana: {}, ben: {}, cleo: {} };
    const { suggested, ranked } = suggest(
      {},
      { ...people, oda: { isOutside: true } },
      { includesOutside: true, seed: 'change 5' },
    );
    expect(names(ranked)[3]).toBe('oda');
    expect(names(suggested)).not.toContain('oda');
  });

  it('has nobody to name where there is nobody', () => {
    expect(suggest({}, {}, { includesOutside: true })).toEqual({
      suggested: [],
      ranked: [],
      leftOut: [],
    });
  });
});
