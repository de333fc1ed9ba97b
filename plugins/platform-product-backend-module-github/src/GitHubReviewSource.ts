import { NotFoundError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  GithubIntegration,
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
import { PullRequestAnswer } from './answers';
import { changeOfEvent, EVENT_TOPICS } from './changeOfEvent';
import { GitHubApi } from './GitHubApi';
import { isErrorOfType } from './GitHubFailure';
import {
  GitHubRepository,
  parsePullRequestUrl,
  parseRepositoryUrl,
} from './gitHubUrls';
import { Portion } from './Portion';
import { PULL_REQUEST } from './queries';
import { readPullRequests } from './readPullRequests';
import { toReviewedChange } from './toReviewedChange';

export interface GitHubReviewSourceOptions {
  readonly integrations: ScmIntegrationsGroup<GithubIntegration>;
  readonly credentials: GithubCredentialsProvider;
  readonly events: EventsService;
  readonly caller?: ForgeCaller;
  readonly now?: () => Date;
  /** How many pull requests are asked for at once. 25 by default. */
  readonly pageSize?: number;
}

interface KnownRepository extends GitHubRepository {
  readonly api: GitHubApi;
}

/**
 * Reads pull requests and their reviews from GitHub and GitHub Enterprise.
 */
export class GitHubReviewSource implements ReviewSource {
  readonly id = 'github';
  readonly followsRenames = true;
  readonly #options: GitHubReviewSourceOptions;
  readonly #caller: ForgeCaller;
  readonly #now: () => Date;
  readonly #pageSize: number;

  constructor(options: GitHubReviewSourceOptions) {
    this.#options = options;
    this.#caller = options.caller ?? new ForgeCaller({ forge: 'GitHub' });
    this.#now = options.now ?? (() => new Date());
    this.#pageSize = options.pageSize ?? 25;
  }

  accepts(repositoryUrl: string): boolean {
    return this.#find(repositoryUrl) !== undefined;
  }

  async *readChanges(
    options: ReadChangesOptions,
  ): AsyncGenerator<ReviewedChangePage, void, undefined> {
    const { repositoryUrl, signal } = options;
    const repository = this.#get(repositoryUrl);
    try {
      yield* readPullRequests({
        ...options,
        ...repository,
        caller: this.#caller,
        pageSize: this.#pageSize,
      });
    } catch (error) {
      // What was read until then has been kept; the rest is for the next time.
      if (signal.aborted) return;
      if (isErrorOfType(error, 'NOT_FOUND')) {
        throw new NotFoundError(`No repository found at '${repositoryUrl}'`);
      }
      throw error;
    }
  }

  async readChange(
    options: ChangeRef & { readonly signal: AbortSignal },
  ): Promise<ReviewedChange | undefined> {
    const { repositoryUrl, changeId, signal } = options;
    const { api, host, owner, name } = this.#get(repositoryUrl);
    if (!/^[1-9]\d{0,9}$/.test(changeId)) return undefined;
    const number = Number(changeId);
    const portion = new Portion(1);
    try {
      const answer = await api.query<PullRequestAnswer>({
        repositoryUrl,
        query: PULL_REQUEST,
        variables: () => ({ owner, name, number, lean: portion.lean }),
        portion,
        signal,
      });
      const pull = answer.repository?.pullRequest;
      return pull ? toReviewedChange(pull, host) : undefined;
    } catch (error) {
      if (isErrorOfType(error, 'NOT_FOUND')) return undefined;
      throw error;
    }
  }

  parseChangeUrl(url: string): ChangeRef | undefined {
    const change = parsePullRequestUrl(url);
    return change && this.accepts(change.repositoryUrl) ? change : undefined;
  }

  async subscribe(
    onMoved: (change: ChangeRef) => Promise<void>,
  ): Promise<void> {
    await this.#options.events.subscribe({
      id: 'review-source-github',
      topics: [...EVENT_TOPICS],
      onEvent: async ({ eventPayload }) => {
        const change = changeOfEvent(eventPayload);
        if (change && this.accepts(change.repositoryUrl)) await onMoved(change);
      },
    });
  }

  #find(repositoryUrl: string): KnownRepository | undefined {
    const repository = parseRepositoryUrl(repositoryUrl);
    if (!repository) return undefined;
    const { integrations, credentials } = this.#options;
    const integration = integrations.byUrl(repositoryUrl)?.config;
    // There is no anonymous access to the GraphQL API.
    if (!integration?.token && !integration?.apps?.length) return undefined;
    const api = new GitHubApi({
      integration,
      credentials,
      caller: this.#caller,
      now: this.#now,
    });
    return { ...repository, api };
  }

  #get(repositoryUrl: string): KnownRepository {
    const repository = this.#find(repositoryUrl);
    if (!repository) {
      throw new NotFoundError(
        `No GitHub integration with credentials for '${repositoryUrl}'`,
      );
    }
    return repository;
  }
}
