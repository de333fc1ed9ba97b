import {
  Answer,
  CountedAnswer,
  ReleasePast,
  statementsOf,
} from '@platform-product/backstage-plugin-common';

export interface AnswerRow {
  link: string;
  ratings: string;
  comment: string | null;
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

/** Of an answer that no release holds yet. */
export const noAnswerPast = JSON.stringify({ said: {} });

/** Of a service of which nothing was released yet. */
export const noReleasePast = JSON.stringify({
  gone: [],
  goneSaying: {},
  publishedOn: {},
} satisfies ReleasePast);

export function toAnswer(row: Pick<AnswerRow, 'ratings' | 'comment'>): Answer {
  return {
    ratings: JSON.parse(row.ratings),
    comment: row.comment ?? undefined,
  };
}

/** An answer as far as the rules of releases have to know it. */
export function toCounted(row: AnswerRow): CountedAnswer {
  return {
    statements: statementsOf(toAnswer(row)),
    past: JSON.parse(row.past),
  };
}
