import { z } from 'zod';
import {
  CriterionAssessment,
  CriterionState,
  criterionStateSchema,
  MaturityAssessment,
} from './assessment';
import { attestationSource } from './defaultLadder';
import { CriterionResult, criterionResultSchema, Evidence } from './evidence';

export const changeCauseSchema: z.ZodType<ChangeCause> = z.object({
  criterionId: z.string(),
  title: z.string(),
  from: criterionStateSchema.optional(),
  to: criterionStateSchema.optional(),
  result: criterionResultSchema.optional(),
  summary: z.string().optional(),
});

/**
 * A criterion whose change of state moved a level.
 *
 * @public
 */
export interface ChangeCause {
  /** Which criterion it is about. */
  readonly criterionId: string;
  /** Title of the criterion. */
  readonly title: string;
  /** Its state before; absent where it is new. */
  readonly from?: CriterionState;
  /** Its state after; absent where it is gone. */
  readonly to?: CriterionState;
  /** What the evidence said all together. */
  readonly result?: CriterionResult;
  /** What the decisive evidence said, in plain words. */
  readonly summary?: string;
}

/**
 * What of an assessment matters for explaining how it came about.
 *
 * @public
 */
export interface AssessedState {
  readonly level: number;
  readonly criteria: ReadonlyMap<
    string,
    {
      readonly level: number;
      readonly title: string;
      readonly state: CriterionState;
      readonly result?: CriterionResult;
      readonly summary?: string;
    }
  >;
}

/** The evidence that decides how a criterion stands: the attestation where it counts, else what was measured. */
function decisiveEvidence({
  evidence,
  result,
  state,
}: CriterionAssessment): Evidence | undefined {
  const isWord = ({ source }: Evidence) => source === attestationSource;
  const measured = evidence.filter(item => !isWord(item));
  return (
    (state === 'attested' ? evidence.find(isWord) : undefined) ??
    measured.find(item => item.result === result) ??
    measured.find(item => item.result === 'pass') ??
    evidence[0]
  );
}

/**
 * Reduces an assessment to what {@link explainChange} compares.
 *
 * @public
 */
export function assessedStateOf(assessment: MaturityAssessment): AssessedState {
  const criteria = assessment.levels.flatMap(level => level.criteria);
  return {
    level: assessment.level,
    criteria: new Map(
      criteria.map(criterion => {
        const { id, level, title, state, result } = criterion;
        const summary = decisiveEvidence(criterion)?.summary;
        return [id, { level, title, state, result, summary }];
      }),
    ),
  };
}

/** More causes than this tell a reader nothing. */
const mostCauses = 10;

/**
 * Tells which criteria explain a change from one assessment to the next: those
 * whose state changed in the levels between the old and the new one. Where the
 * level stayed, every changed state counts.
 *
 * @public
 */
export function explainChange(
  before: AssessedState,
  after: AssessedState,
): ChangeCause[] {
  const low = Math.min(before.level, after.level);
  const high = Math.max(before.level, after.level);
  const isConcerned = (level: number) =>
    low === high || (level > low && level <= high);
  const ids = new Set([...before.criteria.keys(), ...after.criteria.keys()]);
  return [...ids]
    .flatMap(criterionId => {
      const old = before.criteria.get(criterionId);
      const current = after.criteria.get(criterionId);
      const known = current ?? old!;
      const stayed =
        (old?.state ?? 'missing') === (current?.state ?? 'missing');
      if (stayed || !isConcerned(known.level)) return [];
      return [
        {
          criterionId,
          title: known.title,
          from: old?.state,
          to: current?.state,
          result: current?.result,
          summary: current?.summary,
        },
      ];
    })
    .slice(0, mostCauses);
}
