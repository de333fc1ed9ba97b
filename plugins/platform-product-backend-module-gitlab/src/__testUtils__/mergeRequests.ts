import { Approval, Diff, GitLabUser, MergeRequest, Note } from '../answers';

const ids = ['ada', 'grace', 'alan', 'edsger'];

export const user = (username: string): GitLabUser => ({
  id: ids.indexOf(username) + 1 || username.length + 100,
  username,
});

/** Everything that GitLab knows of a merge request. */
export interface FakeMergeRequest {
  readonly request: MergeRequest;
  readonly diffs: readonly Diff[];
  readonly approvals: readonly Approval[];
  readonly notes: readonly Note[];
}

let notes = 0;

/** A note of the first of March. */
export function note(time: string, username: string, body: string): Note {
  return {
    id: ++notes,
    body,
    system: false,
    created_at: `2026-03-01T${time}:00.000Z`,
    author: user(username),
  };
}

export function systemNote(time: string, username: string, body: string): Note {
  return { ...note(time, username, body), system: true };
}

/** An open merge request by Ada, that Grace has approved. */
export function mergeRequest(
  given: Partial<MergeRequest> = {},
  details: Partial<FakeMergeRequest> = {},
): FakeMergeRequest {
  const { iid = 7 } = given;
  return {
    request: {
      iid,
      project_id: 7,
      title: `Change ${iid}`,
      web_url: `https://gitlab.com/g/s/p/-/merge_requests/${iid}`,
      state: 'opened',
      draft: false,
      created_at: '2026-03-01T09:00:00.000Z',
      updated_at: '2026-03-01T12:00:00.000Z',
      merged_at: null,
      closed_at: null,
      author: user('ada'),
      reviewers: [],
      ...given,
    },
    diffs: [{ new_path: 'src/a.ts' }],
    approvals: [{ user: user('grace') }],
    notes: [systemNote('11:00', 'grace', 'approved this merge request')],
    ...details,
  };
}
