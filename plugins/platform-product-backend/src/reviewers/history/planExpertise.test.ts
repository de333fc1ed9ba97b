import { keptUnit } from '@platform-product/backstage-plugin-common/rules';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import { planExpertise } from './planExpertise';

const opened = new Date('2026-06-30T10:00:00Z');
const merged = new Date('2026-07-01T10:00:00Z');
const mergedLater = new Date('2026-07-09T10:00:00Z');
const carl = 'github.com/carl';
const nina = 'github.com/nina';
const reviewedByNina = [reviewRecord({ reviewedAt: merged })];

const change = (changes: Parameters<typeof changeRecord>[0] = {}) =>
  changeRecord({
    openedAt: opened,
    paths: ['docs/a.md'],
    mergedAt: merged,
    reviews: reviewedByNina,
    ...changes,
  });

/** What is added to whose counts, where; nobody’s name stands for everybody. */
const counts = (moves: Parameters<typeof planExpertise>[0]) =>
  planExpertise(moves)
    .expertise.filter(
      ({ review_count, change_count }) => review_count || change_count,
    )
    .map(
      ({ path, person, review_count, change_count }) =>
        `${path || '/'} ${
          person || 'everybody'
        } r${review_count} c${change_count}`,
    )
    .sort();

describe('planExpertise', () => {
  it('teaches the author and each reviewer, at the file and above', () => {
    expect(counts([{ to: change() }])).toEqual([
      '/ everybody r1 c1',
      `/ ${carl} r0 c1`,
      `/ ${nina} r1 c0`,
      'docs everybody r1 c1',
      `docs ${carl} r0 c1`,
      `docs ${nina} r1 c0`,
      'docs/a.md everybody r1 c1',
      `docs/a.md ${carl} r0 c1`,
      `docs/a.md ${nina} r1 c0`,
    ]);
  });

  it('weighs by the moment of merging, either half-life by its own', () => {
    const { expertise, pairs } = planExpertise([{ to: change() }]);
    const { slow, fast } = keptUnit(merged);
    const of = (name: string) =>
      expertise.find(({ path, person }) => path === 'docs' && person === name);
    expect(of(nina)).toEqual({
      path: 'docs',
      person: nina,
      reviews_slow: slow,
      reviews_fast: fast,
      changes_slow: 0,
      changes_fast: 0,
      review_count: 1,
      change_count: 0,
      last_reviewed_at: merged,
      last_changed_at: null,
    });
    expect(of(carl)).toEqual({
      path: 'docs',
      person: carl,
      reviews_slow: 0,
      reviews_fast: 0,
      changes_slow: slow,
      changes_fast: fast,
      review_count: 0,
      change_count: 1,
      last_reviewed_at: null,
      last_changed_at: merged,
    });
    expect(pairs).toEqual([
      {
        author: carl,
        reviewer: nina,
        reviews_slow: slow,
        reviews_fast: fast,
        review_count: 1,
      },
    ]);
  });

  it.each([
    ['what is open', { mergedAt: undefined }],
    ['what was closed', { mergedAt: undefined, closedAt: merged }],
  ])('learns nothing from %s', (_, changes) => {
    expect(planExpertise([{ to: change(changes) }])).toEqual({
      expertise: [],
      pairs: [],
    });
  });

  it('learns nothing of who was asked alone', () => {
    const asked = [reviewRecord({ requestedAt: opened, isAwaited: true })];
    const { pairs } = planExpertise([{ to: change({ reviews: asked }) }]);
    expect(pairs).toEqual([]);
    expect(counts([{ to: change({ reviews: asked, paths: [] }) }])).toEqual([
      '/ everybody r0 c1',
      `/ ${carl} r0 c1`,
    ]);
  });

  it('adds up several changes, and keeps the last moment of each kind', () => {
    for (const order of [
      [merged, mergedLater],
      [mergedLater, merged],
    ]) {
      const { expertise, pairs } = planExpertise(
        order.map(mergedAt => ({ to: change({ mergedAt }) })),
      );
      expect(expertise.find(({ person }) => person === nina)).toMatchObject({
        review_count: 2,
        reviews_slow: keptUnit(merged).slow + keptUnit(mergedLater).slow,
        last_reviewed_at: mergedLater,
      });
      expect(expertise.find(({ person }) => person === carl)).toMatchObject({
        change_count: 2,
        last_changed_at: mergedLater,
      });
      expect(pairs).toMatchObject([{ author: carl, review_count: 2 }]);
    }
  });

  it('takes the state before off', () => {
    const paul = [
      reviewRecord({ person: 'github.com/paul', reviewedAt: merged }),
    ];
    const move = { from: change(), to: change({ reviews: paul }) };
    expect(counts([move]).filter(text => text.startsWith('docs '))).toEqual([
      `docs ${nina} r-1 c0`,
      'docs github.com/paul r1 c0',
    ]);
    const { expertise, pairs } = planExpertise([move]);
    expect(
      pairs.map(({ reviewer, review_count }) => [reviewer, review_count]),
    ).toEqual([
      [nina, -1],
      ['github.com/paul', 1],
    ]);
    // What is taken off was not done just now.
    expect(expertise.find(({ person }) => person === nina)).toMatchObject({
      reviews_slow: -keptUnit(merged).slow,
      last_reviewed_at: null,
    });
  });

  it.each([
    ['its title', { title: 'Another' }],
    [
      'who is asked',
      {
        reviews: [
          ...reviewedByNina,
          reviewRecord({ person: 'github.com/paul', isAwaited: true }),
        ],
      },
    ],
    ['when it was updated', { updatedAt: mergedLater }],
  ])('learns nothing anew when only %s changes', (_, changes) => {
    const { expertise } = planExpertise([
      { from: change(), to: change(changes) },
    ]);
    expect(expertise).toEqual([]);
  });

  it.each([
    ['when it was merged', { mergedAt: mergedLater }],
    ['its author', { author: 'github.com/rita' }],
    ['its paths', { paths: ['docs/b.md'] }],
    ['its reviewers', { reviews: [] }],
    ['that it is merged no more', { mergedAt: undefined }],
  ])('learns anew when %s changes', (_, changes) => {
    const { expertise } = planExpertise([
      { from: change(), to: change(changes) },
    ]);
    expect(expertise).not.toEqual([]);
  });

  it('leaves out what is too long for a key, and keeps what is above', () => {
    const paths = [`docs/${'x'.repeat(995)}`, `docs/${'y'.repeat(996)}`];
    const places = new Set(
      planExpertise([{ to: change({ paths }) }]).expertise.map(
        ({ path }) => path,
      ),
    );
    expect([...places]).toEqual([paths[0], 'docs', '']);
  });
});
