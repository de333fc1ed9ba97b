import { criterion, ladderOf, now } from './__testUtils__/records';
import { defaultLadder } from './defaultLadder';
import { assessWhatIf } from './whatIf';

describe('assessWhatIf', () => {
  const ladder = ladderOf(
    criterion('a1', 1),
    criterion('b1', 1, { attestable: false }),
    criterion('a2', 2, { rule: { attestation: 'only' } }),
    criterion('a3', 3, {
      rule: { allOf: [{ source: 'c' }, { annotation: 'd' }] },
    }),
  );
  const whatIf = (passing: string[], notApplicable?: string[]) =>
    assessWhatIf({
      ladder,
      passing: new Set(passing),
      notApplicable: notApplicable && new Set(notApplicable),
      now,
    });

  it.each<
    [passing: string[], notApplicable: string[] | undefined, level: number]
  >([
    [[], undefined, 0],
    [['a1'], undefined, 0],
    [['a1', 'b1'], undefined, 1],
    [['a1', 'b1', 'a2'], undefined, 2],
    [['a1', 'b1', 'a2', 'a3'], undefined, 3],
    [['a1', 'b1', 'a3'], undefined, 1],
    [['a2', 'a3'], undefined, 0],
    [['a1', 'b1', 'nonsense'], undefined, 1],
    [['a1'], ['b1'], 1],
    [[], ['a1', 'b1'], 0],
    [['a1', 'b1', 'a3'], ['a2'], 1],
    // What does not apply can't pass.
    [['a1', 'b1', 'a2'], ['a2'], 1],
  ])('of %j passing, without %j, is level %d', (passing, without, level) => {
    const assessment = whatIf(passing, without);
    expect(assessment).toMatchObject({ level, levelWithoutWaivers: level });
    expect(assessment.atRisk).toBeUndefined();
  });

  it('tells of each criterion how it would stand', () => {
    const { levels, heldBackBy } = whatIf(['a1', 'a2'], ['b1']);
    const states = levels.flatMap(level =>
      level.criteria.map(({ id, state, result }) => [id, state, result]),
    );
    expect(states).toEqual([
      ['a1', 'met', 'pass'],
      ['b1', 'not-applicable', 'not-applicable'],
      ['a2', 'met', 'pass'],
      ['a3', 'missing', 'unknown'],
    ]);
    expect(heldBackBy).toEqual(['a3']);
  });

  it('reaches the top of the default ladder when all passes', () => {
    const passing = new Set(defaultLadder.criteria.map(({ id }) => id));
    expect(assessWhatIf({ ladder: defaultLadder, passing, now }).level).toBe(3);
    passing.delete('consumers-known');
    expect(assessWhatIf({ ladder: defaultLadder, passing, now }).level).toBe(0);
  });
});
