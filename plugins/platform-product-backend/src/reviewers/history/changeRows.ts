import {
  DatabaseTime,
  optional,
  optionalText,
  toDate,
} from '../../database/values';
import {
  ChangeRecord,
  HistoryRepository,
  ReviewRecord,
  StoredChange,
} from './ReviewHistoryStore';

export interface RepositoryRow {
  id: number;
  url: string;
  source: string;
  cursor: string | null;
  forge_id: string | null;
  forge_url: string | null;
  expertise_version: number;
  revision: number;
  synced_at: DatabaseTime | null;
  error: string | null;
}

export interface ChangeRow {
  id: number | string;
  repository_id: number;
  change_id: string;
  url: string | null;
  title: string | null;
  author: string;
  opened_at: DatabaseTime;
  ready_at: DatabaseTime | null;
  merged_at: DatabaseTime | null;
  closed_at: DatabaseTime | null;
  updated_at: DatabaseTime;
  paths: string;
  first_review_at: DatabaseTime | null;
  first_reviewer: string | null;
  wait_hours: number | null;
}

export interface ReviewRow {
  change: number | string;
  person: string;
  requested_at: DatabaseTime | null;
  reviewed_at: DatabaseTime | null;
  is_approval: boolean | number;
  is_awaited: boolean | number;
  response_hours: number | null;
}

export function toRepository(row: RepositoryRow): HistoryRepository {
  return {
    id: row.id,
    url: row.url,
    source: row.source,
    revision: row.revision,
    cursor: optionalText(row.cursor),
    syncedAt: optional(row.synced_at, toDate),
    error: optionalText(row.error),
  };
}

function toReview(row: ReviewRow): ReviewRecord {
  return {
    person: row.person,
    requestedAt: optional(row.requested_at, toDate),
    reviewedAt: optional(row.reviewed_at, toDate),
    isApproval: Boolean(row.is_approval),
    isAwaited: Boolean(row.is_awaited),
    responseHours: row.response_hours ?? undefined,
  };
}

export function toChange(
  row: ChangeRow,
  reviews: readonly ReviewRow[],
): StoredChange {
  return {
    id: String(row.id),
    repositoryId: row.repository_id,
    changeId: row.change_id,
    url: optionalText(row.url),
    title: optionalText(row.title),
    author: row.author,
    openedAt: toDate(row.opened_at),
    readyAt: optional(row.ready_at, toDate),
    mergedAt: optional(row.merged_at, toDate),
    closedAt: optional(row.closed_at, toDate),
    updatedAt: toDate(row.updated_at),
    paths: JSON.parse(row.paths),
    firstReviewAt: optional(row.first_review_at, toDate),
    firstReviewer: optionalText(row.first_reviewer),
    waitHours: row.wait_hours ?? undefined,
    reviews: reviews.map(toReview),
  };
}

export function fromChange(repositoryId: number, change: ChangeRecord) {
  return {
    repository_id: repositoryId,
    change_id: change.changeId,
    url: change.url ?? null,
    title: change.title ?? null,
    author: change.author,
    opened_at: change.openedAt,
    ready_at: change.readyAt ?? null,
    merged_at: change.mergedAt ?? null,
    closed_at: change.closedAt ?? null,
    updated_at: change.updatedAt,
    paths: JSON.stringify(change.paths),
    first_review_at: change.firstReviewAt ?? null,
    first_reviewer: change.firstReviewer ?? null,
    wait_hours: change.waitHours ?? null,
  };
}

export function fromReview(change: number | string, review: ReviewRecord) {
  return {
    change,
    person: review.person,
    requested_at: review.requestedAt ?? null,
    reviewed_at: review.reviewedAt ?? null,
    is_approval: review.isApproval,
    is_awaited: review.isAwaited,
    response_hours: review.responseHours ?? null,
  };
}
