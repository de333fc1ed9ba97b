import { ResponseError } from '@backstage/errors';
import { entityParamsOf, PlatformProductClient } from './PlatformProductClient';

const baseUrl = 'https://backstage.example.com/api/platform-product';
const logs = entityParamsOf('component:default/logs');

const fetchMock = jest.fn<ReturnType<typeof fetch>, Parameters<typeof fetch>>();
const getBaseUrl = jest.fn(async (_: string) => baseUrl);
const client = new PlatformProductClient({
  discoveryApi: { getBaseUrl },
  fetchApi: { fetch: fetchMock },
});

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

/** The one request that was made. */
function made() {
  expect(fetchMock).toHaveBeenCalledTimes(1);
  const [url, init] = fetchMock.mock.calls[0];
  return { url, ...init };
}

beforeEach(() => {
  jest.clearAllMocks();
  fetchMock.mockImplementation(async () => json({}));
});

describe('PlatformProductClient', () => {
  it('asks the backend of the suite, and answers what it says', async () => {
    const follow = { isFollowing: true, followers: 4, muted: [] };
    fetchMock.mockImplementation(async () => json(follow));
    await expect(client.call('getFollow', { params: logs })).resolves.toEqual(
      follow,
    );
    expect(getBaseUrl).toHaveBeenCalledWith('platform-product');
    expect(made()).toEqual({
      url: `${baseUrl}/entities/component/default/logs/follow`,
      method: 'GET',
      headers: {},
      body: undefined,
      signal: undefined,
    });
  });

  it.each([
    ['follow', 'PUT'],
    ['unfollow', 'DELETE'],
    ['inviteToRate', 'POST'],
  ] as const)('calls %s by %s, without a body', async (operation, method) => {
    await client.call(operation, { params: logs });
    expect(made()).toMatchObject({ method, headers: {} });
    expect(made().body).toBeUndefined();
  });

  it('sends a body as JSON, also an empty one', async () => {
    await client.call('replyToFeedback', {
      params: { id: '7' },
      body: { text: 'We will.' },
    });
    expect(made()).toMatchObject({
      url: `${baseUrl}/feedback/7/replies`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"We will."}',
    });
    fetchMock.mockClear();
    await client.call('suggestReviewers', { params: logs, body: {} });
    expect(made()).toMatchObject({
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
  });

  it('encodes what stands in a path', async () => {
    await client.call('removeReviewer', {
      params: {
        kind: 'component',
        namespace: 'a b',
        name: 'ü?#%',
        userRef: 'user:default/maya',
      },
    });
    expect(made().url).toBe(
      `${baseUrl}/entities/component/a%20b/%C3%BC%3F%23%25/reviewers/user%3Adefault%2Fmaya`,
    );
  });

  it('repeats a parameter of the query for each value, and leaves out what is undefined', async () => {
    await client.call('listPortfolio', {
      params: {},
      query: {
        level: [0, 2],
        owner: 'group:default/a&b',
        kind: ['api'],
        system: undefined,
        limit: 20,
        text: 'a b',
      },
    });
    expect(made().url).toBe(
      `${baseUrl}/portfolio?level=0&level=2&owner=group%3Adefault%2Fa%26b&kind=api&limit=20&text=a+b`,
    );
  });

  it.each([undefined, {}, { limit: undefined, cursor: undefined }])(
    'has no question mark for the query %j',
    async query => {
      await client.call('listReviewers', { params: {}, query });
      expect(made().url).toBe(`${baseUrl}/reviewers`);
    },
  );

  it('sends a key by which the backend knows a repetition', async () => {
    const body = { title: 'Keep logs longer' };
    await client.call('giveFeedback', {
      params: logs,
      body,
      idempotencyKey: 'key-1',
    });
    expect(made().headers).toEqual({
      'Content-Type': 'application/json',
      'Idempotency-Key': 'key-1',
    });
  });

  it('passes a token and a signal on', async () => {
    const { signal } = new AbortController();
    await client.call('getHome', { params: {} }, { token: 't1', signal });
    expect(made()).toMatchObject({ headers: { Authorization: 'Bearer t1' } });
    expect(made().signal).toBe(signal);
  });

  it('answers nothing where there is nothing', async () => {
    fetchMock.mockImplementation(
      async () => new Response(null, { status: 204 }),
    );
    expect(
      await client.call('withdrawMyAnswer', {
        params: entityParamsOf('component:default/logs'),
      }),
    ).toBeUndefined();
  });

  it('answers a CSV file as the text it is', async () => {
    const csv = 'entityRef,level\r\ncomponent:default/logs,1\r\n';
    fetchMock.mockImplementation(async () => new Response(csv));
    await expect(
      client.call('exportPortfolio', { params: {}, query: { level: 1 } }),
    ).resolves.toBe(csv);
  });

  it.each([400, 403, 404, 409, 503])(
    'throws what the backend says with status %d',
    async status => {
      const body = {
        error: { name: 'SomeError', message: 'No service found' },
        response: { statusCode: status },
      };
      fetchMock.mockImplementation(async () => json(body, status));
      const answer = client.call('getFollow', { params: logs });
      await expect(answer).rejects.toBeInstanceOf(ResponseError);
      await expect(answer).rejects.toMatchObject({
        response: { status },
        body,
        cause: { name: 'SomeError', message: 'No service found' },
      });
    },
  );

  it('uses the fetch function at hand when it is given none', async () => {
    const atHand = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => json({ totalItems: 3 }));
    try {
      const plain = new PlatformProductClient({ discoveryApi: { getBaseUrl } });
      await expect(
        plain.call('getPortfolioSummary', { params: {} }),
      ).resolves.toEqual({ totalItems: 3 });
      expect(atHand.mock.calls[0][0]).toBe(`${baseUrl}/portfolio/summary`);
    } finally {
      atHand.mockRestore();
    }
  });
});

describe('entityParamsOf', () => {
  it('takes a ref apart', () => {
    expect(entityParamsOf('api:team-a/logs')).toEqual({
      kind: 'api',
      namespace: 'team-a',
      name: 'logs',
    });
  });
});
