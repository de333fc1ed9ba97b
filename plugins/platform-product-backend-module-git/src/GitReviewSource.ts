import { NotFoundError } from '@backstage/errors';
import {
  ReadChangesOptions,
  ReviewedChangePage,
  ReviewSource,
  normalizeRepositoryUrl,
} from '@platform-product/backstage-plugin-node';
import { GitObjects } from './GitObjects';
import { readCommits } from './readCommits';
import { GitRepository } from './readGitRepositories';

export interface GitReviewSourceOptions {
  /** The only repositories that are read. */
  readonly repositories: readonly GitRepository[];
  readonly now?: () => Date;
  /** How many commits make a page. 100 by default. */
  readonly pageSize?: number;
}

/**
 * Reads who reviewed the commits of Git repositories from the trailers
 * `Reviewed-by` and `Acked-by` of their messages.
 */
export class GitReviewSource implements ReviewSource {
  readonly id = 'git';
  readonly #repositories: ReadonlyMap<string, GitRepository>;
  readonly #now: () => Date;
  readonly #pageSize: number;

  constructor(options: GitReviewSourceOptions) {
    this.#repositories = new Map(
      options.repositories.map(repository => [
        normalizeRepositoryUrl(repository.url),
        repository,
      ]),
    );
    this.#now = options.now ?? (() => new Date());
    this.#pageSize = options.pageSize ?? 100;
  }

  accepts(repositoryUrl: string): boolean {
    return this.#repositories.has(normalizeRepositoryUrl(repositoryUrl));
  }

  async *readChanges(
    options: ReadChangesOptions,
  ): AsyncGenerator<ReviewedChangePage, void, undefined> {
    const { repositoryUrl, signal } = options;
    const repository = this.#repositories.get(
      normalizeRepositoryUrl(repositoryUrl),
    );
    if (!repository) {
      throw new NotFoundError(
        `No Git repository is configured for '${repositoryUrl}'`,
      );
    }
    try {
      yield* readCommits({
        ...options,
        objects: await GitObjects.open(repository),
        branch: repository.branch,
        now: this.#now,
        pageSize: this.#pageSize,
      });
    } catch (error) {
      // What was read until then has been kept; the rest is for the next time.
      if (signal.aborted) return;
      throw error;
    }
  }
}
