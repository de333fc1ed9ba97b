import {
  Notice,
  NoticeUpdate,
} from '@platform-product/backstage-plugin-common';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { NewUpdate, NoticeChange, StoredNotice } from './NoticeStore';

export interface NoticeRow {
  id: string;
  entity_ref: string;
  kind: Notice['kind'];
  impact: Notice['impact'];
  status: Notice['status'];
  title: string;
  content: string;
  from_at: DatabaseTime | null;
  until_at: DatabaseTime | null;
  detected_at: DatabaseTime;
  published_at: DatabaseTime | null;
  told_afterwards: boolean | number;
  next_update_due_at: DatabaseTime | null;
  ended_at: DatabaseTime | null;
  merged_into: string | null;
  created_by: string;
  created_at: DatabaseTime;
  idempotency_key: string;
  version: number;
}

export interface NoticeUpdateRow {
  id: string;
  notice_id: string;
  ordinal: number;
  status: Notice['status'];
  impact: Notice['impact'];
  text: string;
  link: string | null;
  is_final: boolean | number | null;
  corrects: string | null;
  next_update_due_at: DatabaseTime | null;
  created_by: string | null;
  created_at: DatabaseTime;
  idempotency_key: string;
}

const contentFields = [
  'text',
  'whatToDo',
  'notAffected',
  'safeAgain',
  'data',
] as const satisfies readonly (keyof StoredNotice)[];

type Content = Pick<StoredNotice, (typeof contentFields)[number]>;

const timeOf = (value: string | undefined) =>
  value === undefined ? null : new Date(value);

/** A kept notice, with its updates, the newest first. */
export function toNotice(
  row: NoticeRow,
  updates: readonly NoticeUpdate[],
): StoredNotice {
  const content: Content = JSON.parse(row.content);
  return {
    ...content,
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    impact: row.impact,
    status: row.status,
    title: row.title,
    from: optional(row.from_at, toTimestamp),
    until: optional(row.until_at, toTimestamp),
    detectedAt: toTimestamp(row.detected_at),
    publishedAt: optional(row.published_at, toTimestamp),
    toldAfterwards: Boolean(row.told_afterwards),
    nextUpdateDueAt: optional(row.next_update_due_at, toTimestamp),
    endedAt: optional(row.ended_at, toTimestamp),
    mergedInto: optionalText(row.merged_into),
    version: row.version,
    createdBy: row.created_by,
    createdAt: toTimestamp(row.created_at),
    updates,
  };
}

export function toNoticeRow(notice: StoredNotice, key: string): NoticeRow {
  return {
    id: notice.id,
    entity_ref: notice.entityRef,
    ...changeOf(notice),
    detected_at: new Date(notice.detectedAt),
    created_by: notice.createdBy,
    created_at: new Date(notice.createdAt),
    idempotency_key: key,
    version: notice.version,
  };
}

/** The columns that stand for what may change of a notice. */
export function changeOf(
  notice: NoticeChange & Pick<StoredNotice, 'text' | 'kind' | 'title'>,
) {
  const content = Object.fromEntries(
    contentFields.map(field => [field, notice[field]]),
  );
  return {
    kind: notice.kind,
    impact: notice.impact ?? 'major',
    status: notice.status ?? 'investigating',
    title: notice.title,
    content: JSON.stringify(content),
    from_at: timeOf(notice.from),
    until_at: timeOf(notice.until),
    published_at: timeOf(notice.publishedAt),
    told_afterwards: notice.toldAfterwards ?? false,
    next_update_due_at: timeOf(notice.nextUpdateDueAt),
    ended_at: timeOf(notice.endedAt),
    merged_into: notice.mergedInto ?? null,
  };
}

export function toUpdate(row: NoticeUpdateRow): NoticeUpdate {
  return {
    id: row.id,
    status: row.status,
    impact: row.impact,
    text: row.text,
    link: optionalText(row.link),
    isFinal: optional(row.is_final, Boolean),
    corrects: optionalText(row.corrects),
    nextUpdateDueAt: optional(row.next_update_due_at, toTimestamp),
    by: optionalText(row.created_by),
    at: toTimestamp(row.created_at),
  };
}

export function toUpdateRow(
  update: NewUpdate,
  place: { readonly noticeId: string; readonly ordinal: number },
): NoticeUpdateRow {
  return {
    id: update.id,
    notice_id: place.noticeId,
    ordinal: place.ordinal,
    status: update.status,
    impact: update.impact,
    text: update.text,
    link: update.link ?? null,
    is_final: update.isFinal ?? null,
    corrects: update.corrects ?? null,
    next_update_due_at: timeOf(update.nextUpdateDueAt),
    created_by: update.by ?? null,
    created_at: new Date(update.at),
    idempotency_key: update.idempotencyKey,
  };
}
