import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  platformProductReviewSourceExtensionPoint,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { platformProductGitModule } from './module';
import { readGitRepositories } from './readGitRepositories';

type JsonValue = NonNullable<
  NonNullable<ConstructorParameters<typeof ConfigReader>[0]>[string]
>;

const url = 'https://git.example.com/platform/deployment';

const dataOf = (git: JsonValue) => ({
  platformProduct: { reviewers: { git } },
});
const readConfig = (git: JsonValue) =>
  readGitRepositories(new ConfigReader(dataOf(git)));

describe('platformProductGitModule', () => {
  it('offers the configured repositories', async () => {
    const added: ReviewSource[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          platformProductReviewSourceExtensionPoint,
          { addSource: source => added.push(source) },
        ],
      ],
      features: [
        platformProductGitModule,
        mockServices.rootConfig.factory({
          data: dataOf({ repositories: [{ url, directory: 'mirror.git' }] }),
        }),
      ],
    });
    expect(added.map(({ id }) => id)).toEqual(['git']);
    expect(added[0].accepts(url)).toBe(true);
    expect(added[0].accepts('https://git.example.com/other')).toBe(false);
  });
});

describe('readGitRepositories', () => {
  it('reads repositories, with directories from the working directory', () => {
    const repositories = [
      { url, directory: 'mirrors/deployment.git' },
      { url: `${url}-2`, directory: '/var/mirrors/2.git', branch: 'main' },
    ];
    expect(readConfig({ repositories })).toEqual([
      { url, directory: resolve('mirrors/deployment.git') },
      { url: `${url}-2`, directory: '/var/mirrors/2.git', branch: 'main' },
    ]);
    expect(readGitRepositories(new ConfigReader({}))).toEqual([]);
  });

  it.each<[JsonValue, string]>([
    ['x', `git', got "x": expected an object with repositories`],
    [{}, `git', got {}: expected an object with repositories`],
    [{ repos: 1 }, `git.repos', got 1: expected only repositories`],
    [
      { repositories: { url } },
      `git.repositories', got {"url":"${url}"}: expected a list of repositories`,
    ],
  ])('turns away %p', (git, message) => {
    expect(() => readConfig(git)).toThrow(
      `Invalid configuration at 'platformProduct.reviewers.${message}`,
    );
  });

  it.each<[JsonValue, string]>([
    [url, `', got "${url}": expected an object with url, directory, branch`],
    [
      { url: 'ssh://git@x/y', directory: 'd' },
      `.url', got "ssh://git@x/y": expected the http or https URL of the repository`,
    ],
    [
      { url },
      `.directory', got undefined: expected the path of a Git repository`,
    ],
    [
      { url, directory: 'd', branch: 5 },
      `.branch', got 5: expected the name of a branch`,
    ],
    [
      { url, directory: 'd', brnach: 'main' },
      `.brnach', got "main": expected only url, directory, branch`,
    ],
    [
      { url: `${url}-1.git/`, directory: 'd' },
      `.url', got "${url}-1.git/": expected each repository once`,
    ],
  ])('turns away the repository %p', (repository, message) => {
    const good: JsonValue = { url: `${url}-1`, directory: 'd' };
    expect(() => readConfig({ repositories: [good, repository] })).toThrow(
      `Invalid configuration at 'platformProduct.reviewers.git.repositories[1]${message}`,
    );
  });
});
