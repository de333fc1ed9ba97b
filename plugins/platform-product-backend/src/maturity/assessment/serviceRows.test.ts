import { AssessedService } from './MaturityStore';
import {
  ListedServiceRow,
  toListedServiceRow,
} from '../../services/listedServiceRows';
import { fromServiceRow, ServiceRow, toServiceRow } from './serviceRows';

type Row = ServiceRow & ListedServiceRow;

const service: AssessedService = {
  entityRef: 'component:default/logs',
  version: 3,
  title: 'Logs',
  kind: 'component',
  level: 2,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  heldBackBy: [],
  states: {},
  failedCollectors: [],
  ladderVersion: 'x',
  channel: 'y',
  levelSince: new Date('2026-11-22T10:30:00.123Z'),
  asOf: new Date('2026-11-23T10:30:00.456Z'),
};

const full: AssessedService = {
  ...service,
  owner: 'group:default/logs-team',
  system: 'system:default/running',
  declaredLevel: 0,
  atRisk: {
    until: '2026-12-01T00:00:00.000Z',
    fallsTo: 1,
    criteria: ['guide'],
  },
  heldBackBy: ['guide', 'asked'],
  states: { guide: 'at-risk', asked: 'missing' },
  failedCollectors: [
    { collector: 'guide', failedAt: '2026-11-23T10:30:00.000Z' },
  ],
};

describe('rows of services', () => {
  it.each([
    ['with all there may be', full],
    ['with nothing that may be missing', service],
  ])('come back as they were, %s', (_, given) => {
    const row = { ...toListedServiceRow(given), ...toServiceRow(given) } as Row;
    expect(fromServiceRow(row)).toEqual(given);
    // As SQLite keeps times.
    expect(
      fromServiceRow({
        ...row,
        level_since: +given.levelSince,
        as_of: +given.asOf,
      }),
    ).toEqual(given);
    expect(row).toMatchObject({
      at_risk_until: given.atRisk ? new Date(given.atRisk.until) : null,
      gone_at: null,
    });
  });
});
