import { Entity } from '@backstage/catalog-model';
import { Ladder, Waiver } from '@platform-product/backstage-plugin-common';
import { CollectedEvidence } from '@platform-product/backstage-plugin-node';
import { serviceEntity } from '../../__testUtils__/entities';
import { AssessedService, StoredEvidence } from './MaturityStore';
import { planAssessment, PlanOptions } from './planAssessment';

const now = new Date('2026-06-30T12:00:00.000Z');
const before = new Date('2026-06-20T12:00:00.000Z');
const earlier = new Date('2026-05-01T00:00:00.000Z');
const entityRef = 'component:default/logs';

/** Two levels; evidence is fresh for ten days, and counts for five more. */
const ladder: Ladder = {
  levels: [
    { level: 1, name: 'Heard' },
    { level: 2, name: 'Open' },
  ],
  gracePeriodDays: 5,
  criteria: [
    ['plan', 1],
    ['guide', 2],
    ['review', 2],
  ].map(([id, level]) => ({
    id: String(id),
    label: `${level}.1`,
    level: Number(level),
    title: `Title of ${id}`,
    freshForDays: 10,
    attestable: true,
    rule: { source: String(id) },
  })),
};

const found = (
  source: string,
  result: CollectedEvidence['result'] = 'pass',
): CollectedEvidence => ({
  entityRef,
  source,
  result,
  summary: `Found ${source}`,
});

const stored = (
  source: string,
  rest: Partial<StoredEvidence> = {},
): StoredEvidence => ({
  id: `of-${source}`,
  criterionId: source,
  source,
  result: 'pass',
  summary: `Found ${source}`,
  firstSeenAt: earlier.toISOString(),
  lastSeenAt: before.toISOString(),
  ...rest,
});

/** The service as it was assessed before, on level 1. */
const previous: AssessedService = {
  entityRef,
  version: 7,
  title: 'logs',
  kind: 'component',
  owner: 'group:default/logs-team',
  productManager: 'user:default/maya',
  level: 1,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  heldBackBy: ['guide', 'review'],
  states: { plan: 'met', guide: 'missing', review: 'missing' },
  failedCollectors: [],
  ladderVersion: 'v1',
  channel: 'its-channel',
  levelSince: earlier,
  asOf: before,
};

const plan = (options: Partial<PlanOptions> = {}) =>
  planAssessment({
    entityRef,
    entity: serviceEntity('logs'),
    ladder,
    ladderVersion: 'v1',
    stored: [],
    collected: [],
    failedCollectors: [],
    waivers: [],
    newChannel: 'new-channel',
    now,
    ...options,
  });

/** Assessed again, with the evidence of level 1 nine days old. */
const planAgain = (options: Partial<PlanOptions> = {}) =>
  plan({
    previous,
    stored: [
      stored('plan', { lastSeenAt: '2026-06-21T12:00:00.000Z' }),
      ...(options.stored ?? []),
    ],
    ...options,
  });

describe('planAssessment', () => {
  it('makes the first record of a service', () => {
    const { service, isChanged, historyEntry, evidence } = plan({
      collected: [found('plan'), found('guide')],
      entity: serviceEntity('logs', {
        title: 'Logs',
        system: 'system:default/observability',
        annotations: { 'platform-product/level': '3' },
      }),
    });
    expect(service).toEqual({
      entityRef,
      version: 1,
      title: 'Logs',
      kind: 'component',
      owner: 'group:default/logs-team',
      productManager: 'user:default/maya',
      system: 'system:default/observability',
      level: 1,
      levelWithoutWaivers: 1,
      measuredLevel: 1,
      declaredLevel: 3,
      heldBackBy: ['review'],
      states: { plan: 'met', guide: 'met', review: 'missing' },
      failedCollectors: [],
      ladderVersion: 'v1',
      channel: 'new-channel',
      levelSince: now,
      asOf: now,
    });
    expect(isChanged).toBe(true);
    expect(historyEntry).toEqual({
      at: now.toISOString(),
      fromLevel: 0,
      toLevel: 1,
      levelWithoutWaivers: 1,
      measuredLevel: 1,
      reason: 'first-assessment',
      causes: [
        {
          criterionId: 'plan',
          title: 'Title of plan',
          to: 'met',
          result: 'pass',
          summary: 'Found plan',
        },
      ],
    });
    expect(evidence.found).toHaveLength(2);
  });

  it('puts a first assessment on record, also one of level 0', () => {
    expect(plan().historyEntry).toMatchObject({
      fromLevel: 0,
      toLevel: 0,
      reason: 'first-assessment',
      causes: [],
    });
  });

  it('changes nothing but the time where nothing has changed', () => {
    const { service, isChanged, historyEntry, evidence } = planAgain({
      collected: [found('plan')],
    });
    expect(isChanged).toBe(false);
    expect(historyEntry).toBeUndefined();
    expect(evidence).toEqual({ seen: ['of-plan'], superseded: [], found: [] });
    expect(service).toEqual({ ...previous, version: 8, asOf: now });
  });

  it('moves up with all that is needed, and since now', () => {
    const { service, isChanged, historyEntry } = planAgain({
      collected: [found('guide'), found('review')],
    });
    expect(isChanged).toBe(true);
    expect(service).toMatchObject({
      version: 8,
      level: 2,
      levelSince: now,
      heldBackBy: [],
      channel: 'its-channel',
    });
    expect(historyEntry).toMatchObject({
      fromLevel: 1,
      toLevel: 2,
      reason: 'evidence',
      causes: [
        { criterionId: 'guide', from: 'missing', to: 'met' },
        { criterionId: 'review', from: 'missing', to: 'met' },
      ],
    });
  });

  it('moves down at once with a fail, and since now', () => {
    const { service, historyEntry, evidence } = planAgain({
      collected: [found('plan', 'fail')],
    });
    expect(service).toMatchObject({ level: 0, levelSince: now });
    expect(historyEntry).toMatchObject({
      fromLevel: 1,
      toLevel: 0,
      causes: [{ criterionId: 'plan', from: 'met', to: 'missing' }],
    });
    expect(evidence.superseded).toEqual(['of-plan']);
  });

  it('keeps since when a level holds while other things change', () => {
    const { service, isChanged, historyEntry } = planAgain({
      collected: [found('guide')],
    });
    expect(isChanged).toBe(true);
    expect(historyEntry).toBeUndefined();
    expect(service).toMatchObject({
      level: 1,
      levelSince: earlier,
      heldBackBy: ['review'],
      states: { plan: 'met', guide: 'met', review: 'missing' },
    });
  });

  it.each<[string, string, number, boolean, boolean]>([
    // when the evidence was last seen, the level, at risk, in the history
    [
      'a moment before it goes stale',
      '2026-06-20T12:00:00.001Z',
      1,
      false,
      false,
    ],
    ['when it goes stale', '2026-06-20T12:00:00.000Z', 1, true, true],
    [
      'a moment before the grace ends',
      '2026-06-15T12:00:00.001Z',
      1,
      true,
      true,
    ],
    ['when the grace ends', '2026-06-15T12:00:00.000Z', 0, false, true],
  ])(
    'goes by the age of evidence: %s',
    (_, lastSeenAt, level, isAtRisk, isTold) => {
      const { service, historyEntry } = plan({
        previous,
        stored: [stored('plan', { lastSeenAt })],
      });
      expect(service.level).toBe(level);
      expect(Boolean(service.atRisk)).toBe(isAtRisk);
      expect(Boolean(historyEntry)).toBe(isTold);
      expect(service.levelSince).toEqual(level === 1 ? earlier : now);
    },
  );

  it('tells once that a level is at risk, and once that it no longer is', () => {
    const lastSeenAt = before.toISOString();
    const first = plan({ previous, stored: [stored('plan', { lastSeenAt })] });
    const atRisk = {
      until: '2026-07-05T12:00:00.000Z',
      fallsTo: 0,
      criteria: ['plan'],
    };
    expect(first.historyEntry).toMatchObject({
      fromLevel: 1,
      toLevel: 1,
      atRisk,
      reason: 'evidence',
      causes: [{ criterionId: 'plan', from: 'met', to: 'at-risk' }],
    });
    const second = plan({
      previous: first.service,
      stored: [stored('plan', { lastSeenAt })],
    });
    expect(second.historyEntry).toBeUndefined();
    expect(second.isChanged).toBe(false);
    const third = plan({
      previous: first.service,
      stored: [stored('plan', { lastSeenAt })],
      collected: [found('plan')],
    });
    expect(third.service.atRisk).toBeUndefined();
    expect(third.service.levelSince).toEqual(earlier);
    expect(third.historyEntry).toMatchObject({
      fromLevel: 1,
      toLevel: 1,
      causes: [{ criterionId: 'plan', from: 'at-risk', to: 'met' }],
    });
    expect(third.historyEntry?.atRisk).toBeUndefined();
  });

  it('tells when a waiver makes the difference', () => {
    const waiver: Waiver = {
      id: '1',
      criterionId: 'review',
      reason: 'Nobody is there to review yet.',
      requestedBy: 'user:default/olga',
      requestedAt: earlier.toISOString(),
      expiresAt: '2026-07-01T00:00:00.000Z',
      decision: 'approved',
      decidedBy: 'user:default/stella',
      decidedAt: before.toISOString(),
    };
    const collected = [found('guide')];
    const waived = planAgain({ collected, waivers: [waiver] });
    expect(waived.service).toMatchObject({ level: 2, levelWithoutWaivers: 1 });
    const guide = stored('guide');
    const proved = planAgain({
      previous: waived.service,
      stored: [stored('plan'), guide],
      collected: [found('plan'), found('guide'), found('review')],
      waivers: [waiver],
    });
    // The level stays; what it rests on has changed.
    expect(proved.service.levelSince).toEqual(now);
    expect(proved.historyEntry).toMatchObject({
      fromLevel: 2,
      toLevel: 2,
      levelWithoutWaivers: 2,
      causes: expect.arrayContaining([
        expect.objectContaining({
          criterionId: 'review',
          from: 'waived',
          to: 'met',
        }),
      ]),
    });
  });

  it('blames the ladder where it has changed', () => {
    const [first, ...others] = ladder.criteria;
    const other: Ladder = {
      ...ladder,
      criteria: [
        first,
        { ...first, id: 'sla', title: 'Has an SLA' },
        ...others,
      ],
    };
    const { service, historyEntry } = planAgain({
      ladder: other,
      ladderVersion: 'v2',
    });
    expect(service).toMatchObject({ level: 0, ladderVersion: 'v2' });
    expect(historyEntry).toMatchObject({ reason: 'ladder', toLevel: 0 });
    // Another version alone is written, and is no change of the level.
    const same = planAgain({ ladderVersion: 'v2' });
    expect(same.isChanged).toBe(true);
    expect(same.historyEntry).toBeUndefined();
  });

  it('goes on from what is on record of a service that was never assessed', () => {
    const past = {
      lastChange: {
        at: before.toISOString(),
        fromLevel: 0,
        toLevel: 1,
        levelWithoutWaivers: 1,
        measuredLevel: 1,
        reason: 'first-assessment' as const,
        causes: [],
      },
      levelSince: earlier,
    };
    const lastSeenAt = '2026-06-21T12:00:00.000Z';
    const same = plan({ past, stored: [stored('plan', { lastSeenAt })] });
    expect(same.isChanged).toBe(true);
    expect(same.historyEntry).toBeUndefined();
    expect(same.service).toMatchObject({ version: 1, levelSince: earlier });

    const lost = plan({ past });
    expect(lost.service).toMatchObject({ level: 0, levelSince: now });
    expect(lost.historyEntry).toMatchObject({
      fromLevel: 1,
      toLevel: 0,
      reason: 'evidence',
    });

    const risky = {
      ...past.lastChange,
      atRisk: { until: '', fallsTo: 0, criteria: [] },
    };
    const safe = plan({
      past: { ...past, lastChange: risky },
      stored: [stored('plan', { lastSeenAt })],
    });
    expect(safe.historyEntry).toMatchObject({ fromLevel: 1, toLevel: 1 });
    const waived = { ...past.lastChange, levelWithoutWaivers: 0 };
    expect(
      plan({
        past: { ...past, lastChange: waived },
        stored: [stored('plan', { lastSeenAt })],
      }).historyEntry,
    ).toMatchObject({ fromLevel: 1, toLevel: 1, levelWithoutWaivers: 1 });
    const attested = { ...past.lastChange, measuredLevel: 0 };
    expect(
      plan({
        past: { ...past, lastChange: attested },
        stored: [stored('plan', { lastSeenAt })],
      }).historyEntry,
    ).toMatchObject({ fromLevel: 1, toLevel: 1, measuredLevel: 1 });
  });

  it.each<[string, Partial<PlanOptions>]>([
    [
      'failing collector',
      {
        failedCollectors: [
          { collector: 'guide', failedAt: before.toISOString() },
        ],
      },
    ],
    ['title', { entity: serviceEntity('logs', { title: 'Logs' }) }],
    ['owner', { entity: serviceEntity('logs', { owner: 'group:default/x' }) }],
    [
      'system',
      { entity: serviceEntity('logs', { system: 'system:default/x' }) },
    ],
    [
      'declared level',
      {
        entity: serviceEntity('logs', {
          annotations: { 'platform-product/level': '2' },
        }),
      },
    ],
  ])('writes another %s', (_, options) => {
    const { isChanged, historyEntry } = planAgain(options);
    expect(isChanged).toBe(true);
    expect(historyEntry).toBeUndefined();
  });

  it('reads title, owner and system as the catalog has them', () => {
    const { service } = plan({
      entity: serviceEntity('logs', {
        title: '',
        owner: 'group:default/First',
        relations: [
          { type: 'partOf', targetRef: 'domain:default/runtime' },
          { type: 'hasPart', targetRef: 'system:default/below' },
          { type: 'partOf', targetRef: 'system:default/a' },
          { type: 'partOf', targetRef: 'system:default/b' },
          { type: 'ownedBy', targetRef: 'group:default/second' },
        ],
      }),
    });
    expect(service).toMatchObject({
      title: 'logs',
      owner: 'group:default/first',
      system: 'system:default/a',
    });
    const bare: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: { name: 'bare' },
    };
    const { service: other } = plan({ entity: bare });
    expect(other).toMatchObject({ title: 'bare', kind: 'api' });
    expect([other.owner, other.system, other.declaredLevel]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
