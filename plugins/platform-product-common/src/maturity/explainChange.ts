import { z } from 'zod';
import {
  CriterionState,
  criterionStateSchema,
  MaturityAssessment,
} from './assessment';

export const changeCauseSchema: z.ZodType<ChangeCause> = z.object({
  criterionId: z.string(),
  title: z.string(),
  from: criterionStateSchema.optional(),
  to: criterionStateSchema.optional(),
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
  /** What the evidence said. */
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
      readonly summary?: string;
    }
  >;
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
      criteria.map(({ id, level, title, state, evidence }) => {
        const decisive =
          evidence.find(({ result }) => result === 'pass') ?? evidence[0];
        return [id, { level, title, state, summary: decisive?.summary }];
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
          summary: current?.summary,
        },
      ];
    })
    .slice(0, mostCauses);
}
