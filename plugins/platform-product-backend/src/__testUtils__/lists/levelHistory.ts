import {
  ChangeCause,
  entityParamsOf,
} from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import { comparePages, createListModel, ListModel, paging } from './ListModel';
import { daysAgo, isFound, orphans, reader, services, stranger } from './scene';
import { Row } from './Stage';

const asked = [services[0], services[1], services[4], orphans[0]];

const cause: ChangeCause = {
  criterionId: 'guide',
  title: 'A guide',
  from: 'missing',
  to: 'met',
};

const change = fc.record({
  key: fc.constantFrom(...asked),
  at: fc.constantFrom(daysAgo(9), daysAgo(9), daysAgo(8), daysAgo(7)),
  fromLevel: fc.integer({ min: 0, max: 3 }),
  toLevel: fc.integer({ min: 0, max: 3 }),
  levelWithoutWaivers: fc.integer({ min: 0, max: 3 }),
  measuredLevel: fc.integer({ min: 0, max: 3 }),
  isAtRisk: fc.boolean(),
  reason: fc.constantFrom('first-assessment', 'evidence', 'ladder'),
  causes: fc.constantFrom([], [cause]),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const atRisk = {
  until: daysAgo(-9).toISOString(),
  fallsTo: 0,
  criteria: ['guide'],
};

function toRow(noted: Change, index: number): Row {
  return {
    id: index + 1,
    entity_ref: noted.key,
    at: noted.at,
    from_level: noted.fromLevel,
    to_level: noted.toLevel,
    level_without_waivers: noted.levelWithoutWaivers,
    measured_level: noted.measuredLevel,
    at_risk: noted.isAtRisk ? JSON.stringify(atRisk) : null,
    reason: noted.reason,
    causes: JSON.stringify(noted.causes),
    ladder_version: 'x',
  };
}

const toItem = ({ key: _, isAtRisk, at, ...noted }: Change) => ({
  ...noted,
  at: at.toISOString(),
  atRisk: isAtRisk ? atRisk : undefined,
});

/** Changes of a service's level, the last that was noted first. */
export const levelHistory: ListModel = createListModel({
  operations: ['getLevelHistory'],
  world: fc
    .array(change, { maxLength: 40, size: 'max' })
    .map(noted => noted.sort((one, other) => +one.at - +other.at)),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger),
    key: fc.constantFrom(...asked),
    paging,
  }),
  toTables: noted => {
    const rows = noted.map(toRow);
    // Whatever the order in which the database keeps them.
    return { maturity_history: [...rows.slice(9), ...rows.slice(0, 9)] };
  },
  compare: (stage, noted, { user, key, paging: pages }) =>
    comparePages(
      stage,
      {
        operation: 'getLevelHistory',
        user,
        params: entityParamsOf(key),
        paging: pages,
      },
      isFound(user, key)
        ? {
            items: noted
              .filter(one => one.key === key)
              .reverse()
              .map(toItem),
          }
        : undefined,
    ),
});
