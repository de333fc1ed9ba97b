import {
  AuthenticationError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ForgeBusyError,
  ReviewedChange,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import { serviceEntity, userEntity } from '../../__testUtils__/entities';

jest.setTimeout(60_000);

const at = (text: string) => new Date(`2026-07-${text}:00Z`);
const signal = new AbortController().signal;
const host = 'github.com';

const service = (name: string, url: string) =>
  serviceEntity(name, {
    annotations: { 'backstage.io/source-location': `url:${url}` },
  });
const logs = 'https://github.com/northwind/logs';
const mesh = 'https://github.com/northwind/mesh';
const pipes = 'https://gitlab.com/northwind/pipes';

/** A change of Carl's that nobody has answered. */
const change = (id: string, changes: Partial<ReviewedChange> = {}) => ({
  id,
  author: { host, login: 'carl' },
  openedAt: at('01T08:00'),
  readyAt: at('01T10:00'),
  updatedAt: at('01T10:00'),
  paths: ['charts/values.yaml'],
  reviews: [],
  reviewRequests: [],
  ...changes,
});

/** A source of some repositories, each with pages of changes, or a failure. */
function createSource(
  pages: Record<string, ReadonlyArray<readonly ReviewedChange[] | Error>>,
  id = 'forge',
) {
  const asked: string[] = [];
  const state: { repositoryId?: string } = {};
  let onMoved: Parameters<NonNullable<ReviewSource['subscribe']>>[0];
  const source: ReviewSource = {
    id,
    accepts: url => url in pages,
    async *readChanges({ repositoryUrl, cursor }) {
      asked.push(`${repositoryUrl} from ${cursor ?? 'the start'}`);
      const first = Number(cursor ?? 0);
      for (const [index, page] of pages[repositoryUrl].entries()) {
        if (index < first) continue;
        if (page instanceof Error) throw page;
        const { repositoryId } = state;
        yield { changes: page, cursor: `${index + 1}`, repositoryId };
      }
    },
    async readChange({ repositoryUrl, changeId }) {
      return pages[repositoryUrl]
        ?.flatMap(page => (page instanceof Error ? [] : page))
        .find(({ id: known }) => known === changeId);
    },
    parseChangeUrl(url) {
      const [, repositoryUrl, changeId] = /^(.+)\/pull\/(\d+)$/.exec(url) ?? [];
      return changeId ? { repositoryUrl, changeId } : undefined;
    },
    async subscribe(callback) {
      onMoved = callback;
    },
  };
  return {
    source,
    asked,
    pages,
    state,
    move: (repositoryUrl: string, changeId: string, repositoryId?: string) =>
      onMoved({ repositoryUrl, changeId, repositoryId }),
  };
}

describe.each(databases.eachSupportedId())('ReviewSync on %s', database => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(database);
  });

  async function start(
    sources: ReadonlyArray<ReturnType<typeof createSource>>,
    config = {},
    services = [
      service('logs', logs),
      service('mesh', mesh),
      service('pipes', pipes),
    ],
  ) {
    const room = await createTestReviewersRoom({
      knex,
      now: at('08T12:00'),
      config: { reviewers: config },
      sources: sources.map(({ source }) => source),
      entities: [...services, userEntity('carl'), userEntity('nina')],
    });
    return {
      ...room,
      run: (until = signal) => room.sync.run(until),
      async kept(url: string) {
        const [repository] = await room.history.listRepositories([url]);
        const changes = repository
          ? await room.history.listChanges([repository.id], new Date(0))
          : [];
        return { ...repository, changes };
      },
    };
  }

  it('reads each repository from where it was, and notes when it ended', async () => {
    const forge = createSource({ [logs]: [[change('1')], [change('2')]] });
    const { run, kept, clock, durations } = await start([forge]);
    await run();
    expect(await kept(logs)).toMatchObject({
      source: 'forge',
      cursor: '2',
      syncedAt: at('08T12:00'),
      error: undefined,
      changes: [{ changeId: '1' }, { changeId: '2' }],
    });
    forge.pages[logs] = [...forge.pages[logs], [change('3')]];
    clock.now = at('09T12:00');
    await run();
    expect(forge.asked).toEqual([`${logs} from the start`, `${logs} from 2`]);
    expect(await kept(logs)).toMatchObject({
      cursor: '3',
      syncedAt: at('09T12:00'),
    });
    expect(durations).toEqual([0, 0]);
  });

  it('measures in seconds', async () => {
    const forge = createSource({ [logs]: [] });
    const { run, clock, durations } = await start([forge]);
    forge.source.readChanges = async function* read() {
      clock.now = new Date(clock.now.getTime() + 90_000);
    };
    await run();
    expect(durations).toEqual([90]);
  });

  it('keeps what was read before a failure, and goes on there', async () => {
    const forge = createSource({ [logs]: [[change('1')], new Error('Lost')] });
    const { run, kept, logger } = await start([forge]);
    await run();
    expect(await kept(logs)).toMatchObject({
      cursor: '1',
      syncedAt: undefined,
      error: 'It could not be read; the log of the backend says why',
      changes: [{ changeId: '1' }],
    });
    expect(logger.warn.mock.calls).toEqual([
      [
        'Review history could not be read to the end',
        { repository: logs, source: 'forge', error: 'Error: Lost' },
      ],
    ]);
    forge.pages[logs] = [[change('1')], [change('2')]];
    await run();
    expect(forge.asked[1]).toBe(`${logs} from 1`);
    expect(await kept(logs)).toMatchObject({
      cursor: '2',
      syncedAt: at('08T12:00'),
      error: undefined,
      changes: [{ changeId: '1' }, { changeId: '2' }],
    });
  });

  it.each([
    [
      'a missing repository',
      new NotFoundError('No such repository: secret-name'),
      'The forge does not have the repository, or hides it',
    ],
    [
      'a refusal',
      new NotAllowedError('Token abc'),
      'The forge does not let it be read',
    ],
    [
      'bad credentials',
      new AuthenticationError('Token abc'),
      'The forge does not let it be read',
    ],
    [
      'a busy forge',
      new ForgeBusyError('Come back at noon', {}),
      'The forge asked to come back later',
    ],
    [
      'anything else',
      new TypeError('Token abc'),
      'It could not be read; the log of the backend says why',
    ],
  ])(
    'says no more of %s than everybody may know',
    async (_, error, expected) => {
      const { run, kept } = await start([createSource({ [logs]: [error] })]);
      await run();
      expect((await kept(logs)).error).toBe(expected);
    },
  );

  it('reads the others where one can’t be read', async () => {
    const forge = createSource({
      [logs]: [new Error('Lost')],
      [mesh]: [[change('1')]],
      [pipes]: [[change('1')]],
    });
    const { run, kept } = await start([forge]);
    await run();
    expect((await kept(mesh)).changes).toHaveLength(1);
    expect((await kept(pipes)).syncedAt).toEqual(at('08T12:00'));
  });

  it('leaves a busy forge alone, and no other', async () => {
    const forge = createSource({
      [logs]: [new ForgeBusyError('Later', {})],
      [mesh]: [[change('1')]],
      [pipes]: [[change('1')]],
    });
    const { run, kept } = await start([forge]);
    await run();
    expect(forge.asked).toEqual([
      `${logs} from the start`,
      `${pipes} from the start`,
    ]);
    expect((await kept(mesh)).error).toBeUndefined();
    forge.pages[logs] = [];
    await run();
    expect(forge.asked).toHaveLength(5);
  });

  it('begins with who waited longest', async () => {
    const forge = createSource({ [logs]: [], [mesh]: [], [pipes]: [] });
    const { run, clock, kept, history } = await start([forge]);
    await run();
    const order = async (days: Record<string, string | undefined>) => {
      for (const [url, day] of Object.entries(days)) {
        const { id } = await kept(url);
        if (day) await history.endSync(id, { syncedAt: at(day) });
        else
          await knex('reviewers_repositories')
            .where({ id })
            .update({ synced_at: null });
      }
      forge.asked.length = 0;
      clock.now = at('09T12:00');
      await run();
      return forge.asked.map(text => text.split(' ')[0]);
    };
    expect(
      await order({
        [logs]: '03T08:00',
        [mesh]: '01T08:00',
        [pipes]: '02T08:00',
      }),
    ).toEqual([mesh, pipes, logs]);
    expect(
      await order({
        [logs]: '03T08:00',
        [mesh]: '01T08:00',
        [pipes]: undefined,
      }),
    ).toEqual([pipes, mesh, logs]);
  });

  it('stops when its time is over, and calls nothing finished', async () => {
    const controller = new AbortController();
    const forge = createSource({
      [logs]: [[change('1')], [change('2')], [change('3')]],
      [mesh]: [[change('1')]],
    });
    const { run, kept } = await start([forge]);
    const { readChanges } = forge.source;
    forge.source.readChanges = async function* read(options) {
      for await (const page of readChanges(options)) {
        yield page;
        controller.abort();
      }
    };
    await run(controller.signal);
    expect(await kept(logs)).toMatchObject({
      cursor: '2',
      syncedAt: undefined,
    });
    expect((await kept(mesh)).changes).toEqual([]);

    await run(AbortSignal.abort());
    expect(forge.asked).toHaveLength(1);
  });

  it('calls nothing finished where the source ended for lack of time', async () => {
    const controller = new AbortController();
    const forge = createSource({ [logs]: [] });
    const { run, kept } = await start([forge]);
    forge.source.readChanges = async function* read() {
      controller.abort();
    };
    await run(controller.signal);
    expect(await kept(logs)).toMatchObject({
      syncedAt: undefined,
      error: undefined,
    });
  });

  it('reads the repositories of all pages of services', async () => {
    const forge = createSource({ [logs]: [], [mesh]: [], [pipes]: [] });
    const { run, services } = await start([forge]);
    const getPage = services.getPage.bind(services);
    jest
      .spyOn(services, 'getPage')
      .mockImplementation(options => getPage({ ...options, limit: 1 }));
    await run();
    expect(forge.asked).toHaveLength(3);
  });

  it('forgets a repository that no service has had for long', async () => {
    const forge = createSource({
      [logs]: [[change('1')]],
      [mesh]: [[change('2')]],
    });
    const { run, kept, clock, services } = await start([forge]);
    await run();
    const getPage = services.getPage.bind(services);
    jest.spyOn(services, 'getPage').mockImplementation(async options => {
      const page = await getPage(options);
      return {
        ...page,
        services: page.services.filter(({ entityRef }) =>
          entityRef.endsWith('/mesh'),
        ),
      };
    });
    const day = 24 * 60 * 60 * 1000;
    const begin = +clock.now;
    clock.now = new Date(begin + 730 * day);
    await run();
    expect((await kept(logs)).changes).toHaveLength(1);
    clock.now = new Date(begin + 730 * day + 1);
    await run();
    expect((await kept(logs)).changes).toEqual([]);
    expect((await kept(mesh)).changes).toHaveLength(1);
    const left = await knex('reviewers_reviews')
      .join('reviewers_changes', 'reviewers_changes.id', 'change')
      .where('change_id', '1');
    expect(left).toEqual([]);
    expect(await knex('reviewers_changes').where('change_id', '1')).toEqual([]);
  });

  it('reads a repository by the first source that can, and no other', async () => {
    const first = createSource({ [logs]: [[change('1')]] }, 'first');
    const second = createSource({ [logs]: [], [mesh]: [] }, 'second');
    const { run, kept, sync } = await start([first, second]);
    await run();
    expect((await kept(logs)).source).toBe('first');
    expect((await kept(mesh)).source).toBe('second');
    expect((await kept(pipes)).id).toBeUndefined();
    expect(second.asked).toEqual([`${mesh} from the start`]);
    expect(sync.sourceOf(logs)?.id).toBe('first');
    expect(sync.sourceOf(pipes)).toBeUndefined();
  });

  it('reads one change anew when its source says that it moved', async () => {
    const forge = createSource({
      [logs]: [[change('1')]],
      [mesh]: [[change('1')]],
    });
    const other = createSource(
      { [logs]: [[change('1', { title: 'No' })]] },
      'other',
    );
    const { run, kept, sync } = await start([forge, other]);
    await sync.subscribe();
    // Of a repository that nobody has read yet, nobody wants to know.
    await forge.move(logs, '1');
    expect((await kept(logs)).id).toBeUndefined();
    await run();
    forge.pages[logs] = [[change('1', { title: 'Moved' })]];
    await forge.move(`${logs}.git/`, '1');
    expect((await kept(logs)).changes[0].title).toBeUndefined();
    await forge.move(logs, '1');
    await other.move(logs, '1');
    await forge.move(logs, 'no such change');
    expect((await kept(logs)).changes.map(({ title }) => title)).toEqual([
      'Moved',
    ]);
    // Where reading goes on is for the sync alone.
    expect((await kept(logs)).cursor).toBe('1');
  });

  // docs.github.com, "Renaming a repository", and docs.gitlab.com, "Repository redirects
  // when path changes": the old name goes on leading to it; webhooks have the new one.
  it.each([
    ['renamed', 'https://github.com/northwind/log-store'],
    ['moved', 'https://github.com/contoso/logs'],
    ['deeper', 'https://github.com/contoso/platform/log-store'],
  ])('hears of a repository under its new name: %s', async (_, named) => {
    const forge = createSource({ [logs]: [[change('1')]] });
    forge.state.repositoryId = 'github.com/7';
    const { run, kept, sync } = await start([forge]);
    await sync.subscribe();
    await run();
    // At once, by what the forge keeps calling it.
    forge.pages[logs] = [[change('1', { title: 'Moved' })]];
    await forge.move(named, '1', 'github.com/8');
    await forge.move(named, '1');
    expect((await kept(logs)).changes[0].title).toBeUndefined();
    await forge.move(named, '1', 'github.com/7');
    expect((await kept(logs)).changes[0].title).toBe('Moved');
    // By its name alone, once a page of a change has it.
    const url = `${named}/pull/2`;
    forge.pages[logs] = [[change('1')], [change('2', { url })]];
    await run();
    forge.pages[logs] = [[change('2', { url, title: 'Moved, too' })]];
    await forge.move(`${named}/`, '2', 'github.com/8');
    expect((await kept(logs)).changes[1].title).toBeUndefined();
    await forge.move(`${named}/`, '2');
    expect((await kept(logs)).changes[1].title).toBe('Moved, too');
  });

  it('counts what waits once, after the catalog has the new name, too', async () => {
    const named = `${logs}-store`;
    const awaited = {
      reviewRequests: [
        { reviewer: { host, login: 'nina' }, at: at('01T10:00'), isOpen: true },
      ],
    };
    const forge = createSource({
      [logs]: [[change('1', awaited)]],
      [named]: [[change('1', awaited)]],
    });
    forge.state.repositoryId = 'github.com/7';
    const before = await start([forge]);
    await before.run();
    const after = await start([forge], {}, [service('logs', named)]);
    after.clock.now = at('09T12:00');
    const count = async () =>
      (await after.history.countAwaited(['github.com/nina'], new Date(0))).get(
        'github.com/nina',
      );
    await after.run();
    await after.run();
    expect((await after.kept(logs)).id).toBeUndefined();
    expect((await after.kept(named)).changes).toHaveLength(1);
    expect(await count()).toBe(1);
  });

  it('knows people whose login has changed since they were read', async () => {
    const forge = createSource({ [logs]: [[change('1')]] });
    const named = (login: string) => ({ host, login, ids: ['U_7', '7'] });
    const review = {
      id: 'a',
      reviewer: named('nina-berg'),
      at: at('01T11:00'),
      isApproval: true,
    };
    forge.pages[logs] = [[change('1', { reviews: [review] })]];
    const { run, kept } = await start([forge], {}, [
      service('logs', logs),
      {
        ...userEntity('nina'),
        metadata: {
          namespace: 'default',
          name: 'nina',
          annotations: { 'github.com/user-id': 'U_7' },
        },
      },
    ]);
    await run();
    forge.pages[logs] = [
      ...forge.pages[logs],
      // Her own change, and an older review of hers that the forge has under the old login.
      [change('2', { author: named('nina-lund'), reviews: [review] })],
    ];
    await run();
    const { changes } = await kept(logs);
    expect(
      changes.map(({ reviews }) => reviews.map(({ person }) => person)),
    ).toEqual([['github.com/nina-berg'], []]);
  });

  it('hears of a repository for all services, whatever each of them calls it', async () => {
    const forge = createSource({
      [logs]: [[change('1')]],
      [mesh]: [[change('1')]],
    });
    forge.state.repositoryId = 'github.com/7';
    const { run, kept, sync } = await start([forge]);
    await sync.subscribe();
    await run();
    forge.pages[logs] = forge.pages[mesh] = [[change('1', { title: 'Moved' })]];
    await forge.move(mesh, '1', 'github.com/7');
    for (const name of [logs, mesh]) {
      expect((await kept(name)).changes[0].title).toBe('Moved');
    }
  });

  it('leaves out machines, by mark, by name and by configuration', async () => {
    const review = (login: string, isBot?: boolean) => ({
      id: login,
      reviewer: { host, login, isBot },
      at: at('01T11:00'),
      isApproval: true,
    });
    const forge = createSource({
      [logs]: [
        [
          change('1', {
            reviews: [
              review('marked', true),
              review('named[bot]'),
              review('Renovate'),
              review('Build-Bot'),
              review('bot'),
              review('nina'),
            ],
          }),
          change('2', { author: { email: 'CI@example.com' } }),
          change('3', { author: { host, login: 'x[bot]' } }),
          change('4', { author: { email: 'ana@example.com' } }),
          change('5', {
            author: { email: '7+deployer@users.noreply.github.com' },
          }),
        ],
      ],
    });
    const { run, kept } = await start([forge], {
      bots: [
        'renovate',
        'github.com/BUILD-bot',
        'ci@Example.com',
        '7+Deployer@users.noreply.github.com',
      ],
    });
    await run();
    const { changes } = await kept(logs);
    expect(changes.map(({ changeId }) => changeId)).toEqual(['1', '4']);
    expect(changes[0].reviews.map(({ person }) => person)).toEqual([
      'github.com/bot',
      'github.com/nina',
    ]);
  });

  it('counts in the hours of each reviewer, or in those of everybody', async () => {
    const answered = (login: string) =>
      change(login, {
        reviews: [
          {
            id: login,
            reviewer: { host, login },
            at: at('02T10:00'),
            isApproval: true,
          },
        ],
        reviewRequests: [
          { reviewer: { host, login }, at: at('01T10:00'), isOpen: false },
        ],
      });
    const forge = createSource({
      [logs]: [[answered('nina'), answered('nobody')]],
    });
    const { run, kept, setAvailability } = await start([forge], {
      workingHours: { from: '09:00', until: '12:00' },
    });
    await setAvailability('user:default/nina', {
      from: '08:00',
      until: '18:00',
    });
    await run();
    const { changes } = await kept(logs);
    expect(
      changes.map(({ waitHours, reviews: [{ responseHours }] }) => [
        waitHours,
        responseHours,
      ]),
    ).toEqual([
      [10, 10],
      [3, 3],
    ]);
  });

  it('knows links by the source that can read them', async () => {
    const [none, some] = [createSource({}, 'none'), createSource({}, 'some')];
    const ref = { repositoryUrl: logs, changeId: '7' };
    none.source.parseChangeUrl = () => undefined;
    some.source.parseChangeUrl = url => (url === 'link' ? ref : undefined);
    const { sync } = await start([none, some, createSource({}, 'mute')]);
    expect(sync.parseChangeUrl('link')).toEqual({ source: some.source, ref });
    expect(sync.parseChangeUrl('other')).toBeUndefined();
  });
});
