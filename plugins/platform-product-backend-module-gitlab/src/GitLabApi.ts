import { AuthenticationError, ForwardedError } from '@backstage/errors';
import {
  GitlabCredentialsProvider,
  GitLabIntegrationConfig,
} from '@backstage/integration';
import {
  MergeRequestApprovals,
  MergeRequestNotes,
  MergeRequests,
  Users,
} from '@gitbeaker/rest';
import {
  ForgeBusyError,
  ForgeCaller,
} from '@platform-product/backstage-plugin-node';
import {
  Approval,
  Diff,
  MergeRequest,
  MergeRequestDetails,
  Note,
} from './answers';
import { createRequester } from './createRequester';
import { GitLabRequestError } from './GitLabRequestError';

const PATHS = 40;
const NOTES_PER_PAGE = 100;
const MOST_NOTE_PAGES = 3;

export interface GitLabApiOptions {
  readonly repositoryUrl: string;
  /** Path of the project, such as `group/subgroup/project`. */
  readonly project: string;
  readonly integration: GitLabIntegrationConfig;
  readonly credentials: GitlabCredentialsProvider;
  readonly caller: ForgeCaller;
  /** By user id, who is a machine, as far as the server was asked; it is added to. */
  readonly machines: Map<number, boolean>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/**
 * Asks the REST API of a GitLab server for one project.
 *
 * A merge request takes up to five calls besides those for the list: one for
 * its paths, one for its approvals, and one to three for its notes. Somebody who was
 * not met before takes one more: only this one tells whether it is a machine.
 */
export class GitLabApi {
  readonly #options: GitLabApiOptions;
  readonly #requests: MergeRequests;
  readonly #approvals: MergeRequestApprovals;
  readonly #notes: MergeRequestNotes;
  readonly #users: Users;

  constructor(options: GitLabApiOptions) {
    const { integration, credentials, repositoryUrl: url } = options;
    this.#options = options;
    const resourceOptions = {
      host: integration.apiBaseUrl.replace(/\/api\/v4\/?$/, ''),
      // Fetched with each request, as a provider may change them.
      oauthToken: async () => {
        const { token } = await credentials.getCredentials({ url });
        if (!token)
          throw new AuthenticationError(`No credentials for '${url}'`);
        return token;
      },
      requesterFn: createRequester(options.signal),
      rateLimits: {},
    };
    this.#requests = new MergeRequests(resourceOptions);
    this.#approvals = new MergeRequestApprovals(resourceOptions);
    this.#notes = new MergeRequestNotes(resourceOptions);
    this.#users = new Users(resourceOptions);
  }

  /** A page of merge requests, the one that was not updated longest first. */
  async listMergeRequests(options: {
    readonly updatedAfter: Date | undefined;
    readonly page: number;
    readonly perPage: number;
  }): Promise<{ requests: MergeRequest[]; hasNextPage: boolean }> {
    const { data, paginationInfo } = await this.#call(() =>
      this.#requests.all({
        projectId: this.#options.project,
        scope: 'all',
        orderBy: 'updated_at',
        sort: 'asc',
        updatedAfter: options.updatedAfter?.toISOString(),
        page: options.page,
        perPage: options.perPage,
        showExpanded: true,
      }),
    );
    return { requests: data, hasNextPage: paginationInfo.next !== null };
  }

  async findMergeRequest(iid: number): Promise<MergeRequest | undefined> {
    return this.#orIfMissing(
      () => this.#requests.show(this.#options.project, iid),
      undefined,
    );
  }

  /** Undefined where the merge request has been deleted. */
  async readDetails({
    iid,
    author,
    reviewers,
  }: MergeRequest): Promise<MergeRequestDetails | undefined> {
    const [diffs, approvals, notes] = await Promise.all([
      this.#readDiffs(iid),
      this.#readApprovals(iid),
      this.#readNotes(iid),
    ]);
    if (!notes) return undefined;
    const people = [
      author,
      ...(reviewers ?? []),
      ...approvals.map(({ user }) => user),
      ...notes.filter(({ system }) => !system).map(note => note.author),
    ];
    const machines = await this.#findMachines(
      people.flatMap(person => person?.id ?? []),
    );
    return { diffs, approvals, notes, machines };
  }

  /** Lists of people do not tell who of them is a machine. */
  async #findMachines(ids: readonly number[]): Promise<ReadonlySet<number>> {
    const { machines } = this.#options;
    const distinct = [...new Set(ids)];
    for (const id of distinct.filter(one => !machines.has(one))) {
      const user = await this.#orIfMissing(
        () => this.#users.show(id),
        undefined,
      );
      machines.set(id, user?.bot === true);
    }
    return new Set(distinct.filter(id => machines.get(id)));
  }

  async #readDiffs(iid: number): Promise<readonly Diff[]> {
    const { project } = this.#options;
    try {
      return await this.#orIfMissing(
        () =>
          this.#requests.allDiffs(project, iid, { page: 1, perPage: PATHS }),
        [],
      );
    } catch (error) {
      // A diff may be too much for GitLab; it would be so the next time, too.
      if (error instanceof ForgeBusyError && !error.retryAt) return [];
      throw error;
    }
  }

  async #readApprovals(iid: number): Promise<readonly Approval[]> {
    const approvals = await this.#orIfMissing(
      () =>
        this.#approvals.showConfiguration(this.#options.project, {
          mergerequestIId: iid,
        }),
      undefined,
    );
    return approvals?.approved_by ?? [];
  }

  async #readNotes(iid: number): Promise<readonly Note[] | undefined> {
    const notes: Note[] = [];
    for (let page = 1; page <= MOST_NOTE_PAGES; page++) {
      const more: readonly Note[] | undefined = await this.#orIfMissing(
        () =>
          this.#notes.all(this.#options.project, iid, {
            sort: 'asc',
            orderBy: 'created_at',
            page,
            perPage: NOTES_PER_PAGE,
          }),
        undefined,
      );
      if (!more) return undefined;
      notes.push(...more);
      if (more.length < NOTES_PER_PAGE) break;
    }
    return notes;
  }

  /** Projects may have parts switched off, and old servers lack some. */
  async #orIfMissing<T, D>(run: () => Promise<T>, missing: D): Promise<T | D> {
    try {
      return await this.#call(run);
    } catch (error) {
      if ([403, 404].includes(failedStatus(error) ?? 0)) return missing;
      throw error;
    }
  }

  async #call<T>(run: () => Promise<T>): Promise<T> {
    const { caller, now, repositoryUrl, signal } = this.#options;
    try {
      return await caller.call({
        run,
        judge: error =>
          error instanceof GitLabRequestError
            ? error.judge(now())
            : { action: 'fail' },
        signal,
      });
    } catch (error) {
      if (signal.aborted || error instanceof ForgeBusyError) throw error;
      throw new ForwardedError(
        `Failed to read '${repositoryUrl}' from GitLab`,
        error,
      );
    }
  }
}

/** The status that GitLab answered with, where that is why a call failed. */
export function failedStatus(error: unknown): number | undefined {
  const cause = error instanceof ForwardedError ? error.cause : undefined;
  return cause instanceof GitLabRequestError ? cause.status : undefined;
}
