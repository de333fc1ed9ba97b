import { attestationSource } from './defaultLadder';
import { CriterionResult, Evidence } from './evidence';
import { Criterion, EvidenceRule, evidenceSourceOf } from './ladder';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * The standing of one evidence rule at one moment.
 *
 * `counts` is what it is worth for a level: stale evidence is `unknown` as a
 * result but still counts until `countsUntil`, the end of the grace period.
 */
export interface Standing {
  readonly result: CriterionResult;
  readonly counts: 'pass' | 'not-applicable' | 'nothing';
  /** End of freshness, in milliseconds since the epoch. */
  readonly freshUntil: number;
  /** End of counting, in milliseconds since the epoch. */
  readonly countsUntil: number;
}

/** The standing of a criterion, and what of it rests on measurement. */
export interface CriterionStanding extends Standing {
  /** The standing without attestations. */
  readonly measured: Standing;
  /** Whether an attestation is what counts. */
  readonly isAttested: boolean;
}

export interface ResolveOptions {
  readonly criterion: Criterion;
  readonly gracePeriodDays: number;
  /** Evidence for this criterion, in any order. */
  readonly evidence: readonly Evidence[];
  readonly now: Date;
}

const nothingFound: Standing = {
  result: 'unknown',
  counts: 'nothing',
  freshUntil: Infinity,
  countsUntil: Infinity,
};

/**
 * A moment that evidence was last seen, as far as `now` can know: evidence that
 * was seen again later had been seen at the latest now.
 */
const seenAt = (evidence: Evidence, now: Date) =>
  Math.min(Date.parse(evidence.lastSeenAt), now.getTime());

function freshUntil(evidence: Evidence, options: ResolveOptions): number {
  return evidence.validUntil
    ? Date.parse(evidence.validUntil)
    : seenAt(evidence, options.now) +
        options.criterion.freshForDays * millisecondsPerDay;
}

function standingOf(
  result: CriterionResult,
  fresh: number,
  { now, gracePeriodDays }: ResolveOptions,
): Standing {
  const isFresh = now.getTime() < fresh;
  const holding = result === 'pass' || result === 'not-applicable';
  const countsUntil = fresh + gracePeriodDays * millisecondsPerDay;
  return {
    result: isFresh ? result : 'unknown',
    counts:
      holding && (isFresh || now.getTime() < countsUntil) ? result : 'nothing',
    freshUntil: fresh,
    countsUntil,
  };
}

/**
 * The last thing a source found decides. Of several passes since it last found
 * anything else, the one that lasts longest does.
 */
function resolveSource(source: string, options: ResolveOptions): Standing {
  const { now } = options;
  const seen = options.evidence.filter(
    item => item.source === source && Date.parse(item.firstSeenAt) <= +now,
  );
  const passes = seen.filter(item => item.result === 'pass');
  const others = seen.filter(item => item.result !== 'pass');
  const lastOther = Math.max(...others.map(item => seenAt(item, now)));
  const standingPasses = passes.filter(item => seenAt(item, now) >= lastOther);
  if (standingPasses.length) {
    const latest = Math.max(
      ...standingPasses.map(item => freshUntil(item, options)),
    );
    return standingOf('pass', latest, options);
  }
  const latestOthers = others.filter(item => seenAt(item, now) === lastOther);
  if (!latestOthers.length) return nothingFound;
  const rank: CriterionResult[] = ['not-applicable', 'unknown', 'fail'];
  const result = rank.find(r => latestOthers.some(item => item.result === r))!;
  const latest = Math.max(
    ...latestOthers
      .filter(item => item.result === result)
      .map(item => freshUntil(item, options)),
  );
  return standingOf(result, latest, options);
}

const isStale = (standing: Standing) =>
  standing.counts !== 'nothing' && standing.result === 'unknown';

function allOf(standings: readonly Standing[]): Standing {
  const counted = standings.filter(s => s.counts !== 'not-applicable');
  const decisive = counted.length ? counted : standings;
  const results = [...decisive, ...standings.filter(isStale)].map(
    s => s.result,
  );
  const worst =
    (['fail', 'unknown', 'pass'] as const).find(r => results.includes(r)) ??
    'not-applicable';
  return {
    result: worst,
    counts: decisive.every(s => s.counts === decisive[0].counts)
      ? decisive[0].counts
      : 'nothing',
    freshUntil: Math.min(...standings.map(s => s.freshUntil)),
    countsUntil: Math.min(...standings.map(s => s.countsUntil)),
  };
}

function anyOf(standings: readonly Standing[]): Standing {
  const best = (candidates: readonly Standing[]) =>
    [...candidates].sort((a, b) => b.freshUntil - a.freshUntil)[0];
  const passing = standings.filter(s => s.counts === 'pass');
  const failing = standings.filter(s => s.result === 'fail');
  // What fails now outweighs what passed once.
  if (passing.length) {
    return failing.length && passing.every(isStale)
      ? best(failing)
      : best(passing);
  }
  const counted = standings.filter(s => s.counts !== 'not-applicable');
  if (!counted.length) return best(standings);
  return counted.find(s => s.result === 'unknown') ?? best(counted);
}

function resolveRule(rule: EvidenceRule, options: ResolveOptions): Standing {
  if ('allOf' in rule) {
    return allOf(rule.allOf.map(child => resolveRule(child, options)));
  }
  if ('anyOf' in rule) {
    return anyOf(rule.anyOf.map(child => resolveRule(child, options)));
  }
  const source = evidenceSourceOf(rule);
  return source ? resolveSource(source, options) : nothingFound;
}

/**
 * The standing of a criterion: that of its evidence rule. An attestation stands
 * in where nothing has been measured, and never against a measurement.
 */
export function resolveCriterion(options: ResolveOptions): CriterionStanding {
  const measured = resolveRule(options.criterion.rule, options);
  const attested = resolveSource(attestationSource, options);
  const standsIn =
    options.criterion.attestable &&
    measured.result === 'unknown' &&
    attested.counts === 'pass';
  const standing = standsIn ? anyOf([measured, attested]) : measured;
  const isAttested = standsIn && standing === attested;
  return { ...standing, measured, isAttested };
}
