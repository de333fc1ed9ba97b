import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { serviceEntity } from '../__testUtils__/entities';
import { repositoryOf } from '../repositories/repositoryOf';
import { guideLocations } from './guideLocations';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const at = 'https://github.com/northwind/logs/blob/HEAD';

function locate(guide: unknown, slug = 'northwind/logs') {
  const entity = serviceEntity('logs', {
    annotations: {
      'github.com/project-slug': slug,
      ...(guide !== undefined && {
        'platform-product/contributing': guide as string,
      }),
    },
  });
  return guideLocations(entity, repositoryOf(entity, integrations));
}

describe('guideLocations', () => {
  it.each([undefined, '', '  ', 3])(
    'looks in the usual places where the annotation is %j',
    guide => {
      expect(locate(guide)).toEqual({
        places: [
          `${at}/CONTRIBUTING.md`,
          `${at}/.github/CONTRIBUTING.md`,
          `${at}/docs/CONTRIBUTING.md`,
          `${at}/contributing.md`,
        ],
      });
      expect(locate(guide, '')).toEqual({ places: [] });
    },
  );

  it.each([
    ['docs/guide.md', `${at}/docs/guide.md`],
    [' docs/guide.md ', `${at}/docs/guide.md`],
    ['/docs/guide.md', `${at}/docs/guide.md`],
    ['./docs/guide.md', `${at}/docs/guide.md`],
    ['//docs/guide.md', `${at}/docs/guide.md`],
    ['.github/GUIDE.MD', `${at}/.github/GUIDE.MD`],
    ['guide.markdown', `${at}/guide.markdown`],
    [
      'https://github.com/northwind/logs/blob/main/guide.md',
      'https://github.com/northwind/logs/blob/main/guide.md',
    ],
    [
      'https://github.com/Northwind/Logs/blob/main/guide.md?plain=1#top',
      'https://github.com/Northwind/Logs/blob/main/guide.md?plain=1#top',
    ],
  ])('reads nothing but the guide that %s names', (guide, place) => {
    expect(locate(guide)).toEqual({ places: [place], elsewhere: undefined });
  });

  it.each([
    'https://github.com/northwind/handbook/blob/main/guide.md',
    'https://github.com/northwind/logs-of-others/blob/main/guide.md',
    'https://github.com/northwind/logs/blob/main/guide.html',
    'https://github.com/northwind/logs/blob/main/guide?x=.md',
    'https://github.com/northwind/logs',
    'https://handbook.example.com/contributing',
  ])('only links %s', guide => {
    expect(locate(guide)).toEqual({ places: [], elsewhere: guide });
  });

  it.each(['.env', 'docs/guide', 'guide.md.html', 'mailto:olga@example.com'])(
    'neither reads nor links %s',
    guide => {
      expect(locate(guide)).toEqual({ places: [] });
    },
  );

  it('links a page, and reads no file, where there is no repository', () => {
    const guide = 'https://github.com/northwind/logs/blob/main/guide.md';
    expect(locate(guide, '')).toEqual({ places: [], elsewhere: guide });
    expect(locate('docs/guide.md', '')).toEqual({ places: [] });
    expect(locate('https://', '')).toEqual({ places: [] });
  });
});
