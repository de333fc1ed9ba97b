import {
  ReviewedChange,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
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
const entity = serviceEntity('logs', {
  annotations: { 'backstage.io/source-location': `url:${url}/tree/main/` },
});
const service = { entityRef: logs, entity };
const ref = (name: string) => `user:default/${name}`;
const [olga, otto, oona, carl, nina, paul] = [
  'olga',
  'otto',
  'oona',
  'carl',
  'nina',
  'paul',
].map(ref);

/** A Wednesday, at noon in Berlin. */
const now = '2026-07-08T05:00:00Z';
const mergedAt = new Date('2026-07-01T10:00:00Z');
const codeowners = `${url}/blob/main/.github/CODEOWNERS`;

/** Changes of somebody, each reviewed by one person under some name. */
const reviewed = (...names: string[]) =>
  names.map(name => ({
    author: 'github.com/somebody',
    reviews: [
      reviewRecord({
        person: name.includes(':') ? name : `github.com/${name}`,
        reviewedAt: mergedAt,
      }),
    ],
  }));

/** A source that knows one change, by Carl. */
function createSource(change: Partial<ReviewedChange> = {}): ReviewSource {
  return {
    id: 'forge',
    accepts: () => true,
    async *readChanges() {},
    parseChangeUrl: link => {
      const match = /^(https:\/\/github\.com\/.+)\/pull\/(\d+)$/.exec(link);
      return match
        ? { repositoryUrl: match[1], changeId: match[2] }
        : undefined;
    },
    readChange: async ({ changeId }) =>
      changeId === '7'
        ? {
            id: '7',
            author: { host: 'github.com', login: 'carl' },
            openedAt: mergedAt,
            updatedAt: mergedAt,
            paths: ['charts/values.yaml'],
            reviews: [],
            reviewRequests: [],
            ...change,
          }
        : undefined,
  };
}

describe.each(databases.eachSupportedId())('ChangeFinder on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createReviewersDatabase(id);
  });

  async function start(
    options: {
      readonly changes?: ReturnType<typeof reviewed>;
      readonly level?: number;
      readonly owners?: string;
      readonly source?: ReviewSource;
    } = {},
  ) {
    const members = ['olga', 'otto', 'oona'];
    const room = await createTestReviewersRoom({
      knex,
      now,
      sources: [options.source ?? createSource()],
      files: new Map(options.owners ? [[codeowners, options.owners]] : []),
      entities: [
        entity,
        groupEntity('logs-team', { members }),
        ...members.map(name => userEntity(name, { groups: [team] })),
        ...['carl', 'nina', 'paul'].map(name => userEntity(name)),
      ],
    });
    if (options.changes) {
      await room.keepChanges(
        url,
        options.changes.map((change, index) =>
          changeRecord({
            changeId: `${index}`,
            mergedAt,
            closedAt: mergedAt,
            ...change,
          }),
        ),
      );
    }
    const levelOf = room.levels.getLevel;
    levelOf.mockResolvedValue(options.level ?? 1);
    const { finder } = room;
    const suggest = (asked: Parameters<typeof finder.suggest>[1] = {}) =>
      finder.suggest(service, { paths: ['charts/values.yaml'], ...asked });
    return {
      ...room,
      finder,
      levelOf,
      suggest,
      names: async (asked: Parameters<typeof suggest>[0] = {}) =>
        (await suggest(asked)).suggestions.map(({ userRef }) => userRef),
      leftOut: async (asked: Parameters<typeof suggest>[0] = {}) =>
        (await suggest(asked)).leftOut,
    };
  }

  it('names three who know most, with all that is known of each', async () => {
    const { enlist, suggest, setAvailability, keepChanges } = await start({
      changes: reviewed(
        ...Array.from({ length: 9 }, () => 'nina'),
        ...['olga', 'olga', 'paul', 'paul', 'otto'],
      ),
      owners: '/charts/ @nina',
    });
    await enlist(logs, { userRef: nina, role: 'approver' }, olga, paul, otto);
    await setAvailability(nina, { timeZone: 'Asia/Tokyo', maxOpenReviews: 9 });
    await keepChanges('https://github.com/northwind/mesh', [
      changeRecord({ reviews: [reviewRecord({ isAwaited: true })] }),
    ]);
    const { suggestions, leftOut, author, paths, changeUrl } = await suggest({
      timeZone: 'Europe/Berlin',
    });
    expect(suggestions[0]).toEqual({
      userRef: nina,
      isOutside: true,
      role: 'approver',
      reasons: [
        {
          kind: 'reviewed',
          count: 9,
          path: 'charts/values.yaml',
          lastAt: mergedAt.toISOString(),
        },
        { kind: 'owns', files: 1 },
      ],
      openReviews: 1,
      maxOpenReviews: 9,
      overlapHours: 1,
    });
    expect(suggestions).toHaveLength(3);
    expect(suggestions.find(({ userRef }) => userRef === olga)).toMatchObject({
      isOutside: false,
      role: 'reviewer',
      openReviews: 0,
      maxOpenReviews: 3,
      overlapHours: undefined,
    });
    expect(leftOut).toEqual([
      {
        name: '@somebody',
        reason: 'not-on-roster',
        awayUntil: undefined,
      },
    ]);
    expect([author, paths, changeUrl]).toEqual([
      undefined,
      ['charts/values.yaml'],
      undefined,
    ]);
  });

  it('compares with the reader’s own hours rather than with the browser’s', async () => {
    const { enlist, suggest, setAvailability } = await start();
    await enlist(logs, nina);
    await setAvailability(nina, { timeZone: 'Europe/Berlin' });
    const hours = async (asked: Parameters<typeof suggest>[0]) =>
      (await suggest(asked)).suggestions[0].overlapHours;
    expect(await hours({})).toBeUndefined();
    expect(await hours({ reader: carl })).toBeUndefined();
    expect(await hours({ reader: carl, timeZone: 'Europe/Berlin' })).toBe(8);
    await setAvailability(carl, { timeZone: 'Europe/Lisbon', until: '15:00' });
    expect(await hours({ reader: carl, timeZone: 'Europe/Berlin' })).toBe(6);
  });

  it('leaves people out with the reason, and says how long they are away', async () => {
    const { enlist, leftOut, setAvailability } = await start();
    await enlist(
      logs,
      nina,
      olga,
      paul,
      { userRef: otto, role: 'shadow' },
      { userRef: oona, paths: ['/docs/'] },
      carl,
    );
    const away = [
      { from: '2026-07-08', until: '2026-07-09' },
      { from: '2026-08-01', until: '2026-08-09' },
    ];
    await setAvailability(nina, { away });
    await setAvailability(olga, { onRotation: false });
    await setAvailability(carl, { away });
    const of = (userRef: string, reason: string, awayUntil?: string) => ({
      userRef,
      name: userRef,
      reason,
      awayUntil,
    });
    expect(await leftOut({ reader: carl })).toEqual([
      of(carl, 'author'),
      of(nina, 'away', '2026-07-09'),
      of(olga, 'off-rotation'),
      of(otto, 'shadow'),
      of(oona, 'other-paths'),
    ]);
  });

  it('takes whoever pastes paths for the author, unless they name one', async () => {
    const { enlist, suggest, names } = await start();
    await enlist(logs, carl, nina);
    expect(await names({ reader: carl })).toEqual([nina]);
    expect(await names({ reader: carl, author: nina })).toEqual([carl]);
    expect((await names({})).sort()).toEqual([carl, nina]);
    expect((await suggest({ reader: carl })).author).toBe(carl);
    expect((await suggest({ reader: carl, author: nina })).author).toBe(nina);
  });

  it('takes paths and author of a link, whatever else is given', async () => {
    const { enlist, suggest } = await start();
    await enlist(logs, carl, nina, { userRef: paul, paths: ['/docs/'] });
    const found = await suggest({
      changeUrl: `${url}/pull/7`,
      paths: ['docs/a.md'],
      author: nina,
      reader: paul,
    });
    expect(found).toMatchObject({
      suggestions: [{ userRef: nina }],
      leftOut: [
        { userRef: carl, reason: 'author' },
        { userRef: paul, reason: 'other-paths' },
      ],
      paths: ['charts/values.yaml'],
      author: carl,
      changeUrl: `${url}/pull/7`,
    });
  });

  it('does not tell the address of an author whom the catalog does not have', async () => {
    const source = createSource({ author: { email: 'secret@example.com' } });
    const { enlist, suggest, finder } = await start({ source });
    await enlist(logs, nina);
    const found = await suggest({ changeUrl: `${url}/pull/7` });
    expect(found.author).toBeUndefined();
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(await finder.findAuthor(entity, `${url}/pull/7`)).toBe(
      'mailto:secret@example.com',
    );
  });

  // docs.github.com, "Renaming a repository" and "Transferring a repository";
  // docs.gitlab.com, "Repository redirects when path changes".
  it.each([
    ['renamed since', 'https://github.com/northwind/log-store'],
    ['given to another owner', 'https://github.com/contoso/logs'],
    [
      'of an owner who has another name',
      'https://github.com/northwind-io/logs',
    ],
    ['named in capitals', 'https://github.com/NorthWind-IO/Log-Store'],
  ])('takes links to a repository %s', async (_, named) => {
    // The page of a change is always under the name of today.
    const source = createSource({ url: `${named}/pull/7` });
    const { suggest } = await start({ source });
    const byNew = await suggest({ changeUrl: `${named}/pull/7` });
    expect(byNew).toMatchObject({
      author: carl,
      paths: ['charts/values.yaml'],
    });
    await expect(suggest({ changeUrl: `${named}/pull/8` })).rejects.toThrow(
      'another repository',
    );
  });

  it('takes links under the name that a repository had before', async () => {
    const source = createSource({ url: `${url}/pull/7` });
    const changeUrl = 'https://github.com/northwind/old-logs/pull/7';
    const { suggest } = await start({
      source: { ...source, followsRenames: true },
    });
    expect(await suggest({ changeUrl })).toMatchObject({ author: carl });
    // A source that says nothing of names may give whatever has the number.
    const other = await start({ source });
    await expect(other.suggest({ changeUrl })).rejects.toThrow(
      'another repository',
    );
  });

  it('tells nothing of a repository that is another one, or can’t be read', async () => {
    const other = 'https://github.com/northwind/mesh';
    const known = createSource();
    const asked: string[] = [];
    const source: ReviewSource = {
      ...known,
      followsRenames: true,
      readChange: async options => {
        const { repositoryUrl } = options;
        asked.push(repositoryUrl);
        if (repositoryUrl.endsWith('secret')) throw new Error('No access');
        const change = await known.readChange?.(options);
        return change && { ...change, url: `${repositoryUrl}/pull/7` };
      },
    };
    const { suggest } = await start({ source });
    for (const link of [other, 'https://github.com/northwind/secret']) {
      await expect(suggest({ changeUrl: `${link}/pull/7` })).rejects.toThrow(
        'leads to a change of another repository',
      );
    }
    // Its own repository has no such change: so the other is not even asked.
    asked.length = 0;
    await expect(suggest({ changeUrl: `${other}/pull/9` })).rejects.toThrow(
      'leads to a change of another repository',
    );
    expect(asked).toEqual([url]);
  });

  it.each([
    [
      'https://example.com/1',
      'links of this kind can’t be read here; paste the changed paths',
    ],
    [
      'https://github.com/northwind/mesh/pull/7',
      'leads to a change of another repository',
    ],
    [`${url}/pull/8`, 'leads to no change'],
  ])('refuses %s', async (changeUrl, reason) => {
    const { suggest, finder } = await start();
    await expect(suggest({ changeUrl })).rejects.toMatchObject({
      name: 'InputError',
      message: `Invalid request: changeUrl: ${reason}`,
    });
    expect(await finder.findAuthor(entity, changeUrl)).toBeUndefined();
  });

  it('refuses links of a source that can’t read one change', async () => {
    const { suggest } = await start({
      source: { ...createSource(), readChange: undefined },
    });
    await expect(suggest({ changeUrl: `${url}/pull/7` })).rejects.toThrow(
      'can’t be read here',
    );
  });

  it('knows who wrote a change, however the link is spelt', async () => {
    const { finder } = await start();
    expect(await finder.findAuthor(entity, `${url}/pull/7`)).toBe(carl);
    expect(
      await finder.findAuthor(
        entity,
        'https://github.com/Northwind/Logs.git/pull/7',
      ),
    ).toBe(carl);
  });

  it.each([
    [2, [olga, otto, oona]],
    [3, [olga, otto, nina]],
    [4, [olga, otto, nina]],
  ])('at level %i names %j', async (level, expected) => {
    const many = ['olga', 'olga', 'olga', 'olga', 'otto', 'otto', 'otto'];
    const { enlist, names, levelOf } = await start({
      changes: reviewed(...many, 'oona', 'oona', 'nina'),
      level,
    });
    await enlist(logs, olga, otto, oona, nina);
    expect(await names()).toEqual(expected);
    expect(levelOf).toHaveBeenCalledWith(logs);
  });

  it('adds up what somebody did under several names', async () => {
    const { enlist, suggest } = await start({
      changes: reviewed(
        'nina',
        'mailto:nina@example.com',
        'mailto:nina@example.com',
      ),
    });
    await enlist(logs, nina);
    expect((await suggest()).suggestions[0].reasons).toMatchObject([
      { kind: 'reviewed', count: 3, path: 'charts/values.yaml' },
    ]);
  });

  it('knows who reviewed the author’s changes, under any of their names', async () => {
    const { enlist, suggest } = await start({
      changes: [
        ...reviewed('nina').map(change => ({
          ...change,
          author: 'github.com/carl',
        })),
        ...reviewed('nina').map(change => ({
          ...change,
          author: 'mailto:carl@example.com',
        })),
        ...reviewed('nina'),
      ],
    });
    await enlist(logs, nina);
    const reasons = async (asked: Parameters<typeof suggest>[0]) =>
      (await suggest(asked)).suggestions[0].reasons.map(reason =>
        'count' in reason ? `${reason.kind} ${reason.count}` : reason.kind,
      );
    expect(await reasons({ author: carl })).toEqual([
      'reviewed 3',
      'reviewedAuthor 2',
    ]);
    expect(await reasons({ author: paul })).toEqual(['reviewed 3']);
    expect(await reasons({ changeUrl: `${url}/pull/7` })).toEqual([
      'reviewed 3',
      'reviewedAuthor 2',
    ]);
  });

  it('mentions the three strangers who know most, and nobody twice', async () => {
    const { enlist, leftOut, roster } = await start({
      changes: reviewed(
        ...['ana', 'ana', 'ana', 'ana', 'paul', 'paul', 'paul'],
        ...['ben', 'ben', 'cleo', 'nina'],
      ),
    });
    await enlist(logs, nina, olga);
    await roster.remove(logs, olga);
    const found = await leftOut({ author: ref('somebody') });
    expect(found).toEqual([
      { name: '@ana', reason: 'not-on-roster', awayUntil: undefined },
      {
        userRef: paul,
        name: paul,
        reason: 'not-on-roster',
        awayUntil: undefined,
      },
      { name: '@ben', reason: 'not-on-roster', awayUntil: undefined },
    ]);
    // The author is told as such, on the roster or not.
    expect(await leftOut({ author: paul })).toContainEqual({
      userRef: paul,
      name: paul,
      reason: 'author',
      awayUntil: undefined,
    });
  });

  it('mentions owners by declaration who are on no roster', async () => {
    const { leftOut } = await start({
      owners: '* @org/nobody\n/charts/ @paul @nobody\n',
    });
    expect(await leftOut()).toEqual([
      {
        userRef: paul,
        name: paul,
        reason: 'not-on-roster',
        awayUntil: undefined,
      },
    ]);
    expect(await leftOut({ paths: ['docs/a.md'] })).toEqual([]);
  });

  it('looks for strangers near the files, or above them all', async () => {
    const at = (path: string, name: string) =>
      reviewed(name).map(change => ({
        ...change,
        author: `github.com/${name}`,
        paths: [path],
      }));
    const { leftOut } = await start({
      changes: [
        ...at('charts/a/x.yaml', 'near'),
        ...at('charts/b/y.yaml', 'beside'),
        ...at('docs/z.md', 'far'),
      ],
    });
    const strangers = async (...paths: string[]) =>
      (await leftOut({ paths })).map(({ name }) => name).sort();
    expect(await strangers('charts/a/new.yaml')).toEqual(['@near']);
    expect(await strangers('charts/a/new.yaml', 'charts/b/new.yaml')).toEqual([
      '@beside',
      '@near',
    ]);
    const six = [1, 2, 3, 4, 5, 6].map(file => `charts/c${file}/new.yaml`);
    expect(await strangers(...six)).toEqual(['@beside', '@near']);
    expect(await strangers(...six.slice(0, 5))).toEqual([]);
    expect(await strangers(...six, 'docs/new.md')).toEqual([
      '@beside',
      '@far',
      '@near',
    ]);
  });

  it('takes no paths for the whole repository', async () => {
    const { enlist, suggest } = await start({
      changes: reviewed('nina'),
    });
    await enlist(logs, { userRef: nina, paths: ['/docs/'] });
    expect(await suggest({ paths: [] })).toMatchObject({
      suggestions: [
        {
          userRef: nina,
          reasons: [{ kind: 'reviewed', path: '', count: 1 }],
        },
      ],
      paths: [],
    });
  });

  it('counts each file once that somebody owns, under whatever names', async () => {
    const { enlist, suggest } = await start({
      owners: '/charts/ @nina nina@example.com\n/docs/ @nina\n',
    });
    await enlist(logs, nina, paul);
    const { suggestions } = await suggest({
      paths: ['charts/a.yaml', 'docs/b.md', 'pipes/c.yaml'],
    });
    expect(
      suggestions.map(({ userRef, reasons }) => [userRef, reasons]).sort(),
    ).toEqual([
      [nina, [{ kind: 'owns', files: 2 }]],
      [paul, [{ kind: 'onRoster' }]],
    ]);
  });

  it('takes who reviews some paths for a reviewer of the whole as well', async () => {
    const order = async (
      ...reviewers: ReadonlyArray<string | { userRef: string; paths: string[] }>
    ) => {
      const { enlist, names } = await start();
      await enlist(logs, ...reviewers);
      return names({ paths: [] });
    };
    const narrow = (userRef: string) => ({ userRef, paths: ['/docs/'] });
    expect(await order(narrow(nina), paul)).toEqual(
      await order(nina, narrow(paul)),
    );
  });

  it('prefers who knows the author, under all of their names', async () => {
    const of = (author: string, names: readonly string[]) =>
      reviewed(...names).map(change => ({
        ...change,
        author: `github.com/${author}`,
      }));
    const address = 'mailto:nina@example.com';
    const { enlist, names } = await start({
      changes: [
        ...of('carl', ['nina', 'nina', address, address]),
        ...of('carl', ['paul', 'paul', 'paul']),
        ...of('olga', ['paul']),
      ],
    });
    await enlist(logs, nina, paul);
    expect(await names({ author: carl })).toEqual([nina, paul]);
  });

  it('counts on declared owners for authors who are new here', async () => {
    const { enlist, names } = await start({
      changes: [
        ...reviewed(...Array.from({ length: 9 }, () => 'somebody')),
        ...reviewed('nina').map(change => ({ ...change, paths: ['a/1'] })),
      ].map(change => ({ ...change, author: 'github.com/olga' })),
    });
    await enlist(logs, { userRef: nina, paths: ['/a/'] }, paul);
    const paths = ['a/2', 'b/3'];
    expect(await names({ paths, author: carl })).toEqual([paul, nina]);
    expect(await names({ paths, author: olga })).toEqual([nina, paul]);
  });

  it('prefers who has fewer open reviews, of equals', async () => {
    const { enlist, names, keepChanges } = await start({
      changes: reviewed('nina', 'paul'),
    });
    await enlist(logs, nina, paul);
    const waitFor = (login: string) =>
      keepChanges('https://github.com/northwind/mesh', [
        changeRecord({
          reviews: [
            reviewRecord({ person: `github.com/${login}`, isAwaited: true }),
          ],
        }),
      ]);
    await waitFor('nina');
    expect(await names()).toEqual([paul, nina]);
    await waitFor('paul');
    expect(await names()).toEqual([nina, paul]);
  });

  it('does not prefer the same one of equals for every change', async () => {
    const { enlist, names } = await start();
    await enlist(logs, nina, paul);
    const first = async (path: string) => (await names({ paths: [path] }))[0];
    const firsts = new Set<string>();
    for (let file = 0; file < 20; file++) firsts.add(await first(`f${file}`));
    expect(firsts.size).toBe(2);
    expect(await first('f7')).toBe(await first('f7'));
  });

  it('asks nobody who reviews for another service alone', async () => {
    const { enlist, names, leftOut } = await start();
    await enlist(logs, nina);
    await enlist('component:default/mesh', paul);
    expect(await names()).toEqual([nina]);
    expect(await leftOut()).toEqual([]);
  });

  it('takes what the files declare, where the roster says less', async () => {
    const { enlist, names } = await start({ owners: '* @nina' });
    await enlist(
      logs,
      { userRef: nina, paths: ['/charts/'] },
      { userRef: paul, paths: ['/charts/', '/docs/'] },
    );
    const paths = ['charts/a.yaml', 'docs/b.md', 'pipes/c.yaml'];
    expect(await names({ paths })).toEqual([nina, paul]);
  });

  it('ranks who reviews all of the paths above who reviews some', async () => {
    const { enlist, names } = await start();
    await enlist(logs, nina, { userRef: paul, paths: ['/charts/'] });
    const both = { paths: ['charts/a.yaml', 'docs/b.md'] };
    expect(await names(both)).toEqual([nina, paul]);
  });
});
