import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  AssessedState,
  assessedStateOf,
  assessMaturity,
  attestationSource,
  declaredLevelOf,
  Evidence,
  evidenceLeaves,
  evidenceSourceOf,
  explainChange,
  Ladder,
  LevelChange,
  MaturityAssessment,
  ownersOf,
  Waiver,
} from '@platform-product/backstage-plugin-common';
import { CollectedEvidence } from '@platform-product/backstage-plugin-node';
import {
  AssessedService,
  AssessmentWrite,
  CollectorFailure,
  NewEvidence,
  ServicePast,
  StoredEvidence,
} from './MaturityStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

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

/** The criteria that name a source, by source. */
function criteriaBySource(ladder: Ladder): Map<string, string[]> {
  const criteria = new Map<string, string[]>();
  for (const { id, rule } of ladder.criteria) {
    for (const leaf of evidenceLeaves(rule)) {
      const source = evidenceSourceOf(leaf);
      if (source) criteria.set(source, [...(criteria.get(source) ?? []), id]);
    }
  }
  return criteria;
}

/** Spreads what was collected over the criteria that it is evidence for. */
function toEvidence({ ladder, collected, now }: PlanOptions): NewEvidence[] {
  const bySource = criteriaBySource(ladder);
  const seenAt = now.toISOString();
  return collected.flatMap(item => {
    const criteria =
      item.source === attestationSource
        ? ladder.criteria.map(c => c.id)
        : bySource.get(item.source) ?? [];
    return criteria
      .filter(id => !item.criterionId || item.criterionId === id)
      .map(criterionId => ({
        criterionId,
        source: item.source,
        result: item.result,
        summary: item.summary,
        link: item.link,
        validUntil: item.validUntil?.toISOString(),
        firstSeenAt: seenAt,
        lastSeenAt: seenAt,
      }));
  });
}

/**
 * Whether a finding is the one on record. After a gap in which the one on
 * record went stale it is not, so that the gap can be replayed.
 */
function isSameFinding(
  stored: Evidence,
  found: NewEvidence,
  ladder: Ladder,
): boolean {
  const same = (['result', 'summary', 'link', 'validUntil'] as const).every(
    field => stored[field] === found[field],
  );
  if (!same || stored.validUntil) return same;
  const criterion = ladder.criteria.find(c => c.id === stored.criterionId)!;
  const age = Date.parse(found.lastSeenAt) - Date.parse(stored.lastSeenAt);
  return age < criterion.freshForDays * millisecondsPerDay;
}

function planEvidence(options: PlanOptions) {
  const keyOf = (item: Pick<Evidence, 'criterionId' | 'source'>) =>
    JSON.stringify([item.criterionId, item.source]);
  const stored = new Map(options.stored.map(item => [keyOf(item), item]));
  const seen: string[] = [];
  const superseded: string[] = [];
  const found: NewEvidence[] = [];
  for (const item of toEvidence(options)) {
    const old = stored.get(keyOf(item));
    if (old && isSameFinding(old, item, options.ladder)) {
      seen.push(old.id);
      stored.set(keyOf(item), { ...old, lastSeenAt: item.lastSeenAt });
    } else {
      if (old) superseded.push(old.id);
      found.push(item);
      stored.delete(keyOf(item));
    }
  }
  return {
    changes: { seen, superseded, found },
    current: [...stored.values(), ...found],
  };
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
  const before = previous
    ? {
        level: previous.level,
        levelWithoutWaivers: previous.levelWithoutWaivers,
        atRisk: previous.atRisk,
      }
    : past && {
        level: past.lastChange.toLevel,
        levelWithoutWaivers: past.lastChange.levelWithoutWaivers,
        atRisk: past.lastChange.atRisk,
      };
  if (
    before &&
    before.level === assessment.level &&
    before.levelWithoutWaivers === assessment.levelWithoutWaivers &&
    Boolean(before.atRisk) === Boolean(assessment.atRisk)
  ) {
    return undefined;
  }
  const isNewLadder = previous && previous.ladderVersion !== ladderVersion;
  return {
    at: now.toISOString(),
    fromLevel: before?.level ?? 0,
    toLevel: assessment.level,
    levelWithoutWaivers: assessment.levelWithoutWaivers,
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
    title: entity.metadata.title || entity.metadata.name,
    kind: entity.kind.toLocaleLowerCase('en-US'),
    owner: ownersOf(entity)[0],
    system: systemOf(entity),
    level: assessment.level,
    levelWithoutWaivers: assessment.levelWithoutWaivers,
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
    assessedAt: now,
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
  const { version: _version, assessedAt: _at, ...rest } = service;
  return JSON.stringify(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
