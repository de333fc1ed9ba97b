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
  /** The calendar of a person, by person key. */
  readonly calendarOf: (person: string) => WorkingCalendar;
}

/** Earliest review, any approval and the earliest request of each person. */
function toReviews(
  change: ReviewedChange,
  { isHuman, calendarOf }: Options,
): ReviewRecord[] {
  const author = personKey(change.author);
  const byPerson = new Map<string, ReviewRecord>();
  const note = (person: SourcePerson, more: Partial<ReviewRecord>) => {
    const key = personKey(person);
    if (key === author || !isHuman(person)) return;
    const known = byPerson.get(key);
    byPerson.set(key, {
      person: key,
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
    const { requestedAt, reviewedAt, person } = review;
    return {
      ...review,
      responseHours:
        requestedAt && reviewedAt && reviewedAt >= requestedAt
          ? businessHoursBetween(requestedAt, reviewedAt, calendarOf(person))
          : undefined,
    };
  });
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (!a || !b) return a ?? b;
  return a <= b ? a : b;
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
  const { readyAt } = change;
  const counted = new Set(reviews.map(({ person }) => person));
  const [first] = change.reviews
    .flatMap(({ at, reviewer }) => {
      const person = personKey(reviewer);
      // What somebody said about a draft is no answer yet.
      return at && (!readyAt || at >= readyAt) && counted.has(person)
        ? [{ at, person }]
        : [];
    })
    .sort((a, b) => Number(a.at) - Number(b.at));
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
