import {
  evidenceSources,
  defaultLadder,
  EvidenceRule,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import { EvidenceCollector } from '@platform-product/backstage-plugin-node';
import { checkCollectors } from './checkCollectors';

const collector = (id: string, ...provides: string[]): EvidenceCollector => ({
  id,
  provides,
  collect: async () => [],
});

const ladder = (rule: EvidenceRule): Ladder => ({
  ...defaultLadder,
  criteria: [
    defaultLadder.criteria[0],
    { ...defaultLadder.criteria[1], id: 'on-call', rule },
  ],
});

describe('checkCollectors', () => {
  it.each<[string, EvidenceRule]>([
    ['a collector that is there', { source: 'rota' }],
    ['one of the suite that is not', { source: evidenceSources.notices }],
    ['an annotation', { annotation: 'nobody' }],
    [
      'several of these',
      { allOf: [{ source: 'rota' }, { anyOf: [{ source: 'pager' }] }] },
    ],
  ])('lets criteria name %s', (_, rule) => {
    const collectors = [collector('on-call', 'rota', 'pager')];
    expect(() => checkCollectors(ladder(rule), collectors)).not.toThrow();
  });

  it.each<[string, EvidenceRule]>([
    ['a collector that nobody knows', { source: 'nobody' }],
    ['the id of one in place of what it provides', { source: 'on-call' }],
    [
      'one among others',
      { allOf: [{ source: 'rota' }, { anyOf: [{ source: 'nobody' }] }] },
    ],
  ])('stops at %s', (_, rule) => {
    const collectors = [collector('on-call', 'rota')];
    const known = [...Object.values(evidenceSources), 'rota'].sort();
    const named = JSON.stringify(rule).includes('nobody')
      ? 'nobody'
      : 'on-call';
    expect(() => checkCollectors(ladder(rule), collectors)).toThrow(
      `Invalid configuration at 'platformProduct.maturity.criteria.on-call.evidence', got source '${named}': expected one of ${known.join(
        ', ',
      )}`,
    );
  });

  it('stops at two collectors of one name', () => {
    const collectors = ['a', 'b', 'a'].map((id, n) => collector(id, `of-${n}`));
    expect(() => checkCollectors(defaultLadder, collectors)).toThrow(
      "There are two evidence collectors 'a'",
    );
  });

  it('stops at two collectors that provide the same', () => {
    const collectors = [collector('a', 'x', 'y'), collector('b', 'z', 'y')];
    expect(() => checkCollectors(defaultLadder, collectors)).toThrow(
      "Two evidence collectors provide 'y'",
    );
    expect(() =>
      checkCollectors(defaultLadder, [
        collector('a', 'b'),
        collector('b', 'a'),
      ]),
    ).not.toThrow();
  });
});
