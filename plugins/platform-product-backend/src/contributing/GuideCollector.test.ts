import { createContributing } from '../__testUtils__/createContributing';
import { serviceEntity } from '../__testUtils__/entities';
import { GuideCollector } from './GuideCollector';

const now = '2026-06-01T12:00:00Z';
const urlOf = (name: string) =>
  `https://github.com/northwind/${name}/blob/HEAD/.github/CONTRIBUTING.md`;
const readmeOf = (name: string) =>
  `https://github.com/northwind/${name}/blob/HEAD/README.md`;

const welcome = 'Bug fixes and new parsers are welcome.';
const build = 'Run `make test` before you open a pull request.';
const soon = 'We review pull requests within two business days.';
const path = 'To become a reviewer, ask us after three merged changes.';

/** Evidence on one service each, by name, as the forge has their guides. */
async function collect(guides: Readonly<Record<string, string | Error>>) {
  const world = createContributing({ now });
  for (const [name, guide] of Object.entries(guides)) {
    world.forge.set(urlOf(name), guide);
    world.forge.set(readmeOf(name), '# Readme');
  }
  const collector = new GuideCollector(world);
  const run = (
    names: readonly string[],
    signal = new AbortController().signal,
  ) =>
    collector.collect({
      services: names.map(name => ({
        entityRef: `component:default/${name}`,
        entity: serviceEntity(name, {
          annotations: { 'github.com/project-slug': `northwind/${name}` },
        }),
      })),
      now: new Date(now),
      signal,
    });
  return { ...world, collector, run };
}

describe('GuideCollector', () => {
  it.each([
    [
      [welcome, build, soon, path],
      [
        'pass',
        'says what is welcome, how to build and test, how soon a review comes',
      ],
      ['pass', 'says how one becomes a reviewer'],
    ],
    [
      [welcome, build, soon],
      [
        'pass',
        'says what is welcome, how to build and test, how soon a review comes',
      ],
      ['fail', 'does not say how one becomes a reviewer'],
    ],
    [
      [build, soon, path],
      ['fail', 'does not say what is welcome'],
      ['pass', 'says how one becomes a reviewer'],
    ],
    [
      [welcome, soon, path],
      ['fail', 'does not say how to build and test'],
      ['pass', 'says how one becomes a reviewer'],
    ],
    [
      [welcome, build, path],
      ['fail', 'does not say how soon a review comes'],
      ['pass', 'says how one becomes a reviewer'],
    ],
    [
      [''],
      [
        'fail',
        'does not say what is welcome, how to build and test, how soon a review comes',
      ],
      ['fail', 'does not say how one becomes a reviewer'],
    ],
  ])('judges a guide of %j', async (sentences, coverage, reviewerPath) => {
    const { run } = await collect({ logs: sentences.join('\n\n') });
    const base = { entityRef: 'component:default/logs', link: urlOf('logs') };
    expect(await run(['logs'])).toEqual([
      {
        ...base,
        source: 'guide-coverage',
        result: coverage[0],
        summary: `The guide ${coverage[1]}`,
      },
      {
        ...base,
        source: 'guide-reviewer-path',
        result: reviewerPath[0],
        summary: `The guide ${reviewerPath[1]}`,
      },
    ]);
  });

  it('keeps services apart, and is silent on what could not be read', async () => {
    const { collector, forge, run } = await collect({
      logs: welcome,
      locked: new Error('The forge is down'),
      traces: path,
    });
    forge.set(readmeOf('bare'), '# Readme');
    const names = ['logs', 'bare', 'hidden', 'locked', 'traces'];
    expect(
      (await run(names)).map(({ entityRef, source, result, summary, link }) => [
        entityRef.split('/')[1],
        source,
        result,
        summary,
        link,
      ]),
    ).toEqual([
      [
        'logs',
        'guide-coverage',
        'fail',
        'The guide does not say how to build and test, how soon a review comes',
        urlOf('logs'),
      ],
      [
        'logs',
        'guide-reviewer-path',
        'fail',
        'The guide does not say how one becomes a reviewer',
        urlOf('logs'),
      ],
      ...['guide-coverage', 'guide-reviewer-path'].map(source => [
        'bare',
        source,
        'fail',
        'There is no contribution guide',
        undefined,
      ]),
      [
        'traces',
        'guide-coverage',
        'fail',
        'The guide does not say what is welcome, how to build and test, how soon a review comes',
        urlOf('traces'),
      ],
      [
        'traces',
        'guide-reviewer-path',
        'pass',
        'The guide says how one becomes a reviewer',
        urlOf('traces'),
      ],
    ]);
    expect(collector.provides).toEqual([
      'guide-coverage',
      'guide-reviewer-path',
    ]);
  });

  it('goes by the last guide while the forge is down', async () => {
    const { forge, run, setTime } = await collect({ logs: path });
    const before = await run(['logs']);
    forge.set(urlOf('logs'), new Error('The forge is down'));
    setTime('2026-06-02T12:00:00Z');
    expect(await run(['logs'])).toEqual(before);
  });

  it('stops when it is told to', async () => {
    const { asked, run } = await collect({ logs: path });
    expect(await run(['logs'], AbortSignal.abort())).toEqual([]);
    expect(asked).toEqual([]);
  });
});
