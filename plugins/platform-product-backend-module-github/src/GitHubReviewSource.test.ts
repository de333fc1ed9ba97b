import { inspect } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  ForgeCaller,
  ReadChangesOptions,
} from '@platform-product/backstage-plugin-node';
import { FakeGitHub, Trouble } from './__testUtils__/FakeGitHub';
import { user } from './__testUtils__/pullRequests';
import { GitHubReviewSource } from './GitHubReviewSource';

let gitHub: FakeGitHub;
/** When each pull request was last updated, as far as kept. */
let kept: Record<string, string>;
/** Every cursor that was kept. */
let cursors: string[];
let naps: number[];

const events = mockServices.events.mock();

beforeEach(async () => {
  gitHub = await FakeGitHub.start();
  kept = {};
  cursors = [];
  naps = [];
});

afterEach(() => gitHub.stop());

function createSource(
  options: { longestWait?: number; pageSize?: number } = {},
) {
  const host = gitHub.host;
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [
          { host, apiBaseUrl: `http://${host}/api/v3`, token: 'unused' },
          { host: 'anonymous.example.com', apiBaseUrl: 'https://a/api/v3' },
        ],
      },
    }),
  );
  let tokens = 0;
  return new GitHubReviewSource({
    integrations: integrations.github,
    credentials: {
      getCredentials: async () => ({
        type: 'app',
        headers: { Authorization: `Bearer secret-${++tokens}` },
      }),
    },
    events,
    now: () => gitHub.now(),
    pageSize: options.pageSize ?? 5,
    caller: new ForgeCaller({
      forge: 'GitHub',
      longestWait: options.longestWait,
      now: () => gitHub.now(),
      sleep: async nap => {
        naps.push(nap);
        gitHub.pass(nap);
      },
    }),
  });
}

/** Reads on from the last kept cursor, and keeps what comes. */
async function read(
  options: Partial<ReadChangesOptions> & {
    source?: GitHubReviewSource;
    /** Ends without a warning, like a killed process. */
    pages?: number;
  } = {},
): Promise<void> {
  const { source = createSource(), pages = Infinity } = options;
  let count = 0;
  for await (const page of source.readChanges({
    repositoryUrl: gitHub.repositoryUrl,
    cursor: cursors.at(-1),
    signal: new AbortController().signal,
    ...options,
  })) {
    for (const change of page.changes) {
      const updatedAt = change.updatedAt.toISOString();
      if (updatedAt > (kept[change.id] ?? '')) kept[change.id] = updatedAt;
    }
    cursors.push(page.cursor);
    count += 1;
    if (count === pages) return;
  }
}

/** What is there at first: 23 pull requests, which is five pages. */
function openPullRequests(count = 23) {
  for (let number = 1; number <= count; number++) gitHub.move(number);
}

/** Numbers below a bound, the same each time (a linear congruence). */
function createRandom(seed: number): (bound: number) => number {
  let state = seed * 7919;
  return bound => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * bound);
  };
}

describe('GitHubReviewSource', () => {
  it('reads the whole history at first, and then only what is new', async () => {
    openPullRequests();
    await read();
    expect(kept).toEqual(gitHub.truth());
    expect(gitHub.requests).toHaveLength(5);

    gitHub.move(3);
    gitHub.move(24);
    await read();
    expect(kept).toEqual(gitHub.truth());
    expect(gitHub.requests).toHaveLength(6);

    await read();
    expect(cursors.at(-1)).toBe(cursors.at(-2));
  });

  it('reads again what may have become visible late', async () => {
    openPullRequests(3);
    await read();
    // a minute older than what was read already
    gitHub.pass(-660_000);
    gitHub.move(99);
    await read();
    expect(kept).toEqual(gitHub.truth());
  });

  it('finds what is updated while it reads', async () => {
    openPullRequests();
    gitHub.onRequest = count => {
      if (count > 6) return;
      gitHub.move(count); // not read yet
      gitHub.move(24 - count); // read already
      gitHub.move(100 + count); // new
    };
    await read();
    await read();
    expect(kept).toEqual(gitHub.truth());
  });

  it.each([1, 2, 3, 4, 5])(
    'goes on from the cursor of page %p after it was killed',
    async pages => {
      openPullRequests();
      gitHub.onRequest = () => gitHub.move(1 + ((pages * 7) % 23));
      await read({ pages });
      const before = gitHub.requests.length;
      gitHub.move(pages);
      gitHub.onRequest = () => {};
      await read();
      // what was read before the end is not read again
      expect(gitHub.requests.length - before).toBeLessThanOrEqual(6 - pages);
      await read();
      expect(kept).toEqual(gitHub.truth());
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'misses nothing, whatever happens: history %p',
    async seed => {
      const random = createRandom(seed);
      const troubles: Trouble[] = ['500', '502', 'connection reset'];
      openPullRequests();
      gitHub.onRequest = () => {
        if (random(3) > 0) gitHub.move(1 + random(40));
        if (random(4) === 0) gitHub.troubles.push(troubles[random(3)]);
      };
      for (let time = 0; time < 12; time++) {
        await read({ pages: 1 + random(6) }).catch(() => {});
      }
      gitHub.onRequest = () => {};
      gitHub.troubles.length = 0;
      // the run that is under way, and the next one
      await read();
      await read();
      expect(kept).toEqual(gitHub.truth());
    },
  );

  it.each<[Trouble, number]>([
    ['primary limit', 30_000],
    ['secondary limit', 30_000],
    ['secondary limit, no time', 60_000],
    ['too many requests', 60_000],
    ['502', 500],
    ['500', 500],
    ['too much', 500],
    ['connection reset', 500],
    ['answer cut off', 500],
  ])('overcomes: %s', async (trouble, nap) => {
    openPullRequests();
    gitHub.troubles.push(trouble, 'nothing', trouble, trouble);
    await read();
    expect(kept).toEqual(gitHub.truth());
    expect(naps[0]).toBe(nap);
    expect(naps.length).toBe(3);
  });

  it.each<[Trouble, number | undefined]>([
    ['primary limit', 30_000],
    ['secondary limit', 30_000],
    ['too many requests', 60_000],
    ['502', undefined],
    ['connection reset', undefined],
  ])('asks to come back later, and goes on then: %s', async (trouble, wait) => {
    openPullRequests();
    gitHub.troubles.push('nothing', 'nothing', ...Array(7).fill(trouble));
    const error = await read({
      source: createSource({ longestWait: 10_000 }),
    }).catch(reason => reason);
    expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
    const { retryAt } = error;
    expect(retryAt && retryAt.getTime() - gitHub.now().getTime()).toBe(wait);
    expect(cursors).toHaveLength(2);

    gitHub.troubles.length = 0;
    await read();
    expect(kept).toEqual(gitHub.truth());
    expect(cursors).toHaveLength(5);
  });

  it('leaves some points to others', async () => {
    openPullRequests();
    gitHub.remainingPoints = 400;
    await expect(
      read({ source: createSource({ longestWait: 10_000 }) }),
    ).rejects.toThrow(/^GitHub asks to come back at 2026-/);
    expect(cursors).toHaveLength(1);
    gitHub.onRequest = () => {
      gitHub.remainingPoints = 5000;
    };
    await read();
    expect(kept).toEqual(gitHub.truth());
  });

  it('asks for less where that is too much', async () => {
    openPullRequests();
    gitHub.capacity = 2;
    gitHub.giants.add(11);
    await read({ source: createSource({ pageSize: 8 }) });
    expect(kept).toEqual(gitHub.truth());
    expect(gitHub.requests.filter(({ variables }) => variables.lean)).toEqual([
      expect.objectContaining({
        variables: expect.objectContaining({ first: 1 }),
      }),
    ]);
  });

  it.each(['', 'no JSON', 'null', '7', '{"watermark":5,"run":{"after":"x"}}'])(
    'starts over from a cursor that makes no sense: %p',
    async cursor => {
      openPullRequests();
      await read({ cursor });
      expect(kept).toEqual(gitHub.truth());
    },
  );

  it('starts the run over when GitHub does not know the cursor any more', async () => {
    openPullRequests();
    await read({ pages: 3 });
    gitHub.troubles.push('no valid cursor');
    await read();
    expect(kept).toEqual(gitHub.truth());
  });

  it('ends at once when it is aborted, and keeps its place', async () => {
    openPullRequests();
    const controller = new AbortController();
    gitHub.onRequest = count => count === 3 && controller.abort();
    await read({ signal: controller.signal });
    expect(cursors).toHaveLength(2);
    expect(gitHub.requests).toHaveLength(3);
    gitHub.onRequest = () => {};
    await read();
    expect(kept).toEqual(gitHub.truth());
  });

  it('asks for credentials each time, and never tells them', async () => {
    openPullRequests();
    const source = createSource();
    await read({ source, pages: 2 });
    gitHub.troubles.push('forbidden');
    const forbidden = await read({ source }).catch(reason => reason);
    gitHub.troubles.push(...Array(7).fill('primary limit'));
    const limited = await read({ source }).catch(reason => reason);
    expect(
      gitHub.requests.slice(0, 3).map(({ authorization }) => authorization),
    ).toEqual(['Bearer secret-1', 'Bearer secret-2', 'Bearer secret-3']);
    expect(forbidden.message).toMatch(/^Failed to read '.*' from GitHub; /);
    for (const error of [forbidden, limited]) {
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(
        'secret-',
      );
    }
  });

  it('says so when there is no such repository', async () => {
    await expect(
      read({ repositoryUrl: `http://${gitHub.host}/o/other` }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      read({ repositoryUrl: 'https://elsewhere.example.com/o/r' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('does without what the token may not see', async () => {
    // An app without access to members gets an error instead of a team.
    gitHub.move(1);
    gitHub.hiddenReviewers.add(1);
    await read();
    expect(kept).toEqual(gitHub.truth());
  });

  it('stops to read a single one when it is aborted', async () => {
    gitHub.move(5);
    const controller = new AbortController();
    gitHub.onRequest = () => controller.abort();
    await expect(
      createSource().readChange({
        repositoryUrl: gitHub.repositoryUrl,
        changeId: '5',
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(gitHub.requests).toHaveLength(1);
  });

  it('reads a single pull request', async () => {
    gitHub.move(5, { author: user('alan') });
    const source = createSource();
    const readOne = (changeId: string, repositoryUrl = gitHub.repositoryUrl) =>
      source.readChange({
        repositoryUrl,
        changeId,
        signal: new AbortController().signal,
      });
    gitHub.troubles.push('502');
    await expect(readOne('5')).resolves.toMatchObject({
      id: '5',
      author: { host: gitHub.host, login: 'alan' },
    });
    await expect(
      readOne('5', `${gitHub.repositoryUrl}.git`),
    ).resolves.toMatchObject({ id: '5' });
    await expect(readOne('6')).resolves.toBeUndefined();
    await expect(readOne('no number')).resolves.toBeUndefined();
    await expect(
      readOne('5', `http://${gitHub.host}/o/other`),
    ).resolves.toBeUndefined();
  });

  it('accepts repositories of hosts that it has credentials for', () => {
    const source = createSource();
    const { host } = gitHub;
    expect(
      [
        `https://${host}/o/r`,
        `https://${host}/o/r.git`,
        `https://${host}/o/r/`,
        `https://${host}/o`,
        `https://${host}/o/r/tree/main`,
        'https://anonymous.example.com/o/r',
        'https://gitlab.com/o/r',
        'o/r',
      ].map(url => source.accepts(url)),
    ).toEqual([true, true, true, false, false, false, false, false]);
  });

  it('knows the links to pull requests', () => {
    const source = createSource();
    const change = { repositoryUrl: gitHub.repositoryUrl, changeId: '123' };
    const link = gitHub.repositoryUrl;
    for (const url of [
      `${link}/pull/123`,
      `${link}/pull/123/files?w=1#diff-1`,
      `${link}/pull/123/commits/abc`,
    ]) {
      expect(source.parseChangeUrl(url)).toEqual(change);
    }
    for (const url of [
      `${link}/pull/new`,
      `${link}/pull/0`,
      `${link}/pulls`,
      `${link}/issues/123`,
      `${link}`,
      'https://anonymous.example.com/o/r/pull/123',
      'not a link',
    ]) {
      expect(source.parseChangeUrl(url)).toBeUndefined();
    }
  });

  // GitHub's schema: `repository(followRenames: true)`, which is its default.
  it('says what a repository is for good, whatever it is called', async () => {
    gitHub.move(1, { url: `http://${gitHub.host}/o/new-name/pull/1` });
    gitHub.names = ['o/new-name', 'o/r'];
    const source = createSource();
    for (const name of gitHub.names) {
      const options = {
        repositoryUrl: `http://${gitHub.host}/${name}`,
        signal: new AbortController().signal,
      };
      for await (const page of source.readChanges(options)) {
        expect(page.repositoryId).toBe(`${gitHub.host}/1296269`);
      }
      const change = await source.readChange({ ...options, changeId: '1' });
      expect(source.parseChangeUrl(change?.url ?? '')).toEqual({
        repositoryUrl: `http://${gitHub.host}/o/new-name`,
        changeId: '1',
      });
    }
  });

  it('tells of changes of repositories that it can read', async () => {
    const moved: string[] = [];
    await createSource().subscribe(async ({ changeId }) => {
      if (changeId === '4') throw new Error('Could not be read');
      moved.push(changeId);
    });
    const [{ onEvent }] = events.subscribe.mock.calls[0];
    const tell = (htmlUrl: string, number: number) =>
      onEvent({
        topic: 'github.pull_request',
        eventPayload: {
          pull_request: { number },
          repository: { html_url: htmlUrl },
        },
      });
    await tell(gitHub.repositoryUrl, 1);
    await tell('https://anonymous.example.com/o/r', 2);
    await tell(`http://${gitHub.host}/o/r/stars`, 3);
    expect(moved).toEqual(['1']);
    await expect(tell(gitHub.repositoryUrl, 4)).rejects.toThrow(
      'Could not be read',
    );
  });
});
