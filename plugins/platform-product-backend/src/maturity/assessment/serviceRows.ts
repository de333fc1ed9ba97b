import { DatabaseTime, optional, toDate } from '../../database/values';
import {
  fromListedServiceRow,
  ListedServiceRow,
} from '../../services/listedServiceRows';
import { AssessedService } from './MaturityStore';

/** A row of `maturity_services`. */
export interface ServiceRow {
  entity_ref: string;
  version: number;
  level: number;
  level_without_waivers: number;
  measured_level: number;
  declared_level: number | null;
  at_risk_until: DatabaseTime | null;
  at_risk: string | null;
  held_back_by: string;
  states: string;
  failed_collectors: string;
  ladder_version: string;
  channel: string;
  level_since: DatabaseTime;
}

export function toServiceRow(service: AssessedService): ServiceRow {
  return {
    entity_ref: service.entityRef,
    version: service.version,
    level: service.level,
    level_without_waivers: service.levelWithoutWaivers,
    measured_level: service.measuredLevel,
    declared_level: service.declaredLevel ?? null,
    at_risk_until: optional(service.atRisk, r => new Date(r.until)) ?? null,
    at_risk: optional(service.atRisk, r => JSON.stringify(r)) ?? null,
    held_back_by: JSON.stringify(service.heldBackBy),
    states: JSON.stringify(service.states),
    failed_collectors: JSON.stringify(service.failedCollectors),
    ladder_version: service.ladderVersion,
    channel: service.channel,
    level_since: service.levelSince,
  };
}

/** What is kept of a service, from both tables that it stands in. */
export function fromServiceRow(
  row: ServiceRow & ListedServiceRow,
): AssessedService {
  return {
    ...fromListedServiceRow(row),
    version: row.version,
    level: row.level,
    levelWithoutWaivers: row.level_without_waivers,
    measuredLevel: row.measured_level,
    declaredLevel: row.declared_level ?? undefined,
    atRisk: optional(row.at_risk, text => JSON.parse(text)),
    heldBackBy: JSON.parse(row.held_back_by),
    states: JSON.parse(row.states),
    failedCollectors: JSON.parse(row.failed_collectors),
    ladderVersion: row.ladder_version,
    channel: row.channel,
    levelSince: toDate(row.level_since),
  };
}
