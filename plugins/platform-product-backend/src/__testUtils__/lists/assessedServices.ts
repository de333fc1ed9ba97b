import fc from 'fast-check';
import { seldom, someOf } from './ListModel';
import {
  carl,
  daysAgo,
  logsTeam,
  mayRead,
  olga,
  orphans,
  services,
  shopTeam,
  systems,
} from './scene';
import { Row, Tables } from './Stage';

/** Titles that tie, that a search or a spreadsheet may stumble over. */
export const titles = [
  'Logs',
  'logs',
  'LOGS 2',
  'Metrics',
  '100% sure',
  '100 sure',
  'snake_case',
  'snake-case',
  'back\\slash',
  '=HYPERLINK("x"), "Metrics"',
  '+1',
  '-1',
  '@home',
  'Zoë',
  'ZOË’s',
];

export const owners = [logsTeam, shopTeam, carl];

/** Titles of criteria that may hold a service back; the last one is gone. */
export const criteria: Readonly<Record<string, string | undefined>> = {
  'product-manager': 'A product manager is named and known to the catalog',
  guide:
    'The contribution guide says what is welcome, how to build and how soon a review comes',
  'old-one': undefined,
};

const time = fc.constantFrom(
  ...[-1, 0, 1].map(milliseconds => daysAgo(40, milliseconds)),
  daysAgo(400),
  daysAgo(3),
);

const assessed = fc.record({
  title: fc.constantFrom(...titles),
  owner: fc.constantFrom(undefined, ...owners),
  productManager: seldom(fc.constantFrom(carl, olga)),
  system: fc.constantFrom(undefined, ...systems),
  level: fc.integer({ min: 0, max: 3 }),
  levelWithoutWaivers: fc.integer({ min: 0, max: 3 }),
  measuredLevel: fc.integer({ min: 0, max: 3 }),
  declaredLevel: fc.constantFrom(undefined, 0, 3),
  atRiskUntil: fc.constantFrom(
    undefined,
    undefined,
    daysAgo(-1),
    daysAgo(-1, 1),
    daysAgo(-30),
  ),
  heldBackBy: fc.subarray(Object.keys(criteria)),
  levelSince: time,
  assessedAt: time,
  goneAt: seldom(fc.constantFrom(daysAgo(3)), 6),
});

/** A service as it was last assessed. */
export type Assessed = typeof assessed extends fc.Arbitrary<infer T>
  ? T & { readonly key: string }
  : never;

/** Some services, in the order in which they are written. */
export const assessedServices: fc.Arbitrary<readonly Assessed[]> = someOf(
  [...services, ...orphans],
  assessed,
);

export const atRiskOf = ({ atRiskUntil, level }: Assessed) =>
  atRiskUntil && {
    until: atRiskUntil.toISOString(),
    fallsTo: level,
    criteria: ['guide'],
  };

/** Rows of the services, of their assessments and of what lists show of these. */
export function toServiceTables(world: readonly Assessed[]): Tables {
  return {
    services: world.map(service => ({
      entity_ref: service.key,
      title: service.title,
      sort_title: service.title.toLowerCase(),
      kind: service.key.split(':')[0],
      owner: service.owner ?? null,
      product_manager: service.productManager ?? null,
      system: service.system ?? null,
      as_of: service.assessedAt,
      seen_at: service.assessedAt,
      gone_at: service.goneAt ?? null,
    })),
    maturity_services: world.map(service => ({
      entity_ref: service.key,
      version: 1,
      level: service.level,
      level_without_waivers: service.levelWithoutWaivers,
      measured_level: service.measuredLevel,
      declared_level: service.declaredLevel ?? null,
      at_risk_until: service.atRiskUntil ?? null,
      at_risk: JSON.stringify(atRiskOf(service)) ?? null,
      held_back_by: JSON.stringify(service.heldBackBy),
      states: '{}',
      failed_collectors: '[]',
      ladder_version: 'x',
      channel: 'x',
      level_since: service.levelSince,
    })),
    service_figures: world.flatMap(toFigureRows),
  };
}

function toFigureRows(service: Assessed): Row[] {
  const { key, level, levelSince, atRiskUntil, heldBackBy } = service;
  const rowOf = (figure: string, value: number, content = {}) => ({
    entity_ref: key,
    figure,
    value,
    content: JSON.stringify(content),
  });
  return [
    rowOf('level', level, {
      level,
      levelWithoutWaivers: service.levelWithoutWaivers,
      measuredLevel: service.measuredLevel,
      declaredLevel: service.declaredLevel,
      atRiskUntil: atRiskUntil?.toISOString(),
      atRisk: atRiskOf(service),
      heldBackBy,
      heldBackByTitle: criteria[heldBackBy[0]],
      levelSince: levelSince.toISOString(),
    }),
    rowOf('measuredLevel', service.measuredLevel),
    rowOf('levelSince', +levelSince),
    ...(atRiskUntil ? [rowOf('atRiskUntil', +atRiskUntil)] : []),
  ];
}

/** What a reader may know of, in any list. */
export const listedFor = (user: string, world: readonly Assessed[]) =>
  world.filter(({ key, goneAt }) => !goneAt && mayRead(user, key));
