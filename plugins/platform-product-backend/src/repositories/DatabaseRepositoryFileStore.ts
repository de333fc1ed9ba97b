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
    for (const file of files) {
      await this.#knex(table)
        .insert({
          url: file.url,
          status: file.status,
          content: file.content ?? null,
          etag: file.etag ?? null,
          error: file.error ?? null,
          checked_at: file.checkedAt,
        })
        .onConflict('url')
        .merge();
    }
  }

  async forget(before: Date): Promise<void> {
    await this.#knex(table).where('checked_at', '<', before).delete();
  }
}
