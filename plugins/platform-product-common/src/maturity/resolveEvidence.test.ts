import { after, at, criterion, evidence, now } from './__testUtils__/records';
import { CriterionResult, Evidence } from './evidence';
import { EvidenceRule } from './ladder';
import { resolveCriterion } from './resolveEvidence';

const c = { source: 'c' };
const d = { source: 'd' };
const e = { source: 'e' };

function resolve(
  found: readonly Evidence[],
  options?: {
    rule?: EvidenceRule;
    attestable?: boolean;
    gracePeriodDays?: number;
    moment?: Date;
  },
) {
  const { rule = c, attestable = true, moment = now } = options ?? {};
  return resolveCriterion({
    criterion: criterion('a1', 1, { rule, attestable }),
    gracePeriodDays: options?.gracePeriodDays ?? 14,
    evidence: found,
    now: moment,
  });
}

/** Result and what it is worth, as two words. */
const gist = ({ result, counts }: ReturnType<typeof resolve>) =>
  result === counts ? result : `${result}/${counts}`;

const one = (result: CriterionResult, extra?: Partial<Evidence>) =>
  evidence('a1', result, extra);

/** Seen so long ago that it is stale, but within grace. */
const staleAt = { lastSeenAt: at(-31) };

describe('evidence of one source', () => {
  it.each<[result: CriterionResult, moments: [number, number, string][]]>([
    [
      'pass',
      [
        [0, 0, 'pass'],
        [30, -1, 'pass'],
        [30, 0, 'unknown/pass'],
        [44, -1, 'unknown/pass'],
        [44, 0, 'unknown/nothing'],
      ],
    ],
    [
      'not-applicable',
      [
        [30, -1, 'not-applicable'],
        [30, 0, 'unknown/not-applicable'],
        [44, -1, 'unknown/not-applicable'],
        [44, 0, 'unknown/nothing'],
      ],
    ],
    // A fail is not worth less for being old, and there is no grace for it.
    [
      'fail',
      [
        [0, 0, 'fail/nothing'],
        [30, -1, 'fail/nothing'],
        [30, 0, 'unknown/nothing'],
      ],
    ],
    [
      'unknown',
      [
        [0, 0, 'unknown/nothing'],
        [30, 0, 'unknown/nothing'],
      ],
    ],
  ])(
    'that found %s is fresh for its days, then has its grace',
    (result, moments) => {
      for (const [days, milliseconds, expected] of moments) {
        // Last seen at `now`, asked about later.
        const standing = resolve([one(result)], {
          moment: after(days, milliseconds),
        });
        expect([days, milliseconds, gist(standing)]).toEqual([
          days,
          milliseconds,
          expected,
        ]);
      }
    },
  );

  it('tells when it ends', () => {
    expect(resolve([one('pass')])).toMatchObject({
      result: 'pass',
      counts: 'pass',
      freshUntil: +after(30),
      countsUntil: +after(44),
    });
    expect(resolve([])).toMatchObject({
      isAttested: false,
      result: 'unknown',
      counts: 'nothing',
      freshUntil: Infinity,
      countsUntil: Infinity,
    });
  });

  it('has no grace where the ladder gives none', () => {
    const of = (moment: Date) =>
      gist(resolve([one('pass')], { moment, gracePeriodDays: 0 }));
    expect(of(after(30, -1))).toBe('pass');
    expect(of(after(30))).toBe('unknown/nothing');
  });

  it.each([
    ['sooner', at(5), 5],
    ['later', at(100), 100],
  ])('ends %s where it says so itself', (_, validUntil, days) => {
    const of = (moment: Date) =>
      gist(resolve([one('pass', { validUntil })], { moment }));
    expect(of(after(days, -1))).toBe('pass');
    expect(of(after(days))).toBe('unknown/pass');
    expect(of(after(days + 14, -1))).toBe('unknown/pass');
    expect(of(after(days + 14))).toBe('unknown/nothing');
  });

  it('is known from the moment on which it was found', () => {
    const of = (firstSeenAt: string) =>
      gist(resolve([one('pass', { firstSeenAt })]));
    expect(of(at(0))).toBe('pass');
    expect(of(at(0, 1))).toBe('unknown/nothing');
  });

  it('was last seen now, as far as a past moment can know', () => {
    const seenLater = one('pass', { lastSeenAt: at(10) });
    expect(resolve([seenLater]).freshUntil).toBe(+after(30));
    expect(resolve([seenLater], { moment: after(20) }).freshUntil).toBe(
      +after(40),
    );
  });

  it.each<[string, Partial<Evidence>[], string]>([
    ['the pass, if the fail is older', [{ lastSeenAt: at(0, -1) }, {}], 'pass'],
    ['the pass, of two at once', [{}, {}], 'pass'],
    [
      'the fail, if the pass is older',
      [{}, { lastSeenAt: at(0, -1) }],
      'fail/nothing',
    ],
    [
      'the fail, if the pass is older but lasts longer',
      [{}, { lastSeenAt: at(0, -1), validUntil: at(300) }],
      'fail/nothing',
    ],
    [
      'the pass, if the fail is still unknown',
      [{ firstSeenAt: at(0, 1) }, { lastSeenAt: at(0, -1) }],
      'pass',
    ],
  ])('says last: %s', (_, [fail, pass], expected) => {
    const found = [one('fail', fail), one('pass', pass)];
    expect(gist(resolve(found))).toBe(expected);
    expect(gist(resolve([...found].reverse()))).toBe(expected);
  });

  it('of several passes lasts as long as the one that lasts longest', () => {
    const found = [
      one('pass', { lastSeenAt: at(-20) }),
      one('pass', { lastSeenAt: at(-25), validUntil: at(50) }),
      one('pass', { lastSeenAt: at(-1) }),
    ];
    for (const order of [found, [...found].reverse()]) {
      expect(resolve(order)).toMatchObject({
        freshUntil: +after(50),
        countsUntil: +after(64),
      });
    }
    expect(resolve([found[0], found[2]]).freshUntil).toBe(+after(29));
  });

  it.each<[CriterionResult, CriterionResult, string]>([
    ['not-applicable', 'unknown', 'not-applicable'],
    ['not-applicable', 'fail', 'not-applicable'],
    ['unknown', 'fail', 'unknown/nothing'],
  ])('that found %s and %s at once is %s', (one1, one2, expected) => {
    expect(gist(resolve([one(one1), one(one2)]))).toBe(expected);
    expect(gist(resolve([one(one2), one(one1)]))).toBe(expected);
  });

  it('of what is not a pass is as new as the newest', () => {
    const older = one('not-applicable', { lastSeenAt: at(-2) });
    const newer = one('fail', { lastSeenAt: at(-1) });
    expect(gist(resolve([older, newer]))).toBe('fail/nothing');
    const lasting = one('fail', { lastSeenAt: at(-1), validUntil: at(60) });
    const other = one('unknown', { lastSeenAt: at(-1), validUntil: at(90) });
    expect(resolve([newer, lasting]).freshUntil).toBe(+after(60));
    expect(resolve([newer, lasting, other]).freshUntil).toBe(+after(90));
    expect(resolve([older, lasting]).freshUntil).toBe(+after(60));
  });

  it('is of no other source', () => {
    const other = one('pass', { source: 'd' });
    expect(gist(resolve([other]))).toBe('unknown/nothing');
    expect(gist(resolve([one('fail'), other]))).toBe('fail/nothing');
  });
});

describe('evidence of several sources', () => {
  type Found = CriterionResult | 'stale pass' | 'stale n/a' | 'none';

  function from(source: string, found: Found): Evidence[] {
    if (found === 'none') return [];
    if (found === 'stale pass') return [one('pass', { source, ...staleAt })];
    if (found === 'stale n/a') {
      return [one('not-applicable', { source, ...staleAt })];
    }
    return [one(found, { source })];
  }

  it.each<[a: Found, b: Found, all: string, any: string]>([
    ['pass', 'pass', 'pass', 'pass'],
    ['pass', 'fail', 'fail/nothing', 'pass'],
    ['pass', 'unknown', 'unknown/nothing', 'pass'],
    ['pass', 'none', 'unknown/nothing', 'pass'],
    ['pass', 'not-applicable', 'pass', 'pass'],
    ['fail', 'fail', 'fail/nothing', 'fail/nothing'],
    ['fail', 'unknown', 'fail/nothing', 'unknown/nothing'],
    ['fail', 'none', 'fail/nothing', 'unknown/nothing'],
    ['fail', 'not-applicable', 'fail/nothing', 'fail/nothing'],
    ['unknown', 'unknown', 'unknown/nothing', 'unknown/nothing'],
    ['unknown', 'not-applicable', 'unknown/nothing', 'unknown/nothing'],
    ['none', 'not-applicable', 'unknown/nothing', 'unknown/nothing'],
    ['none', 'none', 'unknown/nothing', 'unknown/nothing'],
    ['not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'],
    ['stale pass', 'pass', 'unknown/pass', 'pass'],
    ['stale pass', 'stale pass', 'unknown/pass', 'unknown/pass'],
    ['stale pass', 'fail', 'fail/nothing', 'fail/nothing'],
    ['stale pass', 'unknown', 'unknown/nothing', 'unknown/pass'],
    ['stale pass', 'not-applicable', 'unknown/pass', 'unknown/pass'],
    ['stale n/a', 'pass', 'unknown/pass', 'pass'],
    ['stale n/a', 'fail', 'fail/nothing', 'fail/nothing'],
    ['stale n/a', 'not-applicable', 'unknown/not-applicable', 'not-applicable'],
    [
      'stale n/a',
      'stale n/a',
      'unknown/not-applicable',
      'unknown/not-applicable',
    ],
    ['stale n/a', 'stale pass', 'unknown/pass', 'unknown/pass'],
  ])('%s and %s: all of them %s, any of them %s', (a, b, all, any) => {
    for (const found of [
      [...from('c', a), ...from('d', b)],
      [...from('c', b), ...from('d', a)],
    ]) {
      expect(gist(resolve(found, { rule: { allOf: [c, d] } }))).toBe(all);
      expect(gist(resolve(found, { rule: { anyOf: [c, d] } }))).toBe(any);
    }
  });

  const lasting = (source: string, days: number, result: CriterionResult) =>
    one(result, { source, validUntil: at(days) });

  it('last, where all are needed, as long as the shortest', () => {
    const found = [lasting('c', 20, 'pass'), lasting('d', 10, 'pass')];
    expect(resolve(found, { rule: { allOf: [c, d] } })).toMatchObject({
      freshUntil: +after(10),
      countsUntil: +after(24),
    });
    const excused = [
      lasting('c', 20, 'pass'),
      lasting('d', 10, 'not-applicable'),
    ];
    expect(resolve(excused, { rule: { allOf: [c, d] } })).toMatchObject({
      freshUntil: +after(10),
      countsUntil: +after(24),
    });
  });

  it.each<[string, Evidence[], number]>([
    ['of the passes', [lasting('c', 20, 'pass'), lasting('d', 40, 'pass')], 40],
    [
      'of the passes, not of what fails',
      [lasting('c', 20, 'pass'), lasting('d', 40, 'fail')],
      20,
    ],
    ['of the fails', [lasting('c', 20, 'fail'), lasting('d', 40, 'fail')], 40],
    [
      'of the fails, not of what does not apply',
      [lasting('c', 20, 'fail'), lasting('d', 40, 'not-applicable')],
      20,
    ],
    [
      'of what does not apply',
      [lasting('c', 20, 'not-applicable'), lasting('d', 40, 'not-applicable')],
      40,
    ],
    [
      'of the fails that outweigh a stale pass',
      [
        lasting('c', 20, 'fail'),
        lasting('d', 40, 'fail'),
        lasting('e', -1, 'pass'),
      ],
      40,
    ],
    [
      'of what is unknown',
      [lasting('c', 20, 'unknown'), lasting('d', 40, 'fail')],
      20,
    ],
  ])('last, where any will do, as long as the longest %s', (_, found, days) => {
    const sources = [...new Set(found.map(({ source }) => source))];
    const standing = (order: string[]) =>
      resolve(found, {
        rule: { anyOf: order.map(source => ({ source })) },
      });
    for (const order of [sources, [...sources].reverse()]) {
      expect(standing(order).freshUntil).toBe(+after(days));
    }
  });

  it('are held by a fresh pass beside a stale one and a fail', () => {
    const found = [
      lasting('c', -1, 'pass'),
      lasting('d', 10, 'pass'),
      lasting('e', 40, 'fail'),
    ];
    const standing = resolve(found, { rule: { anyOf: [c, d, e] } });
    expect(gist(standing)).toBe('pass');
    expect(standing.freshUntil).toBe(+after(10));
  });

  it('can be nested', () => {
    const rule = { allOf: [c, { anyOf: [d, e] }] };
    const of = (...found: Evidence[]) => gist(resolve(found, { rule }));
    const pass = (source: string) => one('pass', { source });
    const fail = (source: string) => one('fail', { source });
    expect(of(pass('c'), pass('d'))).toBe('pass');
    expect(of(pass('c'), pass('e'), fail('d'))).toBe('pass');
    expect(of(pass('d'), pass('e'))).toBe('unknown/nothing');
    expect(of(pass('c'), fail('d'), fail('e'))).toBe('fail/nothing');
    expect(of(fail('c'), pass('d'))).toBe('fail/nothing');
  });
});

describe('an attestation', () => {
  const word = (result: CriterionResult, extra?: Partial<Evidence>) =>
    one(result, { source: 'attestation', ...extra });

  it.each<[string, Evidence[], string]>([
    ['meets what nobody has measured', [word('pass')], 'pass'],
    ['meets what is unknown', [one('unknown'), word('pass')], 'pass'],
    ['stands beside a pass', [one('pass'), word('pass')], 'pass'],
    ['outlives the evidence', [one('pass', staleAt), word('pass')], 'pass'],
    [
      'has its grace, too',
      [word('pass', { validUntil: at(0) })],
      'unknown/pass',
    ],
    [
      'ends after its grace',
      [word('pass', { validUntil: at(-14) })],
      'unknown/nothing',
    ],
    [
      'never counts over a measured fail',
      [one('fail'), word('pass')],
      'fail/nothing',
    ],
    [
      'never counts over a measured fail, made after it either',
      [one('fail'), word('pass', { firstSeenAt: at(0) })],
      'fail/nothing',
    ],
    [
      'counts once the fail is too old to say anything',
      [one('fail', staleAt), word('pass')],
      'pass',
    ],
    [
      'that was withdrawn leaves the evidence as it was',
      [one('fail'), word('unknown')],
      'fail/nothing',
    ],
    ['excuses nobody', [one('fail'), word('not-applicable')], 'fail/nothing'],
    ['alone excuses nobody', [word('not-applicable')], 'unknown/nothing'],
    [
      'makes no pass of what does not apply',
      [one('not-applicable'), word('pass')],
      'not-applicable',
    ],
  ])('%s', (_, found, expected) => {
    expect(gist(resolve(found))).toBe(expected);
  });

  it.each<[string, Evidence[], boolean]>([
    ['nothing was measured', [word('pass')], true],
    ['the source knows nothing', [one('unknown'), word('pass')], true],
    [
      'what was measured went stale',
      [one('pass', staleAt), word('pass')],
      true,
    ],
    ['its grace runs', [word('pass', { validUntil: at(0) })], true],
    ['a pass was measured', [one('pass'), word('pass')], false],
    ['a fail was measured', [one('fail'), word('pass')], false],
    ['it was withdrawn', [word('unknown')], false],
  ])('is what counts where %s: %j %s', (_, found, expected) => {
    expect(resolve(found).isAttested).toBe(expected);
    expect(resolve(found).measured).toEqual(
      resolve(found.filter(({ source }) => source === 'c')).measured,
    );
  });

  it('never counts over a part of a rule that fails', () => {
    const rule = { allOf: [c, d] };
    const of = (...found: Evidence[]) => gist(resolve(found, { rule }));
    const fails = one('fail', { source: 'd' });
    expect(of(one('pass'), word('pass'))).toBe('pass');
    expect(of(one('pass'), fails, word('pass'))).toBe('fail/nothing');
    expect(of(fails, word('pass'))).toBe('fail/nothing');
  });

  it('that does not apply says nothing of when evidence ends', () => {
    const excused = (days: number) => ({ validUntil: at(days) });
    const standing = resolve([
      one('not-applicable', excused(10)),
      word('not-applicable', excused(40)),
    ]);
    expect(standing.freshUntil).toBe(+after(10));
  });

  it('is all there is for a rule that asks for nothing else', () => {
    const rule = { attestation: 'only' } as const;
    expect(gist(resolve([word('pass')], { rule }))).toBe('pass');
    expect(gist(resolve([one('pass')], { rule }))).toBe('unknown/nothing');
  });

  it('counts nothing where the criterion allows none', () => {
    const none = { attestable: false };
    expect(gist(resolve([word('pass')], none))).toBe('unknown/nothing');
    expect(gist(resolve([one('fail'), word('pass')], none))).toBe(
      'fail/nothing',
    );
    expect(gist(resolve([one('pass')], none))).toBe('pass');
  });
});
