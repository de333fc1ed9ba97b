import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { ContributingService } from '../contributing/ContributingService';
import { RepositoryFile } from '../repositories/RepositoryFileStore';
import { RepositoryFiles } from '../repositories/RepositoryFiles';

/** The room `contributing` over files that the test names, kept in memory. */
export function createContributing(options: { readonly now: string }) {
  const clock = { now: new Date(options.now) };
  /** What the forge has, by URL; an Error is thrown, and a promise is waited for. */
  const forge = new Map<string, string | Error | Promise<never>>();
  const asked: string[] = [];
  const kept = new Map<string, RepositoryFile>();
  const contributing = new ContributingService({
    files: new RepositoryFiles({
      reader: mockServices.urlReader.mock({
        readUrl: async url => {
          asked.push(url);
          const content = await forge.get(url);
          if (content === undefined) throw new NotFoundError('No such file');
          if (content instanceof Error) throw content;
          return { buffer: async () => Buffer.from(content) };
        },
      }),
      store: {
        list: async urls => urls.flatMap(url => kept.get(url) ?? []),
        save: async files => files.forEach(file => kept.set(file.url, file)),
        forget: async () => {},
      },
      now: () => clock.now,
    }),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    refreshAfter: 60 * 60 * 1000,
  });
  return {
    contributing,
    forge,
    /** URLs that the forge was asked for, in their order. */
    asked,
    setTime(time: string) {
      clock.now = new Date(time);
    },
  };
}
