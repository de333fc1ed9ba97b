import {
  DatabaseTime,
  optional,
  optionalText,
  toDate,
} from '../database/values';
import { AssessedService } from './MaturityStore';

/** A row of `maturity_services`. */
export interface ServiceRow {
  entity_ref: string;
  version: number;
  title: string;
  sort_title: string;
  kind: string;
  owner: string | null;
  system: string | null;
  level: number;
  level_without_waivers: number;
  declared_level: number | null;
  at_risk_until: DatabaseTime | null;
  at_risk: string | null;
  held_back_by: string;
  states: string;
  failed_collectors: string;
  ladder_version: string;
  channel: string;
  level_since: DatabaseTime;
  assessed_at: DatabaseTime;
  gone_at: DatabaseTime | null;
}

const longestTitle = 255;

export function toServiceRow(service: AssessedService): ServiceRow {
  const title = service.title
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .slice(0, longestTitle);
  return {
    entity_ref: service.entityRef,
    version: service.version,
    title,
    sort_title: title.toLocaleLowerCase('en-US').slice(0, longestTitle),
    kind: service.kind,
    owner: service.owner ?? null,
    system: service.system ?? null,
    level: service.level,
    level_without_waivers: service.levelWithoutWaivers,
    declared_level: service.declaredLevel ?? null,
    at_risk_until: optional(service.atRisk, r => new Date(r.until)) ?? null,
    at_risk: optional(service.atRisk, r => JSON.stringify(r)) ?? null,
    held_back_by: JSON.stringify(service.heldBackBy),
    states: JSON.stringify(service.states),
    failed_collectors: JSON.stringify(service.failedCollectors),
    ladder_version: service.ladderVersion,
    channel: service.channel,
    level_since: service.levelSince,
    assessed_at: service.assessedAt,
    gone_at: null,
  };
}

export function fromServiceRow(row: ServiceRow): AssessedService {
  return {
    entityRef: row.entity_ref,
    version: row.version,
    title: row.title,
    kind: row.kind,
    owner: optionalText(row.owner),
    system: optionalText(row.system),
    level: row.level,
    levelWithoutWaivers: row.level_without_waivers,
    declaredLevel: row.declared_level ?? undefined,
    atRisk: optional(row.at_risk, text => JSON.parse(text)),
    heldBackBy: JSON.parse(row.held_back_by),
    states: JSON.parse(row.states),
    failedCollectors: JSON.parse(row.failed_collectors),
    ladderVersion: row.ladder_version,
    channel: row.channel,
    levelSince: toDate(row.level_since),
    assessedAt: toDate(row.assessed_at),
  };
}
