import { AssessedService } from './MaturityStore';
import { fromServiceRow, toServiceRow } from './serviceRows';

const service: AssessedService = {
  entityRef: 'component:default/logs',
  version: 3,
  title: 'Logs',
  kind: 'component',
  level: 2,
  levelWithoutWaivers: 1,
  heldBackBy: [],
  states: {},
  failedCollectors: [],
  ladderVersion: 'x',
  channel: 'y',
  levelSince: new Date('2026-11-22T10:30:00.123Z'),
  assessedAt: new Date('2026-11-23T10:30:00.456Z'),
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
    const row = toServiceRow(given);
    expect(fromServiceRow(row)).toEqual(given);
    // As SQLite keeps times.
    expect(
      fromServiceRow({
        ...row,
        level_since: +given.levelSince,
        assessed_at: +given.assessedAt,
      }),
    ).toEqual(given);
    expect(row).toMatchObject({
      at_risk_until: given.atRisk ? new Date(given.atRisk.until) : null,
      gone_at: null,
    });
  });

  it.each([
    ['LOGS & Zoë', 'LOGS & Zoë', 'logs & zoë'],
    ['two\nlines\u0000\u007f', 'two lines  ', 'two lines  '],
    ['L'.repeat(256), 'L'.repeat(255), 'l'.repeat(255)],
    // In lower case this is two characters.
    ['İ'.repeat(255), 'İ'.repeat(255), `${'i̇'.repeat(127)}i`],
  ])('are sorted by the title in lower case: %#', (title, shown, sorted) => {
    const row = toServiceRow({ ...service, title });
    expect([row.title, row.sort_title]).toEqual([shown, sorted]);
  });
});
