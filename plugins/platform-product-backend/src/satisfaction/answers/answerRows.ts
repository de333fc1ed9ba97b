import {
  Answer,
  CountedAnswer,
  statementsOf,
} from '@platform-product/backstage-plugin-common/rules';

export interface AnswerRow {
  link: string;
  ratings: string;
  comment: string | null;
  as_feedback: boolean | number;
  is_withdrawn: boolean | number;
  /** JSON: what releases have had of it. */
  past: string;
}

export interface TallyRow {
  round_id: string;
  entity_ref: string;
  /** JSON: what the releases were. */
  past: string;
  is_dirty: boolean | number;
}

/** What stays of an answer that was taken back, beside what was published of it. */
export const withdrawn = {
  ratings: '{}',
  comment: null,
  as_feedback: false,
  is_withdrawn: true,
};

export function toAnswer(
  row: Pick<AnswerRow, 'ratings' | 'comment' | 'as_feedback'>,
): Answer {
  return {
    ratings: JSON.parse(row.ratings),
    comment: row.comment ?? undefined,
    ...(row.as_feedback && { asFeedback: true }),
  };
}

/** An answer as far as the rules of releases have to know it. */
export function toCounted(row: AnswerRow): CountedAnswer {
  return {
    statements: row.is_withdrawn ? undefined : statementsOf(toAnswer(row)),
    past: JSON.parse(row.past),
  };
}
