import {
  assessMaturity,
  Attestation,
  CriterionAssessment,
  defaultLadder,
  Evidence,
  Maturity,
  Waiver,
  WaiverStatus,
} from '@platform-product/backstage-plugin-common';

const ofLevelOne = defaultLadder.criteria.filter(c => c.level === 1);

/** Evidence that all criteria of level 1 pass. */
export function levelOneEvidence(seenAt: Date): Evidence[] {
  return ofLevelOne.map(({ id }) => ({
    criterionId: id,
    source: 'attestation',
    result: 'pass',
    summary: `Evidence for ${id}`,
    firstSeenAt: seenAt.toISOString(),
    lastSeenAt: seenAt.toISOString(),
  }));
}

/** What the backend would answer for some evidence. */
export function maturityOf(options: {
  readonly evidence: readonly Evidence[];
  readonly waivers?: readonly Waiver[];
  readonly now: Date;
  readonly extra?: Partial<Maturity>;
}): Maturity {
  const { evidence, waivers = [], now, extra } = options;
  const ladder = {
    ...defaultLadder,
    criteria: defaultLadder.criteria.map(criterion =>
      criterion.level === 1 ? { ...criterion, attestable: true } : criterion,
    ),
  };
  const assessment = assessMaturity(ladder, evidence, waivers, now);
  return {
    ...assessment,
    entityRef: 'component:default/logs',
    atRiskUntil: assessment.atRisk?.until,
    gracePeriodDays: ladder.gracePeriodDays,
    asOf: now.toISOString(),
    failedCollectors: [],
    ...extra,
  };
}

/** A criterion of level 2 of which nothing is known. */
export const guide: CriterionAssessment = {
  id: 'guide',
  label: '2.1',
  level: 2,
  title: 'Guide',
  freshForDays: 30,
  attestable: true,
  rule: { source: 'guide-coverage' },
  result: 'unknown',
  state: 'missing',
  evidence: [],
};

/** A criterion of level 1 that is met. */
export const vision: CriterionAssessment = {
  ...guide,
  id: 'vision',
  label: '1.1',
  level: 1,
  title: 'Vision',
  result: 'pass',
  state: 'met',
};

/** What Olga has given her word for. */
export const attestation: Attestation = {
  id: '3f0c1a2e-0000-4000-8000-000000000001',
  entityRef: 'component:default/logs',
  criterionId: 'guide',
  statement: 'Two teams read it.',
  createdBy: 'user:default/olga',
  createdAt: '2026-11-18T12:00:00.000Z',
  expiresAt: '2027-01-01T00:00:00.000Z',
};

/** What Olga has asked for. */
export const waiver: Waiver & { readonly status: WaiverStatus } = {
  id: '4f0c1a2e-0000-4000-8000-000000000001',
  criterionId: 'guide',
  reason: 'The storage moves',
  requestedBy: 'user:default/olga',
  requestedAt: '2026-11-18T12:00:00.000Z',
  expiresAt: '2026-12-20T22:59:59.999Z',
  status: 'pending',
};

/** A service on level 1, of a ladder of two levels with few criteria. */
export const levelOne: Maturity = {
  entityRef: 'component:default/logs',
  level: 1,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  heldBackBy: ['guide'],
  gracePeriodDays: 14,
  asOf: '2026-11-20T11:00:00.000Z',
  failedCollectors: [],
  levels: [
    { level: 1, name: 'Builds', reached: true, criteria: [vision] },
    { level: 2, name: 'Contributes', reached: false, criteria: [guide] },
  ],
};
