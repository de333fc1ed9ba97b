import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { serviceEntity } from '../__testUtils__/entities';
import { FakeForge, forgeApis } from '../__testUtils__/FakeForge';
import { ContributingService } from '../contributing/ContributingService';
import { OwnershipService } from '../reviewers/ownership/OwnershipService';
import { RepositoryFile } from './RepositoryFileStore';
import { RepositoryFiles } from './RepositoryFiles';
import { repositoryOf } from './repositoryOf';

// Some of the readers have a fetch of their own.
jest.mock('node-fetch', () => {
  const actual = jest.requireActual('node-fetch');
  const answer = async (...request: Parameters<typeof fetch>) => {
    const given = await fetch(...request);
    const body = Buffer.from(await given.arrayBuffer());
    return new actual.Response(body, { status: given.status });
  };
  return Object.assign(answer, {
    ...actual,
    __esModule: true,
    default: answer,
  });
});

const integrations = {
  github: [
    { host: 'github.com', token: 't' },
    { host: 'ghe.example.com', apiBaseUrl: 'https://ghe.example.com/api/v3' },
  ],
  gitlab: [
    { host: 'gitlab.com' },
    {
      host: 'code.example.com',
      baseUrl: 'https://code.example.com/gitlab',
      apiBaseUrl: 'https://code.example.com/gitlab/api/v4',
    },
  ],
  bitbucketServer: [
    {
      host: 'bitbucket.example.com',
      apiBaseUrl: 'https://bitbucket.example.com/rest/api/1.0',
    },
    {
      host: 'tools.example.com',
      apiBaseUrl: 'https://tools.example.com/bitbucket/rest/api/1.0',
    },
  ],
  azure: ['dev.azure.com', 'acme.visualstudio.com'].map(host => ({
    host,
    credentials: [{ personalAccessToken: 't' }],
  })),
  gitea: [
    { host: 'gitea.example.com' },
    {
      host: 'forgejo.example.com',
      baseUrl: 'https://forgejo.example.com/git',
    },
  ],
  gerrit: [
    {
      host: 'gerrit.example.com',
      baseUrl: 'https://gerrit.example.com',
      gitilesBaseUrl: 'https://gerrit.example.com/plugins/gitiles',
    },
  ],
  awsCodeCommit: [{ region: 'eu-west-1' }],
  harness: [{ host: 'app.harness.io' }],
};
const config = new ConfigReader({ integrations });
const scm = ScmIntegrations.fromConfig(config);
const now = () => new Date('2026-06-01T12:00:00Z');
const hour = 60 * 60 * 1000;

const serviceAt = (location: string) =>
  serviceEntity('logs', {
    annotations: { 'backstage.io/source-location': `url:${location}` },
  });

function start(type: keyof typeof forgeApis) {
  const forge = new FakeForge(type);
  const spy = jest.spyOn(global, 'fetch').mockImplementation(forge.fetch);
  const kept = new Map<string, RepositoryFile>();
  const files = new RepositoryFiles({
    reader: UrlReaders.default({ config, logger: mockServices.logger.mock() }),
    store: {
      list: async urls => urls.flatMap(url => kept.get(url) ?? []),
      save: async all => all.forEach(file => kept.set(file.url, file)),
      forget: async () => {},
    },
    now,
  });
  const options = { files, integrations: scm, refreshAfter: hour, now };
  return {
    forge,
    spy,
    contributing: new ContributingService(options),
    ownership: new OwnershipService(options),
  };
}

/**
 * Each location is as Backstage writes it: `resolveUrl({ url: './' })` of the link of a
 * `catalog-info.yaml`, as the discovery provider for the forge makes it.
 */
const locations: ReadonlyArray<
  readonly [
    type: keyof typeof forgeApis,
    location: string,
    project: string,
    directory: string,
    page: string,
  ]
> = [
  [
    'github',
    'https://github.com/northwind/logs/tree/main/',
    'northwind/logs@main',
    '',
    'https://github.com/northwind/logs/blob/main/{path}',
  ],
  [
    'github',
    'https://ghe.example.com/northwind/tree/tree/main/apps/tree/',
    'northwind/tree@main',
    'apps/tree',
    'https://ghe.example.com/northwind/tree/blob/main/{path}',
  ],
  [
    'github',
    'https://github.com/northwind/logs/tree/main/-/issues/',
    'northwind/logs@main',
    '-/issues',
    'https://github.com/northwind/logs/blob/main/{path}',
  ],
  [
    'gitlab',
    'https://gitlab.com/northwind/platform/logs/-/blob/main/apps/logs/',
    'northwind/platform/logs@main',
    'apps/logs',
    'https://gitlab.com/northwind/platform/logs/-/blob/main/{path}',
  ],
  [
    'gitlab',
    'https://code.example.com/gitlab/northwind/tree/-/blob/feature%2Fx/',
    'northwind/tree@feature/x',
    '',
    'https://code.example.com/gitlab/northwind/tree/-/blob/feature/x/{path}',
  ],
  [
    'gitlab',
    'https://gitlab.com/northwind/logs/-/tree/main/apps?ref_type=heads',
    'northwind/logs@main',
    'apps',
    'https://gitlab.com/northwind/logs/-/blob/main/{path}',
  ],
  [
    'bitbucketCloud',
    'https://bitbucket.org/northwind/logs/src/master/',
    'northwind/logs@master',
    '',
    'https://bitbucket.org/northwind/logs/src/master/{path}',
  ],
  [
    'bitbucketCloud',
    'https://bitbucket.org/northwind/tree/src/master/issues/tree/',
    'northwind/tree@master',
    'issues/tree',
    'https://bitbucket.org/northwind/tree/src/master/{path}',
  ],
  [
    'bitbucketServer',
    'https://bitbucket.example.com/projects/NW/repos/logs/browse/apps/',
    'NW/logs@',
    'apps',
    'https://bitbucket.example.com/projects/NW/repos/logs/browse/{path}',
  ],
  [
    'bitbucketServer',
    'https://tools.example.com/bitbucket/projects/NW/repos/tree/browse/?at=refs/heads/feature/x',
    'NW/tree@feature/x',
    '',
    'https://tools.example.com/bitbucket/projects/NW/repos/tree/browse/{path}?at=refs%2Fheads%2Ffeature%2Fx',
  ],
  [
    'bitbucketServer',
    'https://bitbucket.example.com/users/mia/repos/logs/browse/',
    '~mia/logs@',
    '',
    'https://bitbucket.example.com/users/mia/repos/logs/browse/{path}',
  ],
  [
    'azure',
    'https://dev.azure.com/acme/Our%20platform/_git/logs?path=%2Fapps%2F&version=GBfeature%2Fx',
    'acme/Our platform/logs@feature/x',
    'apps',
    'https://dev.azure.com/acme/Our%20platform/_git/logs?path=%2F{path}&version=GBfeature%2Fx',
  ],
  [
    'azure',
    'https://acme.visualstudio.com/platform/_git/tree?path=%2F',
    'platform/tree@',
    '',
    'https://acme.visualstudio.com/platform/_git/tree?path=%2F{path}',
  ],
  [
    'gitea',
    'https://gitea.example.com/northwind/logs/src/branch/main/apps/',
    'northwind/logs@main',
    'apps',
    'https://gitea.example.com/northwind/logs/src/branch/main/{path}',
  ],
  [
    'gitea',
    'https://forgejo.example.com/git/northwind/tree/src/branch/feature%2Fx/',
    'northwind/tree@feature/x',
    '',
    'https://forgejo.example.com/git/northwind/tree/src/branch/feature/x/{path}',
  ],
  [
    'gerrit',
    'https://gerrit.example.com/plugins/gitiles/platform/logs/+/refs/heads/master/apps/',
    'platform/logs@master',
    'apps',
    'https://gerrit.example.com/plugins/gitiles/platform/logs/+/refs/heads/master/{path}',
  ],
  [
    'gerrit',
    'https://gerrit.example.com/plugins/gitiles/tree/+/HEAD/',
    'tree@',
    '',
    'https://gerrit.example.com/plugins/gitiles/tree/+/HEAD/{path}',
  ],
  [
    'harness',
    'https://app.harness.io/ng/account/A/module/code/orgs/O/projects/P/repos/logs/files/feature/x/~/apps/',
    'A/O/P/logs@feature/x',
    'apps',
    'https://app.harness.io/ng/account/A/module/code/orgs/O/projects/P/repos/logs/files/feature/x/~/{path}',
  ],
  // Without a branch, as slugs and people write them.
  [
    'github',
    'https://github.com/northwind/tree',
    'northwind/tree@',
    '',
    'https://github.com/northwind/tree/blob/HEAD/{path}',
  ],
  [
    'gitlab',
    'https://gitlab.com/northwind/platform/tree',
    'northwind/platform/tree@',
    '',
    'https://gitlab.com/northwind/platform/tree/-/blob/HEAD/{path}',
  ],
  [
    'gitea',
    'https://gitea.example.com/northwind/logs',
    'northwind/logs@',
    '',
    'https://gitea.example.com/northwind/logs/src/branch/HEAD/{path}',
  ],
  [
    'bitbucketServer',
    'https://bitbucket.example.com/scm/nw/logs.git',
    'nw/logs@',
    '',
    'https://bitbucket.example.com/projects/nw/repos/logs/browse/{path}',
  ],
];

describe('forges, behind the URL readers of Backstage', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(locations)(
    'reads guide and owners from %s at %s',
    async (type, location, project, directory, page) => {
      const { forge, contributing, ownership } = start(type);
      forge.files.set(`${project}:docs/CONTRIBUTING.md`, '# Guide');
      forge.files.set(`${project}:CODEOWNERS`, '* @ana');
      const service = serviceAt(location);
      expect(repositoryOf(service, scm)?.directory).toBe(directory);
      const { guide, error } = await contributing.getContributing(service);
      expect(error).toBeUndefined();
      expect(guide).toMatchObject({
        markdown: '# Guide',
        url: page.replace(
          '{path}',
          type === 'azure' ? 'docs%2FCONTRIBUTING.md' : 'docs/CONTRIBUTING.md',
        ),
      });
      const { urls } = await ownership.load(service);
      expect([...urls.values()]).toEqual([
        page.replace('{path}', 'CODEOWNERS'),
      ]);
    },
  );

  it.each(locations)(
    'prefers the guide beside the service on %s at %s',
    async (type, location, project, directory) => {
      const { forge, contributing } = start(type);
      const beside = directory ? `${directory}/` : '';
      forge.files.set(`${project}:${beside}CONTRIBUTING.md`, '# Beside');
      forge.files.set(`${project}:docs/CONTRIBUTING.md`, '# Docs');
      const { guide } = await contributing.getContributing(serviceAt(location));
      expect(guide?.markdown).toBe('# Beside');
    },
  );

  it.each(locations)(
    'does not know what is there where %s hides all of %s',
    async (type, location, project) => {
      const { forge, contributing } = start(type);
      const [hidden] = await contributing.findGuides([serviceAt(location)]);
      expect(hidden).toMatchObject({ isMissing: false, isOutOfReach: true });
      forge.files.set(`${project}:README.md`, '# Logs');
      const shown = start(type);
      shown.forge.files.set(`${project}:README.md`, '# Logs');
      const [bare] = await shown.contributing.findGuides([serviceAt(location)]);
      expect(bare).toMatchObject({ isMissing: true, isOutOfReach: false });
    },
  );

  it.each(
    [401, 403, 500, 203].flatMap(status =>
      // A page to sign in, with status 203, is what Azure DevOps answers to a bad token.
      status === 203
        ? [[status, locations[11]] as const]
        : locations.slice(0, 16).map(location => [status, location] as const),
    ),
  )(
    'never takes an answer %s for a missing file: %j',
    async (status, location) => {
      const { forge, contributing } = start(location[0]);
      forge.status = status;
      const [found] = await contributing.findGuides([serviceAt(location[1])]);
      expect(found).toMatchObject({
        isMissing: false,
        error: expect.any(String),
      });
      expect(found.error).not.toBe('');
    },
  );

  it.each([
    ['github', 'https://github.com/northwind/logs/tree/feature/x/apps/logs/'],
    [
      'bitbucketCloud',
      'https://bitbucket.org/northwind/logs/src/feature/x/apps/logs/',
    ],
    ['gitlab', 'https://gitlab.com/northwind/logs/-/tree/feature/x/apps/logs/'],
    [
      'gitea',
      'https://gitea.example.com/northwind/logs/src/branch/feature/x/apps/logs/',
    ],
  ] as const)('tries branches with a slash on %s', async (type, location) => {
    const { forge, contributing, ownership } = start(type);
    forge.files.set(
      'northwind/logs@feature/x:apps/logs/CONTRIBUTING.md',
      '# Guide',
    );
    forge.files.set('northwind/logs@feature/x:CODEOWNERS', '* @ana');
    const service = serviceAt(location);
    const { guide } = await contributing.getContributing(service);
    expect(guide?.markdown).toBe('# Guide');
    expect(guide?.url).toContain('feature/x/apps/logs/CONTRIBUTING.md');
    expect((await ownership.load(service)).urls.size).toBe(1);
  });

  it.each([
    [
      'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/logs/browse/refs/heads/feature/x/--/apps/?region=eu-west-1',
      'apps',
      'browse/refs/heads/feature/x/--/OWNERS?region=eu-west-1',
    ],
    [
      'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/logs/browse?region=eu-west-1',
      '',
      'browse/--/OWNERS?region=eu-west-1',
    ],
    [
      'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/logs/files/edit/refs/heads/main/--/a/catalog-info.yaml?region=eu-west-1',
      'a',
      'browse/refs/heads/main/--/OWNERS?region=eu-west-1',
    ],
  ])(
    'makes links that the reader for CodeCommit takes, of %s',
    (location, directory, link) => {
      const repository = repositoryOf(serviceAt(location), scm);
      expect(repository?.directory).toBe(directory);
      const url =
        'https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/logs/';
      expect(repository?.fileUrl('OWNERS')).toBe(`${url}${link}`);
      // The pattern of its `parseUrl`.
      expect(new URL(`${url}${link}`).pathname).toMatch(
        /^\/codesuite\/codecommit\/repositories\/([^/]+)\/browse\/((.*)\/)?--\/(.*)$/,
      );
    },
  );
});
