import {
  Availability,
  RosterTerms,
} from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import { seldom, someOf } from './ListModel';
import {
  carl,
  daysAgo,
  logsTeam,
  olga,
  orphans,
  ownerOf,
  services,
  shopTeam,
} from './scene';
import { Row } from './Stage';

/** Services with rosters; the first is hidden from some, the last is lost. */
export const reviewed = [services[0], services[1], services[4], orphans[0]];

const ada = 'user:default/ada';
const ben = 'user:default/ben';
/** The catalog does not have them any more. */
const nobody = 'user:default/nobody';

export const reviewers = [ada, ben, carl, olga, nobody];

const hours = { workingDays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' };

/** What people have said of when they can review; the others have not. */
export const availabilities: Readonly<Record<string, Availability>> = {
  [ada]: {
    ...hours,
    timeZone: 'Pacific/Kiritimati',
    // There it is tomorrow already.
    away: [{ from: '2027-03-14', until: '2027-03-15' }],
    onRotation: true,
    maxOpenReviews: 7,
  },
  [carl]: {
    ...hours,
    timeZone: 'Europe/Berlin',
    away: [{ from: '2027-03-15', until: '2027-03-15' }],
    onRotation: false,
    maxOpenReviews: 1,
  },
};

export const availabilityRows: Row[] = Object.entries(availabilities).map(
  ([userRef, said]) => ({
    user_ref: userRef,
    availability: JSON.stringify(said),
    changed_at: daysAgo(1),
  }),
);

/** What everybody may know of it. */
const publicly: Readonly<Record<string, object>> = {
  [ada]: {
    maxOpenReviews: 7,
    onRotation: true,
    timeZone: 'Pacific/Kiritimati',
  },
  [carl]: {
    maxOpenReviews: 1,
    onRotation: false,
    timeZone: 'Europe/Berlin',
    awayUntil: '2027-03-15',
  },
};

const terms: fc.Arbitrary<RosterTerms> = fc.record({
  role: fc.constantFrom('shadow', 'reviewer', 'approver'),
  paths: fc.constantFrom([], ['charts/', 'docs/']),
  // A day that is named still counts.
  endsOn: fc.constantFrom(undefined, '2027-03-15', '2027-03-14'),
});

const time = fc.constantFrom(daysAgo(20), daysAgo(10));

const entry = fc.record({
  agreed: fc.oneof(terms, terms, fc.constant(undefined)),
  proposed: seldom(
    fc.record({ by: fc.constantFrom('person', 'owners'), terms }),
    2,
  ),
  proposedBy: fc.constantFrom(undefined, olga),
  sponsor: fc.constantFrom(undefined, olga),
  agreedAt: fc.option(time, { nil: undefined }),
  leftAt: seldom(time),
  emeritusSince: seldom(time),
});

/** What holds between a person and a service. */
export type Entry = typeof entry extends fc.Arbitrary<infer T>
  ? T & { readonly key: readonly [entityRef: string, userRef: string] }
  : never;

export const entries: fc.Arbitrary<readonly Entry[]> = someOf(
  reviewed.flatMap(ref => reviewers.map(user => [ref, user] as const)),
  entry,
);

const json = (value: unknown) =>
  value === undefined ? null : JSON.stringify(value);

export const toRosterRow = ({ key, ...given }: Entry): Row => ({
  entity_ref: key[0],
  user_ref: key[1],
  agreed: json(given.agreed),
  proposed: json(given.proposed),
  proposed_by: given.proposedBy ?? null,
  sponsor: given.sponsor ?? null,
  agreed_at: given.agreedAt ?? null,
  left_at: given.leftAt ?? null,
  emeritus_since: given.emeritusSince ?? null,
  changed_at: daysAgo(1),
});

export function statusOf({ agreed, proposed, leftAt, emeritusSince }: Entry) {
  const past = agreed || emeritusSince ? 'emeritus' : 'gone';
  if (leftAt) return past;
  if (agreed && agreed.endsOn !== '2027-03-14') return 'active';
  if (proposed) return proposed.by === 'owners' ? 'invited' : 'offered';
  return past;
}

export const proposalOf = ({ proposed }: Entry) =>
  proposed && { ...proposed.terms, by: proposed.by };

const request = fc.record({
  id: fc.uuid({ version: 4 }),
  entityRef: fc.constantFrom(...reviewed, services[7]),
  requestedBy: fc.constantFrom(ada, ben, olga),
  reviewer: fc.constantFrom(...reviewers),
  status: fc.constantFrom(
    'pending',
    'accepted',
    'completed',
    'withdrawn',
    'exhausted',
  ),
  paths: fc.constantFrom([], ['docs/a.md']),
  changeUrl: fc.constantFrom(undefined, 'https://example.com/1'),
  note: fc.constantFrom(undefined, 'Please.'),
  turns: fc.array(
    fc.record({
      reviewer: fc.constantFrom(...reviewers),
      outcome: fc.constantFrom('pending', 'declined', 'unanswered'),
      answeredAt: fc.option(time, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** A request for a review, made so many hours ago; no two at a time. */
export type Request = typeof request extends fc.Arbitrary<infer T>
  ? T & { readonly key: number }
  : never;

export const requests: fc.Arbitrary<readonly Request[]> = someOf(
  Array.from({ length: 30 }, (_, hour) => hour),
  request,
);

export const requestedAt = ({ key }: Request) => daysAgo(1 + key / 24);

const isClosed = ({ status }: Request) =>
  !['pending', 'accepted'].includes(status);

/** Whose turn it is, or who has done it; nobody of those who were asked. */
export const reviewerOf = ({ status, reviewer }: Request) =>
  status === 'exhausted' ? undefined : reviewer;

export function toRequestRow(given: Request): Row {
  return {
    id: given.id,
    entity_ref: given.entityRef,
    requested_by: given.requestedBy,
    requested_at: requestedAt(given),
    paths: JSON.stringify(given.paths),
    change_url: given.changeUrl ?? null,
    author: ben,
    note: given.note ?? null,
    status: given.status,
    reviewer: reviewerOf(given) ?? null,
    answer_due_at: given.status === 'pending' ? daysAgo(-2) : null,
    closed_at: isClosed(given) ? daysAgo(1) : null,
    idempotency_key: given.id,
  };
}

/** The last turn comes first, whatever the order in which they are kept. */
export const toTurnRows = (given: Request): Row[] =>
  given.turns
    .map((turn, index) => ({
      request_id: given.id,
      turn: index + 1,
      reviewer: turn.reviewer,
      asked_at: requestedAt(given),
      outcome: turn.outcome,
      answered_at: turn.answeredAt ?? null,
    }))
    .reverse();

export const toRequestItem = (given: Request) => ({
  id: given.id,
  entityRef: given.entityRef,
  requestedBy: given.requestedBy,
  requestedAt: requestedAt(given).toISOString(),
  paths: given.paths,
  changeUrl: given.changeUrl,
  note: given.note,
  status: given.status,
  reviewer: reviewerOf(given),
  answerDueAt:
    given.status === 'pending' ? daysAgo(-2).toISOString() : undefined,
  asked: given.turns.map(turn => ({
    reviewer: turn.reviewer,
    at: requestedAt(given).toISOString(),
    outcome: turn.outcome,
    answeredAt: turn.answeredAt?.toISOString(),
  })),
});

/** Open ones before closed ones, and the newest first. */
export const sortRequests = (given: readonly Request[]) =>
  [...given].sort(
    (one, other) =>
      Number(isClosed(one)) - Number(isClosed(other)) || one.key - other.key,
  );

/** How busy somebody is, and what they have said of it. */
export const loadOf = (userRef: string, made: readonly Request[]) => ({
  maxOpenReviews: 3,
  onRotation: true,
  ...publicly[userRef],
  openReviews:
    userRef === nobody
      ? 0
      : made.filter(one => reviewerOf(one) === userRef && !isClosed(one))
          .length,
});

/** What everybody sees of somebody on the roster of a service. */
export function toRosterItem(given: Entry, made: readonly Request[]) {
  const [entityRef, userRef] = given.key;
  const status = statusOf(given);
  const { agreed, leftAt, agreedAt } = given;
  const end =
    status === 'emeritus' && agreed?.endsOn
      ? `${agreed.endsOn}T23:59:59.999Z`
      : undefined;
  const team = { [olga]: logsTeam, [carl]: shopTeam }[userRef];
  return {
    ...loadOf(userRef, made),
    userRef,
    status,
    agreed,
    proposed: proposalOf(given),
    sponsor: given.sponsor,
    since: agreedAt?.toISOString(),
    leftAt: leftAt?.toISOString() ?? end,
    // The annotation makes nobody the product manager, who is of the team.
    isOutside: team !== ownerOf(entityRef) && userRef !== nobody,
    isKnown: userRef !== nobody,
  };
}
