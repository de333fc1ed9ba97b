import { Readable } from 'stream';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { Knex } from 'knex';
import { databases } from '../__testUtils__/databases';
import { migrationsDirectory } from '../database/prepareDatabase';
import { DatabaseRepositoryFileStore } from './DatabaseRepositoryFileStore';
import { RepositoryFiles } from './RepositoryFiles';

jest.setTimeout(60_000);

const start = Date.parse('2026-06-01T12:00:00Z');
const minute = 60 * 1000;
const maxAge = 60 * minute;
const megabyte = 1024 * 1024;
const url = 'https://github.com/northwind/logs/blob/HEAD/CONTRIBUTING.md';

/** What a forge answers; each answer is an ETag of its own. */
type Answer = string | Buffer | Error;

/** Tells how many lists it has answered. */
class CountingStore extends DatabaseRepositoryFileStore {
  answered = 0;

  override async list(urls: readonly string[]) {
    const known = await super.list(urls);
    this.answered++;
    return known;
  }
}

describe.each(databases.eachSupportedId())('RepositoryFiles on %s', id => {
  let knex: Knex;
  let now: number;
  let store: CountingStore;
  let files: RepositoryFiles;
  const forge = new Map<string, Answer>();
  const asked: Array<readonly [url: string, etag: string | undefined]> = [];
  /** Requests wait for it, if there is one. */
  let gate: Promise<void> | undefined;
  let atOnce = 0;
  let mostAtOnce = 0;

  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });

  beforeEach(async () => {
    await knex('repository_files').delete();
    forge.clear();
    asked.length = 0;
    gate = undefined;
    mostAtOnce = 0;
    now = start;
    store = new CountingStore(knex);
    files = new RepositoryFiles({
      reader: mockServices.urlReader.mock({
        readUrl: async (from, options) => {
          asked.push([from, options?.etag]);
          mostAtOnce = Math.max(mostAtOnce, ++atOnce);
          await gate;
          atOnce--;
          const answer = forge.get(from);
          if (answer === undefined) throw new NotFoundError('No such file');
          if (answer instanceof Error) throw answer;
          const etag = `"${answer.length}"`;
          if (options?.etag === etag) throw new NotModifiedError();
          return {
            etag,
            buffer: async () => Buffer.from(answer),
            ...(answer instanceof Buffer && {
              stream: () =>
                Readable.from([answer.subarray(0, 7), answer.subarray(7)]),
            }),
          };
        },
      }),
      store,
      now: () => new Date(now),
    });
  });

  async function read(of = url, options = { maxAge }) {
    return (await files.read([of], options)).get(of);
  }

  /** Whether a file is asked for again after some time. */
  async function isAskedAfter(milliseconds: number) {
    const before = asked.length;
    now += milliseconds;
    await read();
    return asked.length > before;
  }

  it('reads a file and keeps it', async () => {
    forge.set(url, '# Welcome');
    const file = {
      url,
      status: 'found',
      content: '# Welcome',
      etag: '"9"',
      checkedAt: new Date(start),
    };
    expect(await read()).toEqual(file);
    expect(await read()).toEqual(file);
    expect(asked).toEqual([[url, undefined]]);
  });

  it.each<[string, Answer | undefined, number]>([
    ['was found', '# Welcome', maxAge],
    ['was missing', undefined, 6 * maxAge],
    ['could not be read', new Error('The forge is down'), maxAge / 10],
  ])(
    'asks again for what %s only when it is too old',
    async (_, answer, age) => {
      if (answer) forge.set(url, answer);
      await read();
      expect(await isAskedAfter(age)).toBe(false);
      expect(await isAskedAfter(1)).toBe(true);
    },
  );

  it('asks by ETag, and keeps what has not changed', async () => {
    forge.set(url, '# Welcome');
    await read();
    now += 2 * maxAge;
    expect(await read()).toMatchObject({
      status: 'found',
      content: '# Welcome',
      etag: '"9"',
      checkedAt: new Date(now),
    });
    forge.set(url, '# Welcome all');
    now += 2 * maxAge;
    expect(await read()).toMatchObject({
      content: '# Welcome all',
      etag: '"13"',
      checkedAt: new Date(now),
    });
    expect(asked.map(([, etag]) => etag)).toEqual([undefined, '"9"', '"9"']);
  });

  it('keeps what it has while the forge fails, and says why', async () => {
    forge.set(url, '# Welcome');
    await read();
    for (const reason of ['The forge is down', 'Bad credentials']) {
      forge.set(url, new Error(reason));
      now += 2 * maxAge;
      expect(await read()).toEqual({
        url,
        status: 'found',
        content: '# Welcome',
        etag: '"9"',
        error: reason,
        checkedAt: new Date(now),
      });
      // It is asked again as soon as what was found, not sooner.
      expect(await isAskedAfter(maxAge)).toBe(false);
    }
    forge.set(url, '# Welcome');
    now += 2 * maxAge;
    expect(await read()).toMatchObject({
      status: 'found',
      content: '# Welcome',
      error: undefined,
    });
    expect(asked.at(-1)).toEqual([url, '"9"']);
  });

  it('keeps what is no longer found until it is told that it is gone', async () => {
    forge.set(url, '# Welcome');
    await read();
    forge.delete(url);
    now += 2 * maxAge;
    const missing = { url, status: 'missing', checkedAt: new Date(now) };
    const kept = { ...missing, content: '# Welcome', etag: '"9"' };
    expect(await read()).toEqual(kept);
    expect(await read()).toEqual(kept);
    await files.forgetContent(url);
    expect(await read()).toEqual(missing);
    now += 12 * maxAge;
    forge.set(url, new Error('The forge is down'));
    expect(await read()).toEqual({
      url,
      status: 'error',
      error: 'The forge is down',
      checkedAt: new Date(now),
    });
  });

  it('takes any reason, and no longer one than a row should hold', async () => {
    forge.set(url, new Error('x'.repeat(1_001)));
    expect((await read())?.error).toBe('x'.repeat(1_000));
  });

  it.each([
    ['as a stream', (text: string) => Buffer.from(text)],
    ['as a whole', (text: string) => text],
  ])('reads a text that comes %s, without NULs', async (_, toAnswer) => {
    forge.set(url, toAnswer('# Wel\u0000come, 語\u0000'));
    expect((await read())?.content).toBe('# Welcome, 語');
  });

  it('reads three megabytes of a stream, and not one byte more', async () => {
    forge.set(url, Buffer.alloc(3 * megabyte, 'x'));
    expect((await read())?.content).toHaveLength(3 * megabyte);
    const other = `${url}.more`;
    forge.set(other, Buffer.alloc(3 * megabyte + 1, 'x'));
    expect(await read(other)).toEqual({
      url: other,
      status: 'error',
      error: 'The file is larger than 3 MB',
      checkedAt: new Date(now),
    });
  });

  it('asks for nothing that a request can’t hold', async () => {
    const long = `https://x.example/${'x'.repeat(1_982)}`;
    expect(long).toHaveLength(2_000);
    const bad = [
      `${long}x`,
      'https://x.example/a b',
      'https://x.example/語',
      '',
    ];
    const known = await files.read([long, ...bad], { maxAge });
    expect([...known.keys()]).toEqual([long]);
    expect(asked.map(([from]) => from)).toEqual([long]);
  });

  it('shares a request between those who ask for the same at once', async () => {
    forge.set(url, '# Welcome');
    let open = () => {};
    gate = new Promise(resolve => {
      open = resolve;
    });
    const both = Promise.all([
      read(),
      read(),
      files.read([url, url], { maxAge }),
    ]);
    while (store.answered < 3) await knex('repository_files').select();
    open();
    const [one, other] = await both;
    expect(one).toEqual(other);
    expect(asked).toHaveLength(1);
    // Shared while it is under way, not for good.
    expect(await isAskedAfter(maxAge + 1)).toBe(true);
  });

  it('asks for eight files at once, and stops when it is told to', async () => {
    const urls = Array.from({ length: 30 }, (_, n) => `${url}.${n}`);
    const controller = new AbortController();
    await files.read(urls, { maxAge, signal: controller.signal });
    expect(asked).toHaveLength(30);
    expect(mostAtOnce).toBe(8);
    now += 12 * maxAge;
    controller.abort();
    const known = await files.read(urls, { maxAge, signal: controller.signal });
    expect(known.size).toBe(30);
    expect(asked).toHaveLength(30);
  });

  it('finds again what was kept, however many files are asked for', async () => {
    const urls = Array.from({ length: 2_001 }, (_, n) => `${url}.${n}`);
    const rows = urls.map(each => ({
      url: each,
      status: 'missing',
      checked_at: new Date(start),
    }));
    await knex.batchInsert('repository_files', rows, 100);
    expect((await files.read(urls, { maxAge })).size).toBe(2_001);
    expect(asked).toEqual([]);
  });

  it('finds again what was out of reach for a while', async () => {
    forge.set(url, '# Welcome');
    await read();
    forge.delete(url);
    now += 2 * maxAge;
    await read();
    forge.set(url, '# Welcome');
    now += 7 * maxAge;
    expect(await read()).toMatchObject({
      status: 'found',
      content: '# Welcome',
    });
    await files.forgetContent(url);
    expect(await read()).toMatchObject({ content: '# Welcome' });
  });

  it.each([
    // https://docs.aws.amazon.com/codecommit/latest/APIReference/API_GetFile.html
    'FileDoesNotExistException',
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    'NoSuchKey',
  ])('takes %s for a file that is missing', async name => {
    forge.set(url, Object.assign(new Error('Could not retrieve'), { name }));
    expect(await read()).toMatchObject({ status: 'missing' });
  });

  it.each(['RepositoryDoesNotExistException', 'AuthenticationError'])(
    'takes %s without a message for no missing file',
    async name => {
      // Backstage's reader for Gitea says no more than the name.
      forge.set(url, Object.assign(new Error(''), { name }));
      expect(await read()).toMatchObject({ status: 'error', error: name });
    },
  );

  it.each([
    ['UTF-8 of Windows Notepad', Buffer.from('\ufeff# Wel, 語')],
    [
      'UTF-16 of PowerShell 5, as `>` writes it',
      Buffer.from('\ufeff# Wel, 語', 'utf16le'),
    ],
    [
      'UTF-16 with the large end first',
      Buffer.from('\ufeff# Wel, 語', 'utf16le').swap16(),
    ],
  ])('reads a text with the mark of %s', async (_, bytes) => {
    forge.set(url, bytes);
    expect((await read())?.content).toBe('# Wel, 語');
  });

  it('asks again for what has to be as new as something else', async () => {
    forge.set(url, '# Welcome');
    await read();
    now += 1;
    const asAt = (since: number) =>
      files.read([url], { maxAge, since: new Map([[url, new Date(since)]]) });
    await asAt(start);
    expect(asked).toHaveLength(1);
    await asAt(now);
    expect(asked).toHaveLength(2);
  });

  it('asks again less soon for what was not there', async () => {
    await read();
    const asNewAsNow = () =>
      files.read([url], { maxAge, since: new Map([[url, new Date(now)]]) });
    now += maxAge / 20;
    await asNewAsNow();
    expect(asked).toHaveLength(1);
    now += maxAge / 10;
    await asNewAsNow();
    expect(asked).toHaveLength(2);
  });

  it('keeps all that it reads at once with one statement', async () => {
    const statements: string[] = [];
    const listener = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listener);
    await files.read(
      [1, 2, 3, 4, 5].map(n => `${url}-${n}`),
      { maxAge },
    );
    knex.off('query', listener);
    expect(statements.filter(sql => /^insert/.test(sql))).toHaveLength(1);
    expect(await knex('repository_files').select('url')).toHaveLength(5);
  });

  it('forgets what nobody has asked for since a moment', async () => {
    await read(`${url}.old`);
    now += 1;
    await read(`${url}.new`);
    await files.forget(new Date(now));
    expect(await knex('repository_files').select('url')).toEqual([
      { url: `${url}.new` },
    ]);
  });
});
