import { Maturity } from '@platform-product/backstage-plugin-common';
import { act, fireEvent, screen } from '@testing-library/react';
import { Answers, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { guide, levelOne } from '../__testUtils__/maturity';
import { params, renderExtension } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { LevelBadge } from './LevelBadge';
import { ServiceLevelBadge } from './ServiceLevelBadge';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

const renderCard = (answers: Answers) =>
  renderExtension({ id: 'entity-card:platform-product/maturity', answers });

const card = () => screen.findByRole('region', { name: 'Maturity' });

describe('the maturity card', () => {
  it.each<[string, Partial<Maturity>, string]>([
    ['what comes next', {}, 'MaturityLevel 1BuildsTo reach level 2: Guide'],
    [
      'the first two of what comes next',
      {
        heldBackBy: ['guide', 'reviews', 'unheard-of'],
        levels: [
          levelOne.levels[0],
          {
            ...levelOne.levels[1],
            criteria: [guide, { ...guide, id: 'reviews', title: 'Reviews' }],
          },
        ],
      },
      'MaturityLevel 1BuildsTo reach level 2: Guide; Reviews',
    ],
    [
      'that one real pass is missing',
      { heldBackBy: [] },
      'MaturityLevel 1BuildsNothing is missing for level 2, but at least one of its criteria has to be met by evidence.',
    ],
    [
      'that there is nothing left to reach',
      { level: 2, levelWithoutWaivers: 2, heldBackBy: [] },
      'MaturityLevel 2ContributesLevel 2 · 1 by measurement aloneThis is the highest level. Keep the evidence fresh to stay here.',
    ],
    [
      'that there is no level yet',
      {
        level: 0,
        levelWithoutWaivers: 0,
        measuredLevel: 0,
        heldBackBy: ['vision'],
      },
      'MaturityLevel 0Level 0 · On the way to level 1To reach level 1: Vision',
    ],
    [
      'that it is at risk, with what follows and when',
      {
        atRisk: {
          until: '2026-12-03T23:30:00.000Z',
          fallsTo: 0,
          criteria: ['vision'],
        },
      },
      'MaturityLevel 1, at riskBuildsdrops to level 0 on Dec 4, 2026To reach level 2: Guide',
    ],
  ])('says the level and %s', async (_, more, text) => {
    const call = renderCard({ getMaturity: { ...levelOne, ...more } });
    await screen.findByText(/^Level \d(, at risk)?$/);
    expect((await card()).textContent).toBe(text);
    expect(sent(call, 'getMaturity')).toEqual([
      { params, query: { at: undefined } },
    ]);
  });

  it('keeps its shape while it loads', async () => {
    renderCard({});
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
    expect((await card()).textContent).toBe('Maturity');
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderCard({
      getMaturity: () =>
        isAway ? new Error('The database is away') : levelOne,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The maturity of this service could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Level 1')).toBeInTheDocument();
  });
});

describe('a level as a badge', () => {
  it('is a word with an icon, another one at risk', async () => {
    renderWithApi(
      <main>
        <LevelBadge level={0} />
        <LevelBadge level={2} />
        <LevelBadge level={2} isAtRisk />
      </main>,
      {},
    );
    const badges = [...(await screen.findByRole('main')).children];
    expect(badges.map(({ textContent }) => textContent)).toEqual([
      'Level 0',
      'Level 2',
      'Level 2, at risk',
    ]);
    const [none, two, atRisk] = badges.map(
      badge => badge.querySelector('svg')!.innerHTML,
    );
    expect(none).toBe(two);
    expect(atRisk).not.toBe(two);
    // No level yet is drawn as an outline.
    expect(badges[0].className).not.toBe(badges[1].className);
  });

  it('is loaded for any service', async () => {
    const call = renderWithApi(
      <ServiceLevelBadge entityRef="api:other/logs" />,
      {
        getMaturity: {
          ...levelOne,
          atRisk: {
            until: '2026-12-03T23:30:00.000Z',
            fallsTo: 0,
            criteria: [],
          },
        },
      },
    );
    expect(await screen.findByText('Level 1, at risk')).toBeInTheDocument();
    expect(sent(call, 'getMaturity')).toEqual([
      {
        params: { kind: 'api', namespace: 'other', name: 'logs' },
        query: { at: undefined },
      },
    ]);
  });

  it('keeps its room while it loads, and is nothing where it can’t be told', async () => {
    let refuse = (_error: Error) => {};
    renderWithApi(
      <main>
        <ServiceLevelBadge entityRef="component:default/logs" />
      </main>,
      {
        getMaturity: () =>
          new Promise((_, reject) => {
            refuse = reject;
          }),
      },
    );
    const main = await screen.findByRole('main');
    expect(main.querySelector('.bui-Skeleton')).toBeInTheDocument();
    await act(async () => refuse(new Error('Not found')));
    expect(main).toBeEmptyDOMElement();
  });
});
