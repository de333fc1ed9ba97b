import { Ladder, Waiver } from '@platform-product/backstage-plugin-common';
import { NewEvidence } from '../assessment/MaturityStore';
import { replayHistory } from './replayHistory';

/** Two levels; evidence is fresh for ten days, and counts for five more. */
const ladder: Ladder = {
  levels: [
    { level: 1, name: 'Heard' },
    { level: 2, name: 'Open' },
  ],
  gracePeriodDays: 5,
  criteria: [
    ['plan', 1],
    ['guide', 2],
    ['review', 2],
  ].map(([id, level]) => ({
    id: String(id),
    label: `${level}.1`,
    level: Number(level),
    title: `Title of ${id}`,
    freshForDays: 10,
    attestable: true,
    rule: { source: String(id) },
  })),
};

const on = (day: number, time = '00:00:00') =>
  `2026-06-${String(day).padStart(2, '0')}T${time}.000Z`;

const seen = (
  criterionId: string,
  from: number,
  until: number,
  rest: Partial<NewEvidence> = {},
): NewEvidence => ({
  criterionId,
  source: criterionId,
  result: 'pass',
  summary: `Found ${criterionId}`,
  firstSeenAt: on(from),
  lastSeenAt: on(until),
  ...rest,
});

const waiver = (rest: Partial<Waiver>): Waiver => ({
  id: '1',
  criterionId: 'review',
  reason: 'Nobody is there to review yet.',
  requestedBy: 'user:default/olga',
  requestedAt: on(1),
  expiresAt: on(28),
  ...rest,
});

function replay(
  evidence: readonly NewEvidence[],
  options: { waivers?: readonly Waiver[]; now?: string } = {},
) {
  const { waivers = [], now = on(30) } = options;
  return replayHistory({ ladder, evidence, waivers, now: new Date(now) });
}

const short = (changes: ReturnType<typeof replay>) =>
  changes.map(change => [
    change.at,
    `${change.fromLevel}→${change.toLevel} (${change.levelWithoutWaivers})`,
    ...(change.atRisk ? [`at risk until ${change.atRisk.until}`] : []),
  ]);

describe('replayHistory', () => {
  it('knows nothing of a service without evidence', () => {
    expect(replay([])).toEqual([]);
  });

  it('tells when which level was reached, and by what', () => {
    expect(
      replay([
        seen('guide', 3, 29),
        seen('plan', 2, 29),
        seen('review', 5, 29),
      ]),
    ).toEqual([
      {
        at: on(2),
        fromLevel: 0,
        toLevel: 1,
        levelWithoutWaivers: 1,
        measuredLevel: 1,
        atRisk: undefined,
        reason: 'first-assessment',
        causes: [
          {
            criterionId: 'plan',
            title: 'Title of plan',
            from: undefined,
            to: 'met',
            result: 'pass',
            summary: 'Found plan',
          },
        ],
      },
      {
        at: on(5),
        fromLevel: 1,
        toLevel: 2,
        levelWithoutWaivers: 2,
        measuredLevel: 2,
        atRisk: undefined,
        reason: 'evidence',
        causes: [
          {
            criterionId: 'review',
            title: 'Title of review',
            from: 'missing',
            to: 'met',
            result: 'pass',
            summary: 'Found review',
          },
        ],
      },
    ]);
  });

  it('tells when a level was at risk, and when it was lost', () => {
    const evidence = [seen('plan', 2, 4)];
    const history = [
      [on(2), '0→1 (1)'],
      [on(14), '1→1 (1)', `at risk until ${on(19)}`],
      [on(19), '1→0 (0)'],
    ];
    expect(short(replay(evidence))).toEqual(history);
    // What comes exactly now is known; what comes later is not.
    expect(short(replay(evidence, { now: on(19) }))).toEqual(history);
    expect(short(replay(evidence, { now: on(18, '23:59:59') }))).toEqual(
      history.slice(0, 2),
    );
    expect(short(replay(evidence, { now: on(1) }))).toEqual([]);
  });

  it('goes by the term that evidence has of its own', () => {
    expect(short(replay([seen('plan', 2, 29, { validUntil: on(7) })]))).toEqual(
      [
        [on(2), '0→1 (1)'],
        [on(7), '1→1 (1)', `at risk until ${on(12)}`],
        [on(12), '1→0 (0)'],
      ],
    );
  });

  it('changes at the moment at which a finding was superseded', () => {
    expect(
      short(
        replay([
          seen('plan', 2, 6, { supersededAt: on(8) }),
          seen('plan', 8, 10, { result: 'fail', supersededAt: on(11) }),
          seen('plan', 11, 29),
        ]),
      ),
    ).toEqual([
      [on(2), '0→1 (1)'],
      [on(8), '1→0 (0)'],
      [on(11), '0→1 (1)'],
    ]);
  });

  it('forgets a finding that was superseded by none', () => {
    const changes = replay([
      seen('plan', 1, 5, { supersededAt: on(5) }),
      seen('guide', 1, 5, { supersededAt: on(5) }),
      seen('review', 1, 5),
    ]);
    expect(changes.map(({ at, toLevel }) => [at, toLevel])).toEqual([
      [on(1), 2],
      [on(5), 0],
    ]);
  });

  it('shows the gap between a finding that went stale and its return', () => {
    expect(
      short(
        replay([
          seen('plan', 2, 4, { supersededAt: on(25) }),
          seen('plan', 25, 29),
        ]),
      ),
    ).toEqual([
      [on(2), '0→1 (1)'],
      [on(14), '1→1 (1)', `at risk until ${on(19)}`],
      [on(19), '1→0 (0)'],
      [on(25), '0→1 (1)'],
    ]);
  });

  it.each<[string, Partial<Waiver>, ReadonlyArray<readonly string[]>]>([
    ['pending', {}, []],
    ['denied', { decision: 'denied', decidedAt: on(6) }, []],
    [
      'approved until it expires',
      { decision: 'approved', decidedAt: on(6) },
      [
        [on(6), '1→2 (1)'],
        [on(28), '2→1 (1)'],
      ],
    ],
    [
      'revoked',
      { decision: 'approved', decidedAt: on(6), revokedAt: on(9) },
      [
        [on(6), '1→2 (1)'],
        [on(9), '2→1 (1)'],
      ],
    ],
  ])('counts a waiver while it is %s', (_, rest, changes) => {
    const waivers = [waiver({ decidedBy: 'user:default/stella', ...rest })];
    const evidence = [seen('plan', 2, 29), seen('guide', 2, 29)];
    expect(short(replay(evidence, { waivers }))).toEqual([
      [on(2), '0→1 (1)'],
      ...changes,
    ]);
  });
});
