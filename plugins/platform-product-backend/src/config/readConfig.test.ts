import { ConfigReader } from '@backstage/config';
import { defaultLadder } from '@platform-product/backstage-plugin-common';
import { readPlatformProductConfig } from './readConfig';

const read = (platformProduct?: unknown) =>
  readPlatformProductConfig(
    new ConfigReader(platformProduct ? ({ platformProduct } as never) : {}),
  );

const criteria = (config: unknown) => read({ maturity: { criteria: config } });

describe('readPlatformProductConfig', () => {
  it('defaults to the three levels and the twenty criteria', () => {
    const { ladder } = read();
    expect(ladder).toEqual(defaultLadder);
    expect(ladder.levels).toHaveLength(3);
    expect(ladder.criteria).toHaveLength(20);
  });

  it('renames levels, drops criteria and adds others', () => {
    const { ladder } = read({
      maturity: {
        levels: [{ name: 'Heard' }, { name: 'Open' }],
        criteria: {
          listening: { enabled: false },
          guide: { title: 'The guide is good', freshFor: { days: 7 } },
          'on-call': {
            level: 2,
            title: 'Somebody is on call',
            freshFor: 'P10D',
            evidence: { annotation: 'acme.com/on-call', matches: '^https:' },
          },
        },
      },
    });
    expect(ladder.levels.map(level => level.name)).toEqual(['Heard', 'Open']);
    const byId = new Map(ladder.criteria.map(c => [c.id, c]));
    expect(byId.has('listening')).toBe(false);
    expect(byId.has('outside-reviewers')).toBe(false);
    expect(byId.get('guide')).toMatchObject({
      label: '2.1',
      title: 'The guide is good',
      freshForDays: 7,
      rule: { collector: 'guide-coverage' },
    });
    expect(byId.get('on-call')).toMatchObject({
      label: '2.7',
      level: 2,
      freshForDays: 10,
      attestable: true,
      rule: { annotation: 'acme.com/on-call', matches: '^https:' },
    });
  });

  it('reads bare names of stewards as groups', () => {
    expect(read({ stewards: ['council', 'user:ada'] }).stewards).toEqual([
      'group:default/council',
      'user:default/ada',
    ]);
  });

  it.each([
    [{ stewards: [':'] }, 'stewards.0', '":"', 'entity ref'],
    [
      { maturity: { gracePeriod: 'soon' } },
      'maturity.gracePeriod',
      '"soon"',
      'duration',
    ],
    [{ maturity: { levels: [] } }, 'maturity.levels', '[]', '>=1'],
    [{ nonsense: 1 }, 'platformProduct', '1', 'nonsense'],
    [{ services: [{ kind: { $bad: 1 } }] }, 'services.0', '$bad', ''],
  ])('stops at %j, naming path and value', (config, path, value, expected) => {
    expect(() => read(config)).toThrow(path);
    expect(() => read(config)).toThrow(value);
    expect(() => read(config)).toThrow(expected);
  });

  it.each([
    [{ guide: { level: 7 } }, 'criteria.guide.level', '7'],
    [{ 'on-call': { title: 'x' } }, 'criteria.on-call', 'a level, a title'],
    [{ guide: { evidence: { magic: 1 } } }, 'guide.evidence', '{"magic":1}'],
    [
      { guide: { evidence: { annotation: 'a', matches: '(' } } },
      'guide.evidence',
      'regular expression',
    ],
    [
      {
        guide: {
          evidence: { allOf: [{ annotation: 'a' }, { annotation: 'a' }] },
        },
      },
      'guide.evidence',
      'only once',
    ],
    [
      { guide: { attestable: false, evidence: { attestation: 'only' } } },
      'guide.evidence',
      'attestable',
    ],
    [{ guide: { howTo: 'here' } }, 'guide.howTo', '"here"'],
  ])('stops at criteria %j', (config, path, value) => {
    expect(() => criteria(config)).toThrow(path);
    expect(() => criteria(config)).toThrow(value);
  });

  it('names every bad value at once', () => {
    const bad = { stewards: [':'], maturity: { longestWaiver: 'x' } };
    expect(() => read(bad)).toThrow('stewards');
    expect(() => read(bad)).toThrow('longestWaiver');
  });
});
