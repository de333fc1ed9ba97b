import { NotFoundError } from '@backstage/errors';
import {
  ForgeCaller,
  ReadChangesOptions,
  ReviewedChangePage,
} from '@platform-product/backstage-plugin-node';
import { nodesOf, PullRequest, PullRequestsAnswer, RateLimit } from './answers';
import { GitHubApi } from './GitHubApi';
import { isErrorOfType } from './GitHubFailure';
import { GitHubRepository, repositoryIdOf } from './gitHubUrls';
import { Portion } from './Portion';
import { PULL_REQUESTS } from './queries';
import { formatCursor, parseCursor, ReadingPlace } from './readingPlace';
import { toReviewedChange } from './toReviewedChange';

// What GitHub writes at the same time does not become visible at the same
// time, so each run goes a little further back than the last one began.
const OVERLAP = 5 * 60_000;

// Other parts of Backstage live on the same points.
const RESERVED_SHARE = 0.1;

function isScarce(limit: RateLimit | null): limit is RateLimit {
  return (
    limit !== null &&
    limit.remaining < Math.max(limit.cost, limit.limit * RESERVED_SHARE)
  );
}

function updatedAt(pull: PullRequest): number {
  return Date.parse(pull.updatedAt);
}

/** Where reading stands after a page; the last page of a run completes it. */
function placeAfter(options: {
  readonly place: ReadingPlace;
  readonly pulls: readonly PullRequest[];
  /** GitHub's cursor of the next page; undefined after the last one. */
  readonly after: string | undefined;
}): ReadingPlace {
  const { place, pulls, after } = options;
  const newest = new Date(
    Math.max(...pulls.map(updatedAt), place.watermark?.getTime() ?? 0),
  );
  const watermark = place.run?.watermark ?? newest;
  return after
    ? { watermark: place.watermark, run: { watermark, after } }
    : { watermark };
}

/**
 * Reads the pull requests that were updated since the last complete run, from
 * the last updated one backwards. Those that are updated in the meantime jump
 * to the front, behind the reader: they are newer than the watermark of this
 * run, so the next one finds them.
 */
export async function* readPullRequests(
  options: ReadChangesOptions &
    GitHubRepository & {
      readonly api: GitHubApi;
      readonly caller: ForgeCaller;
      readonly pageSize: number;
    },
): AsyncGenerator<ReviewedChangePage, void, undefined> {
  const { repositoryUrl, host, owner, name, api, signal } = options;
  const portion = new Portion(options.pageSize);
  let place = parseCursor(options.cursor);
  const since = (place.watermark?.getTime() ?? 0) - OVERLAP;

  const readPage = async (): Promise<PullRequestsAnswer> => {
    const after = place.run?.after;
    try {
      return await api.query({
        repositoryUrl,
        query: PULL_REQUESTS,
        variables: () => ({
          owner,
          name,
          after,
          first: portion.first,
          lean: portion.lean,
        }),
        portion,
        signal,
      });
    } catch (error) {
      const isLost = isErrorOfType(error, 'INVALID_CURSOR_ARGUMENTS');
      if (!after || !isLost) throw error;
      place = { watermark: place.watermark };
      return readPage();
    }
  };

  do {
    const answer = await readPage();
    if (!answer.repository) {
      throw new NotFoundError(`No repository found at '${repositoryUrl}'`);
    }
    const { pullRequests } = answer.repository;
    const pulls = nodesOf(pullRequests);
    const fresh = pulls.filter(pull => updatedAt(pull) >= since);
    const { hasNextPage, endCursor } = pullRequests.pageInfo;
    const goesOn = hasNextPage && fresh.length === pulls.length;
    place = placeAfter({
      place,
      pulls,
      after: (goesOn && endCursor) || undefined,
    });
    yield {
      changes: fresh.map(pull => toReviewedChange(pull, host)),
      cursor: formatCursor(place),
      repositoryId: repositoryIdOf(host, answer.repository.databaseId),
    };
    if (place.run && isScarce(answer.rateLimit)) {
      await options.caller.waitUntil(
        new Date(answer.rateLimit.resetAt),
        signal,
      );
    }
  } while (place.run);
}
