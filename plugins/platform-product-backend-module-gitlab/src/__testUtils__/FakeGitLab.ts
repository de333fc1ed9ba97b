import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { FakeMergeRequest, mergeRequest } from './mergeRequests';

/** What goes wrong with a request. */
export type Trouble =
  | 'nothing'
  | 'retry after'
  | 'limit reset'
  | 'too many requests'
  | '502'
  | '500'
  | 'connection reset'
  | 'answer cut off'
  | 'unauthorized';

/**
 * A server on localhost that answers like the REST API of GitLab, and goes
 * wrong as asked for. It has one project, `g/s/p`.
 */
export class FakeGitLab {
  /** What was asked for, and with which token. */
  readonly requests: Array<{ path: string; authorization?: string }> = [];
  /** What goes wrong with the next requests, one after the other. */
  readonly troubles: Trouble[] = [];
  /** Paths that are always too much. */
  giants: RegExp = /^$/;
  /** Paths that there are not. */
  missing: RegExp = /^$/;
  /** Ids of the users who are machines, which only an answer about one tells. */
  machines: readonly number[] = [];
  /** Called before each answer. */
  onRequest: (path: string) => void = () => {};
  readonly #requests = new Map<number, FakeMergeRequest>();
  readonly #server: Server;
  #clock = Date.parse('2026-03-02T08:00:00Z');

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#handle(request, response),
    );
  }

  static async start(): Promise<FakeGitLab> {
    const gitLab = new FakeGitLab();
    await new Promise<void>(done => {
      gitLab.#server.listen(0, '127.0.0.1', done);
    });
    return gitLab;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The server lives below a path, as some do. */
  get baseUrl(): string {
    return `http://${this.host}/gitlab`;
  }

  get repositoryUrl(): string {
    return `${this.baseUrl}/g/s/p`;
  }

  /** The paths that were asked for, without those of the details. */
  get lists(): string[] {
    return this.requests
      .map(({ path }) => path)
      .filter(path => path.includes('merge_requests?'));
  }

  now(): Date {
    return new Date(this.#clock);
  }

  /** Lets time pass. */
  pass(milliseconds: number): void {
    this.#clock += milliseconds;
  }

  /** Makes a merge request, or changes one, ten minutes after the last. */
  move(iid: number, change: Partial<FakeMergeRequest> = {}): void {
    this.pass(600_000);
    this.moveNow(iid, change);
  }

  moveNow(iid: number, change: Partial<FakeMergeRequest> = {}): void {
    const before = this.#requests.get(iid) ?? mergeRequest({ iid });
    const after = { ...before, ...change };
    this.#requests.set(iid, {
      ...after,
      request: { ...after.request, updated_at: this.now().toISOString() },
    });
  }

  /** Every merge request by its number, with when it was last updated. */
  truth(): Record<string, string> {
    return Object.fromEntries(
      [...this.#requests.values()].map(({ request }) => [
        request.iid,
        request.updated_at,
      ]),
    );
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const path = String(request.url);
    const { authorization } = request.headers;
    this.requests.push({ path, authorization });
    this.onRequest(path);
    const answer = (status: number, body: unknown, headers = {}) => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    };
    const trouble = this.giants.test(path) ? '502' : this.troubles.shift();
    switch (trouble) {
      case 'retry after':
        answer(429, { message: 'Retry later' }, { 'retry-after': '30' });
        break;
      case 'limit reset': {
        const reset = Math.ceil(this.#clock / 1000) + 30;
        answer(429, {}, { 'ratelimit-reset': String(reset) });
        break;
      }
      case 'too many requests':
        answer(429, {});
        break;
      case '502':
        response.writeHead(502).end('<html>');
        break;
      case '500':
        answer(500, { message: '500 Internal Server Error' });
        break;
      case 'unauthorized':
        answer(401, { message: '401 Unauthorized' });
        break;
      case 'connection reset':
        request.socket.destroy();
        break;
      case 'answer cut off':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[{"iid":');
        setTimeout(() => request.socket.destroy(), 5);
        break;
      default:
        this.#answer(new URL(path, this.baseUrl), answer);
    }
  }

  #answer(
    url: URL,
    answer: (status: number, body: unknown, headers?: object) => void,
  ): void {
    const [, userId] =
      /^\/gitlab\/api\/v4\/users\/(\d+)$/.exec(url.pathname) ?? [];
    if (userId && !this.missing.test(url.pathname)) {
      const id = Number(userId);
      answer(200, { id, bot: this.machines.includes(id) });
      return;
    }
    const match =
      /^\/gitlab\/api\/v4\/projects\/g%2Fs%2Fp\/merge_requests(?:\/(\d+)(?:\/(\w+))?)?$/.exec(
        url.pathname,
      );
    const [, iid, part] = match ?? [];
    const found = this.#requests.get(Number(iid));
    if (!match || (iid && !found) || this.missing.test(url.pathname)) {
      answer(404, { message: '404 Not found' });
    } else if (!found) {
      this.#page(url, this.#list(url), answer);
    } else if (part === 'approvals') {
      answer(200, { iid, approved_by: found.approvals });
    } else if (part === 'diffs') {
      this.#page(url, found.diffs, answer);
    } else if (part === 'notes') {
      // As GitLab does it, the newest first unless it is asked for the oldest.
      const isAscending = url.searchParams.get('sort') === 'asc';
      this.#page(
        url,
        isAscending ? found.notes : found.notes.toReversed(),
        answer,
      );
    } else {
      answer(200, found.request);
    }
  }

  #list({ searchParams }: URL): readonly unknown[] {
    const after = Date.parse(searchParams.get('updated_after') ?? '1970');
    if (
      searchParams.get('order_by') !== 'updated_at' ||
      searchParams.get('sort') !== 'asc' ||
      searchParams.get('scope') !== 'all'
    ) {
      return [];
    }
    const timeOf = ({ request }: FakeMergeRequest) =>
      Date.parse(request.updated_at);
    return [...this.#requests.values()]
      .filter(item => timeOf(item) >= after)
      .sort((a, b) => timeOf(a) - timeOf(b) || a.request.iid - b.request.iid)
      .map(({ request }) => request);
  }

  #page(
    { searchParams }: URL,
    items: readonly unknown[],
    answer: (status: number, body: unknown, headers?: object) => void,
  ): void {
    const page = Number(searchParams.get('page') ?? 1);
    const perPage = Number(searchParams.get('per_page') ?? 20);
    const hasNext = items.length > page * perPage;
    answer(200, items.slice((page - 1) * perPage, page * perPage), {
      'x-next-page': hasNext ? String(page + 1) : '',
      ...(hasNext && { link: `<${this.baseUrl}?page=9>; rel="next"` }),
    });
  }
}
