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

  it('counts changes by how much their author reviews anywhere, slowly decayed', () => {
    const knows = (slow: number, fast: number) =>
      knowing({
        expertise: [
          at('chart/values', 'maya', { changes: sum(2) }),
          at('', 'maya', { reviews: sum(slow, fast), lastAt: undefined }),
          at('', 'ilja', { reviews: sum(8 - slow, 8 - fast) }),
        ],
      })! -
      // their share of all reviews
      (1 / 7) * (0.4 * (slow / 10) + 0.6 * (fast / 10));
    const full = (4 / 7) * 0.6 * 0.5;
    expect(knows(0, 8)).toBeCloseTo(0);
    expect(knows(2, 0)).toBeCloseTo(full / 2);
    expect(knows(6, 0)).toBeCloseTo(full * (6 / 8));
  });

  it('weighs several files alike, and what they share more', () => {
    const paths = ['chart/a', 'chart/b'];
    const knows = (path: string) =>
      knowing({ paths, expertise: [at(path, 'maya', { reviews: sum(2) })] });
    // 1 + 1/2 + 1/4 of each file, together 7/2
    expect(knows('chart/a')).toBeCloseTo(1 / 3.5 / 2);
    expect(knows('chart')).toBeCloseTo(1 / 3.5 / 2);
    expect(knows('')).toBeCloseTo(0.5 / 3.5 / 2);
  });

  it('counts declared ownership where the author has made fewer than five changes', () => {
    const ownership = new Map([['maya', 0.5]]);
    const rich = [at('', 'ilja', { changes: sum(5) })];
    const knows = (authorChanges: number) =>
      knowing({ ownership, expertise: rich, authorChanges });
    expect(knows(0)).toBeCloseTo(0.15);
    expect(knows(4)).toBeCloseTo(0.15);
    expect(knows(5)).toBeUndefined();
    expect(knows(100)).toBeUndefined();
  });

  it('counts declared ownership where fewer than five changes are left by now', () => {
    const ownership = new Map([['maya', 0.5]]);
    const knows = (...slow: number[]) =>
      knowing({
        ownership,
        expertise: [
          // reviews are no changes, and a directory is not everything
          at('', 'ilja', { reviews: sum(50) }),
          at('chart', 'ilja', { changes: sum(50) }),
          ...slow.map(many => at('', 'ilja', { changes: sum(many, 50) })),
        ],
      });
    expect(knows()).toBeCloseTo(0.15);
    expect(knows(4.99)).toBeCloseTo(0.15);
    expect(knows(2, 2)).toBeCloseTo(0.15);
    expect(knows(5)).toBeUndefined();
    expect(knows(2, 3)).toBeUndefined();
  });

  it('takes how thin the history is from the totals where they are given', () => {
    const ownership = new Map([['maya', 1]]);
    const expertise = [at('', 'ilja', { changes: sum(1) })];
    const knows = (slow: number, unit = sum(1)) =>
      knowing({
        ownership,
        expertise,
        unit,
        totals: new Map([['', { reviews: nothing, changes: sum(slow, 0) }]]),
      });
    expect(knows(4.99)).toBeCloseTo(0.3);
    expect(knows(5)).toBeUndefined();
    expect(knows(5, sum(2, 1))).toBeCloseTo(0.3);
    expect(knows(10, sum(2, 1))).toBeUndefined();
  });

  it('adds ownership to what somebody knows', () => {
    const reviews = at('chart/values', 'maya', { reviews: sum(2) });
    const ownership = new Map([['maya', 1]]);
    expect(knowing({ ownership, expertise: [reviews] })).toBeCloseTo(
      4 / 7 / 2 + 0.3,
    );
  });

  const shareOf = (...rows: Array<Partial<ExpertiseAtPath>>) => {
    const expertise = rows.map(row =>
      at('', 'maya', { reviews: sum(2 / rows.length), ...row }),
    );
    const { score, expertise: knows } = scoreExpertise(
      input({ expertise }),
    ).get('maya')!;
    return score / knows;
  };

  it('lets the score fade by half in 90 days, and with recent reviews', () => {
    expect(shareOf({})).toBeCloseTo(3 ** -0.3);
    expect(shareOf({ lastAt: daysAgo(90) })).toBeCloseTo(3 ** -0.3 / 2);
    expect(shareOf({ lastAt: daysAgo(180) })).toBeCloseTo(3 ** -0.3 / 4);
    expect(shareOf({ reviews: sum(2, 0) })).toBeCloseTo(1);
    expect(shareOf({ reviews: sum(0, 7) })).toBeCloseTo(8 ** -0.3);
    // clocks differ
    expect(shareOf({ lastAt: daysAgo(-5) })).toBeCloseTo(3 ** -0.3);
    expect(shareOf({ lastAt: undefined })).toBeCloseTo(3 ** -0.3);
  });

  it('takes the last time for when somebody was seen', () => {
    const [old, late] = [{ lastAt: daysAgo(90) }, { lastAt: daysAgo(45) }];
    const never = { lastAt: undefined };
    const after45 = 3 ** -0.3 * 2 ** -0.5;
    expect(shareOf(old, late)).toBeCloseTo(after45);
    expect(shareOf(late, old)).toBeCloseTo(after45);
    expect(shareOf(late, never)).toBeCloseTo(after45);
    expect(shareOf(never, late)).toBeCloseTo(after45);
  });

  it('takes presence and recent reviews from the whole repository alone', () => {
    const whole = at('', 'maya', { reviews: sum(2), lastAt: daysAgo(90) });
    const below = at('chart', 'maya', { reviews: sum(2), lastAt: now });
    const { score, expertise: knows } = scoreExpertise(
      input({ expertise: [below, whole] }),
    ).get('maya')!;
    expect(score / knows).toBeCloseTo(3 ** -0.3 / 2);
  });

  it('lets nothing fade of whom only reviews of the author are known', () => {
    const scores = scoreExpertise(
      input({ reviewsOfAuthor: new Map([['maya', sum(2)]]) }),
    );
    expect(scores.get('maya')).toEqual({ expertise: 0.25, score: 0.25 });
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
    const totals = new Map([
      ['chart', { reviews: sum(6), changes: nothing }],
      ['elsewhere', { reviews: sum(100), changes: sum(100) }],
    ]);
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
