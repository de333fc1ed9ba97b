import {
  attestationSource,
  Evidence,
  Ladder,
} from '@platform-product/backstage-plugin-common';
import {
  evidenceLeaves,
  evidenceSourceOf,
} from '@platform-product/backstage-plugin-common/rules';
import { CollectedEvidence } from '@platform-product/backstage-plugin-node';
import { AssessmentWrite, NewEvidence, StoredEvidence } from './MaturityStore';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

interface PlanEvidenceOptions {
  readonly ladder: Ladder;
  readonly stored: readonly StoredEvidence[];
  readonly collected: readonly CollectedEvidence[];
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
function toEvidence({
  ladder,
  collected,
  now,
}: PlanEvidenceOptions): NewEvidence[] {
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

/** Works out which findings are new, seen again or superseded. */
export function planEvidence(options: PlanEvidenceOptions): {
  readonly changes: AssessmentWrite['evidence'];
  /** What is on record once the changes are made. */
  readonly current: Evidence[];
} {
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
