// What reading a pull request costs GitHub grows with its lists, hence the
// bounds. @skip leaves out the files where they are too much for GitHub.
const CHANGE = `
fragment Person on Actor { __typename login ... on User { id databaseId } }
fragment Change on PullRequest {
  number
  url
  title
  isDraft
  createdAt
  updatedAt
  mergedAt
  closedAt
  author { ...Person }
  files(first: 40) @skip(if: $lean) { nodes { path } }
  reviews(first: 100) {
    nodes { id state submittedAt author { ...Person } }
  }
  reviewRequests(first: 100) {
    nodes { requestedReviewer { ...Person } }
  }
  readyEvents: timelineItems(
    last: 1
    itemTypes: [READY_FOR_REVIEW_EVENT, REOPENED_EVENT]
  ) {
    nodes {
      ... on ReadyForReviewEvent { createdAt }
      ... on ReopenedEvent { createdAt }
    }
  }
  firstDraftEvents: timelineItems(
    first: 1
    itemTypes: [READY_FOR_REVIEW_EVENT, CONVERT_TO_DRAFT_EVENT]
  ) {
    nodes {
      __typename
      ... on ReadyForReviewEvent { createdAt }
      ... on ConvertToDraftEvent { createdAt }
    }
  }
  requestEvents: timelineItems(
    last: 100
    itemTypes: [REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT]
  ) {
    nodes {
      __typename
      ... on ReviewRequestedEvent {
        createdAt
        requestedReviewer { ...Person }
      }
      ... on ReviewRequestRemovedEvent {
        createdAt
        requestedReviewer { ...Person }
      }
    }
  }
}`;

/** One page of pull requests, the last updated one first. */
export const PULL_REQUESTS = `
query ReadPullRequests(
  $owner: String!, $name: String!, $first: Int!, $after: String, $lean: Boolean!
) {
  rateLimit { cost limit remaining resetAt }
  repository(owner: $owner, name: $name) {
    databaseId
    pullRequests(
      first: $first
      after: $after
      orderBy: { field: UPDATED_AT, direction: DESC }
    ) {
      pageInfo { endCursor hasNextPage }
      nodes { ...Change }
    }
  }
}${CHANGE}`;

/** One pull request. */
export const PULL_REQUEST = `
query ReadPullRequest(
  $owner: String!, $name: String!, $number: Int!, $lean: Boolean!
) {
  rateLimit { cost limit remaining resetAt }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { ...Change }
  }
}${CHANGE}`;
