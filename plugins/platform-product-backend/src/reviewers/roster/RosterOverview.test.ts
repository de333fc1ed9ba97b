import { ReviewSource } from '@platform-product/backstage-plugin-node';
import { Knex } from 'knex';
import { changeRecord, reviewRecord } from '../../__testUtils__/changeRecord';
import {
  createReviewersDatabase,
  createTestReviewersRoom,
} from '../../__testUtils__/createTestReviewersRoom';
import { databases } from '../../__testUtils__/databases';
import {
  groupEntity,
  serviceEntity,
  userEntity,
} from '../../__testUtils__/entities';

jest.setTimeout(60_000);

const logs = 'component:default/logs';
const team = 'group:default/logs-team';
const url = 'https://github.com/northwind/logs';
const codeowners = `${url}/blob/main/.github/CODEOWNERS`;
const now = new Date('2026-07-08T10:00:00Z');
const march = new Date('2026-03-01T10:00:00Z');
const may = new Date('2026-05-01T10:00:00Z');
const [olga, carl, nina, paul] = ['olga', 'carl', 'nina', 'paul'].map(
  name => `user:default/${name}`,
);

describe.each(databases.eachSupportedId())('RosterOverview on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  async function start(
    options: {
      readonly annotations?: Record<string, string>;
      readonly files?: Record<string, string | Error>;
      readonly sources?: readonly ReviewSource[];
    } = {},
  ) {
    const entity = serviceEntity('logs', {
      annotations: {
        'backstage.io/source-location': `url:${url}/tree/main/`,
        ...options.annotations,
      },
    });
    const room = await createTestReviewersRoom({
      knex,
      now,
      files: new Map(Object.entries(options.files ?? {})),
      sources: options.sources,
      entities: [
        entity,
        groupEntity('logs-team', { members: ['olga'] }),
        groupEntity('writers', {
          members: ['nina', 'paul'],
          team: 'org/writers',
        }),
        userEntity('olga', { groups: [team] }),
        ...['carl', 'nina', 'paul'].map(name => userEntity(name)),
      ],
    });
    return {
      ...room,
      get: () => room.rosterOverview.get({ entityRef: logs, entity }),
      candidates: async () =>
        (await room.rosterOverview.get({ entityRef: logs, entity })).candidates,
    };
  }

  it('names candidates from all that is declared and all that was done', async () => {
    const { candidates, keepChanges } = await start({
      annotations: { 'platform-product/reviewers': 'carl' },
      files: {
        [codeowners]: [
          '* @carl @org/writers',
          '/docs/ @nobody gone@example.com @olga',
        ].join('\n'),
      },
    });
    const by = (author: string, reviewer: string, mergedAt: Date) => ({
      author,
      mergedAt,
      closedAt: mergedAt,
      reviews: [reviewRecord({ person: reviewer, reviewedAt: mergedAt })],
    });
    await keepChanges(url, [
      changeRecord({
        changeId: '1',
        ...by('github.com/carl', 'github.com/ana', march),
      }),
      changeRecord({
        changeId: '2',
        ...by('github.com/ana', 'github.com/carl', may),
      }),
      changeRecord({
        changeId: '3',
        ...by('github.com/carl', 'mailto:x@example.com', may),
      }),
    ]);
    const file = (line: number, pattern: string, via?: string) => ({
      kind: 'ownership-file',
      url: codeowners,
      line,
      pattern,
      ...(via && { via }),
    });
    expect(await candidates()).toEqual([
      {
        userRef: carl,
        name: carl,
        isOutside: true,
        sources: [
          { kind: 'annotation' },
          file(1, '*'),
          {
            kind: 'history',
            reviews: 1,
            changes: 2,
            lastAt: may.toISOString(),
          },
        ],
      },
      {
        userRef: nina,
        name: nina,
        isOutside: true,
        sources: [file(1, '*', '@org/writers')],
      },
      {
        userRef: paul,
        name: paul,
        isOutside: true,
        sources: [file(1, '*', '@org/writers')],
      },
      { name: '@nobody', sources: [file(2, '/docs/')] },
      { name: 'gone@example.com', sources: [file(2, '/docs/')] },
      {
        userRef: olga,
        name: olga,
        isOutside: false,
        sources: [file(2, '/docs/')],
      },
      {
        name: '@ana',
        sources: [
          {
            kind: 'history',
            reviews: 1,
            changes: 1,
            lastAt: may.toISOString(),
          },
        ],
      },
      {
        name: 'x@example.com',
        sources: [
          {
            kind: 'history',
            reviews: 1,
            changes: 0,
            lastAt: may.toISOString(),
          },
        ],
      },
    ]);
  });

  it('takes no one for a candidate who is on the roster, or asked to be', async () => {
    const { candidates, enlist, roster, get } = await start({
      annotations: { 'platform-product/reviewers': 'carl nina paul olga' },
    });
    const put = (userRef: string) =>
      roster.putForward({
        entityRef: logs,
        userRef,
        side: 'owners',
        by: olga,
        terms: { role: 'reviewer', paths: [] },
      });
    await enlist(logs, carl, nina);
    await put(paul);
    await put(olga);
    await roster.remove(logs, nina);
    await roster.remove(logs, olga);
    // Whoever has left may be asked again.
    expect((await candidates()).map(({ userRef }) => userRef)).toEqual([
      nina,
      olga,
    ]);
    expect(
      (await get()).items.map(({ userRef, status }) => [userRef, status]),
    ).toEqual([
      [carl, 'active'],
      [nina, 'emeritus'],
      [paul, 'invited'],
    ]);
  });

  it.each([
    ['user:default/carl, nina\n  Default/Paul', [carl, nina, paul]],
    ['group:default/logs-team , , carl', [carl]],
    ['USER:default/Carl', [carl]],
    ['a:b:c carl', [carl]],
    [' ', []],
  ])('reads the annotation %j', async (text, expected) => {
    const { candidates } = await start({
      annotations: { 'platform-product/reviewers': text },
    });
    expect((await candidates()).map(({ userRef }) => userRef)).toEqual(
      expected,
    );
  });

  it('names fifty candidates at most', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const { candidates } = await start({
      annotations: { 'platform-product/reviewers': names.join(' ') },
    });
    const found = await candidates();
    expect(found).toHaveLength(50);
    expect(found[49].userRef).toBe('user:default/p49');
  });

  it('counts only what was done in the directory of the service', async () => {
    const { candidates, keepChanges } = await start({
      annotations: {
        'backstage.io/source-location': `url:${url}/tree/main/charts/`,
      },
    });
    await keepChanges(url, [
      changeRecord({
        changeId: '1',
        mergedAt: may,
        author: 'github.com/ana',
        paths: ['docs/a'],
      }),
      changeRecord({
        changeId: '2',
        mergedAt: may,
        author: 'github.com/ben',
        paths: ['charts/a'],
      }),
    ]);
    expect((await candidates()).map(({ name }) => name)).toEqual(['@ben']);
  });

  it('says what is wrong with an ownership file, and where', async () => {
    const { get } = await start({
      files: { [codeowners]: `* @carl\n[docs] @nina\n` },
    });
    const { ownership } = await get();
    expect(ownership).toEqual({
      urls: [codeowners],
      problems: [
        {
          url: codeowners,
          line: 2,
          text: '[docs] @nina',
          reason: ownership.problems[0].reason,
        },
      ],
      error: undefined,
    });
    expect(ownership.problems[0].reason).toMatch(/\w+ \w+/);
  });

  it('says when a file could not be read', async () => {
    const { get } = await start({
      files: { [codeowners]: new Error('The forge is down') },
    });
    const { ownership } = await get();
    expect(ownership).toMatchObject({ urls: [], problems: [] });
    expect(ownership.error).toMatch(/\w/);
  });

  it('says what reads the history, how much there is, and how it ended', async () => {
    const source: ReviewSource = {
      id: 'forge',
      accepts: repository => repository === url,
      async *readChanges() {},
    };
    const { get, keepChanges, history } = await start({ sources: [source] });
    expect((await get()).history).toEqual({
      source: 'forge',
      repositoryUrl: url,
      changes: 0,
      syncedAt: undefined,
      error: undefined,
    });
    const changes = ['1', '2'].map(changeId => changeRecord({ changeId }));
    const { id: repositoryId } = await keepChanges(url, changes);
    await history.endSync(repositoryId, { error: 'The forge is busy' });
    expect((await get()).history).toEqual({
      source: 'memory',
      repositoryUrl: url,
      changes: 2,
      syncedAt: now.toISOString(),
      error: 'The forge is busy',
    });
    const other = await start({ sources: [] });
    expect((await other.get()).history.source).toBeUndefined();
  });
});
