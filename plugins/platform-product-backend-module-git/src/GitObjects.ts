import fs from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ForwardedError, NotFoundError } from '@backstage/errors';
import git, { Errors, TreeEntry } from 'isomorphic-git';
import { Commit, parseCommit } from './parseCommit';
import { GitRepository } from './readGitRepositories';

// isomorphic-git keeps all that it has unpacked for as long as it has its cache,
// without which it would read the packs again each time. So the cache is thrown
// away after so many bytes.
const mostCached = 64 * 1024 * 1024;
const bytesOfEntry = 64;

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const isNotFound = (error: unknown) => error instanceof Errors.NotFoundError;

/** The commits and trees of a repository on disk. */
export class GitObjects {
  readonly #gitdir: string;
  readonly #directory: string;
  /** Commits of a shallow clone whose parents are not there. */
  readonly #shallow: ReadonlySet<string>;
  #cache = {};
  #cached = 0;

  private constructor(options: {
    gitdir: string;
    directory: string;
    shallow: ReadonlySet<string>;
  }) {
    this.#gitdir = options.gitdir;
    this.#directory = options.directory;
    this.#shallow = options.shallow;
  }

  /** @throws NotFoundError where there is no repository */
  static async open({ url, directory }: GitRepository): Promise<GitObjects> {
    const inside = join(directory, '.git');
    const gitdir = (await exists(inside)) ? inside : directory;
    if (gitdir === directory && !(await exists(join(gitdir, 'HEAD')))) {
      throw new NotFoundError(
        `No Git repository found in '${directory}', where the configuration has '${url}'`,
      );
    }
    const shallow = await readFile(join(gitdir, 'shallow'), 'utf8').catch(
      () => '',
    );
    return new GitObjects({
      gitdir,
      directory,
      shallow: new Set(shallow.split('\n').filter(Boolean)),
    });
  }

  /** @throws NotFoundError where there is no such branch, or no commit on it */
  async resolve(branch: string | undefined): Promise<string> {
    const refs = branch
      ? [`refs/heads/${branch}`, `refs/remotes/${branch}`]
      : ['HEAD'];
    for (const ref of refs) {
      try {
        return await git.resolveRef({ fs, gitdir: this.#gitdir, ref });
      } catch (error) {
        if (!isNotFound(error)) throw this.#failure(ref, error);
      }
    }
    throw new NotFoundError(
      branch
        ? `No branch '${branch}' found in '${this.#directory}'`
        : `No commit found at HEAD of '${
            this.#directory
          }'; 'branch' tells which branch to read`,
    );
  }

  /** The commit; undefined where it is not there. */
  async findCommit(oid: string): Promise<Commit | undefined> {
    try {
      const { object } = await git.readObject({
        ...this.#options(),
        oid,
        format: 'content',
      });
      const text = Buffer.from(object as Uint8Array).toString('utf8');
      this.#cached += text.length;
      const commit = parseCommit(text);
      return this.#shallow.has(oid) ? { ...commit, parents: [] } : commit;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw this.#failure(oid, error);
    }
  }

  async getCommit(oid: string): Promise<Commit> {
    const commit = await this.findCommit(oid);
    if (commit) return commit;
    throw new NotFoundError(
      `No commit '${oid}' found in '${this.#directory}', which is not complete`,
    );
  }

  /** A file at the root of a commit; undefined where it has none, or a link. */
  async readFile(commit: string, path: string): Promise<string | undefined> {
    const { tree } = await this.getCommit(commit);
    const entries = tree ? await this.listTree(tree) : [];
    const file = entries.find(
      entry =>
        entry.path === path && entry.type === 'blob' && entry.mode !== '120000',
    );
    if (!file) return undefined;
    try {
      const { blob } = await git.readBlob({
        ...this.#options(),
        oid: file.oid,
      });
      this.#cached += blob.length;
      return Buffer.from(blob).toString('utf8');
    } catch (error) {
      throw this.#failure(path, error);
    }
  }

  async listTree(oid: string): Promise<readonly TreeEntry[]> {
    try {
      const { tree } = await git.readTree({ ...this.#options(), oid });
      this.#cached += tree.length * bytesOfEntry;
      return tree;
    } catch (error) {
      throw this.#failure(oid, error);
    }
  }

  #options() {
    if (this.#cached >= mostCached) {
      this.#cache = {};
      this.#cached = 0;
    }
    return { fs, gitdir: this.#gitdir, cache: this.#cache };
  }

  #failure(name: string, cause: unknown) {
    return new ForwardedError(
      `'${name}' of '${this.#directory}' could not be read`,
      cause,
    );
  }
}
