/** A file of a repository as it was last read. */
export interface RepositoryFile {
  readonly url: string;
  readonly status: 'found' | 'missing' | 'error';
  /** The text, also where a later refresh failed or no longer found it. */
  readonly content?: string;
  readonly etag?: string;
  /** Why the last refresh failed. */
  readonly error?: string;
  readonly checkedAt: Date;
}

/** Keeps files of repositories. */
export interface RepositoryFileStore {
  /** The files among some URLs that were read before; one query. */
  list(urls: readonly string[]): Promise<RepositoryFile[]>;
  save(files: readonly RepositoryFile[]): Promise<void>;
  /** Forgets what was not asked for since. */
  forget(before: Date): Promise<void>;
}
