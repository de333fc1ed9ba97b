import {
  MergeRequestDiffSchema,
  MergeRequestNoteSchema,
  MergeRequestSchema,
} from '@gitbeaker/rest';

// What is read of GitLab's answers.

/** Somebody; only some answers tell whether it is a bot. */
export interface GitLabUser {
  readonly id: number;
  readonly username: string;
  readonly bot?: unknown;
}

export type MergeRequest = Readonly<
  Pick<
    MergeRequestSchema,
    | 'iid'
    | 'project_id'
    | 'title'
    | 'web_url'
    | 'state'
    | 'draft'
    | 'created_at'
    | 'updated_at'
    | 'merged_at'
    | 'closed_at'
  >
> & {
  readonly author: GitLabUser | null;
  readonly reviewers?: readonly GitLabUser[] | null;
};

export type Note = Readonly<
  Pick<MergeRequestNoteSchema, 'id' | 'body' | 'system' | 'created_at'>
> & { readonly author: GitLabUser | null };

export type Diff = Readonly<Pick<MergeRequestDiffSchema, 'new_path'>>;

export interface Approval {
  readonly user: GitLabUser;
  /** Since GitLab 18. */
  readonly approved_at?: unknown;
}

/** A merge request with what has to be asked for separately. */
export interface MergeRequestDetails {
  readonly diffs: readonly Diff[];
  readonly approvals: readonly Approval[];
  /** The first ones, in the order in which they were written. */
  readonly notes: readonly Note[];
  /** Ids of the users who are machines. */
  readonly machines: ReadonlySet<number>;
}
