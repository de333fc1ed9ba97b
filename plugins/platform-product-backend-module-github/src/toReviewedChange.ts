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
  return { host, login, ...(isBot && { isBot }) };
}

function readyAtOf(pull: PullRequest): Date | undefined {
  if (pull.isDraft) return undefined;
  const [ready] = nodesOf(pull.readyEvents);
  return new Date(ready?.createdAt ?? pull.createdAt);
}

/** One request for each person: the last one, as it is the one that counts. */
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
  const requests = new Map<string, ReviewedChange['reviewRequests'][number]>();
  for (const request of [...awaited, ...nodesOf(pull.requestEvents)]) {
    const reviewer = request.requestedReviewer;
    // Teams have no login, and who is hidden from the token is null.
    if (!reviewer?.login) continue;
    requests.set(reviewer.login, {
      reviewer: toPerson(reviewer, host),
      at: toDate(request.createdAt),
      isOpen: !pull.closedAt && open.has(reviewer.login),
    });
  }
  return [...requests.values()];
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
