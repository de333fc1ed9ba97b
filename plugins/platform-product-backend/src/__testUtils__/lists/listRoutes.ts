import {
  AnyRouteDefinition,
  entityParamsOf,
  routes,
  portfolioSorts,
} from '@platform-product/backstage-plugin-common';
import { z } from 'zod';
import { toServiceTables } from './assessedServices';
import { roundRows } from './releases';
import { eventRowsForAll, startForAll } from './eventLists';
import { noticeRowsForAll } from './noticeLists';
import { postRowsForAll } from './postLists';
import { carl, daysAgo, moreServices, olga, reader, services } from './scene';
import { Asked, Operation, Row, Tables } from './Stage';

const all = Object.entries<AnyRouteDefinition>(routes) as ReadonlyArray<
  readonly [Operation, AnyRouteDefinition]
>;

const namesOf = (
  isWanted: (route: AnyRouteDefinition) => boolean,
): Operation[] =>
  all.filter(([, route]) => isWanted(route)).map(([operation]) => operation);

function holdsArray(field: unknown): boolean {
  if (field instanceof z.ZodOptional) return holdsArray(field.unwrap());
  return field instanceof z.ZodArray;
}

/** Routes that answer with rows of any kind. */
export const operationsWithRows = namesOf(
  ({ method, contentType, response }) =>
    method === 'get' &&
    (contentType !== 'application/json' ||
      (response instanceof z.ZodObject &&
        Object.values(response.shape).some(holdsArray))),
);

/** Of these, what tells of one thing, whose parts are not looked through. */
export const operationsOnOneThing: readonly Operation[] = [
  'getMaturity',
  'getNotice',
  'getFollow',
  'getCalendarFile',
  'readCalendar',
  'getPost',
  'getEvent',
  'getRoadmapItem',
  'getContributing',
  'getSatisfaction',
  'getReviewRequest',
  'getReviewTimes',
];

/** Routes whose answers come in pages. */
export const pagedOperations = namesOf(({ query }) => 'cursor' in query.shape);

/** How many rows a page has where nobody says. */
export const usualSizes: Partial<Record<Operation, number>> = {
  getLevelHistory: 100,
  listReviewers: 50,
  listFeedback: 50,
  listResearch: 20,
  listAllWaivers: 50,
  listNotices: 50,
  listNoticeAnswers: 50,
  listPosts: 50,
  listNewPosts: 50,
  listEvents: 50,
  listAttendance: 50,
  listPortfolio: 50,
};

/** Services that have so many rows in each of their lists. */
const [one, other] = [services[1], services[2]];

const onService = (operation: Operation, ref: string): Asked => ({
  operation,
  user: reader,
  params: entityParamsOf(ref),
});

const uuidOf = (ref: string, n: number) =>
  `00000000-0000-4000-8000-${`${services.indexOf(ref)}${`${n}`.padStart(
    4,
    '0',
  )}`.padStart(12, '0')}`;

/** All lists that come in pages: a list of another service or order is another one. */
export const pagedLists: readonly Asked[] = [
  ...(
    [
      'getLevelHistory',
      'listFeedback',
      'listResearch',
      'listNotices',
      'listPosts',
      'listEvents',
    ] as const
  ).flatMap(operation => [
    onService(operation, one),
    onService(operation, other),
  ]),
  { operation: 'listReviewers', user: reader },
  { operation: 'listAllWaivers', user: reader },
  { operation: 'listNewPosts', user: carl },
  ...[
    { user: carl, ref: one },
    { user: olga, ref: other },
  ].flatMap(({ user, ref }): Asked[] => [
    {
      operation: 'listNoticeAnswers' as const,
      user,
      params: { id: uuidOf(ref, 0) },
    },
    {
      operation: 'listAttendance' as const,
      user,
      params: { id: uuidOf(ref, 0), start: startForAll },
    },
  ]),
  ...portfolioSorts.flatMap(sort =>
    ['asc', 'desc'].map(order => ({
      operation: 'listPortfolio' as const,
      user: reader,
      query: { sort, order },
    })),
  ),
];

const listsOf = (numbers: readonly number[]) =>
  [one, other].map(entityRef => ({
    entityRef,
    ids: numbers.map(n => uuidOf(entityRef, n)),
  }));

/** So many rows in each of the lists. */
export function rowsForAll(count: number): Tables {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const onBoth = (toRow: (ref: string, n: number) => Row) =>
    [one, other].flatMap(ref => numbers.map(n => toRow(ref, n)));
  return {
    ...toServiceTables(
      numbers.map(n => ({
        key: n ? `component:default/n-${`${n}`.padStart(5, '0')}` : one,
        title: 'Same',
        owner: reader,
        productManager: undefined,
        system: undefined,
        level: 1,
        levelWithoutWaivers: 1,
        measuredLevel: 1,
        declaredLevel: undefined,
        atRiskUntil: undefined,
        heldBackBy: [],
        levelSince: daysAgo(1),
        assessedAt: daysAgo(1),
        goneAt: undefined,
      })),
    ),
    maturity_history: onBoth(ref => ({
      entity_ref: ref,
      at: daysAgo(1),
      from_level: 0,
      to_level: 1,
      level_without_waivers: 1,
      measured_level: 1,
      at_risk: null,
      reason: 'evidence',
      causes: '[]',
      ladder_version: 'x',
    })),
    maturity_waivers: numbers.map(n => ({
      id: uuidOf(one, n),
      entity_ref: one,
      criterion_id: 'guide',
      reason: 'The guide is being written.',
      requested_by: reader,
      requested_at: daysAgo(1),
      expires_at: daysAgo(-1),
      idempotency_key: uuidOf(one, n),
    })),
    satisfaction_feedback: onBoth((ref, n) => ({
      id: uuidOf(ref, n),
      entity_ref: ref,
      title: 'Same',
      text: null,
      visibility: 'public',
      created_by: reader,
      created_at: daysAgo(1),
      status: 'open',
      idempotency_key: uuidOf(ref, n),
    })),
    satisfaction_research: onBoth((ref, n) => ({
      id: uuidOf(ref, n),
      entity_ref: ref,
      kind: 'interview',
      date: '2027-03-01',
      learned: 'They have no time to read.',
      created_by: reader,
      created_at: daysAgo(1),
      idempotency_key: uuidOf(ref, n),
    })),
    updates_follows: [...services, ...moreServices].map(ref => ({
      entity_ref: ref,
      user_ref: reader,
      followed_at: daysAgo(1),
    })),
    ...postRowsForAll(listsOf(numbers)),
    ...noticeRowsForAll(listsOf(numbers)),
    ...eventRowsForAll(listsOf(numbers)),
    satisfaction_rounds: roundRows,
    reviewers_requests: numbers.map(n => ({
      id: uuidOf(one, n),
      entity_ref: one,
      requested_by: reader,
      requested_at: daysAgo(n),
      paths: '[]',
      author: reader,
      status: 'accepted',
      reviewer: reader,
      idempotency_key: uuidOf(one, n),
    })),
    reviewers_roster: numbers.map(n => ({
      entity_ref: one,
      user_ref: `user:default/n-${n}`,
      agreed: JSON.stringify({ role: 'reviewer', paths: [] }),
      changed_at: daysAgo(1),
    })),
  };
}
