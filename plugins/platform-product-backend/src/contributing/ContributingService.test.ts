import { createContributing } from '../__testUtils__/createContributing';
import { serviceEntity } from '../__testUtils__/entities';

const now = '2026-06-01T12:00:00Z';
const at = 'https://github.com/northwind/logs/blob/HEAD';
const places = [
  `${at}/.github/CONTRIBUTING.md`,
  `${at}/CONTRIBUTING.md`,
  `${at}/docs/CONTRIBUTING.md`,
];
const readme = `${at}/README.md`;
const logs = serviceEntity('logs', {
  annotations: {
    'github.com/project-slug': 'northwind/logs',
    'platform-product/support': 'https://chat.example.com/logs',
  },
});
const down = new Error('The forge is down');

async function findGuide(files: Readonly<Record<string, string | Error>>) {
  const { contributing, forge } = createContributing({ now });
  Object.entries(files).forEach(([url, content]) => forge.set(url, content));
  const [found] = await contributing.findGuides([logs]);
  return {
    content: found.file?.content,
    error: found.error,
    isMissing: found.isMissing,
  };
}

describe('ContributingService', () => {
  it.each([0, 1, 2])('finds a guide in the usual place %i', async index => {
    expect(await findGuide({ [places[index]]: '# Guide' })).toEqual({
      content: '# Guide',
      isMissing: false,
    });
  });

  it('takes the likeliest of several guides, an empty one too', async () => {
    expect(await findGuide({ [places[1]]: '', [places[2]]: '# Docs' })).toEqual(
      { content: '', isMissing: false },
    );
  });

  it('knows what is missing from what could not be read', async () => {
    expect(await findGuide({ [readme]: '# Logs' })).toEqual({
      isMissing: true,
    });
    expect(await findGuide({ [readme]: '', [places[2]]: down })).toEqual({
      error: 'The forge is down',
      isMissing: false,
    });
    // Another guide was found meanwhile.
    expect(
      await findGuide({ [places[0]]: down, [places[1]]: '# Guide' }),
    ).toEqual({ content: '# Guide', isMissing: false });
  });

  it('neither finds nor misses a guide that it can’t look for', async () => {
    const { contributing, asked } = createContributing({ now });
    const elsewhere = 'https://handbook.example.com/contributing';
    expect(
      await contributing.findGuides([
        serviceEntity('nowhere'),
        serviceEntity('linked', {
          annotations: { 'platform-product/contributing': elsewhere },
        }),
      ]),
    ).toEqual([
      { lookedAt: [], isMissing: false, isOutOfReach: false },
      { lookedAt: [], isMissing: false, isOutOfReach: false, elsewhere },
    ]);
    expect(asked).toEqual([]);
  });

  it('asks for a guide again after the hour that is configured', async () => {
    const { contributing, forge, asked, setTime } = createContributing({ now });
    forge.set(places[0], '# Guide');
    await contributing.findGuides([logs]);
    setTime('2026-06-01T13:00:00Z');
    await contributing.findGuides([logs]);
    expect(asked).toHaveLength(1);
    setTime('2026-06-01T13:00:01Z');
    await contributing.findGuides([logs]);
    expect(asked).toEqual([places[0], places[0]]);
  });

  it('asks for nothing once it is told to stop', async () => {
    const { contributing, asked } = createContributing({ now });
    expect(
      await contributing.findGuides([logs], AbortSignal.abort()),
    ).toMatchObject([{ isMissing: false }]);
    expect(asked).toEqual([]);
  });

  it('tells all about a guide', async () => {
    const { contributing, forge, setTime } = createContributing({ now });
    const markdown = '# Guide\n\n## Reviews\n\nWe review within two days.\n';
    forge.set(places[1], markdown);
    const { coverage, ...rest } = await contributing.getContributing(logs);
    expect(rest).toEqual({
      guide: {
        url: places[1],
        markdown,
        outline: [
          { depth: 1, text: 'Guide', line: 1 },
          { depth: 2, text: 'Reviews', line: 3 },
        ],
        checkedAt: '2026-06-01T12:00:00.000Z',
        path: 'CONTRIBUTING.md',
        pageTemplate: `${at}/{path}`,
        imageTemplate: 'https://github.com/northwind/logs/raw/HEAD/{path}',
      },
      lookedAt: places,
      newFileUrl:
        'https://github.com/northwind/logs/new/HEAD?filename=CONTRIBUTING.md',
      sourceUrl: 'https://github.com/northwind/logs',
      support: 'https://chat.example.com/logs',
    });
    expect(
      coverage.map(({ question, covered }) => [question, covered]),
    ).toEqual([
      ['contributionTypes', false],
      ['buildAndTest', false],
      ['responseTime', true],
      ['becomeReviewer', false],
    ]);

    setTime('2026-06-01T14:00:00Z');
    forge.set(places[1], down);
    expect(await contributing.getContributing(logs)).toMatchObject({
      guide: { markdown, checkedAt: '2026-06-01T14:00:00.000Z' },
      error: 'The forge is down',
    });
  });

  it('tells where a guide was looked for, and where one can be started', async () => {
    const { contributing, forge } = createContributing({ now });
    forge.set(readme, '# Logs');
    expect(await contributing.getContributing(logs)).toEqual({
      coverage: [],
      lookedAt: places,
      newFileUrl:
        'https://github.com/northwind/logs/new/HEAD?filename=CONTRIBUTING.md',
      sourceUrl: 'https://github.com/northwind/logs',
      support: 'https://chat.example.com/logs',
    });
    expect(
      await contributing.getContributing(serviceEntity('nowhere')),
    ).toEqual({ coverage: [], lookedAt: [] });
  });

  it('reads 300,000 characters of a guide, and no more', async () => {
    const last = '\n\nWe review within two days.';
    const filling = 'x '.repeat(150_000 - last.length / 2);
    expect(filling.length + last.length).toBe(300_000);
    const read = async (text: string) => {
      const { contributing, forge } = createContributing({ now });
      forge.set(places[0], text);
      const { guide, coverage } = await contributing.getContributing(logs);
      const answer = coverage.find(a => a.question === 'responseTime');
      return { read: guide?.markdown, isCovered: answer?.covered };
    };
    const all = filling + last;
    expect(await read(all)).toEqual({ read: all, isCovered: true });
    const more = `${'x '.repeat(5)}${all}`;
    expect(await read(more)).toEqual({
      read: more.slice(0, 300_000),
      isCovered: false,
    });
  });

  it.each([
    // https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/setting-guidelines-for-repository-contributors
    ['.github/CONTRIBUTING.md', 'CONTRIBUTING.md'],
    ['CONTRIBUTING.md', 'docs/CONTRIBUTING.md'],
    ['.github/contributing.md', 'CONTRIBUTING.md'],
    ['Contributing.md', 'docs/CONTRIBUTING.md'],
    ['docs/CONTRIBUTING.markdown', 'docs/contributing.rst'],
    ['CONTRIBUTING.MD', 'CONTRIBUTING.txt'],
  ])('takes %s before %s', async (first, second) => {
    const files = { [readme]: '', [`${at}/${first}`]: '1' };
    expect(await findGuide({ ...files, [`${at}/${second}`]: '2' })).toEqual({
      content: '1',
      isMissing: false,
    });
  });

  it.each([
    // Guides of CPython, Spring and older GNU projects are such files.
    'CONTRIBUTING.rst',
    'CONTRIBUTING.adoc',
    'docs/CONTRIBUTING.txt',
    '.github/contributing.rst',
    'CONTRIBUTING',
  ])('links %s, which is no Markdown, and does not judge it', async path => {
    const { contributing, forge } = createContributing({ now });
    forge.set(readme, '# Logs');
    forge.set(`${at}/${path}`, 'We review within two days.');
    const [found] = await contributing.findGuides([logs]);
    expect(found).toMatchObject({
      elsewhere: `${at}/${path}`,
      isMissing: false,
    });
    expect(found.file).toBeUndefined();
    expect(await contributing.getContributing(logs)).toMatchObject({
      elsewhere: `${at}/${path}`,
      isOtherFormat: true,
    });
  });

  it('takes the guide that the owner keeps for all repositories', async () => {
    // https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/creating-a-default-community-health-file
    const shared = 'https://github.com/northwind/.github/blob/HEAD';
    const { contributing, forge } = createContributing({ now });
    forge.set(readme, '# Logs');
    forge.set(`${shared}/CONTRIBUTING.md`, '# Root');
    forge.set(`${shared}/.github/CONTRIBUTING.md`, '# Guide of all');
    const { guide } = await contributing.getContributing(logs);
    expect(guide).toMatchObject({
      url: `${shared}/.github/CONTRIBUTING.md`,
      markdown: '# Guide of all',
    });
    forge.set(`${at}/docs/CONTRIBUTING.md`, '# Own');
    const other = createContributing({ now });
    forge.forEach((content, url) => other.forge.set(url, content));
    const own = await other.contributing.getContributing(logs);
    expect(own.guide?.markdown).toBe('# Own');
  });

  it.each([
    // What Git keeps of `ln -s`, and raw.githubusercontent.com or GitLab answer.
    ['CONTRIBUTING.md', 'docs/contributing.md', 'docs/contributing.md'],
    [
      '.github/CONTRIBUTING.md',
      '../docs/development.md\n',
      'docs/development.md',
    ],
    ['docs/CONTRIBUTING.md', './guide/README.md', 'docs/guide/README.md'],
  ])('follows the link %s to %j', async (path, text, target) => {
    const { contributing, forge } = createContributing({ now });
    forge.set(`${at}/${path}`, text);
    forge.set(`${at}/${target}`, '# Guide');
    expect((await contributing.getContributing(logs)).guide).toMatchObject({
      url: `${at}/${target}`,
      markdown: '# Guide',
    });
  });

  it.each([
    '../../secret/plan.md',
    '/etc/passwd',
    '.env',
    'config/secrets.yaml',
  ])('follows no link to %s', async text => {
    const { contributing, forge, asked } = createContributing({ now });
    forge.set(`${at}/CONTRIBUTING.md`, text);
    const { guide } = await contributing.getContributing(logs);
    expect(guide?.markdown).toBe(text);
    expect(asked.every(url => /contributing|README/i.test(url))).toBe(true);
  });

  describe('where a forge answers that there is nothing', () => {
    const gone = 'out of reach';

    it('knows nothing of a repository of which nothing can be read', async () => {
      expect(await findGuide({})).toEqual({
        isMissing: false,
        error: expect.stringContaining(gone),
      });
    });

    it.each([
      'README.md',
      'catalog-info.yaml',
      'CODEOWNERS',
      '.github/CODEOWNERS',
      'LICENSE',
      'package.json',
    ])('believes it where %s can be read', async path => {
      expect(await findGuide({ [`${at}/${path}`]: '' })).toEqual({
        isMissing: true,
      });
    });

    it('believes it where the file of the entity can be read', async () => {
      const { contributing, forge } = createContributing({ now });
      const file = 'https://github.com/northwind/logs/blob/main/odd/name.yaml';
      forge.set(file, 'kind: Component');
      const [found] = await contributing.findGuides([
        serviceEntity('logs', {
          annotations: {
            'backstage.io/managed-by-location': `url:${file}`,
            'backstage.io/source-location':
              'url:https://github.com/northwind/logs/tree/main/odd/',
          },
        }),
      ]);
      expect(found.isMissing).toBe(true);
    });

    it('does not believe it where the rest can’t be read just now', async () => {
      expect(await findGuide({ [readme]: down })).toMatchObject({
        isMissing: false,
      });
    });

    it('keeps a guide when a token is lost, until another file is found', async () => {
      const { contributing, forge, setTime } = createContributing({ now });
      forge.set(places[1], '# Guide');
      forge.set(readme, '# Logs');
      await contributing.findGuides([logs]);
      await contributing.findPromises([logs]);
      forge.clear();
      for (const time of ['02T12', '04T12', '20T12']) {
        setTime(`2026-06-${time}:00:00Z`);
        const [found] = await contributing.findGuides([logs]);
        expect(found).toMatchObject({
          file: { content: '# Guide' },
          error: expect.stringContaining(gone),
          isMissing: false,
        });
        expect(await contributing.findPromises([logs])).toEqual([
          { isKnown: true },
        ]);
      }
      forge.set(readme, '# Logs');
      setTime('2026-06-21T12:00:00Z');
      expect(await contributing.findGuides([logs])).toMatchObject([
        { file: undefined, isMissing: true },
      ]);
      // What is gone for certain does not come back when the token is lost again.
      forge.clear();
      setTime('2026-06-23T12:00:00Z');
      const [lost] = await contributing.findGuides([logs]);
      expect(lost).toMatchObject({ file: undefined, isMissing: false });
    });

    it('is not misled by a README that was read before the token was lost', async () => {
      const { contributing, forge, setTime } = createContributing({ now });
      forge.set(places[1], '# Guide');
      await contributing.findGuides([logs]);
      forge.set(readme, '# Logs');
      await contributing.findGuides([
        serviceEntity('other', {
          annotations: {
            'github.com/project-slug': 'northwind/logs',
            'platform-product/contributing': 'missing.md',
          },
        }),
      ]);
      forge.clear();
      // An hour after the guide was read, and less after the README.
      setTime('2026-06-01T13:00:01Z');
      const [found] = await contributing.findGuides([logs]);
      expect(found.file?.content).toBe('# Guide');
    });
  });

  describe('of the promises of guides', () => {
    const promising = '# Guide\n\nWe review within two business days.\n';
    const twoDays = {
      isKnown: true,
      promise: {
        hours: 16,
        sentence: 'We review within two business days.',
        url: places[0],
      },
    };

    it('tells what was last read, and asks nobody', async () => {
      const { contributing, forge, asked } = createContributing({ now });
      forge.set(places[0], promising);
      expect(await contributing.findPromises([logs])).toEqual([
        { isKnown: false },
      ]);
      expect(asked).toEqual([]);
      await contributing.findGuides([logs]);
      expect(await contributing.findPromises([logs])).toEqual([twoDays]);
      expect(asked).toEqual([places[0]]);
    });

    it('asks for old guides where it may wait, with whatever comes of it', async () => {
      const { contributing, forge } = createContributing({ now });
      forge.set(places[0], promising);
      const patience = 1_000;
      expect(await contributing.findPromises([logs], { patience })).toEqual([
        twoDays,
      ]);
      const other = createContributing({ now });
      other.forge.set(places[0], down);
      expect(
        await other.contributing.findPromises([logs], { patience }),
      ).toEqual([{ isKnown: false }]);
    });

    it('waits no longer than it may', async () => {
      const { contributing, forge } = createContributing({ now });
      forge.set(places[0], new Promise<never>(() => {}));
      expect(await contributing.findPromises([logs], { patience: 10 })).toEqual(
        [{ isKnown: false }],
      );
    });

    it('knows that there is none where each place was looked at, or there is no place', async () => {
      const { contributing, forge } = createContributing({ now });
      forge.set(readme, '# Logs');
      await contributing.findGuides([logs]);
      expect(
        await contributing.findPromises([logs, serviceEntity('nowhere')]),
      ).toEqual([{ isKnown: true }, { isKnown: true }]);
    });
  });
});
