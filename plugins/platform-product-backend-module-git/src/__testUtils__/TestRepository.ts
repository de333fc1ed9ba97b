import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import git from 'isomorphic-git';

export interface TestCommit {
  /** All files of the commit, by path. Those of the last one by default. */
  readonly files?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly email?: string;
  /** Days after the repository began; a day after the last one by default. */
  readonly authored?: number;
  readonly committed?: number;
  /** The last commit by default. */
  readonly parents?: readonly string[];
}

const beginning = Date.UTC(2025, 0, 1) / 1000;
export const day = (days: number) =>
  new Date((beginning + days * 86_400) * 1000);

/** A bare repository in a temporary directory, written commit by commit. */
export class TestRepository {
  readonly directory: string;
  #files: Readonly<Record<string, string>> = {};
  #tip: string | undefined;
  #days = 0;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async create(): Promise<TestRepository> {
    const directory = await mkdtemp(join(tmpdir(), 'git-review-source-'));
    const repository = new TestRepository(directory);
    await git.init({ ...repository.#at(), bare: true, defaultBranch: 'main' });
    return repository;
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true });
  }

  /** Writes a commit and lets the branch point to it. */
  async commit(options: TestCommit = {}): Promise<string> {
    this.#days += 1;
    this.#files = options.files ?? this.#files;
    const { authored = this.#days, committed = authored } = options;
    const by = (email: string, days: number) => ({
      name: 'Somebody',
      email,
      timestamp: beginning + days * 86_400,
      timezoneOffset: 0,
    });
    const oid = await git.writeCommit({
      ...this.#at(),
      commit: {
        message: options.message ?? 'Change something\n',
        tree: await this.#writeTree(this.#files),
        parent: [...(options.parents ?? (this.#tip ? [this.#tip] : []))],
        author: by(options.email ?? 'ana@example.com', authored),
        committer: by('merger@example.com', committed),
      },
    });
    await this.point(oid);
    return oid;
  }

  /** Writes a commit as it is, whatever Git thinks of it. */
  async commitRaw(text: (tree: string, parent: string) => string) {
    const tree = await this.#writeTree(this.#files);
    const oid = await git.writeObject({
      ...this.#at(),
      type: 'commit',
      format: 'content',
      object: Buffer.from(text(tree, this.#tip ?? '')),
    });
    await this.point(oid);
    return oid;
  }

  /** Lets the branch point to a commit, as a forced push does. */
  async point(oid: string, branch = 'main'): Promise<void> {
    if (branch === 'main') this.#tip = oid;
    await git.writeRef({
      ...this.#at(),
      ref: `refs/heads/${branch}`,
      value: oid,
      force: true,
    });
  }

  #at() {
    return { fs, gitdir: this.directory, dir: this.directory };
  }

  async #writeTree(files: Readonly<Record<string, string>>): Promise<string> {
    const inner = new Map<string, Record<string, string>>();
    const tree = [];
    for (const [path, text] of Object.entries(files)) {
      const slash = path.indexOf('/');
      if (slash < 0) {
        const blob = Buffer.from(text);
        const oid = await git.writeBlob({ ...this.#at(), blob });
        tree.push({ mode: '100644', path, oid, type: 'blob' as const });
      } else {
        const name = path.slice(0, slash);
        const others = inner.get(name) ?? {};
        inner.set(name, { ...others, [path.slice(slash + 1)]: text });
      }
    }
    for (const [path, others] of inner) {
      const oid = await this.#writeTree(others);
      tree.push({ mode: '040000', path, oid, type: 'tree' as const });
    }
    return git.writeTree({ ...this.#at(), tree });
  }
}
