import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { serviceEntity } from '../__testUtils__/entities';
import { repositoryOf } from './repositoryOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'ghe.example.com' }],
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
      ],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);

/** What Backstage writes of the place of a file: `AnnotateLocationEntityProcessor`. */
function written(file: string) {
  const source = integrations.resolveUrl({ url: './', base: file });
  return {
    'backstage.io/managed-by-location': `url:${file}`,
    'backstage.io/managed-by-origin-location': `url:${file}`,
    'backstage.io/source-location': `url:${source}`,
  };
}

function find(annotations: Record<string, string>) {
  const repository = repositoryOf(
    serviceEntity('logs', { annotations }),
    integrations,
  );
  return repository && [repository.url, repository.directory];
}

const catalogs = {
  github:
    'https://github.com/northwind/catalog/blob/main/logs/catalog-info.yaml',
  enterprise:
    'https://ghe.example.com/northwind/catalog/blob/main/catalog-info.yaml',
  gitlab:
    'https://code.example.com/gitlab/northwind/catalog/-/blob/main/logs.yaml',
  azure:
    'https://dev.azure.com/acme/platform/_git/catalog?path=/logs/catalog-info.yaml',
  server:
    'https://bitbucket.example.com/projects/NW/repos/catalog/browse/logs.yaml?at=main',
};

describe('sourceLocationOf, of an entity in a central repository', () => {
  it.each<[string, Record<string, string>, string]>([
    // https://backstage.io/docs/features/software-catalog/well-known-annotations#githubcomproject-slug
    [
      catalogs.github,
      { 'github.com/project-slug': 'northwind/logs' },
      'https://github.com/northwind/logs',
    ],
    [
      catalogs.enterprise,
      { 'github.com/project-slug': 'northwind/logs' },
      'https://ghe.example.com/northwind/logs',
    ],
    [
      catalogs.gitlab,
      { 'gitlab.com/project-slug': 'northwind/platform/logs' },
      'https://code.example.com/gitlab/northwind/platform/logs',
    ],
    // https://github.com/immobiliare/backstage-plugin-gitlab#annotations
    [
      catalogs.github,
      {
        'gitlab.com/project-slug': 'northwind/logs',
        'gitlab.com/instance': 'code.example.com',
      },
      'https://code.example.com/gitlab/northwind/logs',
    ],
    [
      catalogs.gitlab,
      { 'github.com/project-slug': 'northwind/logs' },
      'https://github.com/northwind/logs',
    ],
    // https://github.com/backstage/community-plugins, azure-devops: Multiple Organizations
    [
      catalogs.github,
      {
        'dev.azure.com/project-repo': 'platform/logs',
        'dev.azure.com/host-org': 'dev.azure.com/acme',
      },
      'https://dev.azure.com/acme/platform/_git/logs',
    ],
    [
      catalogs.azure,
      { 'dev.azure.com/project-repo': 'platform/logs' },
      'https://dev.azure.com/acme/platform/_git/logs',
    ],
    // https://roadie.io/backstage/plugins/bitbucket-pullrequest/
    [
      catalogs.server,
      { 'bitbucket.com/project-slug': 'NW/logs' },
      'https://bitbucket.example.com/projects/nw/repos/logs',
    ],
    // The filler of immobiliare’s plugin writes a slug of the catalog’s own repository.
    [
      catalogs.gitlab,
      {
        'gitlab.com/project-slug': 'northwind/catalog',
        'gitlab.com/instance': 'code.example.com',
        'github.com/project-slug': 'northwind/logs',
      },
      'https://github.com/northwind/logs',
    ],
  ])('with the file %s, takes what %j names', (file, own, url) => {
    expect(find({ ...written(file), ...own })).toEqual([url, '']);
  });

  it('takes what Backstage writes where nobody has written anything else', () => {
    expect(find(written(catalogs.github))).toEqual([
      'https://github.com/northwind/catalog',
      'logs',
    ]);
  });

  it('knows the directory where both name the same repository', () => {
    expect(
      find({
        ...written(catalogs.github),
        'github.com/project-slug': 'Northwind/Catalog',
      }),
    ).toEqual(['https://github.com/northwind/catalog', 'logs']);
  });

  it.each([
    'url:https://github.com/northwind/metrics/tree/main/apps/logs/',
    'url:https://github.com/northwind/catalog/tree/main/other/',
  ])('takes a location that a person has written, %s', source => {
    const location = new URL(source.slice(4));
    expect(
      find({
        ...written(catalogs.github),
        'backstage.io/source-location': source,
        'github.com/project-slug': 'northwind/logs',
      }),
    ).toEqual([
      `https://github.com/${location.pathname
        .split('/')
        .slice(1, 3)
        .join('/')}`,
      location.pathname.split('/').slice(5, -1).join('/'),
    ]);
  });

  it('takes no slug for a host without an integration', () => {
    expect(
      find({
        'gitlab.com/project-slug': 'northwind/logs',
        'gitlab.com/instance': 'evil.example.com',
      }),
    ).toBeUndefined();
  });
});
