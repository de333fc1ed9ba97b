import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import {
  compareAnswer,
  comparePages,
  createListModel,
  ListModel,
  paging,
  someOf,
} from './ListModel';
import {
  carl,
  catalogTitleOf,
  daysAgo,
  isFound,
  logsTeam,
  mayRead,
  now,
  olga,
  ownerOf,
  reader,
  services,
  shopTeam,
  stranger,
} from './scene';
import { Row, Stage, Tables } from './Stage';

const asked = services.slice(0, 3);
const website = 'component:default/website';
/** What uses the services, and who has a say in it. */
const reachable = [website, services[3], services[5], services[6]];
/** No two notices are published at the same time. */
const hours = Array.from({ length: 24 }, (_, n) => n + 1);
const groupOf: Readonly<Record<string, string>> = {
  [olga]: logsTeam,
  [carl]: shopTeam,
};

const openStatuses = ['identified', 'in-progress'];

const notice = fc.record({
  id: fc.uuid({ version: 4 }),
  entityRef: fc.constantFrom(...asked),
  state: fc.constantFrom(
    { kind: 'outage', status: 'identified' },
    { kind: 'outage', status: 'identified', isDraft: true },
    { kind: 'outage', status: 'resolved', endedAt: daysAgo(0, -5) },
    { kind: 'maintenance', status: 'in-progress', until: daysAgo(-1) },
    // Nobody has said yet that its time is over.
    { kind: 'maintenance', status: 'in-progress', until: daysAgo(0, -1) },
  ) as fc.Arbitrary<{
    readonly kind: string;
    readonly status: string;
    readonly isDraft?: boolean;
    readonly endedAt?: Date;
    readonly until?: Date;
  }>,
  reached: someOf(
    reachable,
    fc.record({
      through: fc.constantFrom(undefined, services[9], services[10]),
      owner: fc.constantFrom(logsTeam, shopTeam, carl, undefined),
      isSpared: fc.constantFrom(false, false, true),
      answer: fc.constantFrom(undefined, 'seen', 'not-affected'),
    }),
  ),
});

type Given = typeof notice extends fc.Arbitrary<infer T>
  ? T & { readonly key: number }
  : never;
type Reached = Given['reached'][number];

const writtenAt = ({ key }: Given) => daysAgo(key / 24);
const answeredAt = daysAgo(0, -9);
const by = 'user:default/ada';

function toRow(given: Given): Row {
  const { id, entityRef, state } = given;
  return {
    id,
    entity_ref: entityRef,
    kind: state.kind,
    impact: 'minor',
    status: state.status,
    title: 'Search is slow',
    content: JSON.stringify({ text: 'A node is away.' }),
    until_at: state.until ?? null,
    detected_at: daysAgo(2),
    published_at: state.isDraft ? null : writtenAt(given),
    told_afterwards: false,
    ended_at: state.endedAt ?? null,
    created_by: by,
    created_at: writtenAt(given),
    idempotency_key: id,
    version: 1,
    reached_version: 1,
  };
}

const pathOf = (given: Given, { key, through }: Reached) => [
  given.entityRef,
  ...(through ? [through] : []),
  key,
];

const toTables = (world: readonly Given[]): Tables => ({
  updates_notices: world.map(toRow),
  updates_notice_reach: world.flatMap(given =>
    given.reached.map(reached => ({
      notice_id: given.id,
      entity_ref: reached.key,
      path: JSON.stringify(pathOf(given, reached)),
      parents: '[]',
      is_spared: reached.isSpared,
      told_version: 1,
    })),
  ),
  updates_notice_owners: world.flatMap(given =>
    given.reached.flatMap(({ key, owner }) =>
      owner ? [{ notice_id: given.id, entity_ref: key, owner }] : [],
    ),
  ),
  updates_notice_answers: world.flatMap(given =>
    given.reached.flatMap(({ key, answer }) =>
      answer
        ? [
            {
              notice_id: given.id,
              entity_ref: key,
              answer,
              answered_by: by,
              answered_at: answeredAt,
            },
          ]
        : [],
    ),
  ),
});

const isOverByTime = ({ state: { until } }: Given) =>
  until !== undefined && until <= now;

function stateOf(given: Given) {
  if (given.state.isDraft) return 'draft';
  const isOpen =
    openStatuses.includes(given.state.status) && !isOverByTime(given);
  return isOpen ? 'open' : 'over';
}

function reachOf({ state, reached }: Given) {
  if (state.isDraft) return undefined;
  const asking = reached.filter(({ isSpared }) => !isSpared);
  const countOf = (kind: string) =>
    asking.filter(({ answer }) => answer === kind).length;
  return {
    entities: asking.length,
    answered: countOf('seen') + countOf('not-affected'),
    answers: {
      seen: countOf('seen'),
      'not-affected': countOf('not-affected'),
      affected: 0,
      repaired: 0,
    },
    spared: reached.length - asking.length,
  };
}

const toNotice = (given: Given) => ({
  id: given.id,
  entityRef: given.entityRef,
  kind: given.state.kind,
  impact: 'minor',
  status: isOverByTime(given) ? 'completed' : given.state.status,
  title: 'Search is slow',
  text: 'A node is away.',
  until: given.state.until?.toISOString(),
  detectedAt: daysAgo(2).toISOString(),
  publishedAt: given.state.isDraft ? undefined : writtenAt(given).toISOString(),
  toldAfterwards: false,
  endedAt: given.state.endedAt?.toISOString(),
  version: 1,
  createdBy: by,
  createdAt: writtenAt(given).toISOString(),
  updates: [],
});

const toAnswer = (given: Given, reached: Reached) => ({
  entityRef: reached.key,
  path: pathOf(given, reached),
  owners: reached.owner ? [reached.owner] : [],
  answer: reached.answer,
  by: reached.answer && by,
  at: reached.answer && answeredAt.toISOString(),
  isSpared: reached.isSpared,
});

const isTeam = (user: string, ref: string) => ownerOf(ref) === groupOf[user];
const states = ['open', 'draft', 'over'];

/** The notices of a service, and its drafts for its team. */
export const noticeList: ListModel = createListModel({
  operations: ['listNotices'],
  world: someOf(hours, notice),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl),
    key: fc.constantFrom(...asked),
    state: fc.constantFrom(undefined, ...states),
    paging,
  }),
  toTables,
  compare: (stage, world, { user, key, state, paging: pages }) => {
    const items = world
      .filter(({ entityRef }) => entityRef === key)
      .filter(one => stateOf(one) !== 'draft' || isTeam(user, key))
      .filter(one => state === undefined || stateOf(one) === state)
      .sort(
        (one, other) =>
          states.indexOf(stateOf(one)) - states.indexOf(stateOf(other)) ||
          one.key - other.key,
      )
      .map(one => ({ ...toNotice(one), reach: reachOf(one) }));
    return comparePages(
      stage,
      {
        operation: 'listNotices',
        user,
        params: entityParamsOf(key),
        query: { state },
        paging: pages,
      },
      isFound(user, key) ? { items } : undefined,
    );
  },
});

/** What a notice reaches, for the team of the service. */
export const noticeAnswerList: ListModel = createListModel({
  operations: ['listNoticeAnswers'],
  world: someOf(hours, notice),
  ask: fc.record({ index: fc.nat({ max: 40 }), paging }),
  toTables,
  compare: async (stage, world, { index, paging: pages }) => {
    const given = world[index % (world.length + 1)] as Given | undefined;
    const team = given && ownerOf(given.entityRef) === logsTeam ? olga : carl;
    const byRef = await stage.rank(reachable);
    const items =
      given &&
      [...given.reached].sort(
        (one, other) =>
          Number(one.isSpared) - Number(other.isSpared) ||
          Number(Boolean(one.answer)) - Number(Boolean(other.answer)) ||
          byRef(one.key, other.key),
      );
    return comparePages(
      stage,
      {
        operation: 'listNoticeAnswers',
        user: team,
        params: { id: given?.id ?? '00000000-0000-4000-8000-000000000000' },
        paging: pages,
      },
      given && { items: items!.map(reached => toAnswer(given, reached)) },
    );
  },
});

async function compareConcerning(
  stage: Stage,
  world: readonly Given[],
  { user, key }: { readonly user: string; readonly key?: string },
) {
  const byText = await stage.rank([...reachable, ...world.map(({ id }) => id)]);
  const ownsIt = (owner: string | undefined) =>
    owner !== undefined && [user, groupOf[user]].includes(owner);
  const sees = (ref: string) =>
    ref === website || (services.includes(ref) && mayRead(user, ref));
  const items = [...world]
    .filter(given => stateOf(given) === 'open' && sees(given.entityRef))
    .sort((one, other) => one.key - other.key || byText(one.id, other.id))
    .flatMap(given =>
      [...given.reached]
        .filter(reached => !reached.isSpared && sees(reached.key))
        .filter(reached => (key ? reached.key === key : ownsIt(reached.owner)))
        .sort((one, other) => byText(one.key, other.key))
        .map(reached => {
          const canAnswer = ownsIt(reached.owner);
          const answer = toAnswer(given, reached);
          return {
            notice: toNotice(given),
            title: catalogTitleOf(given.entityRef),
            concerned: {
              ...answer,
              path: answer.path.filter(sees),
              by: canAnswer ? answer.by : undefined,
            },
            isDirect: answer.path.length <= 2,
            canAnswer,
          };
        }),
    );
  await compareAnswer(
    stage,
    { operation: 'listConcerningNotices', user, query: { entityRef: key } },
    { items, totalItems: items.length, pageInfo: {} },
  );
}

/** Open notices that concern an entity, or what somebody owns. */
export const concerningNotices: ListModel = createListModel({
  operations: ['listConcerningNotices'],
  world: someOf(hours, notice),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl),
    key: fc.constantFrom(undefined, ...reachable),
  }),
  toTables,
  compare: compareConcerning,
});

/** Rows of which every list of notices has so many. */
export function noticeRowsForAll(
  lists: ReadonlyArray<{ readonly entityRef: string; readonly ids: string[] }>,
): Tables {
  const world = lists.flatMap(({ entityRef, ids }) =>
    ids.map(
      (id, n): Given => ({
        id,
        key: n / 1000,
        entityRef,
        state: { kind: 'outage', status: 'resolved', endedAt: daysAgo(0) },
        reached: [],
      }),
    ),
  );
  const reached = lists.flatMap(({ ids }) =>
    ids.map((_, n) => ({
      notice_id: ids[0],
      entity_ref: `component:default/n-${`${n}`.padStart(5, '0')}`,
      path: '[]',
      parents: '[]',
      is_spared: false,
      told_version: 1,
    })),
  );
  return { ...toTables(world), updates_notice_reach: reached };
}
