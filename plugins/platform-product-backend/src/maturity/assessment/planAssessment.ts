import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  assessMaturity,
  Ladder,
  LevelChange,
  MaturityAssessment,
  Waiver,
} from '@platform-product/backstage-plugin-common';
import {
  AssessedState,
  assessedStateOf,
  declaredLevelOf,
  explainChange,
  ownersOf,
  productManagerOf,
} from '@platform-product/backstage-plugin-common/rules';
import { titleOf } from '../../catalog/titleOf';
import { CollectedEvidence } from '@platform-product/backstage-plugin-node';
import { toListedRef, toListedTitle } from '../../services/listedServiceRows';
import { isSameStanding } from './isSameStanding';
import { planEvidence } from './planEvidence';
import {
  AssessedService,
  AssessmentWrite,
  CollectorFailure,
  ServicePast,
  StoredEvidence,
} from './MaturityStore';

export interface PlanOptions {
  readonly entityRef: string;
  readonly entity: Entity;
  readonly ladder: Ladder;
  readonly ladderVersion: string;
  /** The kept assessment, if there is one. */
  readonly previous?: AssessedService;
  /** What is on record where no assessment is kept. */
  readonly past?: ServicePast;
  readonly stored: readonly StoredEvidence[];
  readonly collected: readonly CollectedEvidence[];
  readonly failedCollectors: readonly CollectorFailure[];
  readonly waivers: readonly Waiver[];
  /** Name for the signal channel of a service that has none yet. */
  readonly newChannel: string;
  readonly now: Date;
}

function previousStateOf({
  previous,
  past,
  ladder,
}: PlanOptions): AssessedState {
  return {
    level: previous?.level ?? past?.lastChange.toLevel ?? 0,
    criteria: new Map(
      ladder.criteria.flatMap(({ id, level, title }) => {
        const state = previous?.states[id];
        return state ? [[id, { level, title, state }]] : [];
      }),
    ),
  };
}

function planHistory(
  options: PlanOptions,
  assessment: MaturityAssessment,
): LevelChange | undefined {
  const { previous, past, ladderVersion, now } = options;
  const before =
    previous ??
    (past && { ...past.lastChange, level: past.lastChange.toLevel });
  if (before && isSameStanding(before, assessment)) return undefined;
  const isNewLadder = previous && previous.ladderVersion !== ladderVersion;
  return {
    at: now.toISOString(),
    fromLevel: before?.level ?? 0,
    toLevel: assessment.level,
    levelWithoutWaivers: assessment.levelWithoutWaivers,
    measuredLevel: assessment.measuredLevel,
    atRisk: assessment.atRisk,
    reason: explainReason(Boolean(before), Boolean(isNewLadder)),
    causes: explainChange(
      previousStateOf(options),
      assessedStateOf(assessment),
    ),
  };
}

function explainReason(
  wasAssessed: boolean,
  isNewLadder: boolean,
): LevelChange['reason'] {
  if (!wasAssessed) return 'first-assessment';
  return isNewLadder ? 'ladder' : 'evidence';
}

function systemOf(entity: Entity): string | undefined {
  return entity.relations?.find(
    relation =>
      relation.type === 'partOf' &&
      parseEntityRef(relation.targetRef).kind === 'system',
  )?.targetRef;
}

/**
 * Works out what an assessment of one service changes in its records. Pure: the
 * store does the writing.
 */
export function planAssessment(options: PlanOptions): AssessmentWrite {
  const { entity, entityRef, ladder, previous, past, now } = options;
  const evidence = planEvidence(options);
  const assessment = assessMaturity(
    ladder,
    evidence.current,
    options.waivers,
    now,
  );
  const historyEntry = planHistory(options, assessment);
  const levelStayed =
    (previous?.level ?? past?.lastChange.toLevel) === assessment.level;
  const since = previous?.levelSince ?? past?.levelSince ?? now;

  const service: AssessedService = {
    entityRef,
    version: (previous?.version ?? 0) + 1,
    title: toListedTitle(titleOf(entity)),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    owner: ownersOf(entity)[0],
    productManager: toListedRef(productManagerOf(entity)),
    system: systemOf(entity),
    level: assessment.level,
    levelWithoutWaivers: assessment.levelWithoutWaivers,
    measuredLevel: assessment.measuredLevel,
    declaredLevel: declaredLevelOf(entity),
    atRisk: assessment.atRisk,
    heldBackBy: assessment.heldBackBy,
    states: Object.fromEntries(
      assessment.levels.flatMap(level =>
        level.criteria.map(criterion => [criterion.id, criterion.state]),
      ),
    ),
    failedCollectors: options.failedCollectors,
    ladderVersion: options.ladderVersion,
    channel: previous?.channel ?? options.newChannel,
    levelSince: levelStayed ? since : now,
    asOf: now,
  };
  return {
    service,
    isChanged:
      !previous ||
      evidence.changes.found.length > 0 ||
      gist(previous) !== gist(service),
    historyEntry,
    evidence: evidence.changes,
  };
}

/** Everything of an assessment but its version and time, to compare. */
function gist(service: AssessedService): string {
  const { version: _version, asOf: _at, ...rest } = service;
  return JSON.stringify(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
