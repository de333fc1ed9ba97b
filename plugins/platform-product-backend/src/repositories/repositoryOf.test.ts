import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { repositoryOf } from './repositoryOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'github.com' },
        {
          host: 'ghe.example.com',
          apiBaseUrl: 'https://ghe.example.com/api/v3',
        },
      ],
      gitlab: [
        { host: 'gitlab.com' },
        {
          host: 'git.example.com:8443',
          baseUrl: 'https://git.example.com:8443',
          apiBaseUrl: 'https://git.example.com:8443/api/v4',
        },
      ],
      awsS3: [{ accessKeyId: 'a', secretAccessKey: 'b' }],
      googleGcs: { clientEmail: 'a', privateKey: 'b' },
    },
  }),
);

const source = 'backstage.io/source-location';
const github = 'github.com/project-slug';
const gitlab = 'gitlab.com/project-slug';

function find(annotations: Record<string, unknown> | undefined) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'logs', annotations },
  } as Entity;
  return repositoryOf(entity, integrations);
}

const at = (location: string) => find({ [source]: `url:${location}` });

describe('repositoryOf', () => {
  it.each([
    ['https://github.com/northwind/logs', 'HEAD', ''],
    ['https://github.com/northwind/logs/', 'HEAD', ''],
    ['https://github.com/northwind/logs.git', 'HEAD', ''],
    ['https://github.com/northwind/logs/tree/main/', 'main', ''],
    ['https://github.com/northwind/logs/tree/v2/', 'v2', ''],
    ['https://github.com/northwind/logs/tree/main/a/b/', 'main', 'a/b'],
    ['https://github.com/northwind/logs/tree/main/a', 'main', 'a'],
    ['https://ghe.example.com/northwind/logs/tree/main/', 'main', ''],
  ])('takes %s of GitHub apart', (location, branch, directory) => {
    const { host } = new URL(location);
    const page = `https://${host}/northwind/logs`;
    const repository = at(location)!;
    expect(repository).toMatchObject({
      url: page,
      host,
      directory,
      forge: 'github',
      location,
    });
    expect(repository.fileUrl('docs/CONTRIBUTING.md')).toBe(
      `${page}/blob/${branch}/docs/CONTRIBUTING.md`,
    );
    expect(repository.newFileUrl('docs/a guide.md')).toBe(
      `${page}/new/${branch}?filename=docs%2Fa%20guide.md`,
    );
  });

  it.each([
    ['https://gitlab.com/group/sub/logs', 'HEAD', ''],
    ['https://gitlab.com/group/sub/logs.git', 'HEAD', ''],
    ['https://gitlab.com/group/sub/logs/-/tree/main/', 'main', ''],
    ['https://gitlab.com/group/sub/logs/-/tree/main/a/b', 'main', 'a/b'],
    ['https://git.example.com:8443/group/sub/logs/-/tree/main/', 'main', ''],
  ])('takes %s of GitLab apart', (location, branch, directory) => {
    const { host } = new URL(location);
    const page = `https://${host}/group/sub/logs`;
    const repository = at(location)!;
    expect(repository).toMatchObject({
      url: page,
      host,
      directory,
      forge: 'gitlab',
      location,
    });
    expect(repository.fileUrl('docs/CONTRIBUTING.md')).toBe(
      `${page}/-/blob/${branch}/docs/CONTRIBUTING.md`,
    );
    expect(repository.newFileUrl('docs/a guide.md')).toBe(
      `${page}/-/new/${branch}?file_name=docs%2Fa%20guide.md`,
    );
  });

  it.each([
    'https://example.com/files',
    'https://example.com:8080/files/',
    'http://example.com/files/',
    'https://bucket.s3.amazonaws.com/files/',
    'https://storage.cloud.google.com/files/',
  ])('looks for files below %s, which is on no forge', location => {
    const base = location.replace(/\/$/, '');
    const repository = at(location)!;
    expect(repository).toMatchObject({
      url: base,
      host: new URL(location).host,
      directory: '',
      location,
    });
    expect(repository.forge).toBeUndefined();
    expect(repository.fileUrl('docs/a.md')).toBe(`${base}/docs/a.md`);
    expect(repository.newFileUrl('docs/a.md')).toBeUndefined();
    expect(repository.fileOfLink(`${base}/docs/a.md`)?.path).toBe('docs/a.md');
    expect(repository.fileOfLink(`${base}-of-others/a.md`)).toBeUndefined();
  });

  it('is the same for all spellings of a repository', () => {
    expect(at('https://github.com/NorthWind/Logs/tree/main/a/')?.url).toBe(
      at('https://github.com/northwind/logs.git')?.url,
    );
  });

  it.each([
    ['https://github.com/northwind/logs/blob/main/a.md', true],
    ['https://github.com/NorthWind/LOGS/blob/other/a.md', true],
    ['https://github.com/northwind/logs', false],
    ['https://github.com/northwind/logs-of-others/blob/main/a.md', false],
    ['https://github.com/northwind/metrics/a.md', false],
    ['https://example.com/github.com/northwind/logs/a.md', false],
    ['http://github.com/northwind/logs/a.md', false],
  ])('knows whether %s leads into the repository', (url, expected) => {
    const { fileOfLink } = at('https://github.com/NorthWind/Logs/tree/main/a')!;
    expect(fileOfLink(url) !== undefined).toBe(expected);
  });

  it.each<[string, Record<string, unknown> | undefined, string | undefined]>([
    [
      'a slug of GitHub',
      { [github]: ' northwind/logs ' },
      'https://github.com/northwind/logs',
    ],
    [
      'a slug of GitLab',
      { [gitlab]: 'a/b.c/d_e-f' },
      'https://gitlab.com/a/b.c/d_e-f',
    ],
    [
      'a location rather than a slug',
      { [source]: 'url:https://github.com/a/b', [github]: 'c/d' },
      'https://github.com/a/b',
    ],
    [
      'a slug rather than what is no location',
      { [source]: 'nonsense', [github]: 'c/d' },
      'https://github.com/c/d',
    ],
    [
      'a slug rather than a directory',
      { [source]: 'dir:.', [github]: 'c/d' },
      'https://github.com/c/d',
    ],
    [
      'a slug rather than nothing',
      { [source]: ' ', [gitlab]: 'c/d' },
      'https://gitlab.com/c/d',
    ],
    ['no slug without an owner', { [github]: 'logs' }, undefined],
    ['no slug with spaces', { [github]: 'a/b c' }, undefined],
    ['no slug that ends in a slash', { [github]: 'a/b/' }, undefined],
    ['no slug that is a link', { [github]: 'https://x.example/b' }, undefined],
    ['no slug that is not text', { [github]: 3 }, undefined],
    ['no file', { [source]: 'url:file:///etc/passwd' }, undefined],
    ['no file, slug or not', { [source]: 'file:/a', [github]: 'c/d' }, 'c/d'],
    [
      'no other protocol',
      { [source]: 'url:ssh://git@github.com/a/b' },
      undefined,
    ],
    [
      'no link of another type',
      { [source]: 'file:https://github.com/a/b' },
      undefined,
    ],
    [
      'no owner without a project',
      { [source]: 'url:https://github.com/a' },
      undefined,
    ],
    ['no forge alone', { [source]: 'url:https://github.com/' }, undefined],
    ['nothing', {}, undefined],
    ['no annotations', undefined, undefined],
  ])('reads %s', (_, annotations, expected) => {
    expect(find(annotations)?.url).toBe(
      expected === 'c/d' ? 'https://github.com/c/d' : expected,
    );
  });

  it('takes no link that is too long to be a key', () => {
    const start = 'https://example.com/';
    const long = start + 'x'.repeat(800 - start.length);
    expect(at(long)?.location).toBe(long);
    expect(at(`${long}x`)).toBeUndefined();
    // As it is sent: each of these takes nine characters.
    expect(at(start + '語'.repeat(86))?.location).toHaveLength(794);
    expect(at(start + '語'.repeat(87))).toBeUndefined();
  });
});
