import { Knex } from 'knex';
import {
  chunksOf,
  DatabaseTime,
  optionalText,
  toDate,
} from '../database/values';
import { RepositoryFile, RepositoryFileStore } from './RepositoryFileStore';

const table = 'repository_files';
const mostUrls = 2_000;
/** Of which each may have some megabytes. */
const mostRows = 20;

interface RepositoryFileRow {
  url: string;
  status: RepositoryFile['status'];
  content: string | null;
  etag: string | null;
  error: string | null;
  checked_at: DatabaseTime;
}

/** Keeps files of repositories in the plugin's database. */
export class DatabaseRepositoryFileStore implements RepositoryFileStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(urls: readonly string[]): Promise<RepositoryFile[]> {
    const rows: RepositoryFileRow[] = [];
    for (const some of chunksOf(urls, mostUrls)) {
      rows.push(...(await this.#knex(table).whereIn('url', some)));
    }
    return rows.map(row => ({
      url: row.url,
      status: row.status,
      content: optionalText(row.content),
      etag: optionalText(row.etag),
      error: optionalText(row.error),
      checkedAt: toDate(row.checked_at),
    }));
  }

  async save(files: readonly RepositoryFile[]): Promise<void> {
    // In one order, so that two backends never wait for each other's rows.
    const rows = [...files]
      .sort((one, other) => (one.url < other.url ? -1 : 1))
      .map(({ url, status, content, etag, error, checkedAt }) => ({
        url,
        status,
        content: content ?? null,
        etag: etag ?? null,
        error: error ?? null,
        checked_at: checkedAt,
      }));
    for (const some of chunksOf(rows, mostRows)) {
      await this.#knex(table).insert(some).onConflict('url').merge();
    }
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(table).where('checked_at', '<', before).delete();
  }
}
