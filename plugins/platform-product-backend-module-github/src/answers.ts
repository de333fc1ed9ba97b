// The answers to the queries in queries.ts. Everything that GitHub may leave
// empty is null here, whether by its schema or because the token may not see it.

/** A list, some of whose items may be hidden. */
interface Nodes<T> {
  readonly nodes: ReadonlyArray<T | null> | null;
}

/** Somebody; `{}` is a team, null a deleted account. */
export interface Person {
  readonly __typename?: string;
  readonly login?: string;
  /** Of people, not of machines. */
  readonly id?: string;
  readonly databaseId?: number | null;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mergedAt: string | null;
  readonly closedAt: string | null;
  readonly author: Person | null;
  readonly files?: Nodes<{ readonly path: string }> | null;
  readonly reviews: Nodes<{
    readonly id: string;
    readonly state: string;
    readonly submittedAt: string | null;
    readonly author: Person | null;
  }> | null;
  readonly reviewRequests: Nodes<{
    readonly requestedReviewer: Person | null;
  }> | null;
  /** The last time that it was ready, or opened again. */
  readonly readyEvents: Nodes<{ readonly createdAt: string }> | null;
  /** The first time that it became a draft or was one no more. */
  readonly firstDraftEvents: Nodes<{
    readonly __typename: string;
    readonly createdAt: string;
  }> | null;
  /** Requests, and what takes one back. */
  readonly requestEvents: Nodes<{
    readonly __typename?: string;
    readonly createdAt: string;
    readonly requestedReviewer: Person | null;
  }> | null;
}

/** What is left of the hourly points; null where a server has no limit. */
export interface RateLimit {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: string;
}

export interface PullRequestsAnswer {
  readonly rateLimit: RateLimit | null;
  readonly repository: {
    readonly databaseId?: number | null;
    readonly pullRequests: Nodes<PullRequest> & {
      readonly pageInfo: {
        readonly endCursor: string | null;
        readonly hasNextPage: boolean;
      };
    };
  } | null;
}

export interface PullRequestAnswer {
  readonly repository: { readonly pullRequest: PullRequest | null } | null;
}

/** The items of a list that the token may see. */
export function nodesOf<T>(list: Nodes<T> | null | undefined): T[] {
  return (list?.nodes ?? []).filter(node => node !== null);
}
