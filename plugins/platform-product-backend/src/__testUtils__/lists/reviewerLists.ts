import {
  Availability,
  entityParamsOf,
} from '@platform-product/backstage-plugin-common';
import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import {
  assessedServices,
  listedFor,
  toServiceTables,
} from './assessedServices';
import {
  compareAnswer,
  comparePages,
  createListModel,
  ListModel,
  paging,
  seldom,
} from './ListModel';
import {
  availabilities,
  availabilityRows,
  entries,
  Entry,
  loadOf,
  proposalOf,
  Request,
  requestedAt,
  requests,
  reviewed,
  reviewerOf,
  sortRequests,
  statusOf,
  toRequestItem,
  toRequestRow,
  toRosterItem,
  toRosterRow,
  toTurnRows,
} from './rosters';
import { barred, isFound, olga, reader, services, stranger } from './scene';
import { Stage } from './Stage';

interface World {
  readonly on: readonly Entry[];
  readonly made: readonly Request[];
}

const world: fc.Arbitrary<World> = fc.record({ on: entries, made: requests });

const toTables = ({ on, made }: World) => ({
  reviewers_roster: on.map(toRosterRow),
  reviewers_availability: availabilityRows,
  reviewers_requests: made.map(toRequestRow),
  reviewers_request_turns: made.flatMap(toTurnRows),
});

const contains = (text: string, part: string) =>
  text.toLowerCase().includes(part.toLowerCase());

/** Those who review, across all services that have a title. */
export const reviewerList: ListModel = createListModel({
  operations: ['listReviewers'],
  world: fc.record({ ofServices: world, assessed: assessedServices }),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, barred),
    text: seldom(
      fc.constantFrom('LOG', 'ada', 'SVC-0', 'orphan', '%', 'no such thing'),
      2,
    ),
    paging,
  }),
  toTables: ({ ofServices, assessed }) => ({
    ...toTables(ofServices),
    ...toServiceTables(assessed),
  }),
  compare: (stage, { ofServices, assessed }, { user, text, paging: pages }) => {
    const { on, made } = ofServices;
    const titles = new Map(
      listedFor(user, assessed).map(({ key, title }) => [key, title]),
    );
    const items = on
      .flatMap(one => {
        const [entityRef, userRef] = one.key;
        const title = titles.get(entityRef);
        return statusOf(one) === 'active' && title !== undefined
          ? [{ entityRef, userRef, title, agreed: one.agreed! }]
          : [];
      })
      .filter(
        ({ title, entityRef, userRef }) =>
          !text ||
          [title, entityRef, userRef].some(part => contains(part, text)),
      )
      .sort(
        (one, other) =>
          one.title.localeCompare(other.title, 'en') ||
          one.userRef.localeCompare(other.userRef, 'en') ||
          one.entityRef.localeCompare(other.entityRef, 'en'),
      )
      .map(({ agreed, ...item }) => ({
        ...item,
        ...loadOf(item.userRef, made),
        role: agreed.role,
        paths: agreed.paths,
      }));
    return comparePages(
      stage,
      { operation: 'listReviewers', user, query: { text }, paging: pages },
      { items },
    );
  },
});

/** Everybody on the roster of one service, by their refs. */
export const rosterList: ListModel = createListModel({
  operations: ['getRoster'],
  world,
  ask: fc.record({
    user: fc.constantFrom(reader, stranger),
    key: fc.constantFrom(...reviewed),
  }),
  toTables,
  compare: (stage, { on, made }, { user, key }) => {
    const items = on
      .filter(one => one.key[0] === key && statusOf(one) !== 'gone')
      .sort((one, other) => one.key[1].localeCompare(other.key[1], 'en'))
      .map(one => toRosterItem(one, made));
    return compareAnswer(
      stage,
      { operation: 'getRoster', user, params: entityParamsOf(key) },
      isFound(user, key) ? { items } : undefined,
      // What else is known of a roster is no list.
      ({ items: answered }) => ({ items: answered }),
    );
  },
});

async function compareOwn(stage: Stage, { on, made }: World, user: string) {
  const byText = await stage.rank([...services, ...reviewed]);
  const seen = made.filter(({ entityRef }) => isFound(user, entityRef));
  const said: Availability | undefined = availabilities[user];
  await compareAnswer(
    stage,
    { operation: 'getMyReviews', user },
    {
      userRef: user,
      availability: said ?? defaultAvailability,
      isDefault: said === undefined,
      asked: sortRequests(seen.filter(one => reviewerOf(one) === user)).map(
        toRequestItem,
      ),
      requested: seen
        .filter(one => one.requestedBy === user)
        .sort((one, other) => +requestedAt(other) - +requestedAt(one))
        .map(toRequestItem),
      // Also of what the reader may not see: it is their own name.
      roster: on
        .filter(one => one.key[1] === user && statusOf(one) !== 'gone')
        .sort((one, other) => byText(one.key[0], other.key[0]))
        .map(one => ({
          entityRef: one.key[0],
          status: statusOf(one),
          agreed: one.agreed,
          proposed: proposalOf(one),
        })),
    },
  );
}

/** A person's own requests and rosters. */
export const myReviews: ListModel = createListModel({
  operations: ['getMyReviews'],
  world,
  ask: fc.constantFrom('user:default/ada', 'user:default/carl', olga, stranger),
  toTables,
  compare: compareOwn,
});
