import { defaultLadder } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import {
  Assessed,
  assessedServices,
  listedFor,
  toServiceTables,
} from './assessedServices';
import { compareAnswer, createListModel, ListModel } from './ListModel';
import { barred, daysAgo, orphans, reader, services, stranger } from './scene';
import { Row } from './Stage';

/** Exactly a month and a year ago, just before and just after that. */
const moments = [30, 365].flatMap(days =>
  [-1, 0, 1].map(milliseconds => daysAgo(days, milliseconds)),
);

const move = fc.record({
  key: fc.constantFrom(...services, ...orphans),
  at: fc.constantFrom(...moments, daysAgo(500), daysAgo(200), daysAgo(2)),
  toLevel: fc.integer({ min: 0, max: 3 }),
});

type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly assessed: readonly Assessed[];
  /** In the order in which they were noted. */
  readonly moves: readonly Move[];
}

const toHistoryRow = ({ key, at, toLevel }: Move, index: number): Row => ({
  id: index + 1,
  entity_ref: key,
  at,
  // Where it came from is another entry's to say.
  from_level: 9,
  to_level: toLevel,
  level_without_waivers: 9,
  measured_level: 9,
  at_risk: null,
  reason: 'evidence',
  causes: '[]',
  ladder_version: 'x',
});

function levelAt(moves: readonly Move[], key: string, moment: Date) {
  const before = moves.filter(one => one.key === key && one.at <= moment);
  // Of two at the same time, the one that was noted last.
  return [...before].sort((one, other) => +one.at - +other.at).at(-1)?.toLevel;
}

/** How often each value is there, in the order of the values. */
function countsOf(values: ReadonlyArray<string | undefined>) {
  return [...new Set(values.flatMap(value => value ?? []))]
    .sort()
    .map(value => ({
      value,
      count: values.filter(one => one === value).length,
    }));
}

function summarise({ assessed, moves }: World, user: string) {
  const listed = listedFor(user, assessed).map(service => ({
    ...service,
    monthAgo: levelAt(moves, service.key, daysAgo(30)),
    yearAgo: levelAt(moves, service.key, daysAgo(365)),
  }));
  const count = (matches: (service: (typeof listed)[number]) => unknown) =>
    listed.filter(matches).length;
  const times = listed.map(({ assessedAt }) => assessedAt.toISOString());
  return {
    totalItems: listed.length,
    levels: [{ level: 0, name: 'Not assessed' }, ...defaultLadder.levels].map(
      definition => ({
        ...definition,
        count: count(({ level }) => level === definition.level),
        yearAgo: count(({ yearAgo }) => yearAgo === definition.level),
      }),
    ),
    // What was not assessed then has not moved.
    upThisMonth: count(
      ({ level, monthAgo }) => monthAgo !== undefined && level > monthAgo,
    ),
    downThisMonth: count(
      ({ level, monthAgo }) => monthAgo !== undefined && level < monthAgo,
    ),
    atRisk: count(({ atRiskUntil }) => atRiskUntil),
    owners: countsOf(listed.map(({ owner }) => owner)),
    systems: countsOf(listed.map(({ system }) => system)),
    kinds: countsOf(listed.map(({ key }) => key.split(':')[0])),
    asOf: times.sort()[0],
  };
}

/** What is counted of the portfolio. */
export const portfolioSummary: ListModel = createListModel({
  operations: ['getPortfolioSummary'],
  world: fc.record({
    assessed: assessedServices,
    moves: fc.array(move, { minLength: 0, maxLength: 80, size: 'max' }),
  }),
  ask: fc.constantFrom(reader, reader, stranger, stranger, barred),
  toTables: ({ assessed, moves }) => ({
    ...toServiceTables(assessed),
    maturity_history: moves.map(toHistoryRow),
  }),
  compare: (stage, world, user) =>
    compareAnswer(
      stage,
      { operation: 'getPortfolioSummary', user },
      summarise(world, user),
    ),
});
