import { NotFoundError } from '@backstage/errors';
import {
  GitLabIntegration,
  GitlabCredentialsProvider,
  ScmIntegrationsGroup,
} from '@backstage/integration';
import { EventsService } from '@backstage/plugin-events-node';
import {
  ChangeRef,
  ForgeCaller,
  ReadChangesOptions,
  ReviewedChange,
  ReviewedChangePage,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { changeOfEvent, EVENT_TOPICS } from './changeOfEvent';
import { failedStatus, GitLabApi } from './GitLabApi';
import { parseMergeRequestUrl, parseProjectUrl } from './gitLabUrls';
import { readMergeRequests } from './readMergeRequests';
import { toReviewedChange } from './toReviewedChange';

export interface GitLabReviewSourceOptions {
  readonly integrations: ScmIntegrationsGroup<GitLabIntegration>;
  readonly credentials: GitlabCredentialsProvider;
  readonly events: EventsService;
  readonly caller?: ForgeCaller;
  readonly now?: () => Date;
  /** How many merge requests are asked for at once. 20 by default. */
  readonly pageSize?: number;
}

interface Project {
  readonly path: string;
  readonly integration: GitLabIntegration['config'];
}

/**
 * Reads merge requests and their reviews from GitLab, gitlab.com or another.
 */
export class GitLabReviewSource implements ReviewSource {
  readonly id = 'gitlab';
  readonly followsRenames = true;
  readonly #options: GitLabReviewSourceOptions;
  readonly #caller: ForgeCaller;
  readonly #now: () => Date;
  /** Who is a machine, by host. */
  readonly #machines = new Map<string, Map<number, boolean>>();

  constructor(options: GitLabReviewSourceOptions) {
    this.#options = options;
    this.#caller = options.caller ?? new ForgeCaller({ forge: 'GitLab' });
    this.#now = options.now ?? (() => new Date());
  }

  accepts(repositoryUrl: string): boolean {
    return this.#find(repositoryUrl) !== undefined;
  }

  async *readChanges(
    options: ReadChangesOptions,
  ): AsyncGenerator<ReviewedChangePage, void, undefined> {
    const { repositoryUrl, cursor, signal } = options;
    try {
      yield* readMergeRequests({
        api: this.#createApi(options),
        host: new URL(repositoryUrl).host,
        cursor,
        pageSize: this.#options.pageSize ?? 20,
      });
    } catch (error) {
      // What was read until then has been kept; the rest is for the next time.
      if (signal.aborted) return;
      if (failedStatus(error) === 404) {
        throw new NotFoundError(`No project found at '${repositoryUrl}'`);
      }
      throw error;
    }
  }

  async readChange(
    options: ChangeRef & { readonly signal: AbortSignal },
  ): Promise<ReviewedChange | undefined> {
    const { repositoryUrl, changeId } = options;
    if (!/^[1-9]\d{0,9}$/.test(changeId)) return undefined;
    const api = this.#createApi(options);
    const request = await api.findMergeRequest(Number(changeId));
    if (!request) return undefined;
    const details = await api.readDetails(request);
    const { host } = new URL(repositoryUrl);
    return details && toReviewedChange({ request, details, host });
  }

  parseChangeUrl(url: string): ChangeRef | undefined {
    const change = parseMergeRequestUrl(url);
    return change && this.accepts(change.repositoryUrl) ? change : undefined;
  }

  async subscribe(
    onMoved: (change: ChangeRef) => Promise<void>,
  ): Promise<void> {
    await this.#options.events.subscribe({
      id: 'review-source-gitlab',
      topics: [...EVENT_TOPICS],
      onEvent: async ({ eventPayload }) => {
        const change = changeOfEvent(eventPayload);
        if (change && this.accepts(change.repositoryUrl)) await onMoved(change);
      },
    });
  }

  #find(repositoryUrl: string): Project | undefined {
    if (!URL.canParse(repositoryUrl)) return undefined;
    const integration = this.#options.integrations.byUrl(repositoryUrl)?.config;
    // Approvals are not shown to anonymous readers.
    if (!integration?.token) return undefined;
    const path = parseProjectUrl(repositoryUrl, integration.baseUrl);
    return path ? { path, integration } : undefined;
  }

  #createApi(options: {
    readonly repositoryUrl: string;
    readonly signal: AbortSignal;
  }): GitLabApi {
    const { repositoryUrl, signal } = options;
    const project = this.#find(repositoryUrl);
    if (!project) {
      throw new NotFoundError(
        `No GitLab integration with credentials for '${repositoryUrl}'`,
      );
    }
    const { host } = project.integration;
    const machines = this.#machines.get(host) ?? new Map<number, boolean>();
    this.#machines.set(host, machines);
    return new GitLabApi({
      machines,
      repositoryUrl,
      project: project.path,
      integration: project.integration,
      credentials: this.#options.credentials,
      caller: this.#caller,
      now: this.#now,
      signal,
    });
  }
}
