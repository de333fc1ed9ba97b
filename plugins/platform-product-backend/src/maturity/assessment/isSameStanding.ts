import { LevelChange } from '@platform-product/backstage-plugin-common';

/** What of an assessment the history follows. */
export type LevelStanding = Pick<
  LevelChange,
  'levelWithoutWaivers' | 'measuredLevel' | 'atRisk'
> & { readonly level: number };

/** Whether nothing has changed between two assessments that the history tells of. */
export function isSameStanding(
  before: LevelStanding,
  after: LevelStanding,
): boolean {
  return (
    before.level === after.level &&
    before.levelWithoutWaivers === after.levelWithoutWaivers &&
    before.measuredLevel === after.measuredLevel &&
    Boolean(before.atRisk) === Boolean(after.atRisk)
  );
}
