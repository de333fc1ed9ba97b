import {
  ReviewedChangePage,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { createDemoChanges } from './demoChanges';
import { demoRepositories } from './demoRepositories';

const pageSize = 100;

/** The demo's forge: it remembers what has happened in some repositories. */
export class DemoForge implements ReviewSource {
  readonly id = 'demo-forge';
  readonly #now = new Date();

  accepts(repositoryUrl: string): boolean {
    return Boolean(this.#find(repositoryUrl));
  }

  async *readChanges(
    options: Parameters<ReviewSource['readChanges']>[0],
  ): AsyncIterable<ReviewedChangePage> {
    const changes = this.#changesOf(options.repositoryUrl);
    const start = Number(options.cursor ?? 0);
    for (let next = start; next < changes.length; next += pageSize) {
      const page = changes.slice(next, next + pageSize);
      yield { changes: page, cursor: `${next + page.length}` };
    }
  }

  async readChange(options: { repositoryUrl: string; changeId: string }) {
    return this.#changesOf(options.repositoryUrl).find(
      ({ id }) => id === options.changeId,
    );
  }

  parseChangeUrl(url: string) {
    const [, repositoryUrl, changeId] =
      /^(.+)\/pull\/(\d+)\/?$/.exec(url) ?? [];
    return repositoryUrl && this.#find(repositoryUrl)
      ? { repositoryUrl, changeId }
      : undefined;
  }

  #find(url: string) {
    return demoRepositories.find(({ name }) =>
      url.replace(/\/+$/, '').endsWith(`/repositories/${name}`),
    );
  }

  #changesOf(url: string) {
    const repository = this.#find(url);
    return repository ? createDemoChanges(repository, this.#now) : [];
  }
}
