import { CriterionResult } from '@platform-product/backstage-plugin-common';
import {
  DatabaseTime,
  optional,
  optionalText,
  toTimestamp,
} from '../../database/values';
import { NewEvidence, StoredEvidence } from './MaturityStore';

/** A row of `maturity_evidence`. */
export type EvidenceRow = {
  id: string | number;
  entity_ref: string;
  criterion_id: string;
  source: string;
  result: CriterionResult;
  summary: string | null;
  link: string | null;
  valid_until: DatabaseTime | null;
  first_seen_at: DatabaseTime;
  last_seen_at: DatabaseTime;
  superseded_at: DatabaseTime | null;
};

export function toEvidenceRow(
  entityRef: string,
  evidence: NewEvidence,
): Omit<EvidenceRow, 'id'> {
  return {
    entity_ref: entityRef,
    criterion_id: evidence.criterionId,
    source: evidence.source,
    result: evidence.result,
    summary: evidence.summary ?? null,
    link: evidence.link ?? null,
    valid_until: optional(evidence.validUntil, at => new Date(at)) ?? null,
    first_seen_at: new Date(evidence.firstSeenAt),
    last_seen_at: new Date(evidence.lastSeenAt),
    superseded_at: optional(evidence.supersededAt, at => new Date(at)) ?? null,
  };
}

export function fromEvidenceRow(
  row: EvidenceRow,
): StoredEvidence & { supersededAt?: string } {
  return {
    id: String(row.id),
    criterionId: row.criterion_id,
    source: row.source,
    result: row.result,
    summary: optionalText(row.summary),
    link: optionalText(row.link),
    validUntil: optional(row.valid_until, toTimestamp),
    firstSeenAt: toTimestamp(row.first_seen_at),
    lastSeenAt: toTimestamp(row.last_seen_at),
    supersededAt: optional(row.superseded_at, toTimestamp),
  };
}
