import { LevelChange } from '@platform-product/backstage-plugin-common';
import { fromHistoryRow, toHistoryRow } from './historyRows';

const change: LevelChange = {
  at: '2026-06-01T12:00:00.000Z',
  fromLevel: 2,
  toLevel: 3,
  levelWithoutWaivers: 1,
  measuredLevel: 1,
  reason: 'evidence',
  causes: [
    { criterionId: 'guide', title: 'Guide', from: 'missing', to: 'met' },
  ],
};
const atRisk = {
  until: '2026-06-15T12:00:00.000Z',
  fallsTo: 1,
  criteria: ['guide'],
};

describe('rows of level changes', () => {
  it.each<[string, LevelChange]>([
    ['one that holds', change],
    ['one at risk', { ...change, atRisk }],
  ])('keep all of %s', (_, kept) => {
    const row = toHistoryRow('component:default/logs', kept, 'v1');
    expect(row).toMatchObject({
      entity_ref: 'component:default/logs',
      ladder_version: 'v1',
    });
    expect(fromHistoryRow({ id: 1, ...row })).toEqual(kept);
  });
});
