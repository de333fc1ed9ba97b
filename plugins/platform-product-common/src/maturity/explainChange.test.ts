import { assessMaturity } from './assessMaturity';
import { evidence, criterion, ladderOf, now } from './__testUtils__/records';
import { CriterionState } from './assessment';
import { Evidence } from './evidence';
import {
  AssessedState,
  assessedStateOf,
  changeCauseSchema,
  explainChange,
} from './explainChange';

type States = Record<string, CriterionState>;

/** The level of a criterion is the number in its id. */
function stateOf(level: number, states: States, summary?: string) {
  return {
    level,
    criteria: new Map(
      Object.entries(states).map(([id, state]) => [
        id,
        { level: Number(id.slice(1)), title: `Title of ${id}`, state, summary },
      ]),
    ),
  } satisfies AssessedState;
}

const causesOf = (before: AssessedState, after: AssessedState) =>
  explainChange(before, after).map(({ criterionId, from, to }) => [
    criterionId,
    from,
    to,
  ]);

describe('explainChange', () => {
  const before: States = { a1: 'met', a2: 'missing', a3: 'missing', b3: 'met' };
  const after: States = { a1: 'waived', a2: 'met', a3: 'met', b3: 'at-risk' };

  it.each<[from: number, to: number, causes: string[]]>([
    [0, 1, ['a1']],
    [1, 2, ['a2']],
    [2, 1, ['a2']],
    [1, 3, ['a2', 'a3', 'b3']],
    [3, 1, ['a2', 'a3', 'b3']],
    [0, 3, ['a1', 'a2', 'a3', 'b3']],
    [2, 3, ['a3', 'b3']],
    // Where the level stayed, all that has changed counts.
    [0, 0, ['a1', 'a2', 'a3', 'b3']],
    [2, 2, ['a1', 'a2', 'a3', 'b3']],
  ])('from level %d to %d is by %j', (from, to, causes) => {
    expect(
      causesOf(stateOf(from, before), stateOf(to, after)).map(([id]) => id),
    ).toEqual(causes);
  });

  it('tells from what to what, by its title, and what was found', () => {
    const causes = explainChange(
      stateOf(0, { a1: 'missing', b1: 'met' }, 'before'),
      stateOf(1, { a1: 'met', b1: 'met' }, 'Two interviews'),
    );
    expect(causes).toEqual([
      {
        criterionId: 'a1',
        title: 'Title of a1',
        from: 'missing',
        to: 'met',
        summary: 'Two interviews',
      },
    ]);
    expect(changeCauseSchema.parse(causes[0])).toEqual(causes[0]);
  });

  it('knows criteria that come and go', () => {
    expect(
      explainChange(
        stateOf(1, { a1: 'met', b1: 'met' }, 'before'),
        stateOf(1, { a1: 'met', c1: 'waived' }, 'after'),
      ),
    ).toEqual([
      {
        criterionId: 'b1',
        title: 'Title of b1',
        from: 'met',
        to: undefined,
        summary: undefined,
      },
      {
        criterionId: 'c1',
        title: 'Title of c1',
        from: undefined,
        to: 'waived',
        summary: 'after',
      },
    ]);
  });

  it('minds no criterion that comes or goes while it is missing', () => {
    expect(
      causesOf(stateOf(0, { b1: 'missing' }), stateOf(0, { c1: 'missing' })),
    ).toEqual([]);
    expect(causesOf(stateOf(0, {}), stateOf(0, {}))).toEqual([]);
  });

  it('goes by the level that a criterion has now', () => {
    const now2 = stateOf(1, { a2: 'met' });
    const before1 = {
      level: 0,
      criteria: new Map([
        ['a2', { level: 1, title: 'Once', state: 'missing' as const }],
      ]),
    };
    expect(causesOf(before1, now2)).toEqual([]);
  });

  it('tells ten causes, and no more', () => {
    const many = (count: number, state: CriterionState) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${String.fromCharCode(97 + index)}1`,
          state,
        ]),
      );
    const causes = (count: number) =>
      causesOf(
        stateOf(0, many(count, 'missing')),
        stateOf(1, many(count, 'met')),
      );
    expect(causes(10)).toHaveLength(10);
    expect(causes(11)).toEqual(causes(10));
  });
});

describe('assessedStateOf', () => {
  it('keeps of each criterion its state, and what the evidence that decides says', () => {
    const ladder = ladderOf(
      criterion('a1', 1, {
        rule: { anyOf: [{ source: 'c' }, { source: 'd' }] },
      }),
      criterion('a2', 2),
      criterion('b2', 2),
    );
    const found = [
      evidence('a1', 'fail', { summary: 'No interview' }),
      evidence('a1', 'pass', { source: 'd', summary: 'A survey' }),
      evidence('a2', 'fail', { summary: 'One change' }),
    ];
    expect(assessedStateOf(assessMaturity(ladder, found, [], now))).toEqual({
      level: 1,
      criteria: new Map([
        [
          'a1',
          {
            level: 1,
            title: 'Title of a1',
            state: 'met',
            result: 'pass',
            summary: 'A survey',
          },
        ],
        [
          'a2',
          {
            level: 2,
            title: 'Title of a2',
            state: 'missing',
            result: 'fail',
            summary: 'One change',
          },
        ],
        [
          'b2',
          {
            level: 2,
            title: 'Title of b2',
            state: 'missing',
            result: 'unknown',
            summary: undefined,
          },
        ],
      ]),
    });
  });

  it('lets a word speak where it counts, and what was measured where it does not', () => {
    const ladder = ladderOf(criterion('a1', 1));
    const word = evidence('a1', 'pass', {
      source: 'attestation',
      summary: 'Trust me',
    });
    const summaryOf = (...found: Evidence[]) =>
      assessedStateOf(assessMaturity(ladder, found, [], now)).criteria.get('a1')
        ?.summary;
    const measured = (result: Evidence['result']) =>
      evidence('a1', result, { summary: `Measured: ${result}` });
    expect(summaryOf(word)).toBe('Trust me');
    expect(summaryOf(measured('unknown'), word)).toBe('Trust me');
    expect(summaryOf(measured('fail'), word)).toBe('Measured: fail');
    expect(summaryOf(measured('pass'), word)).toBe('Measured: pass');
  });
});
