import {
  ReviewedChange,
  ReviewedChangePage,
} from '@platform-product/backstage-plugin-node';
import { MergeRequest } from './answers';
import { GitLabApi } from './GitLabApi';
import { projectIdOf } from './gitLabUrls';
import { formatCursor, parseCursor, ReadingPlace } from './readingPlace';
import { toReviewedChange } from './toReviewedChange';

// What GitLab writes at the same time does not become visible at the same
// time, so each run starts a little before the end of the last one.
const OVERLAP = 5 * 60_000;

const MOST_KNOWN = 100;

/** Names a state of a merge request. */
function stateOf(request: MergeRequest): string {
  return `${request.iid} ${request.updated_at}`;
}

/** Where reading stands after a page. */
function placeAfter(options: {
  readonly place: ReadingPlace;
  readonly requests: readonly MergeRequest[];
  readonly hasNextPage: boolean;
}): ReadingPlace {
  const { place, requests, hasNextPage } = options;
  const from = place.position?.getTime() ?? 0;
  const end = Math.max(
    from,
    ...requests.map(request => Date.parse(request.updated_at)),
  );
  const known = new Set([...place.known, ...requests.map(stateOf)]);
  return {
    position: new Date(end),
    page: hasNextPage && end === from ? place.page + 1 : 1,
    isRunning: hasNextPage,
    known: [...known]
      .filter(state => Date.parse(state.split(' ')[1]) >= end - OVERLAP)
      .slice(-MOST_KNOWN),
  };
}

/** A run that starts goes back a little. */
function startRun(place: ReadingPlace): ReadingPlace {
  return place.isRunning || !place.position
    ? place
    : {
        ...place,
        position: new Date(place.position.getTime() - OVERLAP),
        page: 1,
      };
}

/**
 * Reads the merge requests that were updated since the last page, in the order
 * of their updates. Each page starts at the time at which the last one ended,
 * and not at a number of merge requests: those that are updated in the
 * meantime jump to the end, where they are found, and all others move up.
 */
export async function* readMergeRequests(options: {
  readonly api: GitLabApi;
  readonly host: string;
  readonly cursor?: string;
  readonly pageSize: number;
}): AsyncGenerator<ReviewedChangePage, void, undefined> {
  const { api, host } = options;
  let place = startRun(parseCursor(options.cursor));
  do {
    const { requests, hasNextPage } = await api.listMergeRequests({
      updatedAfter: place.position,
      page: place.page,
      perPage: options.pageSize,
    });
    const known = new Set(place.known);
    const changes: ReviewedChange[] = [];
    for (const request of requests) {
      if (known.has(stateOf(request))) continue;
      const details = await api.readDetails(request);
      if (details) changes.push(toReviewedChange({ request, details, host }));
    }
    place = placeAfter({ place, requests, hasNextPage });
    yield {
      changes,
      cursor: formatCursor(place),
      repositoryId: projectIdOf(host, requests[0]?.project_id),
    };
  } while (place.isRunning);
}
