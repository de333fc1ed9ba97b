import {
  criterionSchema,
  EvidenceRule,
  evidenceLeaves,
  evidenceRuleSchema,
  evidenceSourceOf,
  levelDefinitionSchema,
} from './ladder';

describe('evidenceRuleSchema', () => {
  it.each<[EvidenceRule]>([
    [{ annotation: 'a' }],
    [{ annotation: 'a', matches: '^x' }],
    [{ annotation: 'a', refKind: 'User' }],
    [{ source: 'c' }],
    [{ attestation: 'only' }],
    [{ allOf: [{ source: 'c' }] }],
    [{ anyOf: [{ source: 'c' }, { annotation: 'a' }] }],
    [{ allOf: [{ anyOf: [{ allOf: [{ attestation: 'only' }] }] }] }],
  ])('takes %j', rule => {
    expect(evidenceRuleSchema.parse(rule)).toEqual(rule);
  });

  it.each([
    [{}],
    ['c'],
    [{ annotation: '' }],
    [{ annotation: 'a', matches: '' }],
    [{ annotation: 'a', refKind: '' }],
    [{ annotation: 'a', source: 'c' }],
    [{ annotation: 'a', kind: 'User' }],
    [{ matches: '^x' }],
    [{ source: '' }],
    [{ source: ['c'] }],
    [{ allOf: [] }],
    [{ anyOf: [] }],
    [{ allOf: [{}] }],
    [{ anyOf: [{ source: 'c' }, { source: '' }] }],
    [{ allOf: [{ source: 'c' }], anyOf: [{ source: 'c' }] }],
    [{ allOf: { source: 'c' } }],
    [{ attestation: 'too' }],
    [{ attestation: true }],
  ])('refuses %j', rule => {
    expect(evidenceRuleSchema.safeParse(rule).success).toBe(false);
  });
});

describe('a ladder', () => {
  const level = { level: 1, name: 'Listens' };
  const criterion = {
    id: 'listening',
    label: '1.1',
    level: 1,
    title: 'Users are heard',
    freshForDays: 30,
    attestable: true,
    rule: { source: 'research' },
  };

  it('has levels from 1 on, and criteria whose evidence stays fresh for a while', () => {
    const isLevel = (number: number) =>
      levelDefinitionSchema.safeParse({ ...level, level: number }).success;
    expect([-1, 0, 1, 2, 1.5].map(isLevel)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    const isCriterion = (extra: object) =>
      criterionSchema.safeParse({ ...criterion, ...extra }).success;
    expect(
      [0, 1, 7, 1.5].map(number => isCriterion({ level: number })),
    ).toEqual([false, true, true, false]);
    expect(
      [-1, 0, 0.5, 30].map(freshForDays => isCriterion({ freshForDays })),
    ).toEqual([false, false, true, true]);
  });
});

describe('evidence', () => {
  it.each<[EvidenceRule, string | undefined]>([
    [{ annotation: 'vision', matches: '^x' }, 'annotation:vision'],
    [{ source: 'research' }, 'research'],
    [{ attestation: 'only' }, undefined],
    [{ allOf: [{ source: 'research' }] }, undefined],
    [{ anyOf: [{ source: 'research' }] }, undefined],
  ])('for %j is kept as %s', (rule, source) => {
    expect(evidenceSourceOf(rule)).toBe(source);
  });

  it('comes from the leaves of a rule, from left to right', () => {
    const leaf = (source: string) => ({ source });
    const rule = {
      allOf: [
        leaf('a'),
        { anyOf: [leaf('b'), { allOf: [leaf('c'), { attestation: 'only' }] }] },
        { annotation: 'd' },
      ],
    } as const;
    expect(evidenceLeaves(rule)).toEqual([
      leaf('a'),
      leaf('b'),
      leaf('c'),
      { attestation: 'only' },
      { annotation: 'd' },
    ]);
    expect(evidenceLeaves(leaf('a'))).toEqual([leaf('a')]);
  });
});
