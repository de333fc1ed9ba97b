import {
  defaultLadder,
  entityParamsOf,
} from '@platform-product/backstage-plugin-common';
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
  someOf,
} from './ListModel';
import {
  barred,
  daysAgo,
  isFound,
  now,
  reader,
  services,
  stranger,
} from './scene';
import { Row } from './Stage';

const asked = services.slice(0, 3);
/** No two are asked for at the same time. */
const hours = Array.from({ length: 24 }, (_, n) => n + 1);

const waiver = fc.record({
  id: fc.uuid({ version: 4 }),
  entityRef: fc.constantFrom(...asked),
  criterionId: fc.constantFrom('guide', 'asked'),
  requestedBy: fc.constantFrom('user:default/ada', 'user:default/ben'),
  // It ends with its last moment.
  expiresAt: fc.constantFrom(now, daysAgo(0, 1), daysAgo(-9), daysAgo(0, -1)),
  decided: fc.constantFrom(
    undefined,
    { decision: 'approved', note: 'Fine.' },
    { decision: 'denied', note: undefined },
  ),
  revokedAt: fc.constantFrom(undefined, undefined, daysAgo(0, -1)),
});

type Given = typeof waiver extends fc.Arbitrary<infer T>
  ? T & { readonly key: number }
  : never;

const requestedAt = ({ key }: Given) => daysAgo(key / 24);
const titlesOfCriteria: Readonly<Record<string, string>> = Object.fromEntries(
  defaultLadder.criteria.map(({ id, title }) => [id, title]),
);

const decidedAt = daysAgo(0.01);
const admin = 'user:default/root';

function toRow(given: Given): Row {
  const { decided, revokedAt } = given;
  return {
    id: given.id,
    entity_ref: given.entityRef,
    criterion_id: given.criterionId,
    reason: 'The guide is being written.',
    requested_by: given.requestedBy,
    requested_at: requestedAt(given),
    expires_at: given.expiresAt,
    decision: decided?.decision ?? null,
    decided_by: decided ? admin : null,
    decided_at: decided ? decidedAt : null,
    note: decided?.note ?? null,
    revoked_by: revokedAt ? given.requestedBy : null,
    revoked_at: revokedAt ?? null,
    idempotency_key: given.id,
  };
}

function statusOf({ decided, revokedAt, expiresAt }: Given) {
  if (revokedAt) return 'revoked';
  if (decided?.decision === 'denied') return 'denied';
  if (expiresAt <= now) return 'expired';
  return decided ? 'approved' : 'pending';
}

const toItem = (given: Given) => ({
  id: given.id,
  entityRef: given.entityRef,
  criterionId: given.criterionId,
  reason: 'The guide is being written.',
  requestedBy: given.requestedBy,
  requestedAt: requestedAt(given).toISOString(),
  expiresAt: given.expiresAt.toISOString(),
  decision: given.decided?.decision,
  decidedBy: given.decided && admin,
  decidedAt: given.decided && decidedAt.toISOString(),
  note: given.decided?.note,
  revokedBy: given.revokedAt && given.requestedBy,
  revokedAt: given.revokedAt?.toISOString(),
  status: statusOf(given),
});

/** All waivers of a service, whatever became of them, the newest first. */
export const waiverList: ListModel = createListModel({
  operations: ['listWaivers'],
  world: someOf(hours, waiver),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger),
    key: fc.constantFrom(...asked),
  }),
  toTables: given => ({ maturity_waivers: given.map(toRow) }),
  compare: (stage, given, { user, key }) => {
    const items = given
      .filter(({ entityRef }) => entityRef === key)
      .sort((one, other) => one.key - other.key)
      .map(toItem);
    return compareAnswer(
      stage,
      { operation: 'listWaivers', user, params: entityParamsOf(key) },
      isFound(user, key)
        ? { items, totalItems: items.length, pageInfo: {} }
        : undefined,
    );
  },
});

const statuses = ['pending', 'approved', 'denied', 'expired', 'revoked'];

/** The waivers of all services that a reader may know of, the newest first. */
export const allWaivers: ListModel = createListModel({
  operations: ['listAllWaivers'],
  world: fc.record({
    given: someOf(hours, waiver),
    assessed: assessedServices,
  }),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, barred),
    status: fc.option(fc.subarray(statuses, { minLength: 1 }), {
      nil: undefined,
    }),
    paging,
  }),
  toTables: ({ given, assessed }) => ({
    ...toServiceTables(assessed),
    maturity_waivers: given.map(toRow),
  }),
  compare: (stage, { given, assessed }, { user, status, paging: pages }) => {
    const titles = new Map(
      listedFor(user, assessed).map(({ key, title }) => [key, title]),
    );
    const items = given
      .filter(({ entityRef }) => titles.has(entityRef))
      .filter(one => status?.includes(statusOf(one)) ?? true)
      .sort((one, other) => one.key - other.key)
      .map(one => ({
        ...toItem(one),
        title: titles.get(one.entityRef),
        criterion: titlesOfCriteria[one.criterionId],
      }));
    return comparePages(
      stage,
      { operation: 'listAllWaivers', user, query: { status }, paging: pages },
      { items },
    );
  },
});
