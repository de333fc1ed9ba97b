import {
  after,
  at,
  criterion,
  evidence,
  ladderOf,
  now,
  waiver,
} from './__testUtils__/records';
import { CriterionState, criterionStateSchema } from './assessment';
import { assessMaturity } from './assessMaturity';
import { CriterionResult, Evidence, Waiver } from './evidence';
import { Ladder } from './ladder';

/** Ids end with the number of their level. */
const ladder = ladderOf(
  criterion('a1', 1),
  criterion('b1', 1),
  criterion('a2', 2),
  criterion('b2', 2),
  criterion('a3', 3),
);

const letters: Record<string, CriterionResult> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
};

/** Evidence for each criterion by a letter: pass, fail, unknown, not applicable. */
function found(results: string): Evidence[] {
  return results
    .replace(/\s/g, '')
    .split('')
    .flatMap((letter, index) =>
      letter === '-'
        ? []
        : [evidence(ladder.criteria[index].id, letters[letter])],
    );
}

const assess = (
  evidences: readonly Evidence[],
  waivers: readonly Waiver[] = [],
  moment = now,
  of: Ladder = ladder,
) => assessMaturity(of, evidences, waivers, moment);

const criteriaOf = (assessment: ReturnType<typeof assess>) =>
  assessment.levels.flatMap(level => level.criteria);

function criterionOf(assessment: ReturnType<typeof assess>, id: string) {
  const assessed = criteriaOf(assessment).find(each => each.id === id);
  if (!assessed) throw new Error(`There is no criterion ${id}`);
  return assessed;
}

/** A pass that is fresh until so many days from now. */
const passUntil = (id: string, days: number, extra?: Partial<Evidence>) =>
  evidence(id, 'pass', { validUntil: at(days), ...extra });

describe('the level', () => {
  it.each<
    [
      results: string,
      waived: string[],
      level: number,
      without: number,
      heldBackBy: string[],
    ]
  >([
    ['-- -- -', [], 0, 0, ['a1', 'b1']],
    ['p- -- -', [], 0, 0, ['b1']],
    ['pp -- -', [], 1, 1, ['a2', 'b2']],
    ['pf pp p', [], 0, 0, ['b1']],
    ['pu pp p', [], 0, 0, ['b1']],
    ['pp pf p', [], 1, 1, ['b2']],
    ['pp pp f', [], 2, 2, ['a3']],
    ['pp pp p', [], 3, 3, []],
    // What does not apply holds nothing back, and reaches nothing.
    ['pn pn p', [], 3, 3, []],
    ['nn pp p', [], 0, 0, []],
    ['pp nn p', [], 1, 1, []],
    ['pp pp n', [], 2, 2, []],
    // Nor does a waiver.
    ['pf pp p', ['b1'], 3, 0, []],
    ['ff pp p', ['a1', 'b1'], 0, 0, []],
    ['pp pf p', ['b2'], 3, 1, []],
    ['pp ff p', ['a2', 'b2'], 1, 1, []],
    ['pp fn p', ['a2'], 1, 1, []],
    ['pp p- f', ['b2'], 2, 1, ['a3']],
    ['pp p- f', ['b2', 'a3'], 2, 1, []],
    ['pp pp f', ['a3'], 2, 2, []],
    ['pf pf p', ['b1', 'b2'], 3, 0, []],
    ['pp pp p', ['a1', 'a2', 'a3'], 3, 3, []],
    // A waiver of another criterion is of no use.
    ['pf pp p', ['a2'], 0, 0, ['b1']],
  ])(
    'of %s with %j waived is %d, without waivers %d, held back by %j',
    (results, waived, level, levelWithoutWaivers, heldBackBy) => {
      const assessment = assess(
        found(results),
        waived.map(id => waiver(id)),
      );
      expect(assessment).toMatchObject({
        level,
        levelWithoutWaivers,
        heldBackBy,
      });
      expect(assessment.levels.map(({ reached }) => reached)).toEqual([
        level >= 1,
        level >= 2,
        level >= 3,
      ]);
    },
  );

  it('ends where a level has no criteria', () => {
    const gap = ladderOf(criterion('a1', 1), criterion('a3', 3));
    expect(assess(found('p---p'), [], now, gap)).toMatchObject({
      level: 1,
      heldBackBy: [],
    });
  });

  it('is never above the ladder', () => {
    const tall = ladderOf(criterion('a1', 1));
    const criteria = [...tall.criteria, criterion('a2', 2)];
    const low = { ...tall, levels: tall.levels.slice(0, 1), criteria };
    const both = [evidence('a1', 'pass'), evidence('a2', 'pass')];
    const assessment = assess(both, [], now, low);
    expect(assessment.level).toBe(1);
    expect(assessment.levels.map(({ level }) => level)).toEqual([1]);
  });

  it('is that of the moment, to the millisecond', () => {
    const one = ladderOf(criterion('a1', 1));
    const gained = [evidence('a1', 'pass', { firstSeenAt: at(0) })];
    expect(assess(gained, [], after(0, -1), one).level).toBe(0);
    expect(assess(gained, [], now, one).level).toBe(1);
    expect(assess(gained, [], after(44, -1), one).level).toBe(1);
    expect(assess(gained, [], after(44), one).level).toBe(0);
    const lost = [
      evidence('a1', 'pass', { lastSeenAt: at(-1) }),
      evidence('a1', 'fail', { firstSeenAt: at(0) }),
    ];
    expect(assess(lost, [], after(0, -1), one).level).toBe(1);
    expect(assess(lost, [], now, one).level).toBe(0);
  });

  it('is held by a waiver from its approval to its last moment', () => {
    const failing = found('pf -- -');
    const levelAt = (moment: Date) =>
      assess(failing, [waiver('b1')], moment).level;
    expect(levelAt(after(-9, -1))).toBe(0);
    expect(levelAt(after(-9))).toBe(1);
    expect(levelAt(after(10, -1))).toBe(1);
    expect(levelAt(after(10))).toBe(0);
  });
});

describe('what a level is, and its criteria', () => {
  it('are told as the ladder has them', () => {
    const described = {
      ...ladder,
      levels: [{ level: 1, name: 'Listens', description: 'To stakeholders' }],
    };
    const { levels } = assess(found('pp -- -'), [], now, described);
    expect(levels).toMatchObject([
      {
        level: 1,
        name: 'Listens',
        description: 'To stakeholders',
        reached: true,
        criteria: [
          { ...ladder.criteria[0], state: 'met', result: 'pass' },
          { ...ladder.criteria[1], state: 'met', result: 'pass' },
        ],
      },
    ]);
    expect(levels[0].criteria).toHaveLength(2);
  });
});

describe('the state of a criterion', () => {
  const stale = { lastSeenAt: at(-30) };
  const lapsed = { lastSeenAt: at(-44) };

  it.each<
    [
      what: string,
      extra: [CriterionResult, Partial<Evidence>?][],
      isWaived: boolean,
      state: CriterionState,
      result: CriterionResult,
    ]
  >([
    ['a pass', [['pass']], false, 'met', 'pass'],
    ['a pass', [['pass']], true, 'met', 'pass'],
    ['a fail', [['fail']], false, 'missing', 'fail'],
    ['a fail', [['fail']], true, 'waived', 'fail'],
    ['nothing', [], false, 'missing', 'unknown'],
    ['nothing', [], true, 'waived', 'unknown'],
    ['what is unknown', [['unknown']], false, 'missing', 'unknown'],
    [
      'what does not apply',
      [['not-applicable']],
      false,
      'not-applicable',
      'not-applicable',
    ],
    [
      'what does not apply',
      [['not-applicable']],
      true,
      'not-applicable',
      'not-applicable',
    ],
    ['a stale pass', [['pass', stale]], false, 'at-risk', 'unknown'],
    ['a stale pass', [['pass', stale]], true, 'at-risk', 'unknown'],
    [
      'what did not apply, and is stale',
      [['not-applicable', stale]],
      false,
      'at-risk',
      'unknown',
    ],
    ['a pass after its grace', [['pass', lapsed]], false, 'missing', 'unknown'],
    ['a pass after its grace', [['pass', lapsed]], true, 'waived', 'unknown'],
    ['a stale fail', [['fail', stale]], false, 'missing', 'unknown'],
  ])('with %s (%j), waived: %s, is %s', (_, items, isWaived, state, result) => {
    const assessment = assess(
      items.map(([each, extra]) => evidence('a1', each, extra)),
      isWaived ? [waiver('a1')] : [],
    );
    expect(criterionOf(assessment, 'a1')).toMatchObject({ state, result });
  });

  it('is one of these', () => {
    expect(criterionStateSchema.options).toEqual([
      'met',
      'attested',
      'at-risk',
      'waived',
      'not-applicable',
      'missing',
    ]);
  });

  it('tells until when it holds', () => {
    const of = (id: string, assessment: ReturnType<typeof assess>) => {
      const { freshUntil, atRiskUntil } = criterionOf(assessment, id);
      return { freshUntil, atRiskUntil };
    };
    const assessment = assess([
      evidence('a1', 'pass', { lastSeenAt: at(-3) }),
      evidence('b1', 'pass', { lastSeenAt: at(-31) }),
      evidence('a2', 'fail', { lastSeenAt: at(-1) }),
    ]);
    expect(of('a1', assessment)).toEqual({ freshUntil: at(27) });
    expect(of('b1', assessment)).toEqual({
      freshUntil: at(-1),
      atRiskUntil: at(13),
    });
    expect(of('a2', assessment)).toEqual({ freshUntil: at(29) });
    expect(of('b2', assessment)).toEqual({});
  });
});

describe('the evidence of a criterion', () => {
  const two = ladderOf(
    criterion('a1', 1, {
      rule: { anyOf: [{ source: 'c' }, { annotation: 'b' }] },
    }),
    criterion('a2', 2),
  );

  it('is the newest of each of its sources, by name', () => {
    const older = evidence('a1', 'fail', { lastSeenAt: at(-2) });
    const newer = evidence('a1', 'pass', { lastSeenAt: at(-1) });
    const word = evidence('a1', 'pass', { source: 'attestation' });
    const link = evidence('a1', 'fail', { source: 'annotation:b' });
    for (const order of [
      [older, newer, word, link],
      [link, word, newer, older],
    ]) {
      expect(criterionOf(assess(order, [], now, two), 'a1').evidence).toEqual([
        link,
        word,
        newer,
      ]);
    }
  });

  it('is the first of two that were seen at the same time', () => {
    const first = evidence('a1', 'pass', { summary: 'first' });
    const second = evidence('a1', 'pass', { summary: 'second' });
    const shown = criterionOf(assess([first, second], [], now, two), 'a1');
    expect(shown.evidence).toEqual([first]);
  });

  it('is neither of another criterion, nor of other sources, nor of later', () => {
    const assessment = assess(
      [
        evidence('a2', 'pass'),
        evidence('a1', 'pass', { source: 'd' }),
        evidence('a1', 'pass', { source: 'annotation:c' }),
        evidence('a1', 'pass', { firstSeenAt: at(0, 1), lastSeenAt: at(1) }),
      ],
      [],
      now,
      two,
    );
    expect(assessment.level).toBe(0);
    expect(criterionOf(assessment, 'a1')).toMatchObject({
      result: 'unknown',
      evidence: [],
    });
    expect(criterionOf(assessment, 'a2').evidence).toHaveLength(1);
  });
});

describe('the waiver of a criterion', () => {
  const undecided = { decision: undefined, decidedAt: undefined } as const;
  const shown = (...waivers: Waiver[]) => {
    const { waiver: one } = criterionOf(assess([], waivers), 'a1');
    return one && [one.id, one.status];
  };
  const asked = (id: string, extra?: Partial<Waiver>) =>
    waiver('a1', { id, ...extra });

  it('is the one that holds, before one that waits', () => {
    const held = asked('held', { expiresAt: at(1) });
    const waits = asked('waits', { expiresAt: at(9), ...undecided });
    expect(shown(held, waits)).toEqual(['held', 'approved']);
    expect(shown(waits, held)).toEqual(['held', 'approved']);
    expect(shown(waits)).toEqual(['waits', 'pending']);
  });

  it('is the one of several that lasts longest', () => {
    const short = asked('short', { expiresAt: at(1) });
    const long = asked('long', { expiresAt: at(9) });
    const middle = asked('middle', { expiresAt: at(5) });
    for (const order of [
      [short, long, middle],
      [middle, short, long],
      [long, middle, short],
    ]) {
      expect(shown(...order)).toEqual(['long', 'approved']);
      expect(shown(...order.map(one => ({ ...one, ...undecided })))).toEqual([
        'long',
        'pending',
      ]);
    }
  });

  it('is one that was denied where there is no other', () => {
    const denied = asked('denied', { decision: 'denied' });
    const waits = asked('waits', { expiresAt: at(1), ...undecided });
    expect(shown(denied)).toEqual(['denied', 'denied']);
    expect(shown(denied, waits)).toEqual(['waits', 'pending']);
  });

  it('is none that is over, or of another criterion', () => {
    expect(
      shown(
        asked('denied', { decision: 'denied', expiresAt: at(0) }),
        asked('expired', { expiresAt: at(0) }),
        asked('revoked', { revokedAt: at(-1) }),
        asked('later', { requestedAt: at(0, 1) }),
        waiver('b1'),
      ),
    ).toBeUndefined();
  });

  it('is told with all that is known of it', () => {
    const given = asked('one', { note: 'Until the summer' });
    expect(criterionOf(assess([], [given]), 'a1').waiver).toEqual({
      ...given,
      status: 'approved',
    });
  });
});

describe('being at risk', () => {
  const riskOf = (
    evidences: readonly Evidence[],
    waivers?: readonly Waiver[],
    moment = now,
  ) => assess(evidences, waivers, moment).atRisk;
  const fresh = found('pp pp p');
  const freshBut = (...stale: Evidence[]) => [
    ...fresh.filter(
      ({ criterionId }) => !stale.some(one => one.criterionId === criterionId),
    ),
    ...stale,
  ];

  it('begins when evidence goes stale, and ends with the grace', () => {
    const goesStale = freshBut(passUntil('a3', 0));
    expect(riskOf(goesStale, [], after(0, -1))).toBeUndefined();
    const risk = { until: at(14), fallsTo: 2, criteria: ['a3'] };
    expect(riskOf(goesStale)).toEqual(risk);
    expect(riskOf(goesStale, [], after(14, -1))).toEqual(risk);
    const dropped = assess(goesStale, [], after(14));
    expect(dropped).toMatchObject({ level: 2, heldBackBy: ['a3'] });
    expect(dropped.atRisk).toBeUndefined();
  });

  it.each<[string, Evidence[], ReturnType<typeof riskOf>]>([
    [
      'falls to below the level of what lapses',
      [passUntil('a2', -1)],
      { until: at(13), fallsTo: 1, criteria: ['a2'] },
    ],
    [
      'falls to nothing from the first level',
      [passUntil('b1', -1)],
      { until: at(13), fallsTo: 0, criteria: ['b1'] },
    ],
    [
      'tells the first fall, not the deepest',
      [passUntil('a3', -5), passUntil('a1', -1)],
      { until: at(9), fallsTo: 2, criteria: ['a3'] },
    ],
    [
      'tells the deeper fall where it comes first',
      [passUntil('a3', -1), passUntil('a1', -5)],
      { until: at(9), fallsTo: 0, criteria: ['a1'] },
    ],
    [
      'tells all that lapse at that moment',
      [passUntil('a2', -3), passUntil('b2', -3)],
      { until: at(11), fallsTo: 1, criteria: ['a2', 'b2'] },
    ],
    [
      'tells one of two that lapse one after the other',
      [passUntil('b2', -3), passUntil('a2', -2)],
      { until: at(11), fallsTo: 1, criteria: ['b2'] },
    ],
    [
      'tells only those of the level that is lost',
      [passUntil('a1', -3), passUntil('a2', -3), passUntil('a3', -3)],
      { until: at(11), fallsTo: 0, criteria: ['a1'] },
    ],
    [
      'tells of what no longer is known not to apply',
      [evidence('a2', 'not-applicable', { validUntil: at(-1) })],
      { until: at(13), fallsTo: 1, criteria: ['a2'] },
    ],
  ])('%s', (_, stale, expected) => {
    expect(riskOf(freshBut(...stale))).toEqual(expected);
  });

  it('is none of a level that is not reached', () => {
    const failing = freshBut(evidence('b2', 'fail'), passUntil('a3', -1));
    expect(riskOf(failing)).toBeUndefined();
    expect(criterionOf(assess(failing), 'a3').state).toBe('at-risk');
    const above = freshBut(evidence('b2', 'fail'), passUntil('a2', -1));
    expect(riskOf(above)).toBeUndefined();
  });

  it('is none where a waiver takes over', () => {
    const stale = freshBut(passUntil('b2', -1));
    expect(riskOf(stale, [waiver('b2')])).toBeUndefined();
    expect(riskOf(stale, [waiver('a2')])).toEqual({
      until: at(13),
      fallsTo: 1,
      criteria: ['b2'],
    });
  });

  it('is there where only a waiver would be left of a level', () => {
    const stale = freshBut(evidence('a2', 'fail'), passUntil('b2', -1));
    expect(riskOf(stale, [waiver('a2')])).toMatchObject({ fallsTo: 1 });
    expect(riskOf(stale, [waiver('a2'), waiver('b2')])).toMatchObject({
      until: at(13),
      fallsTo: 1,
    });
  });

  it('passes over a moment that costs nothing', () => {
    const stale = freshBut(passUntil('a2', -5), passUntil('b2', -2));
    expect(riskOf(stale, [waiver('a2')])).toEqual({
      until: at(12),
      fallsTo: 1,
      criteria: ['a2', 'b2'],
    });
  });
});
