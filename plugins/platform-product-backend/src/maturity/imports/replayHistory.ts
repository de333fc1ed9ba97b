import {
  assessMaturity,
  Ladder,
  LevelChange,
  MaturityAssessment,
  Waiver,
} from '@platform-product/backstage-plugin-common';
import {
  assessedStateOf,
  explainChange,
} from '@platform-product/backstage-plugin-common/rules';
import { isSameStanding } from '../assessment/isSameStanding';
import { NewEvidence } from '../assessment/MaturityStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

function momentsOf(
  ladder: Ladder,
  evidence: readonly NewEvidence[],
  waivers: readonly Waiver[],
): number[] {
  const grace = ladder.gracePeriodDays * millisecondsPerDay;
  const freshFor = new Map(
    ladder.criteria.map(c => [c.id, c.freshForDays * millisecondsPerDay]),
  );
  return [
    ...evidence.flatMap(item => {
      const end = item.validUntil
        ? Date.parse(item.validUntil)
        : Date.parse(item.lastSeenAt) + (freshFor.get(item.criterionId) ?? 0);
      const superseded = item.supersededAt && Date.parse(item.supersededAt);
      return [
        Date.parse(item.firstSeenAt),
        superseded ?? end,
        end,
        end + grace,
      ];
    }),
    ...waivers.flatMap(waiver =>
      [waiver.decidedAt, waiver.revokedAt, waiver.expiresAt].flatMap(at =>
        at ? Date.parse(at) : [],
      ),
    ),
  ].filter((moment): moment is number => typeof moment === 'number');
}

/**
 * Works out the level changes of a service up to now from all evidence and
 * waivers on record, superseded evidence included.
 */
export function replayHistory(options: {
  readonly ladder: Ladder;
  readonly evidence: readonly NewEvidence[];
  readonly waivers: readonly Waiver[];
  readonly now: Date;
}): LevelChange[] {
  const { ladder, evidence, waivers, now } = options;
  const moments = new Set(momentsOf(ladder, evidence, waivers));
  const changes: LevelChange[] = [];
  let before: MaturityAssessment | undefined;
  for (const moment of [...moments].sort((a, b) => a - b)) {
    if (moment > now.getTime()) break;
    const at = new Date(moment);
    const onRecord = evidence.filter(
      ({ supersededAt }) => !supersededAt || new Date(supersededAt) > at,
    );
    const assessment = assessMaturity(ladder, onRecord, waivers, at);
    if (!before || !isSameStanding(before, assessment)) {
      changes.push({
        at: at.toISOString(),
        fromLevel: before?.level ?? 0,
        toLevel: assessment.level,
        levelWithoutWaivers: assessment.levelWithoutWaivers,
        measuredLevel: assessment.measuredLevel,
        atRisk: assessment.atRisk,
        reason: before ? 'evidence' : 'first-assessment',
        causes: explainChange(
          before ? assessedStateOf(before) : { level: 0, criteria: new Map() },
          assessedStateOf(assessment),
        ),
      });
    }
    before = assessment;
  }
  return changes;
}
