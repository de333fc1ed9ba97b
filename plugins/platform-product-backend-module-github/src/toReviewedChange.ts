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

/**
 * The first and the last request of each person: how long the answer to the first took
 * counts whatever they are asked again.
 */
function reviewRequestsOf(
  pull: PullRequest,
  host: string,
): ReviewedChange['reviewRequests'] {
  const awaited = nodesOf(pull.reviewRequests).map(request => ({
    requestedReviewer: request.requestedReviewer,
    createdAt: undefined,
  }));
  const open = new Set(
    awaited.map(request => request.requestedReviewer?.login),
  );
  type Request = ReviewedChange['reviewRequests'][number];
  const requests = new Map<string, { first?: Request; last: Request }>();
  for (const request of [...awaited, ...nodesOf(pull.requestEvents)]) {
    const reviewer = request.requestedReviewer;
    // Teams have no login, and who is hidden from the token is null.
    if (!reviewer?.login) continue;
    const last = {
      reviewer: toPerson(reviewer, host),
      at: toDate(request.createdAt),
      isOpen: !pull.closedAt && open.has(reviewer.login),
    };
    const known = requests.get(reviewer.login);
    const isAgain = known?.last.at !== undefined;
    requests.set(reviewer.login, {
      first:
        known?.first ??
        (isAgain ? { ...known.last, isOpen: false } : undefined),
      last,
    });
  }
  return [...requests.values()].flatMap(({ first, last }) =>
    first ? [first, last] : [last],
  );
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
