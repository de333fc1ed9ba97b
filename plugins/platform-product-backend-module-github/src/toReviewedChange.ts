import {
  ReviewedChange,
  SourcePerson,
} from '@platform-product/backstage-plugin-node';
import { nodesOf, Person, PullRequest } from './answers';

const MOST_PATHS = 40;

function toDate(time: string | null | undefined): Date | undefined {
  return time ? new Date(time) : undefined;
}

/** GitHub shows the account `ghost` in the place of deleted ones. */
function toPerson(person: Person | null, host: string): SourcePerson {
  const login = person?.login ?? 'ghost';
  const isBot = person?.__typename === 'Bot' || login.endsWith('[bot]');
  // Backstage writes the first into annotations, people the second.
  const ids = [person?.id, person?.databaseId].flatMap(id =>
    id ? String(id) : [],
  );
  return {
    host,
    login,
    ...(ids.length > 0 && { ids }),
    ...(isBot && { isBot }),
  };
}

function readyAtOf(pull: PullRequest): Date | undefined {
  if (pull.isDraft) return undefined;
  const [ready] = nodesOf(pull.readyEvents);
  return new Date(ready?.createdAt ?? pull.createdAt);
}

/** What was opened as a draft is ready for the first time with its first event. */
function firstReadyAtOf(pull: PullRequest): Date | undefined {
  const [first] = nodesOf(pull.firstDraftEvents);
  if (first?.__typename === 'ReadyForReviewEvent')
    return toDate(first.createdAt);
  return first || !pull.isDraft ? new Date(pull.createdAt) : undefined;
}

/** Whether somebody has said something from one time to another. */
function hasReviewed(
  pull: PullRequest,
  { login, from, until }: { login: string; from: string; until: string },
): boolean {
  return nodesOf(pull.reviews).some(
    ({ author, submittedAt }) =>
      author?.login === login &&
      submittedAt &&
      submittedAt >= from &&
      submittedAt <= until,
  );
}

/** When each person was asked; what was taken back unanswered is no request. */
function requestTimesOf(pull: PullRequest): ReadonlyMap<string, string[]> {
  const times = new Map<string, string[]>();
  for (const event of nodesOf(pull.requestEvents)) {
    const login = event.requestedReviewer?.login;
    // Teams have no login, and who is hidden from the token is null.
    if (!login) continue;
    const before = times.get(login) ?? [];
    const from = before.at(-1);
    if (event.__typename !== 'ReviewRequestRemovedEvent') {
      times.set(login, [...before, event.createdAt]);
    } else if (
      from &&
      !hasReviewed(pull, { login, from, until: event.createdAt })
    ) {
      times.set(login, before.slice(0, -1));
    }
  }
  return times;
}

/**
 * The first and the last request of each person: how long the answer to the first took
 * counts whatever they are asked again.
 */
function reviewRequestsOf(
  pull: PullRequest,
  host: string,
): ReviewedChange['reviewRequests'] {
  const awaited = nodesOf(pull.reviewRequests).flatMap(
    ({ requestedReviewer }) =>
      (requestedReviewer?.login && requestedReviewer) || [],
  );
  const open = new Set(awaited.map(({ login }) => login));
  const times = requestTimesOf(pull);
  const people = new Map<string, Person>();
  for (const person of [
    ...awaited,
    ...nodesOf(pull.requestEvents).map(event => event.requestedReviewer),
  ]) {
    if (person?.login && !people.has(person.login)) {
      people.set(person.login, person);
    }
  }
  return [...people].flatMap(([login, person]) => {
    const asked = times.get(login) ?? [];
    const reviewer = toPerson(person, host);
    const isOpen = !pull.closedAt && open.has(login);
    if (!asked.length) {
      return open.has(login) ? [{ reviewer, at: undefined, isOpen }] : [];
    }
    return [
      ...(asked.length > 1
        ? [{ reviewer, at: toDate(asked[0]), isOpen: false }]
        : []),
      { reviewer, at: toDate(asked.at(-1)), isOpen },
    ];
  });
}

/** Makes a change of a pull request as GitHub tells it. */
export function toReviewedChange(
  pull: PullRequest,
  host: string,
): ReviewedChange {
  const author = toPerson(pull.author, host);
  const authorLogin = pull.author?.login ?? 'ghost';
  return {
    id: String(pull.number),
    url: pull.url,
    title: pull.title,
    author,
    openedAt: new Date(pull.createdAt),
    readyAt: readyAtOf(pull),
    firstReadyAt: firstReadyAtOf(pull),
    mergedAt: toDate(pull.mergedAt),
    closedAt: toDate(pull.closedAt),
    updatedAt: new Date(pull.updatedAt),
    paths: nodesOf(pull.files)
      .slice(0, MOST_PATHS)
      .map(file => file.path),
    reviews: nodesOf(pull.reviews)
      // Pending reviews are the token owner's own, and not handed in yet.
      // Authors appear as reviewers when they answer in a thread.
      .filter(
        review =>
          review.state !== 'PENDING' &&
          (review.author?.login ?? 'ghost') !== authorLogin,
      )
      .map(review => ({
        id: review.id,
        reviewer: toPerson(review.author, host),
        at: toDate(review.submittedAt),
        isApproval: review.state === 'APPROVED',
      })),
    reviewRequests: reviewRequestsOf(pull, host),
  };
}
