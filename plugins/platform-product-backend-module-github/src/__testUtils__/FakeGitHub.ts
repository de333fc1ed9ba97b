import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  defaultFieldResolver,
  execute,
  ExecutionResult,
  GraphQLFieldResolver,
  parse,
} from 'graphql';
import { PullRequest } from '../answers';
import { pullRequest } from './pullRequests';
import { readGitHubSchema } from './gitHubSchema';

/** What goes wrong with a request. */
export type Trouble =
  | 'nothing'
  | 'primary limit'
  | 'secondary limit'
  | 'secondary limit, no time'
  | 'too many requests'
  | '502'
  | '500'
  | 'too much'
  | 'connection reset'
  | 'answer cut off'
  | 'forbidden'
  | 'no valid cursor';

export interface FakeRequest {
  readonly authorization?: string;
  readonly variables: {
    readonly first?: number;
    readonly after?: string;
    readonly lean?: boolean;
  };
}

const schema = readGitHubSchema();

/** Everybody has an id, as on GitHub. */
const resolveField: GraphQLFieldResolver<{ login?: string }, unknown> = (
  source,
  ...rest
) => {
  const [, , { parentType, fieldName }] = rest;
  return (
    defaultFieldResolver(source, ...rest) ??
    (parentType.name === 'User' && fieldName === 'id'
      ? `U_${source.login}`
      : undefined)
  );
};

/**
 * A server on localhost that answers queries against GitHub's own schema, and
 * goes wrong as asked for. It has one repository, `o/r`.
 */
export class FakeGitHub {
  readonly requests: FakeRequest[] = [];
  /** What goes wrong with the next requests, one after the other. */
  readonly troubles: Trouble[] = [];
  /** Called before each answer. */
  onRequest: (count: number) => void = () => {};
  /** More pull requests than these at once are too much. */
  capacity = Infinity;
  /** The files of these are always too much. */
  readonly giants = new Set<number>();
  /** Whom these ask for a review may not be seen. */
  readonly hiddenReviewers = new Set<number>();
  remainingPoints = 5000;
  /** Under which the repository is found: its own, and those that it had before. */
  names: readonly string[] = ['o/r'];
  readonly #pulls = new Map<number, PullRequest>();
  readonly #server: Server;
  #clock = Date.parse('2026-03-02T08:00:00Z');

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(error => response.destroy(error));
    });
  }

  static async start(): Promise<FakeGitHub> {
    const gitHub = new FakeGitHub();
    await new Promise<void>(done => {
      gitHub.#server.listen(0, '127.0.0.1', done);
    });
    return gitHub;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get repositoryUrl(): string {
    return `http://${this.host}/o/r`;
  }

  now(): Date {
    return new Date(this.#clock);
  }

  /** When the limits end that it answers with. */
  resetAt(): Date {
    return new Date(this.#clock + 30_000);
  }

  /** Lets time pass. */
  pass(milliseconds: number): void {
    this.#clock += milliseconds;
  }

  /** Makes a pull request, or changes one, ten minutes after the last. */
  move(number: number, change: Partial<PullRequest> = {}): void {
    this.pass(600_000);
    const updatedAt = this.now().toISOString();
    const before = this.#pulls.get(number) ?? pullRequest({ number });
    this.#pulls.set(number, { ...before, ...change, updatedAt });
  }

  /** Every pull request by its number, with when it was last updated. */
  truth(): Record<string, string> {
    return Object.fromEntries(
      [...this.#pulls.values()].map(({ number, updatedAt }) => [
        number,
        updatedAt,
      ]),
    );
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { query, variables } = JSON.parse(await text(request));
    const { authorization } = request.headers;
    this.requests.push({ authorization, variables });
    this.onRequest(this.requests.length);
    const answer = (
      status: number,
      body: unknown,
      headers: Record<string, string> = {},
    ) => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    };
    const resetSeconds = String(this.resetAt().getTime() / 1000);
    // where GitHub Enterprise has it
    if (request.url !== '/api/graphql') return answer(404, {});
    switch (this.#troubleOf(variables)) {
      case 'primary limit':
        return answer(
          200,
          { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit' }] },
          {
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': resetSeconds,
          },
        );
      case 'secondary limit':
        return answer(
          403,
          { message: 'You have exceeded a secondary rate limit.' },
          { 'retry-after': '30' },
        );
      case 'secondary limit, no time':
        return answer(403, {
          message: 'You have exceeded a secondary rate limit.',
        });
      case 'too many requests':
        return answer(429, { message: 'Slow down' });
      case '502':
        return void response.writeHead(502).end('<html>');
      case '500':
        return answer(500, { message: 'Oops' });
      case 'too much':
        return answer(200, {
          data: null,
          errors: [{ message: 'Something went wrong while executing' }],
        });
      case 'connection reset':
        return void request.socket.destroy();
      case 'answer cut off':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"data":{"repos');
        return void setTimeout(() => request.socket.destroy(), 5);
      case 'forbidden':
        return answer(403, { message: 'Resource not accessible' });
      case 'no valid cursor':
        return answer(200, {
          data: null,
          errors: [{ type: 'INVALID_CURSOR_ARGUMENTS', message: 'No cursor' }],
        });
      default:
        return answer(200, await this.#execute(query, variables));
    }
  }

  #troubleOf(variables: FakeRequest['variables']): Trouble {
    const trouble = this.troubles.shift() ?? 'nothing';
    const { first = 1, after, lean } = variables;
    const isGiant =
      !lean &&
      this.#after(after)
        .slice(0, first)
        .some(({ number }) => this.giants.has(number));
    return first > this.capacity || isGiant ? '502' : trouble;
  }

  /** As GitHub does it, a cursor names a place in the order, not a number. */
  #cursorOf(pull: PullRequest): string {
    return `${pull.updatedAt} ${String(pull.number).padStart(9, '0')}`;
  }

  #after(cursor: string | undefined): PullRequest[] {
    return [...this.#pulls.values()]
      .sort((a, b) => (this.#cursorOf(a) < this.#cursorOf(b) ? 1 : -1))
      .filter(pull => !cursor || this.#cursorOf(pull) < cursor);
  }

  async #execute(query: string, variables: FakeRequest['variables']) {
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      fieldResolver: resolveField,
      rootValue: {
        rateLimit: {
          cost: 1,
          limit: 5000,
          remaining: this.remainingPoints,
          resetAt: this.resetAt().toISOString(),
        },
        repository: ({ owner, name }: { owner: string; name: string }) =>
          this.names.includes(`${owner}/${name}`) ? this.#repository() : null,
      },
    });
    return { ...result, errors: this.#errorsOf(result) };
  }

  /** As GitHub does it: with a type, and for what is null for a reason. */
  #errorsOf({ data, errors }: ExecutionResult) {
    const repository = data?.repository as
      | null
      | undefined
      | Record<string, unknown>;
    const missing = [
      ...(repository === null ? [['repository']] : []),
      ...(repository?.pullRequest === null
        ? [['repository', 'pullRequest']]
        : []),
    ].map(path => ({ type: 'NOT_FOUND', path, message: 'Not found' }));
    const all = [
      ...missing,
      ...(errors ?? []).map(({ message, path }) => ({
        type: message === 'Hidden' ? 'FORBIDDEN' : undefined,
        path,
        message,
      })),
    ];
    return all.length ? all : undefined;
  }

  #repository() {
    return {
      databaseId: 1296269,
      pullRequest: ({ number }: { number: number }) => {
        const pull = this.#pulls.get(number);
        return pull ? this.#resolve(pull) : null;
      },
      pullRequests: ({ first, after }: { first: number; after?: string }) => {
        const rest = this.#after(after);
        const nodes = rest.slice(0, first);
        const last = nodes.at(-1);
        return {
          nodes: nodes.map(pull => this.#resolve(pull)),
          pageInfo: {
            endCursor: last ? this.#cursorOf(last) : null,
            hasNextPage: rest.length > nodes.length,
          },
        };
      },
    };
  }

  #resolve(pull: PullRequest) {
    const typed = (__typename: string, list: PullRequest['readyEvents']) => ({
      nodes: list?.nodes?.map(node => ({ __typename, ...node })),
    });
    const requests = this.hiddenReviewers.has(pull.number)
      ? {
          nodes: [
            {
              requestedReviewer: () => {
                throw new Error('Hidden');
              },
            },
          ],
        }
      : pull.reviewRequests;
    return {
      ...pull,
      reviewRequests: requests,
      timelineItems: ({ itemTypes }: { itemTypes: string[] }) => {
        if (itemTypes.includes('CONVERT_TO_DRAFT_EVENT')) {
          return pull.firstDraftEvents;
        }
        return itemTypes.includes('READY_FOR_REVIEW_EVENT')
          ? typed('ReadyForReviewEvent', pull.readyEvents)
          : typed('ReviewRequestedEvent', pull.requestEvents);
      },
    };
  }
}
