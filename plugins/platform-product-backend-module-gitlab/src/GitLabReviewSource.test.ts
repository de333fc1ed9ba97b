import { inspect } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  ForgeCaller,
  ReadChangesOptions,
} from '@platform-product/backstage-plugin-node';
import { FakeGitLab, Trouble } from './__testUtils__/FakeGitLab';
import { mergeRequest, note, user } from './__testUtils__/mergeRequests';
import { GitLabReviewSource } from './GitLabReviewSource';

let gitLab: FakeGitLab;
/** When each merge request was last updated, as far as kept. */
let kept: Record<string, string>;
/** Every cursor that was kept. */
let cursors: string[];
let naps: number[];

const events = mockServices.events.mock();

beforeEach(async () => {
  gitLab = await FakeGitLab.start();
  kept = {};
  cursors = [];
  naps = [];
});

afterEach(() => gitLab.stop());

function createSource(options: { longestWait?: number } = {}) {
  const { host, baseUrl } = gitLab;
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        gitlab: [
          { host, baseUrl, apiBaseUrl: `${baseUrl}/api/v4`, token: 'unused' },
          {
            host: 'anonymous.example.com',
            apiBaseUrl: 'https://anonymous.example.com/api/v4',
          },
        ],
      },
    }),
  );
  let tokens = 0;
  return new GitLabReviewSource({
    integrations: integrations.gitlab,
    credentials: {
      getCredentials: async () => ({ token: `secret-${++tokens}` }),
    },
    events,
    now: () => gitLab.now(),
    pageSize: 5,
    caller: new ForgeCaller({
      forge: 'GitLab',
      longestWait: options.longestWait,
      now: () => gitLab.now(),
      sleep: async nap => {
        naps.push(nap);
        gitLab.pass(nap);
      },
    }),
  });
}

/** Reads on from the last kept cursor, and keeps what comes. */
async function read(
  options: Partial<ReadChangesOptions> & {
    source?: GitLabReviewSource;
    /** Ends without a warning, like a killed process. */
    pages?: number;
  } = {},
): Promise<void> {
  const { source = createSource(), pages = Infinity } = options;
  let count = 0;
  for await (const page of source.readChanges({
    repositoryUrl: gitLab.repositoryUrl,
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

/** What is there at first: 22 merge requests, which is six pages. */
function openMergeRequests(count = 22) {
  for (let iid = 1; iid <= count; iid++) gitLab.move(iid);
}

/** Numbers below a bound, the same each time (a linear congruence). */
function createRandom(seed: number): (bound: number) => number {
  let state = seed * 7919;
  return bound => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * bound);
  };
}

describe('GitLabReviewSource', () => {
  it('asks the server who is a machine, once for each', async () => {
    const [machine, person] = ['GitLabDuo', 'grace'].map(user);
    gitLab.machines = [machine.id];
    const notes = [note('09:01', 'GitLabDuo', 'I have looked at it.')];
    const given = mergeRequest({ iid: 1 }, { notes });
    gitLab.move(1, given);
    gitLab.move(2, given);
    const reading = createSource().readChanges({
      repositoryUrl: gitLab.repositoryUrl,
      signal: new AbortController().signal,
    });
    const { value: page } = await reading.next();
    expect(
      page!.changes.map(({ reviews }) =>
        reviews.map(({ reviewer }) => reviewer),
      ),
    ).toEqual(
      [1, 2].map(() => [
        expect.objectContaining({ login: 'GitLabDuo', isBot: true }),
        { host: gitLab.host, login: person.username, ids: [`${person.id}`] },
      ]),
    );
    const asked = gitLab.requests.filter(({ path }) =>
      path.includes('/users/'),
    );
    expect(asked.map(({ path }) => path.split('/').at(-1)).sort()).toEqual(
      [1, person.id, machine.id].map(String).sort(),
    );
  });

  it('reads the whole history at first, and then only what is new', async () => {
    openMergeRequests();
    await read();
    expect(kept).toEqual(gitLab.truth());
    // a list for each page, three calls for each merge request, and one for each person
    expect(gitLab.lists).toHaveLength(6);
    expect(gitLab.requests).toHaveLength(6 + 22 * 3 + 2);

    gitLab.requests.length = 0;
    await read();
    expect(gitLab.requests).toHaveLength(1);
    expect(cursors.at(-1)).toBe(cursors.at(-2));

    gitLab.requests.length = 0;
    gitLab.move(3);
    gitLab.move(23);
    await read();
    expect(kept).toEqual(gitLab.truth());
    expect(gitLab.requests).toHaveLength(1 + 2 * 3 + 2);
  });

  it('reads again what may have become visible late', async () => {
    openMergeRequests(3);
    await read();
    // a minute older than what was read already
    gitLab.pass(-60_000);
    gitLab.moveNow(99);
    await read();
    expect(kept).toEqual(gitLab.truth());
  });

  it('reads nothing again of what it knows, up to the last moment', async () => {
    gitLab.move(1);
    gitLab.pass(5 * 60_000);
    gitLab.moveNow(2);
    await read();
    gitLab.requests.length = 0;
    await read();
    expect(gitLab.requests).toHaveLength(1);
    expect(gitLab.lists).toHaveLength(1);
  });

  it('finds what is updated while it reads', async () => {
    openMergeRequests();
    let count = 0;
    gitLab.onRequest = path => {
      if (!path.includes('merge_requests?') || ++count > 5) return;
      gitLab.move(23 - count); // not read yet
      gitLab.move(count); // read already
      gitLab.move(100 + count); // new
    };
    await read();
    await read();
    expect(kept).toEqual(gitLab.truth());
  });

  it('reads more than a page of the same moment', async () => {
    openMergeRequests(3);
    gitLab.pass(600_000);
    for (let iid = 50; iid < 67; iid++) gitLab.moveNow(iid);
    gitLab.move(90);
    // killed after each page
    for (let pages = 0; pages < 8; pages++) await read({ pages: 1 });
    expect(kept).toEqual(gitLab.truth());
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'goes on from the cursor of page %p after it was killed',
    async pages => {
      openMergeRequests();
      gitLab.onRequest = path => {
        if (path.includes('merge_requests?')) gitLab.move(1 + pages * 3);
      };
      await read({ pages });
      gitLab.onRequest = () => {};
      gitLab.move(pages);
      gitLab.requests.length = 0;
      const before = Object.keys(kept).length;
      await read();
      expect(kept).toEqual(gitLab.truth());
      // what was read before, and has not changed, is not read again
      const details = gitLab.requests.length - gitLab.lists.length;
      expect(details).toBeLessThanOrEqual((22 - before + 2) * 3);
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'misses nothing, whatever happens: history %p',
    async seed => {
      const random = createRandom(seed);
      const troubles: Trouble[] = ['500', '502', 'connection reset'];
      openMergeRequests();
      gitLab.onRequest = () => {
        if (random(8) === 0) gitLab.move(1 + random(30));
        if (random(8) === 0) gitLab.moveNow(1 + random(30));
        if (random(9) === 0) gitLab.troubles.push(troubles[random(3)]);
      };
      for (let time = 0; time < 8; time++) {
        await read({ pages: 1 + random(6) }).catch(() => {});
      }
      gitLab.onRequest = () => {};
      gitLab.troubles.length = 0;
      await read();
      expect(kept).toEqual(gitLab.truth());
    },
  );

  it.each<[Trouble, number]>([
    ['retry after', 30_000],
    ['limit reset', 30_000],
    ['too many requests', 60_000],
    ['502', 500],
    ['500', 500],
    ['connection reset', 500],
    ['answer cut off', 500],
  ])('overcomes: %s', async (trouble, nap) => {
    openMergeRequests();
    // of a list, and of details
    gitLab.troubles.push(trouble, 'nothing', trouble, 'nothing', trouble);
    await read();
    expect(kept).toEqual(gitLab.truth());
    expect(naps[0]).toBe(nap);
    expect(naps).toHaveLength(3);
  });

  it.each<[Trouble, number | undefined]>([
    ['retry after', 30_000],
    ['limit reset', 30_000],
    ['too many requests', 60_000],
    ['502', undefined],
    ['connection reset', undefined],
  ])('asks to come back later, and goes on then: %s', async (trouble, wait) => {
    openMergeRequests();
    gitLab.onRequest = () => {
      if (gitLab.lists.length >= 3) gitLab.troubles.push(trouble);
    };
    const error = await read({
      source: createSource({ longestWait: 10_000 }),
    }).catch(reason => reason);
    expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
    const { retryAt } = error;
    expect(retryAt && retryAt.getTime() - gitLab.now().getTime()).toBe(wait);
    expect(cursors).toHaveLength(2);

    gitLab.onRequest = () => {};
    gitLab.troubles.length = 0;
    await read();
    expect(kept).toEqual(gitLab.truth());
    expect(cursors).toHaveLength(6);
  });

  it('does without a diff that is too much for GitLab', async () => {
    openMergeRequests(2);
    gitLab.giants = /\/2\/diffs/;
    await read();
    expect(kept).toEqual(gitLab.truth());
  });

  it('does without what a project or an old server does not have', async () => {
    openMergeRequests(2);
    gitLab.missing = /\/(diffs|approvals)$/;
    await read();
    expect(kept).toEqual(gitLab.truth());
  });

  it('leaves out what is deleted while it reads', async () => {
    openMergeRequests(2);
    gitLab.missing = /\/2\/notes$/;
    await read();
    expect(Object.keys(kept)).toEqual(['1']);
  });

  it('reads no more than the first 300 notes', async () => {
    const notes = Array.from({ length: 350 }, (_, n) =>
      note('10:00', n < 300 ? 'alan' : 'edsger', '?'),
    );
    gitLab.move(1, { notes, approvals: [] });
    const change = await createSource().readChange({
      repositoryUrl: gitLab.repositoryUrl,
      changeId: '1',
      signal: new AbortController().signal,
    });
    expect(change?.reviews).toMatchObject([{ reviewer: { login: 'alan' } }]);
    expect(
      gitLab.requests.filter(({ path }) => path.includes('/notes?')),
    ).toHaveLength(3);
  });

  it.each(['', 'no JSON', 'null', '7', '{"position":5,"page":"x"}'])(
    'starts over from a cursor that makes no sense: %p',
    async cursor => {
      openMergeRequests();
      await read({ cursor });
      expect(kept).toEqual(gitLab.truth());
    },
  );

  it('ends at once when it is aborted, and keeps its place', async () => {
    openMergeRequests();
    const controller = new AbortController();
    gitLab.onRequest = path => {
      if (path.includes('/13/diffs')) controller.abort();
    };
    await read({ signal: controller.signal });
    expect(cursors).toHaveLength(2);
    gitLab.onRequest = () => {};
    expect(gitLab.requests.some(({ path }) => path.includes('/14/'))).toBe(
      false,
    );
    await read();
    expect(kept).toEqual(gitLab.truth());
  });

  it('asks for the token each time, and never tells it', async () => {
    openMergeRequests(1);
    const source = createSource();
    await read({ source });
    expect(
      gitLab.requests.map(({ authorization }) => authorization).sort(),
    ).toEqual([1, 2, 3, 4, 5, 6].map(count => `Bearer secret-${count}`));
    gitLab.troubles.push('unauthorized');
    const unauthorized = await read({ source }).catch(reason => reason);
    gitLab.troubles.push(...Array(7).fill('too many requests'));
    const limited = await read({ source }).catch(reason => reason);
    expect(unauthorized.message).toMatch(
      /^Failed to read '.*' from GitLab; .* status 401 Unauthorized$/,
    );
    for (const error of [unauthorized, limited]) {
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(
        'secret-',
      );
    }
  });

  it('says so when there is no such project', async () => {
    await expect(
      read({ repositoryUrl: `${gitLab.baseUrl}/g/other` }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      read({ repositoryUrl: 'https://elsewhere.example.com/g/p' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('stops to read a single one when it is aborted', async () => {
    gitLab.move(5);
    const controller = new AbortController();
    gitLab.onRequest = () => controller.abort();
    await expect(
      createSource().readChange({
        repositoryUrl: gitLab.repositoryUrl,
        changeId: '5',
        signal: controller.signal,
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(gitLab.requests).toHaveLength(1);
  });

  it('reads a single merge request', async () => {
    gitLab.move(5);
    const source = createSource();
    const readOne = (changeId: string, path = 'g/s/p') =>
      source.readChange({
        repositoryUrl: `${gitLab.baseUrl}/${path}`,
        changeId,
        signal: new AbortController().signal,
      });
    gitLab.troubles.push('502');
    await expect(readOne('5')).resolves.toMatchObject({
      id: '5',
      author: { host: gitLab.host, login: 'ada' },
      paths: ['src/a.ts'],
      reviews: [{ isApproval: true }],
    });
    await expect(readOne('5', 'g/s/p.git')).resolves.toMatchObject({ id: '5' });
    await expect(readOne('6')).resolves.toBeUndefined();
    await expect(readOne('../5')).resolves.toBeUndefined();
    await expect(readOne('5', 'g/other')).resolves.toBeUndefined();
  });

  it('accepts projects of servers that it has a token for', () => {
    const source = createSource();
    const { baseUrl, host } = gitLab;
    expect(
      [
        `${baseUrl}/g/p`,
        `${baseUrl}/g/s/s/p.git`,
        `${baseUrl}/g/s/p/`,
        `${baseUrl}/g`,
        `${baseUrl}/g/p/-/tree/main`,
        `http://${host}/g/p`,
        'https://anonymous.example.com/g/p',
        'https://github.com/o/r',
        'g/p',
      ].map(url => source.accepts(url)),
    ).toEqual([true, true, true, false, false, false, false, false, false]);
  });

  it('knows the links to merge requests', () => {
    const source = createSource();
    const link = gitLab.repositoryUrl;
    for (const url of [
      `${link}/-/merge_requests/12`,
      `${link}/-/merge_requests/12/diffs?commit_id=a#note_1`,
      `${link}/merge_requests/12`,
    ]) {
      expect(source.parseChangeUrl(url)).toEqual({
        repositoryUrl: link,
        changeId: '12',
      });
    }
    for (const url of [
      `${link}/-/merge_requests/new`,
      `${link}/-/merge_requests`,
      `${link}/-/issues/12`,
      link,
      'https://anonymous.example.com/g/p/-/merge_requests/12',
      'not a link',
    ]) {
      expect(source.parseChangeUrl(url)).toBeUndefined();
    }
  });

  it('says what a project is for good, whatever it is called', async () => {
    openMergeRequests(1);
    const ids: Array<string | undefined> = [];
    for await (const page of createSource().readChanges({
      repositoryUrl: gitLab.repositoryUrl,
      signal: new AbortController().signal,
    })) {
      ids.push(page.repositoryId);
    }
    expect(ids).toEqual([`${gitLab.host}/7`]);
  });

  it('tells of changes of projects that it can read', async () => {
    const moved: string[] = [];
    await createSource().subscribe(async ({ changeId }) => {
      if (changeId === '4') throw new Error('Could not be read');
      moved.push(changeId);
    });
    const [{ onEvent }] = events.subscribe.mock.calls[0];
    const tell = (webUrl: string, iid: number) =>
      onEvent({
        topic: 'gitlab.merge_request',
        eventPayload: {
          object_kind: 'merge_request',
          object_attributes: { iid },
          project: { web_url: webUrl },
        },
      });
    await tell(gitLab.repositoryUrl, 1);
    await tell('https://anonymous.example.com/g/p', 2);
    await tell(`${gitLab.baseUrl}/g/-/epics`, 3);
    expect(moved).toEqual(['1']);
    await expect(tell(gitLab.repositoryUrl, 4)).rejects.toThrow(
      'Could not be read',
    );
  });
});
