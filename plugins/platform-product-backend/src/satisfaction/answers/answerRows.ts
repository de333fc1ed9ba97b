import {
  Answer,
  GoneCounts,
  PublishedStatements,
  Topic,
  topics,
} from '@platform-product/backstage-plugin-common';

export interface AnswerRow {
  link: string;
  ratings: string;
  comment: string | null;
  /** JSON: what it said on the topics on which it was published. */
  published: string;
}

export interface TallyRow {
  round_id: string;
  entity_ref: string;
  gone: string;
  is_dirty: boolean | number;
}

export function toAnswer(row: Pick<AnswerRow, 'ratings' | 'comment'>): Answer {
  return {
    ratings: JSON.parse(row.ratings),
    comment: row.comment ?? undefined,
  };
}

/** Counts an answer that is taken out of published figures. */
export function addGone(
  gone: GoneCounts,
  published: PublishedStatements,
): GoneCounts {
  const sums: Partial<Record<Topic, number>> = { ...gone };
  for (const topic of topics) {
    if (published[topic] !== undefined) sums[topic] = (sums[topic] ?? 0) + 1;
  }
  return sums;
}
