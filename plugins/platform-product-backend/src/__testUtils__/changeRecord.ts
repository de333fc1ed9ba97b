import {
  ChangeRecord,
  ReviewRecord,
  StoredChange,
} from '../reviewers/history/ReviewHistoryStore';

/** A change of `carl` that waits for its first review. */
export function changeRecord(
  changes: Partial<ChangeRecord> = {},
): ChangeRecord {
  const { openedAt = new Date('2026-07-01T08:00:00Z') } = changes;
  return {
    changeId: '1',
    author: 'github.com/carl',
    openedAt,
    readyAt: openedAt,
    updatedAt: openedAt,
    paths: ['charts/values.yaml'],
    reviews: [],
    ...changes,
  };
}

/** The same as it is kept. */
export function storedChange(
  changes: Partial<ChangeRecord> = {},
): StoredChange {
  return { ...changeRecord(changes), id: '1', repositoryId: 1 };
}

/** What `nina` had to do with a change. */
export function reviewRecord(
  changes: Partial<ReviewRecord> = {},
): ReviewRecord {
  return {
    person: 'github.com/nina',
    isApproval: false,
    isAwaited: false,
    ...changes,
  };
}
