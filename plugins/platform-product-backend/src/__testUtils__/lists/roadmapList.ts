import { entityParamsOf } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import { compareAnswer, createListModel, ListModel, someOf } from './ListModel';
import {
  carl,
  daysAgo,
  isFound,
  logsTeam,
  olga,
  ownerOf,
  reader,
  services,
  shopTeam,
  stranger,
} from './scene';
import { Tables } from './Stage';

const asked = services.slice(0, 3);
const ada = 'user:default/ada';
const ben = 'user:default/ben';
const by = 'user:default/writer';
const stages = ['now', 'next', 'later', 'shipped'] as const;
/** No two items stand at the same place, or shipped at the same time. */
const places = Array.from({ length: 20 }, (_, n) => n);
const groupOf: Readonly<Record<string, string>> = {
  [olga]: logsTeam,
  [carl]: shopTeam,
};

const feedback = fc.record({
  id: fc.uuid({ version: 4 }),
  visibility: fc.constantFrom('public', 'team', 'anonymous'),
  author: fc.constantFrom(ada, olga, reader),
  voters: fc.subarray([ada, ben, carl]),
});

const item = fc.record({
  id: fc.uuid({ version: 4 }),
  entityRef: fc.constantFrom(...asked),
  stage: fc.constantFrom(...stages),
  isDraft: fc.constantFrom(false, false, true),
  feature: fc.constantFrom(undefined, 'cost'),
  feedback: fc.array(feedback, { maxLength: 3 }),
  isForgotten: fc.constantFrom(false, false, true),
  told: fc.subarray([ada, carl]),
});

type Given = typeof item extends fc.Arbitrary<infer T>
  ? T & { readonly key: number }
  : never;
type Linked = Given['feedback'][number];

const isDraftOf = ({ stage, isDraft }: Given) => isDraft && stage !== 'shipped';
const shippedAt = ({ key }: Given) => daysAgo(key);
const authorOf = ({ visibility, author }: Linked) =>
  visibility === 'anonymous' ? '' : author;
const titleOf = ({ visibility }: Linked) => `A wish that is ${visibility}`;

const toTables = (world: readonly Given[]): Tables => ({
  satisfaction_feedback: world.flatMap(given =>
    given.isForgotten
      ? []
      : given.feedback.map(one => ({
          id: one.id,
          entity_ref: given.entityRef,
          title: titleOf(one),
          visibility: one.visibility,
          created_by: authorOf(one),
          created_at: daysAgo(30),
          version: 1,
          status: 'open',
          idempotency_key: one.id,
        })),
  ),
  satisfaction_votes: world.flatMap(given =>
    given.isForgotten
      ? []
      : given.feedback.flatMap(({ id, voters }) =>
          voters.map(userRef => ({ feedback_id: id, user_ref: userRef })),
        ),
  ),
  updates_roadmap_items: world.map(given => ({
    id: given.id,
    entity_ref: given.entityRef,
    title: 'A better search',
    stage: given.stage,
    position: given.key,
    content: JSON.stringify({
      feature: given.feature,
      cutsKtlo: false,
      feedbackIds: given.feedback.map(({ id }) => id),
    }),
    is_draft: isDraftOf(given),
    stage_since: daysAgo(20),
    shipped_at: given.stage === 'shipped' ? shippedAt(given) : null,
    created_by: by,
    created_at: daysAgo(40),
    idempotency_key: given.id,
    version: 1,
  })),
  updates_roadmap_told: world.flatMap(({ id, told }) =>
    told.map(userRef => ({ item_id: id, user_ref: userRef })),
  ),
});

const isTeam = (user: string, ref: string) => ownerOf(ref) === groupOf[user];

function toItem(given: Given, user: string) {
  const { stage, feature, told } = given;
  const isOwn = isTeam(user, given.entityRef);
  const linked = given.isForgotten ? [] : given.feedback;
  const askers = new Set(
    linked.flatMap(one => [authorOf(one), ...one.voters].filter(Boolean)),
  );
  const isShipped = stage === 'shipped';
  return {
    id: given.id,
    entityRef: given.entityRef,
    title: 'A better search',
    stage,
    feature,
    cutsKtlo: false,
    isDraft: isDraftOf(given),
    stageSince: daysAgo(20).toISOString(),
    shippedAt: isShipped ? shippedAt(given).toISOString() : undefined,
    version: 1,
    createdBy: by,
    createdAt: daysAgo(40).toISOString(),
    feedback: linked
      .filter(
        ({ visibility, author }) =>
          visibility !== 'team' || isOwn || author === user,
      )
      .map(one => ({ id: one.id, title: titleOf(one) })),
    toTell:
      isOwn && !isShipped
        ? [...askers].filter(one => one !== user && !told.includes(one)).length
        : undefined,
    moved: isShipped && feature ? { state: 'nothing-before' } : undefined,
  };
}

/** The roadmap of a service, and the drafts of it for its team. */
export const roadmapList: ListModel = createListModel({
  operations: ['getRoadmap'],
  world: someOf(places, item),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl),
    key: fc.constantFrom(...asked),
    shipped: fc.constantFrom(undefined, 1, 2, 200),
  }),
  toTables,
  compare: (stage, world, { user, key, shipped }) => {
    const own = world
      .filter(({ entityRef }) => entityRef === key)
      .filter(given => !isDraftOf(given) || isTeam(user, key))
      .sort(
        (one, other) =>
          stages.indexOf(one.stage) - stages.indexOf(other.stage) ||
          one.key - other.key,
      );
    const done = own.filter(given => given.stage === 'shipped');
    const listed = [
      ...own.filter(given => given.stage !== 'shipped'),
      ...done.slice(0, shipped ?? 50),
    ];
    return compareAnswer(
      stage,
      {
        operation: 'getRoadmap',
        user,
        params: entityParamsOf(key),
        query: { shipped },
      },
      isFound(user, key)
        ? {
            items: listed.map(given => toItem(given, user)),
            totalShipped: done.length,
          }
        : undefined,
    );
  },
});
