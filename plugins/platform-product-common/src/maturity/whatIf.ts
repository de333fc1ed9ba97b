import { MaturityAssessment } from './assessment';
import { assessMaturity } from './assessMaturity';
import { attestationSource } from './defaultLadder';
import { Evidence } from './evidence';
import { Ladder } from './ladder';

/**
 * Assesses a service as if exactly the given criteria passed and the given
 * others did not apply.
 *
 * @public
 */
export function assessWhatIf(options: {
  readonly ladder: Ladder;
  readonly passing: ReadonlySet<string>;
  readonly notApplicable?: ReadonlySet<string>;
  readonly now: Date;
}): MaturityAssessment {
  const { ladder, passing, notApplicable, now } = options;
  const seenAt = now.toISOString();
  const evidence = ladder.criteria.flatMap((criterion): Evidence[] => {
    const excused = notApplicable?.has(criterion.id) ?? false;
    if (!excused && !passing.has(criterion.id)) return [];
    return [
      {
        criterionId: criterion.id,
        source: attestationSource,
        result: excused ? 'not-applicable' : 'pass',
        firstSeenAt: seenAt,
        lastSeenAt: seenAt,
      },
    ];
  });
  const criteria = ladder.criteria.map(criterion => ({
    ...criterion,
    attestable: false,
    rule: { source: attestationSource },
  }));
  return assessMaturity({ ...ladder, criteria }, evidence, [], now);
}
