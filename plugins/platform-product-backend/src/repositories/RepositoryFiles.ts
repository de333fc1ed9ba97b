import { Readable } from 'stream';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { RepositoryFile, RepositoryFileStore } from './RepositoryFileStore';

const mostBytes = 3 * 1024 * 1024;
/** What a request can hold, and a database keep as a key. */
const goodUrl = /^[\x21-\x7e]{1,2000}$/;
/** What readers throw that hand on the errors of AWS as they are. */
const missingErrors = [
  'NotFoundError',
  'FileDoesNotExistException',
  'NoSuchKey',
];
const atOnce = 8;
/** What is not there seldom appears; what failed may be back soon. */
const patience = { found: 1, missing: 6, error: 0.1 };

interface ReadOptions {
  /** What is older than this, in milliseconds, is asked for again. */
  readonly maxAge: number;
  /** By URL: what was last asked for before is asked for again, too. */
  readonly since?: ReadonlyMap<string, Date>;
  /** What is kept of these files, where that was looked up before. */
  readonly kept?: ReadonlyMap<string, RepositoryFile>;
  readonly signal?: AbortSignal;
}

/**
 * Files of repositories, read through Backstage's URL reader and kept with their
 * ETags. A file that can't be refreshed stays as it was last read.
 */
export class RepositoryFiles {
  readonly #reader: UrlReaderService;
  readonly #store: RepositoryFileStore;
  readonly #now: () => Date;
  readonly #underWay = new Map<string, Promise<RepositoryFile>>();

  constructor(options: {
    reader: UrlReaderService;
    store: RepositoryFileStore;
    now: () => Date;
  }) {
    this.#reader = options.reader;
    this.#store = options.store;
    this.#now = options.now;
  }

  /** Reads some files; one query, and a request for each that is too old. */
  async read(
    urls: readonly string[],
    { maxAge, since, kept, signal }: ReadOptions,
  ): Promise<ReadonlyMap<string, RepositoryFile>> {
    const wanted = [...new Set(urls)].filter(url => goodUrl.test(url));
    const files = kept
      ? wanted.flatMap(url => kept.get(url) ?? [])
      : await this.#store.list(wanted);
    const known = new Map(files.map(file => [file.url, file]));
    const now = this.#now().getTime();
    const stale = wanted.filter(url => {
      const file = known.get(url);
      if (!file) return true;
      const { status, checkedAt } = file;
      const isAskedAgain = checkedAt < (since?.get(url) ?? checkedAt);
      // What was found may be hidden by now; what was not is seldom shown so soon.
      const hurry = status === 'found' ? 0 : patience.error;
      const mayBe = isAskedAgain ? hurry : patience[status];
      return now - checkedAt.getTime() > maxAge * mayBe;
    });
    const queue = [...stale];
    const read: RepositoryFile[] = [];
    const workers = Array.from({ length: atOnce }, async () => {
      for (let url = queue.shift(); url; url = queue.shift()) {
        if (signal?.aborted) return;
        read.push(await this.#refreshOnce(url, known.get(url)));
      }
    });
    await Promise.all(workers);
    if (read.length) await this.#store.save(read);
    for (const file of read) known.set(file.url, file);
    return known;
  }

  /** Files as they were last read, without those that never were; one query. */
  async listKept(
    urls: readonly string[],
  ): Promise<ReadonlyMap<string, RepositoryFile>> {
    const wanted = [...new Set(urls)].filter(url => goodUrl.test(url));
    const files = await this.#store.list(wanted);
    return new Map(files.map(file => [file.url, file]));
  }

  /** Forgets what a file said that is gone for certain. */
  async forgetContent(url: string): Promise<void> {
    const [file] = await this.#store.list([url]);
    if (file?.status !== 'missing') return;
    const { checkedAt } = file;
    await this.#store.save([{ url, status: 'missing', checkedAt }]);
  }

  /** Forgets what nobody has asked for since a moment. */
  async forget(before: Date): Promise<void> {
    await this.#store.forget(before);
  }

  /** Two who ask for the same file at once share one request. */
  async #refreshOnce(
    url: string,
    last?: RepositoryFile,
  ): Promise<RepositoryFile> {
    const shared = this.#underWay.get(url);
    if (shared) return shared;
    const refreshing = this.#refresh(url, last).finally(() =>
      this.#underWay.delete(url),
    );
    this.#underWay.set(url, refreshing);
    return refreshing;
  }

  async #refresh(url: string, last?: RepositoryFile): Promise<RepositoryFile> {
    const checkedAt = this.#now();
    const file = await this.#fetch(url, last?.etag).catch(
      (error: unknown): Partial<RepositoryFile> => {
        const name = isError(error) ? error.name : '';
        if (name === 'NotModifiedError') {
          return { ...last, status: 'found', error: undefined };
        }
        if (missingErrors.includes(name)) {
          // It may only be out of reach, so that what it said is kept.
          return { ...last, status: 'missing', error: undefined };
        }
        const reason = isError(error) ? error.message || name : String(error);
        return {
          status: 'error',
          ...(last?.content !== undefined && { ...last, status: 'found' }),
          error: reason.slice(0, 1000),
        };
      },
    );
    return { status: 'error', ...file, url, checkedAt };
  }

  async #fetch(url: string, etag?: string): Promise<Partial<RepositoryFile>> {
    const response = await this.#reader.readUrl(url, { etag });
    const content = response.stream
      ? await readText(response.stream())
      : decodeText(await response.buffer());
    return {
      status: 'found',
      // PostgreSQL keeps no such character in a text.
      content: content.replaceAll('\u0000', ''),
      etag: response.etag,
    };
  }
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > mostBytes) {
      stream.destroy();
      throw new Error('The file is larger than 3 MB');
    }
    chunks.push(buffer);
  }
  return decodeText(Buffer.concat(chunks));
}

/** Text without its byte order mark, by which Windows tells what it is. */
function decodeText(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encodings: Record<string, string> = {
    fffe: 'utf-16le',
    feff: 'utf-16be',
  };
  return new TextDecoder(encodings[mark] ?? 'utf-8').decode(bytes);
}
