import { reviewRecord, storedChange } from '../../__testUtils__/changeRecord';
import { ChangeRecord } from '../history/ReviewHistoryStore';
import {
  judgeOutsideReviewers,
  judgeReviewHistory,
} from './judgeReviewHistory';

/** A Wednesday at noon, and 180 days before it. */
const now = new Date('2026-07-01T12:00:00Z');
const since = new Date('2026-01-02T12:00:00Z');
const tooOld = new Date(since.getTime() - 1);
/** Yesterday morning: 11 hours of work ago. */
const yesterday = new Date('2026-06-30T09:00:00Z');
/** Half an hour ago. */
const justNow = new Date('2026-07-01T11:30:00Z');

const all = 'group:default/all';
/** People's groups, the first part of their names being their team. */
const teams: Readonly<Record<string, readonly string[]>> = {
  'logs-olga': [all, 'group:default/logs-team'],
  'shop-ana': [all, 'group:default/shop-team'],
  'shop-ben': [all, 'group:default/shop-team'],
  'pay-cleo': [all, 'group:default/pay-team'],
  'both-dan': [all, 'group:default/shop-team', 'group:default/pay-team'],
  'solo-eva': [],
};

interface Judged {
  readonly changes: ReadonlyArray<Partial<ChangeRecord>>;
  readonly outsideReviewers?: readonly string[];
}

/** The findings by source, as `result: summary`. */
function judge({ changes, outsideReviewers = [] }: Judged) {
  const findings = judgeReviewHistory({
    changes: changes.map((change, index) =>
      storedChange({ changeId: `${index}`, ...change }),
    ),
    since,
    now,
    promisedHours: 8,
    calendar: {
      timeZone: 'UTC',
      workingDays: [1, 2, 3, 4, 5],
      from: '09:00',
      until: '17:00',
    },
    personOf: key => {
      const name = key.replace(/^mailto:|^github.com\//, '');
      return teams[name]
        ? {
            userRef: `user:default/${name}`,
            name,
            groups: teams[name],
            within: teams[name],
            keys: [`github.com/${name}`, `mailto:${name}`],
          }
        : undefined;
    },
    team: ['group:default/logs-team'],
    outsideReviewers: outsideReviewers.map(name => `user:default/${name}`),
  });
  return Object.fromEntries(
    findings.map(({ source, result, summary }) => [
      source,
      `${result}: ${summary}`,
    ]),
  );
}

describe('outside changes', () => {
  const of = (...authors: string[]) =>
    authors.map(name => ({ author: `github.com/${name}`, mergedAt: since }));
  const judged = (changes: Judged['changes']) =>
    judge({ changes })['outside-changes'];

  it.each([
    [
      'three from two other teams, on the first day that counts',
      of('shop-ana', 'shop-ana', 'pay-cleo'),
      'pass: 3 merged changes from 2 other teams in 180 days',
    ],
    [
      'only two',
      of('shop-ana', 'pay-cleo'),
      'fail: 2 merged changes from 2 other teams in 180 days',
    ],
    [
      'many of one team',
      of('shop-ana', 'shop-ben', 'shop-ana', 'shop-ben'),
      // The team is all that they share.
      'fail: 4 merged changes from 1 other team in 180 days',
    ],
    [
      'many of one person',
      of('shop-ana', 'shop-ana', 'shop-ana'),
      'fail: 3 merged changes from 1 other team in 180 days',
    ],
    [
      'the owners’ own beside',
      of('logs-olga', 'logs-olga', 'shop-ana', 'pay-cleo'),
      'fail: 2 merged changes from 2 other teams in 180 days',
    ],
    [
      'people whom the catalog does not have beside',
      of('nobody', 'shop-ana', 'pay-cleo'),
      'fail: 2 merged changes from 2 other teams in 180 days',
    ],
    [
      'one team, and somebody of two of whom one is that team',
      of('shop-ana', 'shop-ana', 'both-dan'),
      'pass: 3 merged changes from 2 other teams in 180 days',
    ],
    [
      'somebody of two teams alone, who stands for one',
      of('both-dan', 'both-dan', 'both-dan'),
      'fail: 3 merged changes from 1 other team in 180 days',
    ],
    [
      'one team, and somebody of none',
      of('shop-ana', 'shop-ana', 'solo-eva'),
      'fail: 3 merged changes from 1 other team in 180 days',
    ],
    ['none', [], 'fail: 0 merged changes from 0 other teams in 180 days'],
    [
      'one of them merged a moment too early',
      [
        ...of('shop-ana', 'pay-cleo'),
        { author: 'github.com/pay-cleo', mergedAt: tooOld },
      ],
      'fail: 2 merged changes from 2 other teams in 180 days',
    ],
    [
      'one of them closed, but not merged',
      [
        ...of('shop-ana', 'pay-cleo'),
        { author: 'github.com/pay-cleo', closedAt: yesterday },
      ],
      'fail: 2 merged changes from 2 other teams in 180 days',
    ],
    [
      'one',
      of('shop-ana'),
      'fail: 1 merged change from 1 other team in 180 days',
    ],
  ])('with %s', (_, changes, expected) => {
    expect(judged(changes)).toBe(expected);
  });
});

const inTime = { readyAt: yesterday, waitHours: 8 };
const late = { readyAt: yesterday, waitHours: 8.1 };
const times = <T>(count: number, value: T): T[] =>
  Array.from({ length: count }, () => value);

describe('timely reviews', () => {
  it.each<[string, Judged['changes'], RegExp]>([
    [
      'four of five in time, on the very hour',
      [...times(4, inTime), late],
      /^pass: First reviews: 80 % of 5 in time \(38 %–96 %\)$/,
    ],
    [
      'a little less than four of five',
      [...times(7, inTime), ...times(2, late)],
      /^fail: First reviews: 78 % of 9/,
    ],
    [
      'half of them',
      [...times(5, inTime), ...times(5, late)],
      /^fail: .* 50 % of 10/,
    ],
    ['four, all of them in time', times(4, inTime), /^fail: .* 100 % of 4/],
    ['five, all of them in time', times(5, inTime), /^pass: .* 100 % of 5/],
    [
      'open ones that are overdue, which are late',
      [...times(5, inTime), ...times(2, { readyAt: yesterday })],
      /^fail: .* 71 % of 7/,
    ],
    [
      'open ones that are not due yet, which count for nothing',
      [...times(4, inTime), ...times(9, { readyAt: justNow })],
      /^fail: .* 100 % of 4/,
    ],
    [
      'the first day that counts',
      times(5, { readyAt: since, waitHours: 1 }),
      /^pass: .* 100 % of 5/,
    ],
    [
      'those of a moment before',
      [...times(4, inTime), ...times(9, { readyAt: tooOld, waitHours: 1 })],
      /^fail: .* 100 % of 4/,
    ],
    ['no change at all', [], /^fail: First reviews: no review to count yet$/],
    [
      'nothing but changes that are not due yet',
      times(9, { readyAt: justNow }),
      /^fail: First reviews: no review to count yet$/,
    ],
    [
      'changes that nobody has ever looked at',
      [...times(6, { readyAt: tooOld }), { mergedAt: yesterday }],
      /^fail: First reviews: 0 % of 6 in time/,
    ],
    [
      'a source that does not tell times',
      times(9, { readyAt: undefined, mergedAt: yesterday }),
      /^unknown: The review history does not tell how long reviews took$/,
    ],
  ])('with %s', (_, changes, expected) => {
    expect(judge({ changes })['timely-reviews']).toMatch(expected);
  });
});

/** A change with a review by somebody. */
const reviewed = (
  name: string,
  review: Parameters<typeof reviewRecord>[0] = {},
  change: Partial<ChangeRecord> = {},
): Partial<ChangeRecord> => ({
  ...inTime,
  firstReviewer: `github.com/${name}`,
  reviews: [
    reviewRecord({
      person: `github.com/${name}`,
      reviewedAt: yesterday,
      isApproval: true,
      ...review,
    }),
  ],
  ...change,
});

describe('outside reviews', () => {
  const judged = (...changes: Judged['changes']) =>
    judge({ changes, outsideReviewers: ['shop-ana'] })['outside-reviews'];

  it.each<[string, Judged['changes'], string]>([
    [
      'one of five approvals',
      [reviewed('shop-ana'), ...times(4, reviewed('logs-olga'))],
      'pass: 20 % of 5 approvals came from outside reviewers',
    ],
    [
      'one of six approvals',
      [reviewed('shop-ana'), ...times(5, reviewed('logs-olga'))],
      'fail: 17 % of 6 approvals came from outside reviewers',
    ],
    [
      'one of them under another name',
      [
        reviewed('shop-ana', { person: 'mailto:shop-ana' }),
        ...times(4, reviewed('logs-olga')),
      ],
      'pass: 20 % of 5 approvals came from outside reviewers',
    ],
    [
      'a comment, which is no approval',
      [
        reviewed('shop-ana', { isApproval: false }),
        ...times(4, reviewed('logs-olga')),
      ],
      'fail: 0 % of 4 approvals came from outside reviewers',
    ],
    [
      'comments of the owners, which do not count against it',
      [
        reviewed('shop-ana'),
        ...times(9, reviewed('logs-olga', { isApproval: false })),
      ],
      'pass: 100 % of 1 approval came from outside reviewers',
    ],
    [
      'somebody from outside who is on no roster',
      [reviewed('pay-cleo'), reviewed('nobody')],
      'fail: 0 % of 2 approvals came from outside reviewers',
    ],
    [
      'an approval of the first moment that counts',
      [reviewed('shop-ana', { reviewedAt: since })],
      'pass: 100 % of 1 approval came from outside reviewers',
    ],
    [
      'one of a moment before',
      [reviewed('shop-ana', { reviewedAt: tooOld })],
      'fail: There was no approval to count',
    ],
    [
      'somebody who is asked',
      [reviewed('shop-ana', { reviewedAt: undefined, isAwaited: true })],
      'fail: There was no approval to count',
    ],
    ['nothing', [], 'fail: There was no approval to count'],
  ])('with %s', (_, changes, expected) => {
    expect(judged(...changes)).toBe(expected);
  });
});

describe('healthy reviews', () => {
  const judged = (...changes: Judged['changes']) =>
    judge({ changes, outsideReviewers: ['shop-ana', 'pay-cleo'] })[
      'healthy-reviews'
    ];
  /** Six reviews from outside, three of either person. */
  const six = [
    ...times(3, reviewed('shop-ana')),
    ...times(3, reviewed('pay-cleo')),
  ];

  it.each<[string, Judged['changes'], RegExp]>([
    [
      'reviews in time, none of whose people does half',
      [...six, reviewed('logs-olga')],
      /^pass: Outside reviews: 100 % of 6 in time \(61 %–100 %\); the busiest person did 43 % of 7 reviews$/,
    ],
    [
      'somebody who does exactly half',
      six,
      /^fail: .*the busiest person did 50 % of 6 reviews$/,
    ],
    [
      'somebody of the owners who does half',
      [...six, ...times(6, reviewed('logs-olga'))],
      /^fail: .* 100 % of 6 .*did 50 % of 12/,
    ],
    [
      'somebody who does half under two names',
      [
        ...times(2, reviewed('shop-ana')),
        reviewed('shop-ana', { person: 'mailto:shop-ana' }),
        ...times(2, reviewed('pay-cleo')),
        reviewed('logs-olga'),
      ],
      /^fail: .*did 50 % of 6/,
    ],
    [
      'somebody whom the catalog does not have, who does half',
      [...six, ...times(6, reviewed('nobody'))],
      /^fail: .*did 50 % of 12/,
    ],
    [
      'reviews from outside that are late',
      [
        ...six,
        ...times(2, reviewed('pay-cleo', {}, late)),
        reviewed('logs-olga'),
        reviewed('nobody'),
      ],
      /^fail: Outside reviews: 75 % of 8 in time/,
    ],
    [
      'exactly four of five from outside in time',
      [
        ...times(2, reviewed('shop-ana')),
        reviewed('pay-cleo'),
        reviewed('pay-cleo'),
        reviewed('pay-cleo', {}, late),
        reviewed('logs-olga'),
        reviewed('nobody'),
      ],
      /^pass: Outside reviews: 80 % of 5 in time .*did 43 % of 7/,
    ],
    [
      'reviews of the owners that are late, which are not their matter',
      [...six, ...times(2, reviewed('logs-olga', {}, late))],
      /^pass: Outside reviews: 100 % of 6 in time/,
    ],
    [
      'open ones that wait for them, which are late',
      [
        ...six,
        reviewed('logs-olga'),
        ...times(2, {
          readyAt: yesterday,
          reviews: [
            reviewRecord({ person: 'github.com/shop-ana', isAwaited: true }),
          ],
        }),
      ],
      /^fail: Outside reviews: 75 % of 8 in time/,
    ],
    [
      'open ones that wait for the owners',
      [
        ...six,
        reviewed('logs-olga'),
        ...times(2, {
          readyAt: yesterday,
          reviews: [
            reviewRecord({ person: 'github.com/logs-olga', isAwaited: true }),
            reviewRecord({ person: 'github.com/shop-ana', isAwaited: false }),
          ],
        }),
      ],
      /^pass: Outside reviews: 100 % of 6 in time/,
    ],
    [
      'four reviews from outside',
      [
        ...times(2, reviewed('shop-ana')),
        ...times(2, reviewed('pay-cleo')),
        reviewed('logs-olga'),
      ],
      /^fail: Outside reviews: 100 % of 4 in time/,
    ],
    [
      'nothing',
      [],
      /^fail: Outside reviews: no review to count yet; the busiest person did 0 % of 0 reviews$/,
    ],
    [
      'a single review',
      [reviewed('shop-ana')],
      /the busiest person did 100 % of 1 review$/,
    ],
    [
      'a source that does not tell times',
      times(9, reviewed('shop-ana', {}, { readyAt: undefined })),
      /^unknown: The review history does not tell how long reviews took$/,
    ],
  ])('with %s', (_, changes, expected) => {
    expect(judged(...changes)).toMatch(expected);
  });

  it('counts reviews of the first moment, and none before', () => {
    expect(
      judged(
        ...six,
        reviewed('nobody', { reviewedAt: since }),
        ...times(9, reviewed('nobody', { reviewedAt: tooOld })),
      ),
    ).toMatch(/^pass: .*did 43 % of 7/);
  });
});

it.each([
  [0, 'fail', '0 active reviewers from outside the owning team'],
  [1, 'fail', '1 active reviewer from outside the owning team'],
  [2, 'pass', '2 active reviewers from outside the owning team'],
  [3, 'pass', '3 active reviewers from outside the owning team'],
])('outside reviewers: %i', (count, result, summary) => {
  expect(judgeOutsideReviewers(count)).toEqual({
    source: 'outside-reviewers',
    result,
    summary,
  });
});
