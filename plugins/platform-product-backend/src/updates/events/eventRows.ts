import { ServiceEvent } from '@platform-product/backstage-plugin-common';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { StoredEvent, StoredException } from './EventStore';
import { spanOf } from './occurrences';

export interface EventRow {
  id: string;
  entity_ref: string;
  kind: ServiceEvent['kind'];
  title: string;
  content: string;
  time_zone: string;
  starts_at: string;
  duration_minutes: number;
  first_at: DatabaseTime;
  ends_at: DatabaseTime | null;
  sequence: number;
  published_at: DatabaseTime | null;
  cancelled_at: DatabaseTime | null;
  created_by: string;
  created_at: DatabaseTime;
  changed_at: DatabaseTime;
  idempotency_key: string;
  version: number;
}

export interface EventExceptionRow {
  event_id: string;
  original_start: string;
  is_cancelled: boolean | number;
  starts_at: string | null;
  duration_minutes: number | null;
  note: string | null;
  changed_at: DatabaseTime;
}

type Content = Pick<StoredEvent, 'text' | 'place' | 'link' | 'recurrence'>;

const timeOf = (value: string | undefined) =>
  value === undefined ? null : new Date(value);

/** A kept event, with what is different about single occurrences. */
export function toEvent(
  row: EventRow,
  exceptions: readonly StoredException[],
): StoredEvent {
  const content: Content = JSON.parse(row.content);
  return {
    ...content,
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    title: row.title,
    timeZone: row.time_zone,
    startsAt: row.starts_at,
    durationMinutes: row.duration_minutes,
    exceptions,
    sequence: row.sequence,
    publishedAt: optional(row.published_at, toTimestamp),
    cancelledAt: optional(row.cancelled_at, toTimestamp),
    version: row.version,
    createdBy: row.created_by,
    createdAt: toTimestamp(row.created_at),
    changedAt: toTimestamp(row.changed_at),
  };
}

export function toEventRow(event: StoredEvent, key: string): EventRow {
  return {
    id: event.id,
    entity_ref: event.entityRef,
    ...changeOf(event),
    created_by: event.createdBy,
    created_at: new Date(event.createdAt),
    idempotency_key: key,
  };
}

/** The columns that stand for what may change of an event. */
export function changeOf(event: StoredEvent) {
  const { text, place, link, recurrence } = event;
  const content: Content = { text, place, link, recurrence };
  const { firstAt, endsAt } = spanOf(event);
  return {
    kind: event.kind,
    title: event.title,
    content: JSON.stringify(content),
    time_zone: event.timeZone,
    starts_at: event.startsAt,
    duration_minutes: event.durationMinutes,
    first_at: firstAt,
    ends_at: endsAt ?? null,
    sequence: event.sequence,
    published_at: timeOf(event.publishedAt),
    cancelled_at: timeOf(event.cancelledAt),
    changed_at: new Date(event.changedAt),
    version: event.version,
  };
}

export function toException(row: EventExceptionRow): StoredException {
  return {
    originalStart: row.original_start,
    isCancelled: Boolean(row.is_cancelled),
    startsAt: optionalText(row.starts_at),
    durationMinutes: optional(row.duration_minutes, Number),
    note: optionalText(row.note),
    changedAt: toTimestamp(row.changed_at),
  };
}

export function toExceptionRow(
  exception: StoredException,
  eventId: string,
): EventExceptionRow {
  return {
    event_id: eventId,
    original_start: exception.originalStart,
    is_cancelled: exception.isCancelled,
    starts_at: exception.startsAt ?? null,
    duration_minutes: exception.durationMinutes ?? null,
    note: exception.note ?? null,
    changed_at: new Date(exception.changedAt),
  };
}
