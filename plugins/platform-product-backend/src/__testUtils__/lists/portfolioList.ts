import { portfolioSorts } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import {
  Assessed,
  assessedServices,
  atRiskOf,
  criteria,
  listedFor,
  owners,
  titles,
  toServiceTables,
} from './assessedServices';
import {
  comparePages,
  createListModel,
  ListModel,
  paging,
  seldom,
} from './ListModel';
import { parseCsv } from './parseCsv';
import {
  newestScore,
  Released,
  releasedServices,
  roundRows,
  toReleaseRows,
} from './releases';
import { barred, orphans, reader, services, stranger, systems } from './scene';
import { Stage } from './Stage';
import {
  Told,
  toldFiguresOf,
  toldServices,
  toNoticeRows,
} from './toldServices';

interface World {
  readonly assessed: readonly Assessed[];
  readonly released: readonly Released[];
  readonly told: readonly Told[];
}

const oneOrMore = (values: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.subarray([...values], { minLength: 1 }),
  );

const ask = fc.record({
  user: fc.constantFrom(reader, reader, stranger, stranger, barred),
  sort: fc.constantFrom(undefined, ...portfolioSorts, 'satisfaction' as const),
  order: fc.constantFrom(undefined, 'asc', 'desc'),
  level: seldom(oneOrMore(['0', '1', '2', '3'])),
  owner: seldom(oneOrMore([...owners, 'group:default/nobody'])),
  kind: seldom(oneOrMore(['component', 'API'])),
  system: seldom(oneOrMore([...systems, 'System:default/NONE'])),
  atRisk: seldom(fc.constantFrom('true', 'false')),
  text: seldom(
    fc.constantFrom(
      ...['LOGS', 'logs', '%', '_', '\\', '100%', '0_s', 'zoË', '"', '-1'],
      ...['svc-0', 'SVC-1', 'orphan', 'nothing of the kind'],
    ),
  ),
  paging,
});

type Ask = typeof ask extends fc.Arbitrary<infer T> ? T : never;

const isOneOf = (value: unknown, wanted: string | string[] | undefined) =>
  wanted === undefined ||
  [wanted].flat().some(one => one.toLowerCase() === `${value}`);

const contains = (text: string, part: string) =>
  text.toLowerCase().includes(part.toLowerCase());

function matches(service: Assessed, asked: Ask): boolean {
  const { key, title, owner, system, level, atRiskUntil } = service;
  return (
    isOneOf(level, asked.level) &&
    isOneOf(owner, asked.owner) &&
    isOneOf(system, asked.system) &&
    isOneOf(key.split(':')[0], asked.kind) &&
    (!asked.atRisk || asked.atRisk === `${Boolean(atRiskUntil)}`) &&
    (!asked.text || contains(title, asked.text) || contains(key, asked.text))
  );
}

/**
 * No owner is before all. Services without what they are sorted by come last, by
 * title, in either order.
 */
function sorted(
  found: readonly Assessed[],
  { sort = 'title', order = 'asc' }: Ask,
  of: {
    readonly score: (service: Assessed) => number | undefined;
    readonly told: (service: Assessed) => ReturnType<typeof toldFiguresOf>;
  },
  byText: (one: string, other: string) => number,
): Assessed[] {
  type Compare = (one: Assessed, other: Assessed) => number;
  const sign = order === 'asc' ? 1 : -1;
  const byRef: Compare = (one, other) => byText(one.key, other.key);
  const byTitle: Compare = (one, other) =>
    byText(one.title.toLowerCase(), other.title.toLowerCase()) ||
    byRef(one, other);
  if (sort === 'title') {
    return [...found].sort((one, other) => sign * byTitle(one, other));
  }
  if (sort === 'owner') {
    const ownerOf = ({ owner }: Assessed) => owner ?? '';
    return [...found].sort(
      (one, other) =>
        sign * (byText(ownerOf(one), ownerOf(other)) || byRef(one, other)),
    );
  }
  const valueOf = (service: Assessed) => {
    const values: Partial<Record<typeof sort, number>> = {
      level: service.level,
      measuredLevel: service.measuredLevel,
      levelSince: +service.levelSince,
      atRiskUntil: service.atRiskUntil && +service.atRiskUntil,
      satisfaction: of.score(service),
      openNotices: of.told(service)?.openNotices,
      timeToNotify: of.told(service)?.noticeMeasures.timeToNotify.p50,
    };
    return values[sort];
  };
  const has = (service: Assessed) => valueOf(service) !== undefined;
  return [
    ...found
      .filter(has)
      .sort(
        (one, other) =>
          sign * (valueOf(one)! - valueOf(other)! || byRef(one, other)),
      ),
    ...found.filter(service => !has(service)).sort(byTitle),
  ];
}

/** A service as the portfolio shows it. */
export function toItem(
  service: Assessed,
  released: Released | undefined,
  told?: Told,
) {
  const atRisk = atRiskOf(service);
  const [first] = service.heldBackBy;
  return {
    entityRef: service.key,
    title: service.title,
    kind: service.key.split(':')[0],
    owner: service.owner,
    system: service.system,
    level: service.level,
    levelWithoutWaivers: service.levelWithoutWaivers,
    measuredLevel: service.measuredLevel,
    declaredLevel: service.declaredLevel,
    atRiskUntil: atRisk?.until,
    atRisk,
    heldBackBy: service.heldBackBy,
    heldBackByTitle: criteria[first],
    levelSince: service.levelSince.toISOString(),
    satisfaction: newestScore(released),
    ...toldFiguresOf(told),
    asOf: service.assessedAt.toISOString(),
  };
}

/** A row of the export; a spreadsheet must take no text for a formula. */
function toRecord(item: ReturnType<typeof toItem>): Record<string, string> {
  const textOf = (value: unknown) => `${value ?? ''}`;
  const { satisfaction, title } = item;
  return {
    entityRef: item.entityRef,
    title: /^[=+\-@]/.test(title) ? `'${title}` : title,
    kind: item.kind,
    owner: textOf(item.owner),
    system: textOf(item.system),
    level: textOf(item.level),
    levelWithoutWaivers: textOf(item.levelWithoutWaivers),
    measuredLevel: textOf(item.measuredLevel),
    declaredLevel: textOf(item.declaredLevel),
    levelSince: item.levelSince,
    atRiskUntil: textOf(item.atRiskUntil),
    heldBackBy: item.heldBackBy.join(' '),
    satisfactionMean: satisfaction?.mean.mean.toFixed(2) ?? '',
    satisfactionRound: textOf(satisfaction?.roundId),
    openNotices: textOf(item.openNotices),
    timeToNotifyMinutes: textOf(item.noticeMeasures?.timeToNotify.p50),
    asOf: item.asOf,
  };
}

async function compare(
  stage: Stage,
  { assessed, released, told }: World,
  asked: Ask,
) {
  // What was released shows in lists once the room has said so.
  await stage.plugin.rebuildFigures();
  const byText = await stage.rank([
    ...new Set([
      ...['', ...owners, ...services, ...orphans],
      ...titles.map(title => title.toLowerCase()),
    ]),
  ]);
  const releasedOf = ({ key }: Assessed) =>
    released.find(release => release.key === key);
  const toldOf = ({ key }: Assessed) => told.find(item => item.key === key);
  const expected = sorted(
    listedFor(asked.user, assessed).filter(item => matches(item, asked)),
    asked,
    {
      score: service => newestScore(releasedOf(service))?.mean.mean,
      told: service => toldFiguresOf(toldOf(service)),
    },
    byText,
  ).map(service => toItem(service, releasedOf(service), toldOf(service)));

  const { user, paging: pages, ...query } = asked;
  await comparePages(
    stage,
    { operation: 'listPortfolio', user, query, paging: pages },
    { items: expected },
  );
  const csv = await stage.ask({ operation: 'exportPortfolio', user, query });
  expect(csv.status).toBe(200);
  expect(parseCsv(csv.text)).toEqual(expected.map(toRecord));
}

/** The portfolio, and the same as a file. */
export const portfolioList: ListModel = createListModel<World, Ask>({
  operations: ['listPortfolio', 'exportPortfolio'],
  world: fc.record({
    assessed: assessedServices,
    released: releasedServices,
    told: toldServices,
  }),
  ask,
  toTables: ({ assessed, released, told }) => ({
    ...toServiceTables(assessed),
    satisfaction_rounds: roundRows,
    satisfaction_releases: released.flatMap(toReleaseRows),
    updates_notices: told.flatMap(toNoticeRows),
  }),
  compare,
});
