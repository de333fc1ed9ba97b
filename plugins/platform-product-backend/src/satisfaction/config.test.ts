import { sectionsOf } from '../__testUtils__/sectionsOf';
import { readSatisfactionConfig } from './config';

const read = (satisfaction: unknown) =>
  readSatisfactionConfig(sectionsOf({ satisfaction }));

const round = (id: string, from: string, until: string) => ({
  id,
  from,
  until,
});
const first = round('first', '2026-01-01', '2026-02-01');

const day = 24 * 60 * 60 * 1000;

describe('readSatisfactionConfig', () => {
  it('keeps who was invited for no less than the 90 days between invitations', () => {
    expect(read({ keepInvitationsFor: 'P90D' }).keepInvitationsFor).toBe(
      90 * day,
    );
    expect(() => read({ keepInvitationsFor: 'P89D' })).toThrow(
      'expected at least 90 days',
    );
  });

  it('defaults to quarters, five answers, ten for comments and a release an hour', () => {
    expect(read(undefined)).toEqual({
      schedule: { every: 'quarter' },
      k: 5,
      commentThreshold: 10,
      keepInvitationsFor: 400 * day,
      releases: {
        frequency: { hours: 1 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 20 },
      },
    });
  });

  it.each([
    [{ minimumAnswers: 3 }, { k: 3, commentThreshold: 10 }],
    [{ minimumAnswers: 10 }, { k: 10, commentThreshold: 10 }],
    [{ minimumAnswersForComments: 5 }, { k: 5, commentThreshold: 5 }],
    [
      { minimumAnswers: 3, minimumAnswersForComments: 3 },
      { k: 3, commentThreshold: 3 },
    ],
    [
      { minimumAnswers: 20, minimumAnswersForComments: 30 },
      { k: 20, commentThreshold: 30 },
    ],
    [{ rounds: 'month' }, { schedule: { every: 'month' } }],
    [{ rounds: 'quarter' }, { schedule: { every: 'quarter' } }],
  ])('takes %j', (config, expected) => {
    expect(read(config)).toMatchObject(expected);
  });

  it('takes rounds of its own, which begin and end with a day in UTC', () => {
    const longestId = 'x'.repeat(60);
    const rounds = [
      // One may begin the day the other ends, and their order is free.
      round(longestId, '2026-02-01', '2026-03-01'),
      first,
      round('third', '2026-03-01', '2026-03-02'),
      round('2026.W_1-b', '2026-12-31', '2027-01-01'),
    ];
    expect(read({ rounds }).schedule).toEqual({
      dates: [
        {
          id: longestId,
          opensAt: new Date('2026-02-01T00:00:00Z'),
          closesAt: new Date('2026-03-01T00:00:00Z'),
        },
        {
          id: 'first',
          opensAt: new Date('2026-01-01T00:00:00Z'),
          closesAt: new Date('2026-02-01T00:00:00Z'),
        },
        {
          id: 'third',
          opensAt: new Date('2026-03-01T00:00:00Z'),
          closesAt: new Date('2026-03-02T00:00:00Z'),
        },
        {
          id: '2026.W_1-b',
          opensAt: new Date('2026-12-31T00:00:00Z'),
          closesAt: new Date('2027-01-01T00:00:00Z'),
        },
      ],
    });
  });

  it('takes another time for releases', () => {
    const releases = { frequency: { minutes: 5 }, timeout: { minutes: 1 } };
    expect(read({ releases }).releases).toEqual(releases);
  });

  const kinds = 'expected quarter, month or a list of { id, from, until }';
  const ids = 'expected 1 to 60 letters, digits, dots or dashes';
  const ends = 'expected every round to end after it begins';
  const asMany = 'expected at least as many as minimumAnswers';

  it.each<[config: object, path: string, expected: string]>([
    // Of two answers, each of the two would know the other.
    [{ minimumAnswers: 2 }, 'minimumAnswers', '>=3'],
    [{ minimumAnswers: 1 }, 'minimumAnswers', '>=3'],
    [{ minimumAnswers: 0 }, 'minimumAnswers', '>=3'],
    [{ minimumAnswers: 5.5 }, 'minimumAnswers', 'expected int'],
    [{ minimumAnswers: '5' }, 'minimumAnswers', 'expected number'],
    [
      { minimumAnswers: 3, minimumAnswersForComments: 2 },
      'minimumAnswersForComments',
      '>=3',
    ],
    [
      { minimumAnswersForComments: 10.5 },
      'minimumAnswersForComments',
      'expected int',
    ],
    // Each against the default of the other, and both against each other.
    [{ minimumAnswersForComments: 4 }, 'minimumAnswersForComments', asMany],
    [{ minimumAnswers: 11 }, 'minimumAnswersForComments', asMany],
    [
      { minimumAnswers: 7, minimumAnswersForComments: 6 },
      'minimumAnswersForComments',
      asMany,
    ],
    [{ rounds: 'year' }, 'rounds', kinds],
    [{ rounds: 4 }, 'rounds', kinds],
    [{ rounds: [] }, 'rounds', '>=1'],
    [{ rounds: [{ id: 'a', from: '2026-01-01' }] }, 'rounds', kinds],
    [{ rounds: [{ ...first, id: 'x'.repeat(61) }] }, 'rounds.0.id', ids],
    [{ rounds: [{ ...first, id: '' }] }, 'rounds.0.id', ids],
    [{ rounds: [{ ...first, id: 'a b' }] }, 'rounds.0.id', ids],
    [{ rounds: [{ ...first, id: 'a/b' }] }, 'rounds.0.id', ids],
    [{ rounds: [{ ...first, from: '2026-02-30' }] }, 'rounds.0.from', 'date'],
    [
      { rounds: [{ ...first, until: '2026-02-01T12:00:00Z' }] },
      'rounds.0.until',
      'date',
    ],
    [{ rounds: [round('empty', '2026-01-01', '2026-01-01')] }, 'rounds', ends],
    [
      { rounds: [first, round('back', '2027-01-01', '2026-12-31')] },
      'rounds',
      ends,
    ],
    [
      { rounds: [first, round('first', '2026-02-01', '2026-03-01')] },
      'rounds',
      'expected every round to have an id of its own',
    ],
    [
      { rounds: [first, round('late', '2026-01-31', '2026-03-01')] },
      'rounds',
      'expected rounds not to overlap',
    ],
    [
      { rounds: [round('inner', '2026-01-10', '2026-01-11'), first] },
      'rounds',
      'expected rounds not to overlap',
    ],
    [{ minimum: 5 }, '', 'Unrecognized key: "minimum"'],
  ])(
    'stops at %j, saying where and what it wants',
    (config, path, expected) => {
      const keys = path ? path.split('.') : [];
      const value = keys.reduce<unknown>(
        (inner, key) => (inner as Record<string, unknown>)[key],
        config,
      );
      const message = messageOf(() => read(config));
      expect(message).toContain(
        `'${['platformProduct.satisfaction', ...keys].join('.')}'`,
      );
      expect(message).toContain(`got ${JSON.stringify(value)}`);
      expect(message).toContain(expected);
    },
  );

  it.each([
    [{ releases: 'often' }, "releases' in 'app-config', got string"],
    [{ releases: { frequency: { hours: 1 } } }, 'releases.timeout'],
  ])('stops at %j, as Backstage does', (config, expected) => {
    expect(() => read(config)).toThrow(
      `platformProduct.satisfaction.${expected}`,
    );
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'It did not stop';
}
