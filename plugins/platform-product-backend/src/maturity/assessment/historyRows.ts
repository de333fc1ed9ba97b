import { LevelChange } from '@platform-product/backstage-plugin-common';
import { DatabaseTime, optional, toTimestamp } from '../../database/values';

/** A row of `maturity_history`. */
export interface HistoryRow {
  id: string | number;
  entity_ref: string;
  at: DatabaseTime;
  from_level: number;
  to_level: number;
  level_without_waivers: number;
  measured_level: number;
  at_risk: string | null;
  reason: LevelChange['reason'];
  causes: string;
  ladder_version: string;
}

export function toHistoryRow(
  entityRef: string,
  change: LevelChange,
  ladderVersion: string,
): Omit<HistoryRow, 'id'> {
  return {
    entity_ref: entityRef,
    at: new Date(change.at),
    from_level: change.fromLevel,
    to_level: change.toLevel,
    level_without_waivers: change.levelWithoutWaivers,
    measured_level: change.measuredLevel,
    at_risk: optional(change.atRisk, risk => JSON.stringify(risk)) ?? null,
    reason: change.reason,
    causes: JSON.stringify(change.causes),
    ladder_version: ladderVersion,
  };
}

export function fromHistoryRow(row: HistoryRow): LevelChange {
  return {
    at: toTimestamp(row.at),
    fromLevel: row.from_level,
    toLevel: row.to_level,
    levelWithoutWaivers: row.level_without_waivers,
    measuredLevel: row.measured_level,
    atRisk: optional(row.at_risk, text => JSON.parse(text)),
    reason: row.reason,
    causes: JSON.parse(row.causes),
  };
}
