import {
  businessHoursBetween,
  WorkingCalendar,
} from '@platform-product/backstage-plugin-common/rules';
import {
  ReviewedChange,
  SourcePerson,
} from '@platform-product/backstage-plugin-node';
import { personKey } from '../identities/personKey';
import { ChangeRecord, ReviewRecord } from './ReviewHistoryStore';

const mostPaths = 40;
const longestText = 1000;

/** What a database keeps, and a page shows. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f]|\p{Surrogate}/gu;
const plain = (text: string, longest = longestText) =>
  text.slice(0, longest).replace(unprintable, ' ');

const isWebUrl = (url: string | undefined) =>
  url && /^https?:\/\//.test(url) ? plain(url) : undefined;

/** Whether changes and reviews of a person count. */
export type IsHuman = (person: SourcePerson) => boolean;

interface Options {
  readonly isHuman: IsHuman;
  /** One text for all keys under which sources know a person. */
  readonly identityOf: (person: string) => string;
  /** The calendar of a person, by person key. */
  readonly calendarOf: (person: string) => WorkingCalendar;
}

/** Earliest review, any approval and the earliest request of each person. */
function toReviews(
  change: ReviewedChange,
  { isHuman, identityOf, calendarOf }: Options,
): ReviewRecord[] {
  const author = identityOf(personKey(change.author));
  const closedAt = change.closedAt ?? change.mergedAt;
  const byPerson = new Map<string, ReviewRecord>();
  const times = new Map<string, Date[]>();
  const note = (person: SourcePerson, more: Partial<ReviewRecord>) => {
    const key = personKey(person);
    const identity = identityOf(key);
    if (identity === author || !isHuman(person)) return;
    const known = byPerson.get(identity);
    if (more.reviewedAt) {
      times.set(identity, [...(times.get(identity) ?? []), more.reviewedAt]);
    }
    byPerson.set(identity, {
      person: known?.person ?? key,
      requestedAt: earlier(known?.requestedAt, more.requestedAt),
      reviewedAt: earlier(known?.reviewedAt, more.reviewedAt),
      isApproval: Boolean(known?.isApproval || more.isApproval),
      isAwaited: Boolean(known?.isAwaited || more.isAwaited),
    });
  };
  for (const { reviewer, at, isApproval } of change.reviews) {
    const reviewedAt = at ?? change.mergedAt ?? change.openedAt;
    note(reviewer, { reviewedAt, isApproval });
  }
  for (const { reviewer, at, isOpen } of change.reviewRequests) {
    note(reviewer, { requestedAt: at, isAwaited: isOpen && !change.closedAt });
  }
  return [...byPerson.values()].map(review => {
    const { requestedAt, person } = review;
    // What they said before they were asked, or once it was closed, is no answer.
    const answeredAt =
      requestedAt &&
      (times.get(identityOf(person)) ?? [])
        .filter(at => at >= requestedAt && (!closedAt || at <= closedAt))
        .sort((a, b) => Number(a) - Number(b))[0];
    return {
      ...review,
      responseHours: answeredAt
        ? businessHoursBetween(requestedAt, answeredAt, calendarOf(person))
        : undefined,
    };
  });
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b;
  return a <= b ? a : b;
}

interface Said {
  readonly at: Date;
  readonly person: string;
  readonly isApproval: boolean;
}

/**
 * From when a change waited, and for which review. What somebody said about a draft is no
 * answer yet, but an approval that stands leaves nothing to wait for. A review ends the
 * first wait, whatever becomes of the change afterwards; where it came only after the change
 * was ready again, nobody had to wait in between. Once it is closed, nobody waits
 * any more, so that what is said then came neither late nor in time.
 */
function waitOf(
  change: ReviewedChange,
  said: readonly Said[],
  isApprovedSometime: boolean,
): { readonly readyAt?: Date; readonly first?: Said } {
  const { readyAt, firstReadyAt = readyAt, mergedAt } = change;
  const { closedAt = mergedAt } = change;
  const inTime = said.filter(({ at }) => !closedAt || at <= closedAt);
  const first = inTime.find(({ at }) => !firstReadyAt || at >= firstReadyAt);
  if (first) {
    const isAfterAll = readyAt && first.at >= readyAt;
    return { readyAt: isAfterAll ? readyAt : firstReadyAt, first };
  }
  const isApproved =
    isApprovedSometime || inTime.some(({ isApproval }) => isApproval);
  return isApproved ? {} : { readyAt };
}

/**
 * A change as it is kept: who reviewed it, and how long it waited for the first
 * review by another person, in the hours that this person works. Undefined for
 * changes of machines.
 */
export function toChangeRecord(
  change: ReviewedChange,
  options: Options,
): ChangeRecord | undefined {
  if (!options.isHuman(change.author)) return undefined;
  const reviews = toReviews(change, options);
  const { identityOf } = options;
  const counted = new Map(
    reviews.map(({ person }) => [identityOf(person), person]),
  );
  const said = change.reviews
    .flatMap(({ at, reviewer, isApproval }) => {
      const person = counted.get(identityOf(personKey(reviewer)));
      return at && person ? [{ at, person, isApproval }] : [];
    })
    .sort((a, b) => Number(a.at) - Number(b.at));
  const isApprovedSometime = change.reviews.some(
    ({ at, reviewer, isApproval }) =>
      isApproval && !at && counted.has(identityOf(personKey(reviewer))),
  );
  const { readyAt, first } = waitOf(change, said, isApprovedSometime);
  return {
    changeId: plain(change.id, 200),
    url: isWebUrl(change.url),
    title: change.title && plain(change.title, 300),
    author: personKey(change.author),
    openedAt: change.openedAt,
    readyAt,
    mergedAt: change.mergedAt,
    closedAt: change.closedAt ?? change.mergedAt,
    updatedAt: change.updatedAt,
    paths: [...new Set(change.paths.map(path => plain(path)))].slice(
      0,
      mostPaths,
    ),
    firstReviewAt: first?.at,
    firstReviewer: first?.person,
    waitHours:
      readyAt && first
        ? businessHoursBetween(
            readyAt,
            first.at,
            options.calendarOf(first.person),
          )
        : undefined,
    reviews,
  };
}
