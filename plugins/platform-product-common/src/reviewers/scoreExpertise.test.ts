import { keptUnit } from './expertise';
import {
  ExpertiseAtPath,
  ExpertiseInput,
  scoreExpertise,
} from './scoreExpertise';

const now = new Date('2026-03-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const sum = (slow: number, fast = slow) => ({ slow, fast });
const nothing = sum(0);

function at(
  path: string,
  id: string,
  done: Partial<ExpertiseAtPath> = {},
): ExpertiseAtPath {
  return { path, id, reviews: nothing, changes: nothing, lastAt: now, ...done };
}

const input = (given: Partial<ExpertiseInput>): ExpertiseInput => ({
  paths: ['chart/values'],
  expertise: [],
  reviewsOfAuthor: new Map(),
  authorChanges: 100,
  ownership: new Map(),
  now,
  ...given,
});

const knowing = (given: Partial<ExpertiseInput>, id = 'maya') =>
  scoreExpertise(input(given)).get(id)?.expertise;

describe('scoreExpertise', () => {
  it('weighs the file 4/7, its directory 2/7 and the whole 1/7', () => {
    const reviews = sum(2);
    // half of all, because two imaginary reviews are nobody's
    const knows = (...paths: string[]) =>
      knowing({ expertise: paths.map(path => at(path, 'maya', { reviews })) });
    expect(knows('chart/values')).toBeCloseTo(4 / 7 / 2);
    expect(knows('chart')).toBeCloseTo(2 / 7 / 2);
    expect(knows('')).toBeCloseTo(1 / 7 / 2);
    expect(knows('chart/values', 'chart', '')).toBeCloseTo(1 / 2);
    expect(knows('docs')).toBeUndefined();
  });

  it('takes .4 of the slow share and .6 of the fast one', () => {
    const expertise = [
      at('chart/values', 'maya', { reviews: sum(6, 0) }),
      at('chart/values', 'ilja', { reviews: sum(2, 2) }),
    ];
    const scores = scoreExpertise(input({ expertise }));
    expect(scores.get('maya')?.expertise).toBeCloseTo((4 / 7) * 0.4 * 0.6);
    expect(scores.get('ilja')?.expertise).toBeCloseTo(
      (4 / 7) * (0.4 * 0.2 + 0.6 * 0.5),
    );
  });

  it('counts changes .6, and less of people who hardly review', () => {
    const changes = sum(2);
    const author = at('chart/values', 'maya', { changes });
    expect(knowing({ expertise: [author] })).toBe(0);
    const reviewsElsewhere = at('', 'maya', { reviews: sum(2) });
    expect(knowing({ expertise: [author, reviewsElsewhere] })).toBeCloseTo(
      // half a share, times 2 / (2 + 2); and their share of all reviews
      (4 / 7) * 0.6 * 0.5 * 0.5 + (1 / 7) * 0.5,
    );
  });

  it('counts reviews of the same author half', () => {
    const reviewsOfAuthor = new Map([
      ['maya', sum(1)],
      ['ilja', sum(1)],
    ]);
    expect(knowing({ reviewsOfAuthor })).toBeCloseTo(0.5 / 4);
  });

  it('counts declared ownership for newcomers and thin histories only', () => {
    const ownership = new Map([['maya', 0.5]]);
    const rich = [at('', 'ilja', { changes: sum(5) })];
    expect(knowing({ ownership, expertise: rich })).toBeUndefined();
    expect(
      knowing({ ownership, expertise: rich, authorChanges: 4 }),
    ).toBeCloseTo(0.15);
    expect(knowing({ ownership })).toBeCloseTo(0.15);
  });

  it('lets the score fade by half in 90 days, and with recent reviews', () => {
    const scoreOf = (row: Partial<ExpertiseAtPath>) => {
      const expertise = [at('', 'maya', { reviews: sum(2), ...row })];
      const { score, expertise: knows } = scoreExpertise(
        input({ expertise }),
      ).get('maya')!;
      return score / knows;
    };
    expect(scoreOf({})).toBeCloseTo(3 ** -0.3);
    expect(scoreOf({ lastAt: daysAgo(90) })).toBeCloseTo(3 ** -0.3 / 2);
    expect(scoreOf({ reviews: sum(2, 0) })).toBeCloseTo(1);
    // clocks differ
    expect(scoreOf({ lastAt: daysAgo(-5) })).toBeCloseTo(3 ** -0.3);
  });

  it('adds up rows of one person under several names', () => {
    const once = [
      at('', 'maya', { reviews: sum(4), changes: sum(2) }),
      at('chart', 'maya', { reviews: sum(2) }),
    ];
    const twice = [
      at('', 'maya', { reviews: sum(3), lastAt: daysAgo(400) }),
      at('', 'maya', { reviews: sum(1), changes: sum(2) }),
      at('chart', 'maya', { reviews: sum(1) }),
      at('chart', 'maya', { reviews: sum(1) }),
    ];
    const [a, b] = [once, twice].map(expertise =>
      scoreExpertise(input({ expertise })).get('maya'),
    );
    expect(b?.expertise).toBeCloseTo(a?.expertise ?? NaN, 12);
    expect(b?.score).toBeCloseTo(a?.score ?? NaN, 12);
  });

  it('takes what everybody has done from the totals where they are given', () => {
    const expertise = [at('chart', 'maya', { reviews: sum(2) })];
    const totals = new Map([['chart', { reviews: sum(6), changes: nothing }]]);
    expect(knowing({ expertise, totals })).toBeCloseTo(((2 / 7) * 2) / 8);
  });

  it('takes sums as they are kept, by their unit', () => {
    const unit = keptUnit(now);
    const kept = (times: number) => sum(times * unit.slow, times * unit.fast);
    const rows = (of: (times: number) => { slow: number; fast: number }) => [
      at('', 'maya', { reviews: of(3), changes: of(2) }),
      at('chart', 'maya', { reviews: of(1), changes: of(2) }),
      at('', 'ilja', { reviews: of(1), changes: of(7) }),
    ];
    const reviewsOfAuthor = (of: typeof kept) => new Map([['ilja', of(2)]]);
    const decayed = scoreExpertise(
      input({
        expertise: rows(sum),
        reviewsOfAuthor: reviewsOfAuthor(sum),
      }),
    );
    const fromKept = scoreExpertise(
      input({
        expertise: rows(kept),
        reviewsOfAuthor: reviewsOfAuthor(kept),
        unit,
      }),
    );
    for (const [id, { expertise, score }] of decayed) {
      expect(fromKept.get(id)?.expertise).toBeCloseTo(expertise, 9);
      expect(fromKept.get(id)?.score).toBeCloseTo(score, 9);
    }
  });
});
