import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { serviceEntity } from '../__testUtils__/entities';
import { repositoryOf } from '../repositories/repositoryOf';
import { urlOf } from '../repositories/RepositoryReader';
import { guideLocations } from './guideLocations';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const repository = 'https://github.com/northwind/logs';
const at = `${repository}/blob/HEAD`;

function locate(guide: unknown, source: string | undefined = repository) {
  const entity = serviceEntity('logs', {
    annotations: {
      ...(source && { 'backstage.io/source-location': `url:${source}` }),
      ...(guide !== undefined && {
        'platform-product/contributing': guide as string,
      }),
    },
  });
  const { places, rarePlaces, elsewhere } = guideLocations(
    entity,
    repositoryOf(entity, integrations),
  );
  return {
    places: places.map(urlOf),
    rarePlaces: rarePlaces.map(urlOf),
    elsewhere,
  };
}

const only = (place: string) => ({
  places: [place],
  rarePlaces: [],
  elsewhere: undefined,
});

describe('guideLocations', () => {
  it.each([undefined, '', '  ', 3])(
    'looks where GitHub looks where the annotation is %j',
    guide => {
      const { places, rarePlaces } = locate(guide);
      // https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/setting-guidelines-for-repository-contributors
      expect(places).toEqual(
        [`${at}/.github`, at, `${at}/docs`].flatMap(directory => [
          `${directory}/CONTRIBUTING.md`,
          `${directory}/contributing.md`,
          `${directory}/Contributing.md`,
        ]),
      );
      expect(rarePlaces).toEqual(
        expect.arrayContaining([
          `${at}/CONTRIBUTING.rst`,
          `${at}/.github/contributing.adoc`,
          `${at}/docs/CONTRIBUTING.txt`,
          `${at}/CONTRIBUTING`,
          'https://github.com/northwind/.github/blob/HEAD/CONTRIBUTING.md',
          'https://github.com/northwind/.github/blob/HEAD/.github/CONTRIBUTING.md',
        ]),
      );
      expect(locate(guide, '').places).toEqual([]);
    },
  );

  it('looks beside a service first, and then where the repository keeps its guide', () => {
    const { places } = locate(undefined, `${repository}/tree/main/apps/logs/`);
    expect(places.slice(0, 4)).toEqual([
      `${repository}/blob/main/apps/logs/CONTRIBUTING.md`,
      `${repository}/blob/main/apps/logs/contributing.md`,
      `${repository}/blob/main/apps/logs/Contributing.md`,
      `${repository}/blob/main/.github/CONTRIBUTING.md`,
    ]);
  });

  it.each([
    ['./CONTRIBUTING.md', ['apps/logs/CONTRIBUTING.md']],
    ['./docs/guide.md', ['apps/logs/docs/guide.md']],
    ['/docs/guide.md', ['docs/guide.md']],
    ['docs/guide.md', ['docs/guide.md', 'apps/logs/docs/guide.md']],
  ])('takes %s of a service in a directory for %j', (guide, paths) => {
    const { places } = locate(guide, `${repository}/tree/main/apps/logs/`);
    expect(places).toEqual(
      paths.map(path => `${repository}/blob/main/${path}`),
    );
  });

  it.each([
    ['docs/guide.md', `${at}/docs/guide.md`],
    [' docs/guide.md ', `${at}/docs/guide.md`],
    ['/docs/guide.md', `${at}/docs/guide.md`],
    ['./docs/guide.md', `${at}/docs/guide.md`],
    ['//docs/guide.md', `${at}/docs/guide.md`],
    ['docs%2fguide.md', `${at}/docs/guide.md`],
    ['docs/our%20guide.md', `${at}/docs/our%20guide.md`],
    ['.github/GUIDE.MD', `${at}/.github/GUIDE.MD`],
    ['guide.markdown', `${at}/guide.markdown`],
    [`${repository}/blob/main/guide.md`, `${repository}/blob/main/guide.md`],
    [
      `${repository}/blob/main/a..b/guide.md`,
      `${repository}/blob/main/a..b/guide.md`,
    ],
    [
      'https://github.com/Northwind/Logs/blob/main/guide.md?plain=1#top',
      'https://github.com/Northwind/Logs/blob/main/guide.md',
    ],
    [
      `${repository}/raw/refs/heads/main/guide.md`,
      `${repository}/blob/main/guide.md`,
    ],
  ])('reads nothing but the guide that %s names', (guide, place) => {
    expect(locate(guide)).toEqual(only(place));
  });

  it.each([
    'https://github.com/northwind/handbook/blob/main/guide.md',
    'https://github.com/northwind/logs-of-others/blob/main/guide.md',
    'https://github.com/northwind/logs/blob/main/guide.html',
    'https://github.com/northwind/logs/blob/main/guide?x=.md',
    'https://github.com/northwind/logs/wiki/guide.md',
    'https://github.com/northwind/logs',
    'https://handbook.example.com/contributing',
    // In part as the tests of Backstage's `parseGitUrlSafe` have them; Node, git hosts
    // and reverse proxies differ in how often they decode.
    'https://github.com/northwind/logs/blob/main/..%2f..%2f..%2fsecret/plans/guide.md',
    'https://github.com/northwind/logs/blob/main/..%2F..%2Fguide.md',
    'https://github.com/northwind/logs/blob/main/%2e%2e%2fguide.md',
    'https://github.com/northwind/logs/blob/main/..%5c..%5cguide.md',
    'https://github.com/northwind/logs/blob/main/%252e%252e%252fguide.md',
    'https://github.com/northwind/logs/blob/main/%25252e%25252e%25252fguide.md',
    'https://github.com/northwind/logs/blob/main/.%2fguide.md',
    'https://github.com/northwind/logs/blob/..%2f..%2fsecret/guide.md',
    'https://github.com/northwind/logs%2f..%2fsecret/blob/main/guide.md',
    'https://github.com/northwind/logs/blob/main/a%00/guide.md',
    'https://github.com/northwind%2flogs/blob/main/guide.md',
    'https://somebody@github.com/northwind/logs/blob/main/guide.md',
    'http://github.com/northwind/logs/blob/main/guide.md',
  ])('only links %s', guide => {
    expect(locate(guide)).toEqual({
      places: [],
      rarePlaces: [],
      elsewhere: guide,
    });
  });

  it.each([
    '.env',
    'docs/guide',
    'guide.md.html',
    'mailto:olga@example.com',
    '../guide.md',
    'docs/../../guide.md',
    'docs/..%2f..%2fguide.md',
    '%2e%2e%2fguide.md',
    '..%5cguide.md',
    '%252e%252e/guide.md',
    '..\\guide.md',
    '.%00./guide.md',
  ])('neither reads nor links %s', guide => {
    expect(locate(guide)).toEqual({
      places: [],
      rarePlaces: [],
      elsewhere: undefined,
    });
  });

  it('takes a project below the path of another for another', () => {
    // GitLab has projects in groups at any depth.
    const { places, elsewhere } = locate(
      'https://gitlab.com/northwind/logs/secret/-/blob/main/guide.md',
      'https://gitlab.com/northwind/logs',
    );
    expect(places).toEqual([]);
    expect(elsewhere).toBeDefined();
  });

  it('links a page, and reads no file, where there is no repository', () => {
    const guide = 'https://github.com/northwind/logs/blob/main/guide.md';
    expect(locate(guide, '')).toMatchObject({ places: [], elsewhere: guide });
    expect(locate('docs/guide.md', '').places).toEqual([]);
    expect(locate('https://', '')).toMatchObject({ elsewhere: undefined });
  });
});
