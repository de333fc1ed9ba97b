import { PullRequest } from '../answers';

export const user = (login: string) => ({ __typename: 'User', login });

/** A list as GitHub has it. */
export const list = <T>(...nodes: Array<T | null>) => ({ nodes });

/** An open pull request by Ada, with a review by Grace. */
export function pullRequest(given: Partial<PullRequest> = {}): PullRequest {
  const { number = 7 } = given;
  return {
    number,
    url: `https://github.com/o/r/pull/${number}`,
    title: `Change ${number}`,
    isDraft: false,
    createdAt: '2026-03-01T09:00:00Z',
    updatedAt: '2026-03-01T12:00:00Z',
    mergedAt: null,
    closedAt: null,
    author: user('ada'),
    files: list({ path: 'src/a.ts' }),
    reviews: list({
      id: 'PRR_1',
      state: 'APPROVED',
      submittedAt: '2026-03-01T11:00:00Z',
      author: user('grace'),
    }),
    reviewRequests: list(),
    readyEvents: list(),
    firstDraftEvents: list(),
    requestEvents: list(),
    ...given,
  };
}
