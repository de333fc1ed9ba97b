import { AuthenticationError, ForwardedError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { graphql, GraphqlResponseError } from '@octokit/graphql';
import {
  ForgeBusyError,
  ForgeCaller,
} from '@platform-product/backstage-plugin-node';
import {
  isPartlyHidden,
  isTooMuch,
  judgeFailure,
  readFailure,
} from './GitHubFailure';
import { Portion } from './Portion';

const CALL_TIMEOUT = 30_000;

export interface GitHubQuery {
  readonly repositoryUrl: string;
  readonly query: string;
  /** Called for each try, as the portion may have changed since the last. */
  readonly variables: () => Readonly<Record<string, unknown>>;
  /** Shrinks while the query is too much for GitHub. */
  readonly portion: Portion;
  readonly signal: AbortSignal;
}

/** Asks the GraphQL API of one GitHub host. */
export class GitHubApi {
  readonly #integration: GithubIntegrationConfig;
  readonly #credentials: GithubCredentialsProvider;
  readonly #caller: ForgeCaller;
  readonly #now: () => Date;

  constructor(options: {
    readonly integration: GithubIntegrationConfig;
    readonly credentials: GithubCredentialsProvider;
    readonly caller: ForgeCaller;
    readonly now: () => Date;
  }) {
    this.#integration = options.integration;
    this.#credentials = options.credentials;
    this.#caller = options.caller;
    this.#now = options.now;
  }

  /** @throws ForgeBusyError when GitHub asks to come back later */
  async query<T>(query: GitHubQuery): Promise<T> {
    const { repositoryUrl, portion, signal } = query;
    try {
      const answer = await this.#caller.call({
        run: () => this.#send<T>(query),
        judge: error => {
          const failure = readFailure(error);
          if (isTooMuch(failure)) portion.shrink();
          return judgeFailure(failure, this.#now());
        },
        signal,
      });
      portion.succeed();
      return answer;
    } catch (error) {
      if (signal.aborted || error instanceof ForgeBusyError) throw error;
      throw new ForwardedError(
        `Failed to read '${repositoryUrl}' from GitHub`,
        error,
      );
    }
  }

  async #send<T>(query: GitHubQuery): Promise<T> {
    // The credentials are fetched each time: those of apps expire.
    const { headers } = await this.#credentials.getCredentials({
      url: query.repositoryUrl,
    });
    if (!headers) {
      throw new AuthenticationError(
        `No credentials for '${query.repositoryUrl}'`,
      );
    }
    // As defaults, the headers stay out of the errors that octokit makes.
    const send = graphql.defaults({
      baseUrl: this.#integration.apiBaseUrl,
      headers,
    });
    const answer = await send<T | undefined>(query.query, {
      ...query.variables(),
      request: {
        signal: AbortSignal.any([
          query.signal,
          AbortSignal.timeout(CALL_TIMEOUT),
        ]),
      },
    }).catch(error => {
      if (
        error instanceof GraphqlResponseError &&
        isPartlyHidden(readFailure(error))
      ) {
        return error.data as T;
      }
      throw error;
    });
    if (!answer) {
      throw Object.assign(new Error('The answer is incomplete'), {
        status: 500,
      });
    }
    return answer;
  }
}
