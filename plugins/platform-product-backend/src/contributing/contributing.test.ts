import {
  contributingRoutes,
  maturityRoutes,
  reviewerRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { NotAllowedError } from '@backstage/errors';
import { databases } from '../__testUtils__/databases';
import { groupEntity, serviceEntity } from '../__testUtils__/entities';
import { startTestPlugin } from '../__testUtils__/startTestPlugin';

jest.setTimeout(60_000);

const reader = 'user:default/carl';
const at = 'https://github.com/northwind/logs/blob/HEAD';
const slug = { 'github.com/project-slug': 'northwind/logs' };
const guide = `# Contributing

Bug fixes and new parsers are welcome.

Run \`make test\` before you open a pull request.

We review pull requests within two business days.
`;

function service(name: string, annotations: Record<string, string>) {
  return serviceEntity(name, { annotations });
}

describe.each(databases.eachSupportedId())('contributing on %s', id => {
  let plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  const files = new Map<string, string | Error>();

  async function start(entities: ReturnType<typeof service>[]) {
    files.clear();
    plugin = await startTestPlugin({
      knex: await databases.init(id),
      entities: [...entities, groupEntity('logs-team')],
      files,
      config: { refreshFilesAfter: { milliseconds: 1 } },
      hidden: { 'user:default/hidden-from': ['component:default/logs'] },
    });
  }

  afterEach(() => plugin.stop());

  const get = (name = 'logs', user = reader) =>
    plugin.call(user, contributingRoutes.getContributing, {
      params: { kind: 'component', namespace: 'default', name },
    });
  const evidenceOf = async (name: string) => {
    const { body } = await plugin.call(reader, maturityRoutes.getMaturity, {
      params: { kind: 'component', namespace: 'default', name },
    });
    return body.levels
      .flatMap(({ criteria }) => criteria)
      .flatMap(({ evidence }) => evidence)
      .filter(({ source }) => source.startsWith('guide-'))
      .map(({ source, result, summary }) => [source, result, summary]);
  };

  it('finds the guide in the usual places, the first of them first', async () => {
    await start([service('logs', slug)]);
    files.set(`${at}/.github/CONTRIBUTING.md`, guide);
    const { status, body } = await get();
    expect(status).toBe(200);
    expect(body.guide).toMatchObject({
      url: `${at}/.github/CONTRIBUTING.md`,
      markdown: guide,
      outline: [{ depth: 1, text: 'Contributing', line: 1 }],
    });
    expect(
      body.coverage.map(({ question, covered }) => [question, covered]),
    ).toEqual([
      ['contributionTypes', true],
      ['buildAndTest', true],
      ['responseTime', true],
      ['becomeReviewer', false],
    ]);
    expect(body.coverage[2]).toMatchObject({
      sentence: 'We review pull requests within two business days.',
      line: 7,
      heading: 'Contributing',
    });
    expect((await get('logs', 'user:default/hidden-from')).status).toBe(404);
  });

  it('asks by ETag, and keeps what it has when the forge fails', async () => {
    await start([service('logs', slug)]);
    files.set(`${at}/CONTRIBUTING.md`, guide);
    await get();
    await get();
    const etags = (plugin.urlReader.readUrl as jest.Mock).mock.calls
      .filter(([url]) => url === `${at}/CONTRIBUTING.md`)
      .map(([, options]) => options?.etag);
    expect(etags).toEqual([undefined, expect.any(String)]);

    files.set(`${at}/CONTRIBUTING.md`, new NotAllowedError('Bad credentials'));
    const failed = await get();
    expect(failed.body.guide?.markdown).toBe(guide);
    expect(failed.body.error).toContain('Bad credentials');

    files.set(`${at}/CONTRIBUTING.md`, '# New');
    expect((await get()).body.guide?.markdown).toBe('# New');
    expect((await get()).body.error).toBeUndefined();
  });

  it('gives evidence, and none for what could not be read', async () => {
    await start([
      service('logs', slug),
      service('bare', { 'github.com/project-slug': 'northwind/bare' }),
      service('hidden', { 'github.com/project-slug': 'northwind/hidden' }),
      service('locked', { 'github.com/project-slug': 'northwind/locked' }),
      service('nowhere', {}),
    ]);
    files.set(`${at}/CONTRIBUTING.md`, guide);
    files.set(
      'https://github.com/northwind/locked/blob/HEAD/CONTRIBUTING.md',
      new Error('The forge is down'),
    );
    files.set('https://github.com/northwind/bare/blob/HEAD/README.md', '# A');
    await plugin.sweep();
    expect(await evidenceOf('logs')).toEqual([
      [
        'guide-coverage',
        'pass',
        'The guide says what is welcome, how to build and test, how soon a review comes',
      ],
      [
        'guide-reviewer-path',
        'fail',
        'The guide does not say how one becomes a reviewer',
      ],
    ]);
    expect(await evidenceOf('bare')).toEqual([
      ['guide-coverage', 'fail', 'There is no contribution guide'],
      ['guide-reviewer-path', 'fail', 'There is no contribution guide'],
    ]);
    expect(await evidenceOf('hidden')).toEqual([]);
    expect(await evidenceOf('locked')).toEqual([]);
    expect(await evidenceOf('nowhere')).toEqual([]);
  });

  it.each([
    ['another repository', 'https://github.com/secret/plans/blob/main/plan.md'],
    ['no Markdown', 'https://github.com/northwind/logs/blob/HEAD/.env'],
    ['dots', '../../../../secret/plans/blob/main/plan.md'],
    [
      'encoded dots',
      '%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret/plans/blob/main/plan.md',
    ],
    ['backslashes', '..\\..\\..\\..\\secret\\plans\\plan.md'],
    ['a strange protocol', 'file:///etc/passwd.md'],
  ])('never reads %s that an annotation names', async (_, value) => {
    await start([
      service('logs', { ...slug, 'platform-product/contributing': value }),
    ]);
    files.set('https://github.com/secret/plans/blob/main/plan.md', 'secret');
    files.set('https://github.com/northwind/logs/blob/HEAD/.env', 'secret');
    const { status, text } = await get();
    expect(status).toBe(200);
    expect(text).not.toContain('"secret"');
    for (const [url] of (plugin.urlReader.readUrl as jest.Mock).mock.calls) {
      expect(url).toMatch(/^https:\/\/github\.com\/northwind\/logs\//);
      expect(url).toMatch(/\.md$/);
    }
  });

  it('takes no harm from one bad service in a batch', async () => {
    const long = `https://example.com/${'語'.repeat(1900)}.md`;
    await start([
      service('logs', slug),
      service('nul', {
        'platform-product/contributing': 'https://x.example/\u0000.md',
        'backstage.io/source-location': 'url:https://github.com/o/r\u0000x/',
      }),
      service('long', {
        'platform-product/contributing': long,
        'backstage.io/source-location': `url:https://github.com/o/${'r'.repeat(
          2000,
        )}/tree/main/`,
      }),
    ]);
    files.set(`${at}/CONTRIBUTING.md`, guide);
    await plugin.sweep();
    await plugin.syncReviews();
    expect(await evidenceOf('logs')).toHaveLength(2);
    for (const name of ['nul', 'long']) {
      const params = { kind: 'component', namespace: 'default', name };
      expect((await get(name)).status).toBe(200);
      for (const route of [
        reviewerRoutes.getRoster,
        reviewerRoutes.getReviewTimes,
      ]) {
        const { status } = await plugin.call(reader, route, { params });
        expect(status).toBe(200);
      }
    }
  });
});
