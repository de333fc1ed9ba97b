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
