import {
  EvidenceRule,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import { CollectedEvidence } from '@platform-product/backstage-plugin-node';
import { StoredEvidence } from './MaturityStore';
import { planEvidence } from './planEvidence';

const now = new Date('2026-06-30T12:00:00.000Z');
const at = now.toISOString();
const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number, milliseconds = 0) =>
  new Date(+now - days * day - milliseconds).toISOString();
const entityRef = 'component:default/logs';

/** A ladder of criteria that stay fresh for ten days. */
const ladder = (rules: Readonly<Record<string, EvidenceRule>>): Ladder => ({
  levels: [{ level: 1, name: 'Heard' }],
  gracePeriodDays: 14,
  criteria: Object.entries(rules).map(([id, rule], index) => ({
    id,
    label: `1.${index + 1}`,
    level: 1,
    title: id,
    freshForDays: 10,
    attestable: true,
    rule,
  })),
});
const small = ladder({ guide: { source: 'guide' } });

const found = (
  source: string,
  rest: Partial<CollectedEvidence> = {},
): CollectedEvidence => ({ entityRef, source, result: 'pass', ...rest });

const stored = (rest: Partial<StoredEvidence> = {}): StoredEvidence => ({
  id: '1',
  criterionId: 'guide',
  source: 'guide',
  result: 'pass',
  firstSeenAt: daysAgo(20),
  lastSeenAt: daysAgo(1),
  ...rest,
});

const plan = (
  known: readonly StoredEvidence[],
  collected: readonly CollectedEvidence[],
  of = small,
) => planEvidence({ ladder: of, stored: known, collected, now });

describe('planEvidence', () => {
  it('adds what is found for the first time', () => {
    const validUntil = new Date('2026-07-31T12:00:00Z');
    const link = 'https://docs.example.com/guide';
    const added = {
      criterionId: 'guide',
      source: 'guide',
      result: 'fail',
      summary: 'There is no guide',
      link,
      validUntil: '2026-07-31T12:00:00.000Z',
      firstSeenAt: at,
      lastSeenAt: at,
    };
    const finding = found('guide', {
      result: 'fail',
      summary: 'There is no guide',
      link,
      validUntil,
    });
    expect(plan([], [finding])).toEqual({
      changes: { seen: [], superseded: [], found: [added] },
      current: [added],
    });
  });

  it('moves only the time of what is found again', () => {
    const known = stored({ summary: 'All there', link: 'https://x.example/' });
    const finding = found('guide', {
      summary: 'All there',
      link: 'https://x.example/',
    });
    expect(plan([known], [finding])).toEqual({
      changes: { seen: ['1'], superseded: [], found: [] },
      current: [{ ...known, lastSeenAt: at }],
    });
  });

  it.each<[string, Partial<StoredEvidence>, Partial<CollectedEvidence>]>([
    ['result', {}, { result: 'fail' }],
    ['summary', { summary: 'All there' }, { summary: 'All here' }],
    ['summary that is gone', { summary: 'All there' }, {}],
    ['link', {}, { link: 'https://x.example/' }],
    ['validity', {}, { validUntil: new Date('2026-07-31T12:00:00Z') }],
    [
      'moment until which it is valid',
      { validUntil: '2026-07-31T12:00:00.000Z' },
      { validUntil: new Date('2026-07-31T12:00:00.001Z') },
    ],
  ])(
    'puts a finding with another %s in the place of the old one',
    (_, old, other) => {
      const { changes, current } = plan([stored(old)], [found('guide', other)]);
      expect(changes.seen).toEqual([]);
      expect(changes.superseded).toEqual(['1']);
      expect(changes.found).toHaveLength(1);
      expect(current).toEqual(changes.found);
      expect(current[0]).toMatchObject({ firstSeenAt: at, lastSeenAt: at });
    },
  );

  it.each<[string, string, boolean]>([
    ['just before it goes stale', daysAgo(10, -1), true],
    ['at the moment at which it goes stale', daysAgo(10), false],
    ['long after it went stale', daysAgo(40), false],
  ])('knows the same finding again %s: %s', (_, lastSeenAt, isSame) => {
    const known = stored({ firstSeenAt: daysAgo(50), lastSeenAt });
    expect(plan([known], [found('guide')]).changes).toMatchObject(
      isSame
        ? { seen: ['1'], superseded: [], found: [] }
        : { seen: [], superseded: ['1'], found: [{ firstSeenAt: at }] },
    );
  });

  it('goes by the term that the evidence has of its own, where it has one', () => {
    const validUntil = '2026-12-31T12:00:00.000Z';
    const known = stored({ lastSeenAt: daysAgo(40), validUntil });
    const finding = found('guide', { validUntil: new Date(validUntil) });
    expect(plan([known], [finding]).changes.seen).toEqual(['1']);
  });

  it('leaves alone what was not collected', () => {
    const others = [
      stored({ id: '2', source: 'attestation' }),
      stored({ id: '3', criterionId: 'other', source: 'guide' }),
    ];
    expect(plan([stored(), ...others], [])).toEqual({
      changes: { seen: [], superseded: [], found: [] },
      current: [stored(), ...others],
    });
    const { changes, current } = plan(
      [stored(), ...others],
      [found('guide', { result: 'fail' })],
    );
    expect(changes.superseded).toEqual(['1']);
    expect(current).toEqual([...others, ...changes.found]);
  });

  it('is evidence for every criterion that names its source, and no other', () => {
    const shared = ladder({
      guide: { allOf: [{ source: 'guide' }, { annotation: 'acme.com/a' }] },
      path: { anyOf: [{ source: 'guide' }, { source: 'other' }] },
      annotated: { annotation: 'guide' },
      said: { attestation: 'only' },
    });
    const criteriaOf = (...collected: CollectedEvidence[]) =>
      plan([], collected, shared).changes.found.map(
        ({ criterionId, source }) => [criterionId, source],
      );
    expect(criteriaOf(found('guide'))).toEqual([
      ['guide', 'guide'],
      ['path', 'guide'],
    ]);
    expect(criteriaOf(found('guide', { criterionId: 'path' }))).toEqual([
      ['path', 'guide'],
    ]);
    expect(criteriaOf(found('guide', { criterionId: 'annotated' }))).toEqual(
      [],
    );
    expect(criteriaOf(found('annotation:acme.com/a'))).toEqual([
      ['guide', 'annotation:acme.com/a'],
    ]);
    expect(criteriaOf(found('nobody'))).toEqual([]);
    expect(
      criteriaOf(found('attestation', { criterionId: 'annotated' })),
    ).toEqual([['annotated', 'attestation']]);
  });

  it('keeps findings of one source for two criteria apart', () => {
    const shared = ladder({
      guide: { source: 'guide' },
      path: { source: 'guide' },
    });
    const known = [
      stored(),
      stored({ id: '2', criterionId: 'path', result: 'fail' }),
    ];
    expect(plan(known, [found('guide')], shared).changes).toMatchObject({
      seen: ['1'],
      superseded: ['2'],
      found: [{ criterionId: 'path', result: 'pass' }],
    });
  });
});
