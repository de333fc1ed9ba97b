import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ReviewedChange } from '@platform-product/backstage-plugin-node';
import { day, TestRepository } from './__testUtils__/TestRepository';
import { GitReviewSource } from './GitReviewSource';

const url = 'https://git.example.com/platform/deployment';

let repository: TestRepository;
/** What was kept, in the order in which it came first. */
let kept: Map<string, ReviewedChange>;
/** Every cursor that was kept. */
let cursors: string[];

beforeEach(async () => {
  repository = await TestRepository.create();
  kept = new Map();
  cursors = [];
});

afterEach(() => repository.remove());

function createSource(
  options: { branch?: string; directory?: string; pageSize?: number } = {},
) {
  const { branch, directory = repository.directory, pageSize } = options;
  return new GitReviewSource({
    repositories: [{ url, directory, branch }],
    now: () => day(10_000),
    pageSize,
  });
}

/** Reads on from the last kept cursor, and answers with what came. */
async function read(
  options: {
    source?: GitReviewSource;
    signal?: AbortSignal;
    /** Ends without a warning, like a killed process. */
    pages?: number;
  } = {},
): Promise<ReviewedChange[]> {
  const { source = createSource(), pages = Infinity } = options;
  const came: ReviewedChange[] = [];
  let count = 0;
  for await (const page of source.readChanges({
    repositoryUrl: url,
    cursor: cursors.at(-1),
    signal: options.signal ?? new AbortController().signal,
  })) {
    for (const change of page.changes) kept.set(change.id, change);
    came.push(...page.changes);
    cursors.push(page.cursor);
    count += 1;
    if (count === pages) break;
  }
  return came;
}

async function reviewersOf(message: string): Promise<string[]> {
  const id = await repository.commit({ message });
  await read();
  return (kept.get(id)?.reviews ?? []).map(({ reviewer }) =>
    'email' in reviewer ? reviewer.email : '',
  );
}

/** Commits on the branch, the oldest first. */
async function commitMany(count: number): Promise<string[]> {
  const oids: string[] = [];
  for (let number = 0; number < count; number++) {
    oids.push(await repository.commit({ files: { file: String(number) } }));
  }
  return oids;
}

/** Numbers below a bound, the same each time (a linear congruence). */
function createRandom(seed: number): (bound: number) => number {
  let state = seed * 7919;
  return bound => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * bound);
  };
}

const pathsOf = (changes: readonly ReviewedChange[]) =>
  changes.map(({ paths }) => paths);

describe('GitReviewSource', () => {
  it('makes a change of each commit', async () => {
    const id = await repository.commit({
      files: { 'README.md': 'a', 'chart/values.yaml': 'b', 'chart/x/y': 'c' },
      message:
        'Deploy to the edge\n\nText.\n\nReviewed-by: Maya <maya@example.com>\nAcked-by: Ilja <ilja@example.com>\n',
      email: 'ana@example.com',
      authored: 3,
      committed: 5,
    });
    const review = { isApproval: true };
    expect(await read()).toEqual([
      {
        id,
        title: 'Deploy to the edge',
        author: { email: 'ana@example.com' },
        openedAt: day(3),
        mergedAt: day(5),
        closedAt: day(5),
        updatedAt: day(5),
        paths: ['README.md', 'chart/values.yaml', 'chart/x/y'],
        reviews: [
          { id: `${id}:0`, reviewer: { email: 'maya@example.com' }, ...review },
          { id: `${id}:1`, reviewer: { email: 'ilja@example.com' }, ...review },
        ],
        reviewRequests: [],
      },
    ]);
  });

  it('names the files that differ from the parent, both places of a moved one', async () => {
    const files = {
      'a/same': '1',
      'a/b/changed': '1',
      'a/moved': '1',
      gone: '1',
    };
    await repository.commit({ files });
    await repository.commit({
      files: { 'a/same': '1', 'a/b/changed': '2', 'c/moved': '1' },
    });
    // a file becomes a directory, and the other way round
    await repository.commit({ files: { 'a/same/x': '1', c: '2' } });
    await repository.commit();
    expect(pathsOf(await read())).toEqual([
      ['a/b/changed', 'a/moved', 'a/same', 'gone'],
      ['a/b/changed', 'a/moved', 'c/moved', 'gone'],
      ['a/b/changed', 'a/same', 'a/same/x', 'c', 'c/moved'],
      [],
    ]);
  });

  it('names no more than 40 files', async () => {
    const files = Array.from({ length: 50 }, (_, n) => [`d${n % 7}/${n}`, '']);
    await repository.commit({ files: Object.fromEntries(files) });
    const [change] = await read();
    expect(change.paths).toHaveLength(40);
  });

  it('reads what a merge brings in, and not the merge', async () => {
    const base = await repository.commit({ message: 'base' });
    const main = await repository.commit({ message: 'on main', authored: 10 });
    await read();
    // older than what has been read
    const side = await repository.commit({
      message: 'on the side',
      parents: [base],
      authored: 2,
    });
    await repository.commit({ message: 'merge', parents: [main, side] });
    expect((await read()).map(({ title }) => title)).toEqual(['on the side']);
    expect(await read()).toEqual([]);
    expect([...kept.values()].map(({ title }) => title)).toEqual([
      'base',
      'on main',
      'on the side',
    ]);
  });

  it('reads only what is new, the oldest first', async () => {
    const first = await commitMany(3);
    expect((await read()).map(({ id }) => id)).toEqual(first);
    const next = await commitMany(2);
    expect((await read()).map(({ id }) => id)).toEqual(next);
    expect(await read()).toEqual([]);
  });

  it('goes on after it was killed, whenever that was', async () => {
    const source = createSource({ pageSize: 10 });
    const oids = await commitMany(25);
    expect(await read({ source, pages: 1 })).toHaveLength(10);
    oids.push(...(await commitMany(12)));
    // the rest of the first run, then what came in the meantime
    expect(await read({ source, pages: 1 })).toHaveLength(10);
    expect(await read({ source, pages: 1 })).toHaveLength(5);
    expect(await read({ source, pages: 1 })).toHaveLength(10);
    expect(await read({ source, pages: 1 })).toHaveLength(2);
    expect(await read({ source })).toEqual([]);
    expect([...kept.keys()]).toEqual(oids);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'misses nothing, whatever happens: history %p',
    async seed => {
      const random = createRandom(seed);
      const source = createSource({ pageSize: 4 });
      /** What leads to a commit, itself included, and what is no merge. */
      const before = new Map<string, ReadonlySet<string>>();
      const single = new Set<string>();
      let tip = await repository.commit();
      before.set(tip, new Set([tip]));
      single.add(tip);
      for (let time = 0; time < 20; time++) {
        for (let count = random(6); count >= 0; count--) {
          const known = [...before.keys()];
          const any = () => known[random(known.length)];
          const parents = new Set(
            [[tip, any()], [any()], [tip], [tip]][random(4)],
          );
          // clocks are wrong by up to 30 days
          const authored = known.length + random(30);
          tip = await repository.commit({ parents: [...parents], authored });
          const all = [...parents].flatMap(p => [...(before.get(p) ?? [])]);
          before.set(tip, new Set([...all, tip]));
          if (parents.size === 1) single.add(tip);
        }
        await read({ source, pages: random(4) });
      }
      await read({ source });
      const truth = [...(before.get(tip) ?? [])].filter(id => single.has(id));
      expect([...kept.keys()]).toEqual(expect.arrayContaining(truth));
      expect(truth.length).toBeGreaterThan(5);
      expect(await read({ source })).toEqual([]);
    },
  );

  it('starts over when history was rewritten', async () => {
    const [base] = await commitMany(3);
    await read();
    await repository.point(base);
    const other = await repository.commit({ message: 'instead' });
    expect((await read()).map(({ id }) => id)).toEqual([base, other]);
    expect(await read()).toEqual([]);
  });

  it('starts over when history was rewritten in the middle of a run', async () => {
    const oids = await commitMany(15);
    await read({ source: createSource({ pageSize: 10 }), pages: 1 });
    await repository.point(oids[0]);
    const other = await repository.commit({ message: 'instead' });
    expect((await read()).map(({ id }) => id)).toEqual([oids[0], other]);
  });

  it.each(['', 'nonsense', '[]', '{"read":"main"}', '{"read":5}'])(
    'starts over when the cursor makes no sense: %p',
    async cursor => {
      await commitMany(2);
      cursors.push(cursor);
      expect(await read()).toHaveLength(2);
    },
  );

  it('starts over when the commit of the cursor is gone', async () => {
    await commitMany(2);
    cursors.push(JSON.stringify({ read: 'a'.repeat(40) }));
    expect(await read()).toHaveLength(2);
  });

  it('misses nothing for wrong clocks, and keeps the future out', async () => {
    const root = await repository.commit({ authored: 500, message: 'a' });
    const main = await repository.commit({ authored: 3, message: 'b' });
    await read();
    const side = await repository.commit({
      authored: 1,
      parents: [root],
      message: 'c',
    });
    await repository.commit({ authored: 400, parents: [main, side] });
    await repository.commit({ authored: -9000, message: 'd' });
    await repository.commit({ authored: 20_000, message: 'e' });
    await repository.commit({ authored: 9, committed: 4, message: 'f' });
    const opened = (await read()).map(({ title, openedAt }) => [
      title,
      openedAt,
    ]);
    expect(new Map([...opened] as Array<[string, Date]>)).toEqual(
      new Map([
        ['c', day(1)],
        ['d', day(-9000)],
        ['e', day(10_000)],
        ['f', day(4)],
      ]),
    );
  });

  it('stops when its time is over', async () => {
    await commitMany(2);
    expect(await read({ signal: AbortSignal.abort() })).toEqual([]);
    expect(cursors).toEqual([]);
  });

  it('reads the branch that is configured', async () => {
    const [first] = await commitMany(2);
    await repository.point(first, 'release/1');
    const source = createSource({ branch: 'release/1' });
    expect((await read({ source })).map(({ id }) => id)).toEqual([first]);
  });

  it('accepts the configured repositories in any spelling, and no others', () => {
    const source = createSource();
    expect(source.accepts(url)).toBe(true);
    expect(source.accepts(`${url}/`)).toBe(true);
    expect(source.accepts(`${url.toUpperCase()}.git/`)).toBe(true);
    expect(source.accepts(`${url}-2`)).toBe(false);
    expect(source.accepts(repository.directory)).toBe(false);
  });

  it('says what is not there', async () => {
    await expect(read()).rejects.toThrow(
      /^No commit found at HEAD of '.*'; 'branch' tells which branch to read$/,
    );
    await commitMany(1);
    await expect(
      read({ source: createSource({ branch: 'trunk' }) }),
    ).rejects.toThrow(/^No branch 'trunk' found in '.*'$/);
    const directory = join(repository.directory, 'missing.git');
    await expect(read({ source: createSource({ directory }) })).rejects.toThrow(
      `No Git repository found in '${directory}', where the configuration has '${url}'`,
    );
    const source = createSource();
    const [id] = await commitMany(1);
    const object = join('objects', id.slice(0, 2), id.slice(2));
    await rm(join(repository.directory, object));
    await expect(read({ source })).rejects.toThrow(
      /^No commit '.*' found in '.*', which is not complete$/,
    );
  });

  it.each<[string, string, string[]]>([
    ['another case', 's\n\nREVIEWED-BY: M <m@x.io>', ['m@x.io']],
    ['a folded line', 's\n\nReviewed-by: Maya\n  Lund <m@x.io>', ['m@x.io']],
    [
      'a paragraph before',
      's\n\nReviewed-by: A <a@x.io>\n\nReviewed-by: M <m@x.io>\n\n',
      ['m@x.io'],
    ],
    [
      'other trailers',
      's\n\nFixes: #1\nReviewed-by: M <m@x.io> # for the docs\nChange-Id: I1',
      ['m@x.io'],
    ],
    ['the title only', 'Reviewed-by: M <m@x.io>', []],
    ['text in the last paragraph', 's\n\nThanks\nReviewed-by: M <m@x.io>', []],
    [
      'the same twice',
      's\n\nAcked-by: <m@x.io>\nReviewed-by: <M@x.io>',
      ['m@x.io'],
    ],
    ['the author', 's\n\nReviewed-by: Ana <Ana@example.com>', []],
    [
      'no address',
      's\n\nReviewed-by: Maya Lund\nReviewed-by:\nAcked-by: <>',
      [],
    ],
    [
      'two addresses',
      's\n\nReviewed-by: M <m@x.io>, N <n@x.io>',
      ['m@x.io', 'n@x.io'],
    ],
    ['no real address', 's\n\nReviewed-by: M <m@x@y>\nReviewed-by: <m>', []],
    ['control characters', 's\n\nReviewed-by: M <m\u0000@x.io>', []],
    ['endless', `s\n\nReviewed-by: M <${'m'.repeat(300)}@x.io>`, []],
    ['Windows', 's\r\n\r\nReviewed-by: M <m@x.io>\r\n', ['m@x.io']],
  ])('reads trailers as Git does: %s', async (_, message, expected) => {
    expect(await reviewersOf(message)).toEqual(expected);
  });

  it('knows people by the addresses of the file .mailmap, and who reviews their own', async () => {
    await repository.commit({
      files: {
        '.mailmap':
          'Ana <ana@example.com> <ana@laptop.local>\n<maya@example.com> <m@old.example.com>\n',
      },
    });
    await repository.commit({
      message:
        'Deploy\n\nReviewed-by: Ana <ana@example.com>\nReviewed-by: Maya <m@old.example.com>\n',
      email: 'ana@laptop.local',
    });
    const [, change] = await read();
    expect(change.author).toEqual({ email: 'ana@example.com' });
    expect(change.reviews.map(({ reviewer }) => reviewer)).toEqual([
      { email: 'maya@example.com' },
    ]);
  });

  // gitmailmap(5): the file corrects what was committed before it, too.
  it('reads all again once people go by other addresses', async () => {
    const commit = (name: string, files = {}) =>
      repository.commit({ message: name, email: 'ana@laptop.local', files });
    for (const name of ['a', 'b', 'c']) await commit(name);
    await read();
    expect(await read()).toEqual([]);
    const mapped = { '.mailmap': '<ana@example.com> <ana@laptop.local>' };
    await commit('d', mapped);
    await commit('e', mapped);
    const changes = await read();
    expect(changes.map(({ title, author }) => [title, author])).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map(title => [
        title,
        { email: 'ana@example.com' },
      ]),
    );
    await commit('f', mapped);
    expect((await read()).map(({ title }) => title)).toEqual(['f']);
  });

  const m = 'Reviewed-by: M <m@x.io>';

  it.each<[string, string, string[]]>([
    ['an address alone', 'Reviewed-by: m@x.io', ['m@x.io']],
    ['one with a full stop', 'Reviewed-by: m@x.io.', ['m@x.io']],
    [
      'several of them',
      'Reviewed-by: m@x.io, n@x.io; o@x.io p@x.io',
      ['m@x.io', 'n@x.io', 'o@x.io', 'p@x.io'],
    ],
    [
      'brackets and none',
      'Reviewed-by: M <m@x.io>, n@x.io',
      ['m@x.io', 'n@x.io'],
    ],
    [
      'two without a comma',
      'Reviewed-by: M <m@x.io> and N <n@x.io>',
      ['m@x.io', 'n@x.io'],
    ],
    ['a name with a comma', 'Reviewed-by: "Lund, M" <m@x.io>', ['m@x.io']],
    ['a name behind', 'Reviewed-by: m@x.io (M Lund)', ['m@x.io']],
    ['a remark with an address', `${m} # as n@x.io asked for`, ['m@x.io']],
    ['a link of mail', 'Reviewed-by: m@x.io <mailto:m@x.io>', ['m@x.io']],
    ['an address for a name', 'Reviewed-by: n@x.io <m@x.io>', ['m@x.io']],
    // PostgreSQL's committing checklist has lists that are folded
    [
      'a folded list',
      'Reviewed-by: M <m@x.io>,\n N <n@x.io>',
      ['m@x.io', 'n@x.io'],
    ],
    [
      'no dash',
      'Reviewed by: M <m@x.io>\nAcked_by: n@x.io',
      ['m@x.io', 'n@x.io'],
    ],
    // Documentation/process/submitting-patches of Linux, and its history
    [
      'two words in one',
      'Reviewed-and-tested-by: M <m@x.io>\nTested-by: n@x.io',
      ['m@x.io'],
    ],
    ['no approval', 'Nacked-by: M <m@x.io>\nCc: n@x.io', []],
    [
      'a note of the maintainer',
      `Link: https://x.io\n[ m: changed the\n  log ]\n${m}`,
      ['m@x.io'],
    ],
    // GitLab's templates of merge commits: %{approved_by}, %{reviewed_by}
    ['an approval', 'Approved-by: M <m@x.io>', ['m@x.io']],
    // openssl/tools#245: addrev
    [
      'where it is from',
      `${m}\n(Merged from https://github.com/o/o/pull/1)`,
      ['m@x.io'],
    ],
    [
      'where it was picked from',
      `Fixes #8\n\n${m}\n(Merged from https://github.com/o/o/pull/1)\n\n(cherry picked from commit 905c9a72a708)`,
      ['m@x.io'],
    ],
    // docs.github.com: Creating a commit with multiple authors
    [
      'what a squash adds',
      `${m}\n\n---------\n\nCo-authored-by: N <n@x.io>`,
      ['m@x.io'],
    ],
    [
      'what git-svn adds',
      `${m}\n\ngit-svn-id: https://x.io/svn@1 0-0`,
      ['m@x.io'],
    ],
    ['what it closes', `Closes #12\nResolves o/r#3\n${m}`, ['m@x.io']],
    // Node.js' guide for collaborators
    ['a link', `PR-URL: https://x.io/1\nhttps://x.io/2\n${m}`, ['m@x.io']],
    ['text behind', `${m}\n\nThank you.`, []],
    ['text among them', `${m}\nfixes the build`, []],
    ['text after a remark', `(so)\n${m}\nas one says`, []],
    ['a folded text', ` a\n${m}`, []],
  ])(
    'reads trailers as people write them: %s',
    async (_, trailers, expected) => {
      expect(await reviewersOf(`s\n\nText.\n\n${trailers}\n`)).toEqual(
        expected,
      );
    },
  );

  it('is not held up by messages that are made to do so', async () => {
    const many = Array.from({ length: 50_000 }, (_, n) => `m${n}@x.io`);
    const trailers = many.map(email => `Reviewed-by: M <${email}>`);
    const message = `s\n\n${trailers.join('\n')}`;
    expect(await reviewersOf(message)).toEqual(many.slice(0, 100));
    for (const text of [
      '<',
      ' ',
      '-',
      'a:',
      '\n',
      '\t\n',
      '@',
      ': <',
      ',',
      '.',
      ' #',
      '(',
      '\n\na:',
    ]) {
      const long = text.repeat(200_000);
      expect(await reviewersOf(`s\n\nReviewed-by: ${long}`)).toEqual([]);
      expect(await reviewersOf(long)).toEqual([]);
    }
  });

  it('passes over commits that nobody made at no time', async () => {
    const good = 'Ana <ana@example.com> 1735689600 +0000';
    const [id] = await commitMany(1);
    for (const [author, committer] of [
      [good, 'Ana <ana@example.com>'],
      ['Ana', good],
      ['Ana <nowhere> 1735689600 +0000', good],
      [good, 'Ana <ana@example.com> 99999999999999999999 +0000'],
    ]) {
      await repository.commitRaw(
        (tree, parent) =>
          `tree ${tree}\nparent ${parent}\nauthor ${author}\ncommitter ${committer}\n\ns\n`,
      );
    }
    await repository.commitRaw(
      (tree, parent) =>
        `tree ${tree}\nparent ${parent}\nauthor ${good}\ncommitter ${good}`,
    );
    const changes = await read();
    expect(changes.map(({ title }) => title)).toEqual([
      'Change something',
      undefined,
    ]);
    expect(changes[0].id).toBe(id);
  });
});
