import {
  entityParamsOf,
  FeedbackStatus,
} from '@platform-product/backstage-plugin-common';
import { feedbackStatuses } from '@platform-product/backstage-plugin-common/rules';
import fc from 'fast-check';
import {
  comparePages,
  createListModel,
  ListModel,
  paging,
  seldom,
} from './ListModel';
import {
  carl,
  daysAgo,
  isFound,
  logsTeam,
  olga,
  ownerOf,
  reader,
  services,
  stranger,
} from './scene';
import { Row } from './Stage';

const asked = services.slice(0, 3);
const ada = 'user:default/ada';
const people = [ada, 'user:default/ben', carl, olga, reader];

const time = fc.constantFrom(daysAgo(3), daysAgo(3, 1), daysAgo(2));
const uuid = fc.uuid({ version: 4 });

const given = fc.record({
  id: uuid,
  entityRef: fc.constantFrom(...asked),
  title: fc.constantFrom('More logs', 'Fewer logs'),
  text: fc.constantFrom(undefined, 'Please.'),
  visibility: fc.constantFrom('public', 'team', 'team', 'anonymous'),
  author: fc.constantFrom(...people),
  at: time,
  version: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom(...feedbackStatuses),
  statusNote: fc.constantFrom(undefined, 'Next quarter.'),
  link: fc.constantFrom(undefined, 'https://example.com/1'),
  duplicateOf: seldom(uuid),
  movedAt: seldom(time),
  voters: fc.subarray(people),
  replies: fc.array(
    fc.record({
      id: uuid,
      text: fc.constantFrom('Yes.', 'No.'),
      by: fc.constantFrom(...people),
      fromTeam: fc.boolean(),
      at: time,
    }),
    { maxLength: 3 },
  ),
});

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

const authorOf = ({ visibility, author }: Given) =>
  visibility === 'anonymous' ? undefined : author;

const toRow = (item: Given): Row => ({
  id: item.id,
  entity_ref: item.entityRef,
  title: item.title,
  text: item.text ?? null,
  visibility: item.visibility,
  created_by: authorOf(item) ?? '',
  created_at: item.at,
  version: item.version,
  status: item.status,
  status_note: item.statusNote ?? null,
  link: item.link ?? null,
  duplicate_of: item.duplicateOf ?? null,
  moved_at: item.movedAt ?? null,
  idempotency_key: item.id,
});

const toReplyRows = ({ id, replies }: Given): Row[] =>
  replies.map(reply => ({
    id: reply.id,
    feedback_id: id,
    text: reply.text,
    created_by: reply.by,
    from_team: reply.fromTeam,
    created_at: reply.at,
    idempotency_key: reply.id,
  }));

const toVoteRows = ({ id, voters }: Given): Row[] =>
  voters.map(userRef => ({ feedback_id: id, user_ref: userRef }));

const byTimeAndId = (
  one: { readonly at: Date; readonly id: string },
  other: { readonly at: Date; readonly id: string },
) => +one.at - +other.at || (one.id < other.id ? -1 : 1);

const toItem = (item: Given, user: string) => ({
  id: item.id,
  entityRef: item.entityRef,
  title: item.title,
  text: item.text,
  visibility: item.visibility,
  author: authorOf(item),
  at: item.at.toISOString(),
  version: item.version,
  status: item.status,
  statusNote: item.statusNote,
  link: item.link,
  duplicateOf: item.duplicateOf,
  movedAt: item.movedAt?.toISOString(),
  votes: item.voters.length,
  hasMyVote: item.voters.includes(user),
  replies: [...item.replies]
    .sort(byTimeAndId)
    .map(reply => ({ ...reply, at: reply.at.toISOString() })),
});

/** What is for the team alone is seen by the team and its author. */
function isSeen(item: Given, user: string): boolean {
  const team = ownerOf(item.entityRef) === logsTeam ? olga : carl;
  return item.visibility !== 'team' || user === team || authorOf(item) === user;
}

/** Feedback on a service, the most wanted first. */
export const feedbackList: ListModel = createListModel({
  operations: ['listFeedback'],
  world: fc.array(given, { maxLength: 40, size: 'max' }),
  ask: fc.record({
    user: fc.constantFrom(reader, stranger, olga, carl, ada),
    key: fc.constantFrom(...asked),
    status: seldom(
      fc.oneof(
        fc.constantFrom(...feedbackStatuses),
        fc.subarray([...feedbackStatuses], { minLength: 1 }),
      ),
      2,
    ),
    paging,
  }),
  toTables: items => ({
    satisfaction_feedback: items.map(toRow),
    satisfaction_feedback_replies: items.flatMap(toReplyRows),
    satisfaction_votes: items.flatMap(toVoteRows),
  }),
  compare: (stage, items, { user, key, status, paging: pages }) => {
    const seen = items.filter(
      item => item.entityRef === key && isSeen(item, user),
    );
    const wanted: readonly FeedbackStatus[] = status
      ? [status].flat()
      : feedbackStatuses;
    const found = seen
      .filter(item => wanted.includes(item.status))
      .sort(
        (one, other) =>
          other.voters.length - one.voters.length ||
          +other.at - +one.at ||
          byTimeAndId(one, other),
      );
    const counts = Object.fromEntries(
      feedbackStatuses.flatMap(one => {
        const count = seen.filter(item => item.status === one).length;
        return count ? [[one, count]] : [];
      }),
    );
    return comparePages(
      stage,
      {
        operation: 'listFeedback',
        user,
        params: entityParamsOf(key),
        query: { status },
        paging: pages,
      },
      isFound(user, key)
        ? { items: found.map(item => toItem(item, user)), more: { counts } }
        : undefined,
    );
  },
});
