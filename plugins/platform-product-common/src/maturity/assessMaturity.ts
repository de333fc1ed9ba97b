import { CriterionAssessment, MaturityAssessment } from './assessment';
import { attestationSource } from './defaultLadder';
import { Evidence, Waiver, waiverStatus } from './evidence';
import { Criterion, evidenceLeaves, evidenceSourceOf, Ladder } from './ladder';
import {
  CriterionStanding,
  resolveCriterion,
  Standing,
} from './resolveEvidence';

/** What a criterion contributes to the reaching of its level. */
type Contribution = 'pass' | 'excused' | 'nothing';

interface Judged {
  readonly criterion: Criterion;
  readonly standing: CriterionStanding;
  readonly waiver?: CriterionAssessment['waiver'];
}

type Contribute = (judged: Judged) => Contribution;

const worthOf = ({ counts }: Standing): Contribution =>
  counts === 'not-applicable' ? 'excused' : counts;

const byMeasurement: Contribute = ({ standing }) => worthOf(standing.measured);

const withoutWaivers: Contribute = ({ standing }) => worthOf(standing);

const withWaivers: Contribute = judged => {
  const own = withoutWaivers(judged);
  return own === 'nothing' && judged.waiver?.status === 'approved'
    ? 'excused'
    : own;
};

function isReached(
  level: number,
  judged: readonly Judged[],
  contribute: Contribute,
): boolean {
  const contributions = judged
    .filter(({ criterion }) => criterion.level === level)
    .map(contribute);
  return contributions.includes('pass') && !contributions.includes('nothing');
}

function reachedLevel(
  ladder: Ladder,
  judged: readonly Judged[],
  contribute: Contribute,
): number {
  let reached = 0;
  while (
    reached < ladder.levels.length &&
    isReached(reached + 1, judged, contribute)
  ) {
    reached++;
  }
  return reached;
}

const isStale = ({ standing }: Judged) =>
  standing.counts !== 'nothing' && standing.result === 'unknown';

/** The first moment at which stale evidence, left alone, costs a level. */
function findRisk(
  ladder: Ladder,
  judged: readonly Judged[],
  level: number,
): MaturityAssessment['atRisk'] {
  const stale = judged.filter(isStale);
  const moments = [...new Set(stale.map(j => j.standing.countsUntil))];
  for (const moment of moments.sort((a, b) => a - b)) {
    const lapsed = stale.filter(j => j.standing.countsUntil <= moment);
    const fallsTo = reachedLevel(ladder, judged, j =>
      withWaivers(
        lapsed.includes(j)
          ? { ...j, standing: { ...j.standing, counts: 'nothing' } }
          : j,
      ),
    );
    if (fallsTo < level) {
      return {
        until: new Date(moment).toISOString(),
        fallsTo,
        criteria: lapsed
          .filter(({ criterion }) => criterion.level === fallsTo + 1)
          .map(({ criterion }) => criterion.id),
      };
    }
  }
  return undefined;
}

function stateOf(judged: Judged): CriterionAssessment['state'] {
  if (withWaivers(judged) === 'nothing') return 'missing';
  if (judged.standing.counts === 'nothing') return 'waived';
  if (isStale(judged)) return 'at-risk';
  if (judged.standing.counts === 'not-applicable') return 'not-applicable';
  return judged.standing.isAttested ? 'attested' : 'met';
}

const toTimestamp = (milliseconds: number) =>
  Number.isFinite(milliseconds)
    ? new Date(milliseconds).toISOString()
    : undefined;

/** Evidence from elsewhere is left from when the criterion had another rule. */
function sourcesOf(criterion: Criterion): string[] {
  return [
    attestationSource,
    ...evidenceLeaves(criterion.rule).flatMap(
      leaf => evidenceSourceOf(leaf) ?? [],
    ),
  ];
}

function newestOfEachSource(evidence: readonly Evidence[]): Evidence[] {
  const newest = new Map<string, Evidence>();
  for (const item of evidence) {
    const other = newest.get(item.source);
    if (!other || Date.parse(item.lastSeenAt) > Date.parse(other.lastSeenAt)) {
      newest.set(item.source, item);
    }
  }
  return [...newest.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}

function findWaiver(
  waivers: readonly Waiver[],
  criterionId: string,
  now: Date,
): CriterionAssessment['waiver'] {
  const live = waivers
    .filter(waiver => waiver.criterionId === criterionId)
    .map(waiver => ({ ...waiver, status: waiverStatus(waiver, now) }))
    .sort((a, b) => (a.expiresAt < b.expiresAt ? 1 : -1));
  for (const status of ['approved', 'pending', 'denied'] as const) {
    const found = live.find(
      waiver => waiver.status === status && new Date(waiver.expiresAt) > now,
    );
    if (found) return { ...found, status };
  }
  return undefined;
}

/**
 * Computes the level of one service at one moment from the evidence and the
 * waivers that held then.
 *
 * The level is the highest ℓ such that every applicable criterion of the levels
 * 1 to ℓ passes or is covered by an approved waiver, and each of these levels
 * has at least one real pass; otherwise 0. Evidence past its freshness is
 * `unknown`, yet counts until the ladder's grace period is over; meanwhile the
 * level is at risk. A `fail` counts at once. An attestation counts where the
 * evidence is `unknown`, and never over a measured result.
 *
 * Evidence and waivers from after `now` are ignored, so that a past moment can
 * be replayed from everything that is on record. Their order does not matter.
 *
 * @public
 */
export function assessMaturity(
  ladder: Ladder,
  evidence: readonly Evidence[],
  waivers: readonly Waiver[],
  now: Date,
): MaturityAssessment {
  const judged = ladder.criteria.map(criterion => ({
    criterion,
    evidence: evidence.filter(
      item =>
        item.criterionId === criterion.id &&
        sourcesOf(criterion).includes(item.source) &&
        new Date(item.firstSeenAt) <= now,
    ),
  }));
  const assessed = judged.map(item => ({
    ...item,
    standing: resolveCriterion({
      ...item,
      gracePeriodDays: ladder.gracePeriodDays,
      now,
    }),
    waiver: findWaiver(waivers, item.criterion.id, now),
  }));

  const level = reachedLevel(ladder, assessed, withWaivers);
  const criteria = assessed.map(
    (item): CriterionAssessment => ({
      ...item.criterion,
      result: item.standing.result,
      state: stateOf(item),
      freshUntil: toTimestamp(item.standing.freshUntil),
      atRiskUntil: isStale(item)
        ? toTimestamp(item.standing.countsUntil)
        : undefined,
      evidence: newestOfEachSource(item.evidence),
      waiver: item.waiver,
    }),
  );

  return {
    level,
    levelWithoutWaivers: reachedLevel(ladder, assessed, withoutWaivers),
    measuredLevel: reachedLevel(ladder, assessed, byMeasurement),
    atRisk: findRisk(ladder, assessed, level),
    heldBackBy: criteria
      .filter(c => c.level === level + 1 && c.state === 'missing')
      .map(c => c.id),
    levels: ladder.levels.map(definition => ({
      ...definition,
      reached: definition.level <= level,
      criteria: criteria.filter(c => c.level === definition.level),
    })),
  };
}
