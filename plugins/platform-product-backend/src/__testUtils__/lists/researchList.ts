import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import { comparePages, createListModel, ListModel, paging } from './ListModel';
import { daysAgo, isFound, reader, services, stranger } from './scene';
import { Row } from './Stage';

const asked = services.slice(0, 3);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The first day that counts as recent. */
const since = dayOf(daysAgo(180));

const entry = fc.record({
  id: fc.uuid({ version: 4 }),
  entityRef: fc.constantFrom(...asked),
  kind: fc.constantFrom(...researchKinds),
  date: fc.constantFrom(
    ...[181, 180, 179, 1, 0, -1].map(days => dayOf(daysAgo(days))),
  ),
  team: fc.constantFrom(undefined, 'The shop'),
  learned: fc.constantFrom('They have no time to read.'),
  follows: fc.constantFrom(undefined, 'We write less.'),
  link: fc.constantFrom(undefined, 'https://example.com/1'),
  by: fc.constantFrom('user:default/ada', 'user:default/ben'),
  at: fc.constantFrom(daysAgo(1), daysAgo(1, 1), daysAgo(0)),
});

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const toRow = (noted: Entry): Row => ({
  id: noted.id,
  entity_ref: noted.entityRef,
  kind: noted.kind,
  date: noted.date,
  team: noted.team ?? null,
  learned: noted.learned,
  follows: noted.follows ?? null,
  link: noted.link ?? null,
  created_by: noted.by,
  created_at: noted.at,
  idempotency_key: noted.id,
});

/** How a team has listened, the newest first. */
export const researchList: ListModel = createListModel({
  operations: ['listResearch'],
  world: fc.array(entry, { maxLength: 40, size: 'max' }),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger),
    key: fc.constantFrom(...asked),
    paging,
  }),
  toTables: noted => ({ satisfaction_research: noted.map(toRow) }),
  compare: (stage, noted, { user, key, paging: pages }) => {
    const own = noted.filter(({ entityRef }) => entityRef === key);
    const items = [...own]
      .sort(
        (one, other) =>
          other.date.localeCompare(one.date) ||
          +other.at - +one.at ||
          (one.id < other.id ? -1 : 1),
      )
      .map(one => ({ ...one, at: one.at.toISOString() }));
    const recent = Object.fromEntries(
      researchKinds.flatMap(kind => {
        const count = own.filter(
          one => one.kind === kind && one.date >= since,
        ).length;
        return count ? [[kind, count]] : [];
      }),
    );
    return comparePages(
      stage,
      {
        operation: 'listResearch',
        user,
        params: entityParamsOf(key),
        paging: pages,
      },
      isFound(user, key) ? { items, more: { recent } } : undefined,
    );
  },
});
