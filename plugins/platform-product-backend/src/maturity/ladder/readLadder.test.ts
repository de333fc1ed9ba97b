import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { sectionsOf } from '../../__testUtils__/sectionsOf';
import { readMaturityConfig } from '../config';

const read = (maturity: unknown) =>
  readMaturityConfig(sectionsOf({ maturity })).ladder;
const criteria = (config: unknown) => read({ criteria: config });
const get = (config: object, id: string) =>
  criteria(config).criteria.find(criterion => criterion.id === id);

function problemOf(maturity: unknown): string {
  try {
    read(maturity);
    return 'none';
  } catch (error) {
    return `${error}`;
  }
}

const onCall = {
  level: 2,
  title: 'Somebody is on call',
  evidence: { source: 'on-call' },
};

describe('readLadder', () => {
  it('defaults to three levels, twenty criteria and two weeks of grace', () => {
    expect(read({})).toEqual(defaultLadder);
    expect(defaultLadder.levels).toHaveLength(3);
    expect(defaultLadder.criteria).toHaveLength(20);
    expect(defaultLadder.gracePeriodDays).toBe(14);
  });

  it('numbers the criteria of each level, new ones last', () => {
    const { criteria: all } = criteria({
      'on-call': onCall,
      early: { ...onCall, level: 1 },
      listening: { enabled: false },
      guide: { level: 1 },
      'product-manager': { level: 3 },
    });
    const labels = Object.fromEntries(all.map(c => [c.id, c.label]));
    expect(labels).toMatchObject({
      'vision-roadmap': '1.1',
      asked: '1.2',
      'consumers-known': '1.6',
      guide: '1.7',
      early: '1.8',
      'outside-changes': '2.1',
      'ktlo-in-hand': '2.5',
      'on-call': '2.6',
      'product-manager': '3.1',
      'outside-reviewers': '3.2',
    });
    expect(labels).not.toHaveProperty('listening');
    expect(all.map(({ label }) => label)).toEqual(
      [...Object.values(labels)].sort(),
    );
  });

  it('renames levels, and drops the criteria of those that are not there', () => {
    const levels = [{ name: 'Heard', description: 'By all' }, { name: 'Open' }];
    const ladder = read({ levels });
    expect(ladder.levels).toEqual([
      { level: 1, name: 'Heard', description: 'By all' },
      { level: 2, name: 'Open' },
    ]);
    expect(ladder.criteria.map(({ id }) => id)).toEqual(
      defaultLadder.criteria.filter(c => c.level <= 2).map(({ id }) => id),
    );
    // One that is named in the configuration is not just dropped.
    expect(
      problemOf({ levels, criteria: { traced: { title: 'Traced back' } } }),
    ).toBe(
      `InputError: Invalid configuration at 'platformProduct.maturity.criteria.traced.level', got 3: expected one of the 2 configured levels`,
    );
    const moved = read({ levels, criteria: { traced: { level: 2 } } });
    expect(moved.criteria.at(-1)).toMatchObject({ id: 'traced', label: '2.7' });
  });

  it('keeps what the configuration does not change of a criterion', () => {
    const guide = defaultLadder.criteria.find(({ id }) => id === 'guide')!;
    expect(get({ guide: {} }, 'guide')).toEqual(guide);
    expect(get({ guide: { enabled: true } }, 'guide')).toEqual(guide);
    const changes = {
      title: 'The guide is good',
      description: 'Really',
      howTo: 'http://docs.example.com/guide',
      attestable: false,
    };
    expect(
      get(
        {
          guide: {
            ...changes,
            freshFor: { hours: 36 },
            evidence: { annotation: 'acme.com/guide' },
          },
        },
        'guide',
      ),
    ).toEqual({
      ...guide,
      ...changes,
      freshForDays: 1.5,
      rule: { annotation: 'acme.com/guide' },
    });
    expect(get({ traced: { title: 'x' } }, 'traced')?.freshForDays).toBe(180);
    // It was not attestable, and stays so.
    expect(
      get({ 'product-manager': { title: 'x' } }, 'product-manager'),
    ).toMatchObject({ attestable: false });
  });

  it('takes a new criterion to be attestable, and fresh for 90 days', () => {
    expect(get({ 'on-call': onCall }, 'on-call')).toEqual({
      id: 'on-call',
      label: '2.7',
      level: 2,
      title: 'Somebody is on call',
      rule: { source: 'on-call' },
      freshForDays: 90,
      attestable: true,
    });
  });

  it('drops what is not enabled, also where nobody knows it', () => {
    expect(
      criteria({ guide: { enabled: false }, typo: { enabled: false } })
        .criteria.map(({ id }) => id)
        .filter(id => ['guide', 'typo'].includes(id)),
    ).toEqual([]);
  });

  it.each([
    [{ levels: Array(9).fill({ name: 'x' }) }],
    [{ levels: [{ name: 'x'.repeat(100) }] }],
    [{ criteria: { guide: { title: 'x'.repeat(200) } } }],
    [{ criteria: { guide: { level: 3 } } }],
    [{ criteria: { '1st-and-2nd': onCall } }],
    [
      {
        criteria: {
          guide: {
            evidence: {
              allOf: [
                { annotation: 'a', refKind: 'User' },
                { anyOf: [{ source: 'a' }, { source: 'b' }] },
              ],
            },
          },
        },
      },
    ],
    [{ criteria: { guide: { evidence: { attestation: 'only' } } } }],
    [
      {
        criteria: {
          guide: { attestable: false },
          traced: { evidence: { annotation: 'a', matches: '^(b|c)$' } },
        },
      },
    ],
  ])('takes %j', config => {
    expect(problemOf(config)).toBe('none');
  });

  it.each<[unknown, string, string, string]>([
    [{ levels: [] }, 'levels', '[]', 'Too small: expected array to have >=1'],
    [
      { levels: Array(10).fill({ name: 'x' }) },
      'levels',
      `[${Array(10).fill('{"name":"x"}').join()}]`,
      'Too big: expected array to have <=9',
    ],
    [{ levels: [{ name: '' }] }, 'levels.0.name', '""', 'Too small'],
    [
      { levels: [{ name: 'x' }, { name: 'x'.repeat(101) }] },
      'levels.1.name',
      `"${'x'.repeat(101)}"`,
      'Too big: expected string to have <=100',
    ],
    [
      { levels: [{ name: 'x', level: 4 }] },
      'levels.0',
      '{"name":"x","level":4}',
      'Unrecognized key: "level"',
    ],
    ...['On Call', 'on_call', 'on--call', '-on', 'on-', ''].map(
      (id): [unknown, string, string, string] => [
        { criteria: { [id]: {} } },
        `criteria.${id}`,
        '{}',
        'expected lower-case words joined by dashes',
      ],
    ),
  ])('stops at %j and says why', (config, path, value, expected) => {
    expect(problemOf(config)).toContain(
      `InputError: Invalid configuration at 'platformProduct.maturity.${path}', got ${value}: ${expected}`,
    );
  });

  const incomplete =
    'expected a new criterion to have a level, a title and evidence';
  const anEvidence =
    "expected { annotation, matches?, refKind? }, { source }, { allOf: […] }, { anyOf: […] } or { attestation: 'only' }";
  const onlyOnce =
    'expected every annotation and every source to appear only once';
  const alone =
    "expected { attestation: 'only' } to stand alone, with attestable not false";
  const one = { source: 'a' };
  const two = { annotation: 'a' };
  const word = { attestation: 'only' };

  it.each([
    [{ level: 0 }, '.level', '0', 'Too small: expected number to be >=1'],
    [{ level: 4 }, '.level', '4', 'expected one of the 3 configured levels'],
    [{ level: 1.5 }, '.level', '1.5', 'Invalid input: expected int'],
    [{ title: '' }, '.title', '""', 'Too small'],
    [{ title: 'x'.repeat(201) }, '.title', `"${'x'.repeat(201)}"`, 'Too big'],
    [
      { howTo: 'here' },
      '.howTo',
      '"here"',
      'expected an absolute http(s) link',
    ],
    [{ freshFor: 0 }, '.freshFor', '0', 'expected a duration'],
    [{ attestable: 'no' }, '.attestable', '"no"', 'Invalid input'],
    [{ enabled: 'no' }, '.enabled', '"no"', 'Invalid input'],
    [{ label: '2.1' }, '', '{"label":"2.1"}', 'Unrecognized key: "label"'],
    [{ evidence: { magic: 1 } }, '.evidence', '{"magic":1}', anEvidence],
    [{ evidence: { allOf: [] } }, '.evidence', '{"allOf":[]}', anEvidence],
    [
      { evidence: { annotation: 'a', matches: '(' } },
      '.evidence',
      '"("',
      'expected a regular expression',
    ],
    [
      { evidence: { anyOf: [one, { allOf: [two, one] }] } },
      '.evidence',
      JSON.stringify({ anyOf: [one, { allOf: [two, one] }] }),
      onlyOnce,
    ],
    [
      { evidence: { allOf: [two, { ...two, matches: 'b' }] } },
      '.evidence',
      JSON.stringify({ allOf: [two, { ...two, matches: 'b' }] }),
      onlyOnce,
    ],
    [
      { evidence: { anyOf: [one, word] } },
      '.evidence',
      JSON.stringify({ anyOf: [one, word] }),
      alone,
    ],
    [
      { attestable: false, evidence: word },
      '.evidence',
      JSON.stringify(word),
      alone,
    ],
  ])('stops at a criterion with %j and says why', (guide, path, value, why) => {
    expect(problemOf({ criteria: { guide } })).toContain(
      `InputError: Invalid configuration at 'platformProduct.maturity.criteria.guide${path}', got ${value}: ${why}`,
    );
  });

  it.each(['level', 'title', 'evidence'] as const)(
    'stops at a new criterion without %s',
    missing => {
      const { [missing]: _, ...config } = onCall;
      expect(problemOf({ criteria: { 'on-call': config } })).toBe(
        `InputError: Invalid configuration at 'platformProduct.maturity.criteria.on-call', got ${JSON.stringify(
          config,
        )}: ${incomplete}`,
      );
    },
  );
});
