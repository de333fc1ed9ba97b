import fc from 'fast-check';
import {
  at,
  criterion,
  evidence,
  ladderOf,
  now,
  waiver,
} from './__testUtils__/records';
import { assessMaturity } from './assessMaturity';
import { CriterionAssessment } from './assessment';
import { Evidence } from './evidence';

const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => at(-days);
const inDays = (days: number) => at(days);

const threeLevels = ladderOf(
  criterion('a1', 1),
  criterion('b1', 1),
  criterion('a2', 2),
  criterion('b2', 2),
  criterion('a3', 3),
);

function stateOf(
  assessment: ReturnType<typeof assessMaturity>,
  id: string,
): CriterionAssessment {
  return assessment.levels.flatMap(l => l.criteria).find(c => c.id === id)!;
}

describe('assessMaturity', () => {
  describe('the worked cases of the design', () => {
    it('gives 0 to a ladder without criteria', () => {
      expect(assessMaturity(ladderOf(), [], [], now)).toMatchObject({
        level: 0,
        levelWithoutWaivers: 0,
        heldBackBy: [],
      });
    });

    it('gives 1 when all of 1 pass and one of 2 fails', () => {
      const found = [
        evidence('a1', 'pass'),
        evidence('b1', 'pass'),
        evidence('a2', 'pass'),
        evidence('b2', 'fail'),
        evidence('a3', 'pass'),
      ];
      expect(assessMaturity(threeLevels, found, [], now)).toMatchObject({
        level: 1,
        heldBackBy: ['b2'],
      });
    });

    it('gives 0 when one of 1 fails, even if all of 2 and 3 pass', () => {
      const found = [
        evidence('a1', 'pass'),
        evidence('b1', 'fail'),
        evidence('a2', 'pass'),
        evidence('b2', 'pass'),
        evidence('a3', 'pass'),
      ];
      expect(assessMaturity(threeLevels, found, [], now)).toMatchObject({
        level: 0,
        heldBackBy: ['b1'],
      });
    });

    it('gives 1 when the only criterion of 2 is not applicable', () => {
      const ladder = ladderOf(
        criterion('a1', 1),
        criterion('a2', 2),
        criterion('a3', 3),
      );
      const found = [
        evidence('a1', 'pass'),
        evidence('a2', 'not-applicable'),
        evidence('a3', 'pass'),
      ];
      expect(assessMaturity(ladder, found, [], now).level).toBe(1);
    });

    it('gives 2 for a waived fail at 2, and 1 without waivers', () => {
      const found = [
        evidence('a1', 'pass'),
        evidence('b1', 'pass'),
        evidence('a2', 'pass'),
        evidence('b2', 'fail'),
      ];
      const assessment = assessMaturity(
        threeLevels,
        found,
        [waiver('b2')],
        now,
      );
      expect(assessment).toMatchObject({ level: 2, levelWithoutWaivers: 1 });
      expect(stateOf(assessment, 'b2')).toMatchObject({
        result: 'fail',
        state: 'waived',
      });
    });

    it('puts a level-1 pass that expired at risk, then drops it to 0', () => {
      const ladder = ladderOf(criterion('a1', 1));
      const found = [evidence('a1', 'pass', { lastSeenAt: daysAgo(31) })];

      const atRisk = assessMaturity(ladder, found, [], now);
      expect(atRisk).toMatchObject({
        level: 1,
        atRisk: { until: inDays(13), fallsTo: 0, criteria: ['a1'] },
      });
      expect(stateOf(atRisk, 'a1')).toMatchObject({
        result: 'unknown',
        state: 'at-risk',
        atRiskUntil: inDays(13),
      });

      const later = new Date(+now + 13 * day);
      const dropped = assessMaturity(ladder, found, [], later);
      expect(dropped).toMatchObject({ level: 0, heldBackBy: ['a1'] });
      expect(dropped.atRisk).toBeUndefined();
    });
  });

  describe('a word against a measurement', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const word = evidence('a1', 'pass', {
      source: 'attestation',
      firstSeenAt: daysAgo(20),
    });
    const measured = (result: Evidence['result'], days: number) =>
      evidence('a1', result, { firstSeenAt: daysAgo(days) });
    const assessAt = (days: number, ...found: Evidence[]) => {
      const assessment = assessMaturity(
        ladder,
        found,
        [],
        new Date(daysAgo(days)),
      );
      const { result, state } = stateOf(assessment, 'a1');
      const { level, measuredLevel } = assessment;
      return { level, measuredLevel, result, state };
    };
    const attested = {
      level: 1,
      measuredLevel: 0,
      result: 'pass',
      state: 'attested',
    };
    const failed = {
      level: 0,
      measuredLevel: 0,
      result: 'fail',
      state: 'missing',
    };
    const passed = { level: 1, measuredLevel: 1, result: 'pass', state: 'met' };

    it('fails where a fail was measured and somebody attests', () => {
      expect(assessAt(0, measured('fail', 30), word)).toEqual(failed);
    });

    it('passes as attested where nothing is known', () => {
      expect(assessAt(0, word)).toEqual(attested);
      expect(assessAt(0, measured('unknown', 30), word)).toEqual(attested);
    });

    it('drops at once where a fail is measured later', () => {
      const found = [word, measured('fail', 10)];
      expect(assessAt(11, ...found)).toEqual(attested);
      expect(assessAt(10, ...found)).toEqual(failed);
    });

    it('is measured where a pass is measured later', () => {
      const found = [word, measured('pass', 10)];
      expect(assessAt(11, ...found)).toEqual(attested);
      expect(assessAt(10, ...found)).toEqual(passed);
    });

    it('gives levels with everything, without waivers, and by measurement', () => {
      const steps = ladderOf(
        criterion('a1', 1),
        criterion('a2', 2),
        criterion('b3', 3),
        criterion('a3', 3),
      );
      const found = [
        evidence('a1', 'pass'),
        evidence('a2', 'pass', { source: 'attestation' }),
        evidence('a3', 'pass'),
        evidence('b3', 'fail'),
      ];
      expect(assessMaturity(steps, found, [waiver('b3')], now)).toMatchObject({
        level: 3,
        levelWithoutWaivers: 2,
        measuredLevel: 1,
      });
    });
  });

  it('needs a real pass at each level: waivers alone do not make one', () => {
    const ladder = ladderOf(criterion('a1', 1), criterion('a2', 2));
    const found = [evidence('a1', 'pass'), evidence('a2', 'fail')];
    expect(assessMaturity(ladder, found, [waiver('a2')], now).level).toBe(1);
  });

  it('drops a level at once when a criterion fails', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const found = [
      evidence('a1', 'pass', { lastSeenAt: daysAgo(1) }),
      evidence('a1', 'fail', { firstSeenAt: daysAgo(0) }),
    ];
    expect(assessMaturity(ladder, found, [], now)).toMatchObject({ level: 0 });
  });

  it('counts stale evidence of a fail as unknown', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const found = [evidence('a1', 'fail', { lastSeenAt: daysAgo(31) })];
    const assessment = assessMaturity(ladder, found, [], now);
    expect(stateOf(assessment, 'a1').result).toBe('unknown');
    expect(stateOf(assessment, 'a1').state).toBe('missing');
  });

  it('is not at risk where a waiver or another source holds the level', () => {
    const ladder = ladderOf(criterion('a1', 1), criterion('b1', 1));
    const found = [
      evidence('a1', 'pass'),
      evidence('b1', 'pass', { lastSeenAt: daysAgo(31) }),
    ];
    const waived = assessMaturity(ladder, found, [waiver('b1')], now);
    expect(waived.level).toBe(1);
    expect(waived.atRisk).toBeUndefined();

    const attested = assessMaturity(
      ladder,
      [...found, evidence('b1', 'pass', { source: 'attestation' })],
      [],
      now,
    );
    expect(attested.level).toBe(1);
    expect(attested.atRisk).toBeUndefined();
  });

  it('lets an attestation meet only criteria that allow one', () => {
    const ladder = ladderOf(
      criterion('a1', 1),
      criterion('a2', 2, { attestable: false }),
    );
    const word = { source: 'attestation' };
    const found = [
      evidence('a1', 'unknown'),
      evidence('a1', 'pass', word),
      evidence('a2', 'pass', word),
    ];
    expect(assessMaturity(ladder, found, [], now).level).toBe(1);
  });

  it('ignores a withdrawn attestation, not the collected evidence', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const withdrawn = evidence('a1', 'unknown', { source: 'attestation' });
    const assessment = assessMaturity(
      ladder,
      [evidence('a1', 'fail'), withdrawn],
      [],
      now,
    );
    expect(stateOf(assessment, 'a1').result).toBe('fail');
  });

  it.each([
    ['a pending waiver', { decision: undefined, decidedAt: undefined }],
    ['a denied waiver', { decision: 'denied' as const }],
    ['an expired waiver', { expiresAt: daysAgo(0) }],
    ['a revoked waiver', { revokedAt: daysAgo(1) }],
    ['a waiver decided later', { decidedAt: inDays(1) }],
  ])('is not lifted by %s', (_, extra) => {
    const ladder = ladderOf(criterion('a1', 1), criterion('b1', 1));
    const found = [evidence('a1', 'pass')];
    expect(
      assessMaturity(ladder, found, [waiver('b1', extra)], now).level,
    ).toBe(0);
  });

  it('combines evidence with allOf and anyOf', () => {
    const ladder = ladderOf(
      criterion('a1', 1, {
        rule: {
          allOf: [
            { annotation: 'vision' },
            { anyOf: [{ annotation: 'roadmap' }, { source: 'roadmap' }] },
          ],
        },
      }),
    );
    const vision = evidence('a1', 'pass', { source: 'annotation:vision' });
    const roadmap = evidence('a1', 'pass', { source: 'roadmap' });
    const noLink = evidence('a1', 'fail', { source: 'annotation:roadmap' });
    const resultOf = (...found: Evidence[]) =>
      stateOf(assessMaturity(ladder, found, [], now), 'a1').result;

    expect(resultOf(vision, roadmap, noLink)).toBe('pass');
    expect(resultOf(vision, noLink)).toBe('unknown');
    expect(resultOf(vision)).toBe('unknown');
    expect(resultOf(vision, noLink, { ...roadmap, result: 'fail' })).toBe(
      'fail',
    );
    expect(resultOf(roadmap, { ...vision, result: 'fail' })).toBe('fail');
  });

  it('is at risk when a source that did not apply goes stale', () => {
    const ladder = ladderOf(
      criterion('a1', 1, {
        rule: { allOf: [{ source: 'c' }, { source: 'd' }] },
      }),
    );
    const found = [
      evidence('a1', 'pass'),
      evidence('a1', 'not-applicable', {
        source: 'd',
        lastSeenAt: daysAgo(31),
      }),
    ];
    const assessment = assessMaturity(ladder, found, [], now);
    expect(assessment).toMatchObject({ level: 1, atRisk: { fallsTo: 0 } });
    expect(stateOf(assessment, 'a1').state).toBe('at-risk');
  });

  it('lets a fail of today outweigh an attestation that has expired', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const expired = evidence('a1', 'pass', {
      source: 'attestation',
      validUntil: daysAgo(5),
    });
    const found = [evidence('a1', 'fail'), expired];
    expect(assessMaturity(ladder, found, [], now).level).toBe(0);
    expect(assessMaturity(ladder, [expired], [], now).level).toBe(1);
  });

  it('ignores evidence from sources that the criterion no longer has', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const left = evidence('a1', 'pass', { source: 'removed' });
    const assessment = assessMaturity(ladder, [left], [], now);
    expect(assessment.level).toBe(0);
    expect(stateOf(assessment, 'a1').evidence).toEqual([]);
  });

  it('replays a past moment from what was on record then', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const found = [
      evidence('a1', 'fail', {
        firstSeenAt: daysAgo(100),
        lastSeenAt: daysAgo(60),
      }),
      evidence('a1', 'pass', { firstSeenAt: daysAgo(59) }),
    ];
    const levelAt = (days: number) =>
      assessMaturity(ladder, found, [], new Date(daysAgo(days))).level;
    expect(levelAt(101)).toBe(0);
    expect(levelAt(70)).toBe(0);
    expect(levelAt(59)).toBe(1);
    expect(levelAt(0)).toBe(1);
  });
});

// The same histories in every run, fewer where a run asks for fewer.
const asked = fc.readConfigureGlobal();
fc.configureGlobal({ ...asked, seed: 20261122 });
const times = (numRuns: number) => ({ numRuns: asked?.numRuns ?? numRuns });

describe('assessMaturity, whatever the evidence', () => {
  const ids = threeLevels.criteria.map(c => c.id);
  const moment = fc.integer({ min: -5, max: 80 }).map(daysAgo);
  const anyEvidence: fc.Arbitrary<Evidence> = fc
    .record({
      criterionId: fc.constantFrom(...ids),
      source: fc.constantFrom('c', 'attestation'),
      result: fc.constantFrom('pass', 'fail', 'unknown', 'not-applicable'),
      lastSeenAt: moment,
      age: fc.integer({ min: 0, max: 40 }),
      validUntil: fc.option(moment, { nil: undefined }),
    })
    .map(({ age, ...rest }) => ({
      ...rest,
      result: rest.result as Evidence['result'],
      firstSeenAt: new Date(
        Date.parse(rest.lastSeenAt) - age * day,
      ).toISOString(),
    }));
  const evidences = fc.array(anyEvidence, { maxLength: 25 });
  const waivers = fc.array(
    fc
      .record({
        criterionId: fc.constantFrom(...ids),
        expiresAt: moment,
        decidedAt: fc.option(moment, { nil: undefined }),
        revokedAt: fc.option(moment, { nil: undefined }),
      })
      .map(({ criterionId, ...rest }) => waiver(criterionId, rest)),
    { maxLength: 6 },
  );

  it('never raises the measured level for an attestation', () => {
    fc.assert(
      fc.property(evidences, waivers, moment, (found, held, when) => {
        const measured = found.filter(({ source }) => source === 'c');
        const of = (items: Evidence[]) =>
          assessMaturity(threeLevels, items, held, new Date(when))
            .measuredLevel;
        expect(of(found)).toBe(of(measured));
        expect(of(measured)).toBe(
          assessMaturity(threeLevels, measured, [], new Date(when)).level,
        );
      }),
      times(500),
    );
  });

  it('never lowers a level for a word or a waiver', () => {
    fc.assert(
      fc.property(evidences, waivers, moment, (found, held, when) => {
        const { level, levelWithoutWaivers, measuredLevel } = assessMaturity(
          threeLevels,
          found,
          held,
          new Date(when),
        );
        expect(measuredLevel).toBeLessThanOrEqual(levelWithoutWaivers);
        expect(levelWithoutWaivers).toBeLessThanOrEqual(level);
      }),
      times(500),
    );
  });

  it('never meets a criterion that was measured to fail', () => {
    fc.assert(
      fc.property(evidences, moment, (found, when) => {
        const judge = (items: Evidence[]) =>
          assessMaturity(threeLevels, items, [], new Date(when)).levels.flatMap(
            ({ criteria }) => criteria,
          );
        const measured = judge(found.filter(({ source }) => source === 'c'));
        for (const [index, { result, state }] of judge(found).entries()) {
          if (measured[index].result === 'unknown') continue;
          expect({ result, state }).toEqual({
            result: measured[index].result,
            state: measured[index].state,
          });
        }
      }),
      times(500),
    );
  });

  it('never lowers a level for more passing evidence', () => {
    fc.assert(
      fc.property(
        evidences,
        waivers,
        fc.constantFrom(...ids),
        fc.constantFrom('c', 'attestation'),
        fc.integer({ min: 0, max: 60 }),
        (found, waived, id, source, age) => {
          const before = assessMaturity(threeLevels, found, waived, now);
          const more = evidence(id, 'pass', {
            source,
            lastSeenAt: daysAgo(age),
          });
          const after = assessMaturity(
            threeLevels,
            [...found, more],
            waived,
            now,
          );
          expect(after.level).toBeGreaterThanOrEqual(before.level);
          expect(after.levelWithoutWaivers).toBeGreaterThanOrEqual(
            before.levelWithoutWaivers,
          );
        },
      ),
      times(2000),
    );
  });

  it('does not depend on the order of evidence or waivers', () => {
    fc.assert(
      fc.property(
        evidences.chain(found =>
          fc.tuple(
            fc.constant(found),
            fc.shuffledSubarray(found, { minLength: found.length }),
          ),
        ),
        waivers,
        ([found, shuffled], waived) => {
          const a = assessMaturity(threeLevels, found, waived, now);
          const b = assessMaturity(
            threeLevels,
            shuffled,
            [...waived].reverse(),
            now,
          );
          const gist = (assessment: typeof a) => ({
            ...assessment,
            levels: assessment.levels.map(level =>
              level.criteria.map(c => [c.result, c.state, c.freshUntil]),
            ),
          });
          expect(gist(b)).toEqual(gist(a));
        },
      ),
      times(1000),
    );
  });

  it('never raises levelWithoutWaivers for a waiver', () => {
    fc.assert(
      fc.property(evidences, waivers, (found, waived) => {
        const without = assessMaturity(threeLevels, found, [], now);
        const withThem = assessMaturity(threeLevels, found, waived, now);
        expect(without.level).toBe(without.levelWithoutWaivers);
        expect(withThem.levelWithoutWaivers).toBe(without.level);
        expect(withThem.level).toBeGreaterThanOrEqual(without.level);
      }),
      times(1000),
    );
  });

  it('never falls by time alone without having been at risk, where nothing fails', () => {
    const composite = ladderOf(
      criterion('a1', 1, {
        rule: {
          allOf: [
            { source: 'c' },
            { anyOf: [{ source: 'd' }, { source: 'e' }] },
          ],
        },
      }),
    );
    const found = fc.array(
      fc.record({
        source: fc.constantFrom('c', 'd', 'e', 'attestation'),
        result: fc.constantFrom('pass', 'not-applicable'),
        age: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(found, items => {
        const seen = items.map(({ source, result, age }) =>
          evidence('a1', result as Evidence['result'], {
            source,
            lastSeenAt: daysAgo(age),
          }),
        );
        let before = assessMaturity(composite, seen, [], now);
        for (let days = 1; days < 60; days++) {
          const later = new Date(+now + days * day);
          const after = assessMaturity(composite, seen, [], later);
          const fell = after.level < before.level;
          expect(fell && !before.atRisk).toBe(false);
          before = after;
        }
      }),
      times(500),
    );
  });

  it('falls, at the moment it says, to the level it says', () => {
    fc.assert(
      fc.property(evidences, waivers, (found, waived) => {
        const { level, atRisk } = assessMaturity(
          threeLevels,
          found,
          waived,
          now,
        );
        if (!atRisk) return;
        const until = new Date(atRisk.until);
        expect(+until).toBeGreaterThan(+now);
        expect(atRisk.fallsTo).toBeLessThan(level);
        const known = found.filter(e => new Date(e.firstSeenAt) <= now);
        const frozen = known.map(e => ({
          ...e,
          lastSeenAt: new Date(
            Math.min(Date.parse(e.lastSeenAt), +now),
          ).toISOString(),
        }));
        const then = assessMaturity(threeLevels, frozen, [], until);
        expect(then.level).toBeLessThanOrEqual(atRisk.fallsTo);
      }),
      times(1000),
    );
  });
});
