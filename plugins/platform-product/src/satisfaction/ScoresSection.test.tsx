import {
  FeatureScore,
  Satisfaction,
  ScoreChange,
} from '@platform-product/backstage-plugin-common';
import { ratedFeatures } from '@platform-product/backstage-plugin-common/rules';
import { fireEvent, screen, within } from '@testing-library/react';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import {
  hiddenScores,
  noScores,
  round,
  score,
  shownScores,
} from '../__testUtils__/satisfaction';
import { ScoresSection } from './ScoresSection';

function renderScores(satisfaction: Satisfaction) {
  renderWithApi(
    <ScoresSection satisfaction={satisfaction} action={<button>Act</button>} />,
    {},
  );
}

const section = (name = 'Scores of 2026-Q3') =>
  screen.findByRole('region', { name });

const withFeature = (more: Partial<FeatureScore>): Satisfaction => ({
  ...shownScores,
  features: [
    { feature: 'usability', state: 'shown', score, history: [], ...more },
  ],
});

/** The text of the only feature, after its name. */
async function lineOf(satisfaction: Satisfaction): Promise<string> {
  renderScores(satisfaction);
  const [item] = within(await section()).getAllByRole('listitem');
  return item.textContent!.replace(/^Usability/, '');
}

describe('scores that can’t be seen', () => {
  it.each([
    [
      'hidden',
      hiddenScores,
      'Hidden for privacy',
      'Scores appear some time after 5 people have answered: for each of five features, how many rate it positively and what has changed.',
    ],
    [
      'hidden, between rounds',
      { ...hiddenScores, round: undefined },
      'Hidden for privacy',
      'Scores appear here once a round of ratings has begun.',
    ],
    [
      'not there',
      noScores,
      'Nobody was asked yet',
      'Scores appear here once a round of ratings has begun.',
    ],
    [
      'not there, in a round',
      { ...noScores, round },
      'Nobody was asked yet',
      'Anyone who uses it can still rate it. Scores appear some time after 5 people have answered.',
    ],
  ])('are told from each other: %s', async (_, satisfaction, title, text) => {
    renderScores(satisfaction);
    expect((await section('Scores')).textContent).toBe(
      `ScoresAct${title}${text}`,
    );
  });
});

describe('scores', () => {
  it('come with who has answered', async () => {
    renderScores(shownScores);
    const part = await section();
    expect(part).toHaveTextContent(
      '21 of 60 who use it answered everything (35%) · 4 more answered in part',
    );
    expect(screen.getByRole('button', { name: 'Act' })).toBeInTheDocument();
  });

  it('do not speak of those who left something out where there are none', async () => {
    renderScores({
      ...shownScores,
      participation: { ...shownScores.participation!, partial: 0 },
    });
    expect(
      (await screen.findByText(/who use it answered everything/)).textContent,
    ).toBe('21 of 60 who use it answered everything (35%)');
  });

  it('come feature by feature, with their base and interval', async () => {
    renderScores(shownScores);
    const items = within(await section()).getAllByRole('listitem');
    expect(items.map(item => item.querySelector('h3')!.textContent)).toEqual([
      'Leverage',
      'Usability',
      'Reliability',
      'Cost',
      'Latency',
    ]);
    expect(items[0]).toHaveTextContent('74% positive (17 of 23) (54%–87%)');
    const bar = items[0].querySelector('[style]') as HTMLElement;
    expect(Number.parseFloat(bar.style.width)).toBeCloseTo(73.9);
  });

  const change: ScoreChange = {
    since: '2026-Q2',
    difference: 0.204,
    low: 0.051,
    high: 0.334,
    direction: 'up',
  };
  const score74 = '74% positive (17 of 23) (54%–87%)';

  it.each<[string, Partial<FeatureScore>, string]>([
    ['nothing of the past', {}, ''],
    ['a rise', { change }, '20 points more than in 2026-Q2 (5 to 33)'],
    [
      'a rise by one point',
      { change: { ...change, difference: 0.01, low: 0.001, high: 0.02 } },
      '1 point more than in 2026-Q2 (0 to 2)',
    ],
    [
      // From the end that is nearer to nothing.
      'a fall',
      {
        change: {
          ...change,
          direction: 'down',
          difference: -0.204,
          low: -0.334,
          high: -0.051,
        },
      },
      '20 points less than in 2026-Q2 (5 to 33)',
    ],
    [
      'no change',
      { change: { ...change, direction: 'none' } },
      'no detectable change since 2026-Q2',
    ],
    [
      'a trend upwards',
      { trend: { rounds: 8, slope: 0.01, p: 0.01, direction: 'up' } },
      'rising over 8 rounds',
    ],
    [
      'a trend downwards, beside a change',
      {
        change,
        trend: { rounds: 9, slope: -0.01, p: 0.01, direction: 'down' },
      },
      '20 points more than in 2026-Q2 (5 to 33)falling over 9 rounds',
    ],
    [
      'no trend',
      { trend: { rounds: 8, slope: 0, p: 0.6, direction: 'none' } },
      '',
    ],
  ])('tell %s', async (_, more, text) => {
    expect(await lineOf(withFeature(more))).toBe(`${score74}${text}`);
  });

  it('have an icon of their own for up and for down, and none for nothing', async () => {
    const features: FeatureScore[] = (['up', 'down', 'none'] as const).map(
      (direction, index) => ({
        feature: ratedFeatures[index],
        state: 'shown',
        score,
        change: { ...change, direction },
        history: [],
      }),
    );
    renderScores({ ...shownScores, features });
    const [up, down, none] = within(await section())
      .getAllByRole('listitem')
      .map(item => item.querySelector('svg')?.innerHTML);
    expect(up).toBeDefined();
    expect(down).toBeDefined();
    expect(up).not.toBe(down);
    expect(none).toBeUndefined();
  });

  it.each<[string, Satisfaction, string, boolean]>([
    [
      'hidden in an open round',
      withFeature({ state: 'hidden', score: undefined }),
      'Hidden for privacy: it takes 5 ratings to show any',
      true,
    ],
    [
      'hidden in a round that is over',
      {
        ...withFeature({ state: 'hidden', score: undefined }),
        round: undefined,
      },
      'Hidden for privacy: too few ratings',
      true,
    ],
    [
      'never asked',
      withFeature({ state: 'none', score: undefined }),
      'Not asked yet',
      false,
    ],
  ])('tell what is hidden: %s', async (_, satisfaction, text, hasIcon) => {
    expect(await lineOf(satisfaction)).toBe(text);
    const [item] = screen.getAllByRole('listitem');
    expect(Boolean(item.querySelector('svg'))).toBe(hasIcon);
  });

  it.each<[string, Satisfaction['comments'], string, string]>([
    [
      'hidden',
      { state: 'hidden', items: [] },
      '2026-Q4',
      'Hidden for privacy until 10 people have answered.',
    ],
    [
      'hidden, of a round that is over',
      { state: 'hidden', items: [] },
      '2026-Q3',
      'Hidden for privacy: too few have answered.',
    ],
    [
      'none',
      { state: 'none', items: [] },
      '2026-Q3',
      'Nobody has left a comment.',
    ],
    [
      'none that may be shown',
      { state: 'shown', items: [] },
      '2026-Q3',
      'Nobody has left a comment.',
    ],
    [
      'shown',
      { state: 'shown', items: ['Fast enough', 'Needs a manual'] },
      '2026-Q3',
      'Fast enoughNeeds a manual',
    ],
  ])('come with comments: %s', async (_, comments, scoresOf, text) => {
    renderScores({ ...shownScores, features: [], comments, scoresOf });
    await section(`Scores of ${scoresOf}`);
    expect(screen.getByText('Comments').nextElementSibling!.textContent).toBe(
      text,
    );
  });
});

describe('the scores in numbers', () => {
  const past = (roundId: string, n: number, share: number) => ({
    roundId,
    n,
    share,
    low: 0.1,
    high: 0.9,
  });

  async function tables(features: FeatureScore[]) {
    renderScores({ ...shownScores, features });
    await section();
    fireEvent.click(screen.getByText('The same in numbers'));
    return (await screen.findAllByRole('table')).map(table =>
      within(table)
        .getAllByRole('row')
        .map(row => [...row.children].map(cell => cell.textContent)),
    );
  }

  it('tell how often each rating was given, and the mean', async () => {
    expect(await tables([...shownScores.features].slice(2, 4))).toEqual([
      [
        ['Feature', '1', '2', '3', '4', '5', 'Adjusted mean (95%)'],
        ['Reliability', '1', '2', '3', '8', '9', '3.9 (3.5–4.3)'],
      ],
    ]);
    expect(
      screen.getByRole('table', { name: 'How often each rating was given' }),
    ).toBeInTheDocument();
  });

  it('tell earlier rounds, the newest first', async () => {
    const [, history] = await tables([
      {
        feature: 'usability',
        state: 'shown',
        score,
        history: [past('2026-Q1', 5, 0.6), past('2026-Q3', 23, 0.739)],
      },
      {
        feature: 'cost',
        state: 'hidden',
        history: [past('2026-Q2', 8, 0.25), past('2026-Q3', 9, 0)],
      },
    ]);
    expect(history).toEqual([
      ['Feature', '2026-Q3', '2026-Q2', '2026-Q1'],
      ['Usability', '74% of 23', 'hidden', '60% of 5'],
      ['Cost', '0% of 9', '25% of 8', 'hidden'],
    ]);
    expect(
      screen.getByRole('table', { name: 'Share of good ratings by round' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('img', {
        name: 'Share of good ratings by round; the table has the numbers',
      }),
    ).toBeInTheDocument();
  });

  it('are neither drawn nor listed for one round alone', async () => {
    expect(
      await tables([
        {
          feature: 'usability',
          state: 'shown',
          score,
          history: [past('2026-Q3', 23, 0.739)],
        },
      ]),
    ).toHaveLength(1);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
