import {
  assessMaturity,
  defaultLadder,
  Evidence,
  Maturity,
  Waiver,
} from '@platform-product/backstage-plugin-common';

const levelOne = defaultLadder.criteria.filter(c => c.level === 1);

/** Evidence that all criteria of level 1 pass. */
export function levelOneEvidence(seenAt: Date): Evidence[] {
  return levelOne.map(({ id }) => ({
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
