import { AssessedService } from '../maturity/assessment/MaturityStore';

/** A service of the name, of which a test says only what matters to it. */
export function assessedService(
  name: string,
  options: Partial<AssessedService> = {},
): AssessedService {
  return {
    entityRef: `component:default/${name}`,
    version: 1,
    title: name,
    kind: 'component',
    level: 1,
    levelWithoutWaivers: 1,
    measuredLevel: 1,
    heldBackBy: [],
    states: {},
    failedCollectors: [],
    ladderVersion: 'x',
    channel: `channel-${name}`,
    levelSince: new Date('2026-06-01T00:00:00.000Z'),
    asOf: new Date('2026-06-10T00:00:00.000Z'),
    ...options,
  };
}
