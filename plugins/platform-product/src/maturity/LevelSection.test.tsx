import {
  Access,
  defaultLadder,
  Maturity,
} from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill } from '../__testUtils__/actions';
import { done } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { guide, levelOne, vision } from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { LevelSection } from './LevelSection';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

function renderLevel(
  more: Partial<Maturity> = {},
  access: Access = personas.consumer,
) {
  const onChanged = jest.fn();
  renderWithApi(
    <LevelSection
      maturity={{ ...levelOne, ...more }}
      access={access}
      onChanged={onChanged}
    />,
    { attest: done },
  );
  return { onChanged };
}

const section = (name = 'Level 1 · Builds') =>
  screen.findByRole('region', { name });

const steps = async () =>
  within(await screen.findByRole('list'))
    .getAllByRole('listitem')
    .map(step => ({
      text: step.textContent,
      hasIcon: Boolean(step.querySelector('svg')),
      isCurrent: step.getAttribute('aria-current') === 'step',
    }));

const threeLevels = (level: number): Partial<Maturity> => ({
  level,
  levels: [
    { level: 1, name: 'Builds', reached: level > 0, criteria: [vision] },
    {
      level: 2,
      name: 'Contributes',
      reached: level > 1,
      criteria: [guide, { ...guide, id: 'waived', state: 'waived' }],
    },
    {
      level: 3,
      name: 'Reviews',
      reached: level > 2,
      criteria: [
        guide,
        { ...guide, id: 'other' },
        { ...guide, id: 'stale', state: 'at-risk' },
      ],
    },
  ],
});

describe('the level at a glance', () => {
  it.each([
    [0, 'For you: this platform does not meet level 1 yet.'],
    [1, 'For you: the team builds this platform and listens to its users.'],
    [2, 'For you: changes from your team are welcome, and the platform team'],
    [3, 'For you: changes from your team are welcome, reviews come in time'],
  ])('says what level %d means for who uses it', async (level, text) => {
    renderLevel({
      level,
      levels: defaultLadder.levels.map(definition => ({
        ...definition,
        reached: definition.level <= level,
        criteria: [],
      })),
    });
    expect(await screen.findByText(new RegExp(`^${text}`))).toBeInTheDocument();
  });

  it('says of a ladder of one’s own what its configuration says', async () => {
    const [first, second] = levelOne.levels;
    renderLevel({
      levels: [{ ...first, description: 'We build, and ask.' }, second],
    });
    expect(await section()).toHaveTextContent('We build, and ask.');
  });

  it('says which it is, and when that was found', async () => {
    renderLevel();
    expect(await section()).toHaveTextContent('Assessed 1 hour ago');
  });

  it('says so where it is none yet', async () => {
    renderLevel({ level: 0, levelWithoutWaivers: 0, measuredLevel: 0 });
    expect(
      await section('Level 0 · On the way to level 1'),
    ).toBeInTheDocument();
  });

  it('shows what was reached, where one is and what is left', async () => {
    renderLevel(threeLevels(1));
    expect(await steps()).toEqual([
      { text: '1 Buildsyou are here', hasIcon: true, isCurrent: true },
      { text: '2 Contributesnext · 1 left', hasIcon: false, isCurrent: false },
      { text: '3 Reviews2 left', hasIcon: false, isCurrent: false },
    ]);
  });

  it('marks the levels below with a word and an icon', async () => {
    renderLevel(threeLevels(2));
    expect(await steps()).toMatchObject([
      { text: '1 Buildsreached', hasIcon: true, isCurrent: false },
      { text: '2 Contributesyou are here', isCurrent: true },
      { text: '3 Reviewsnext · 2 left' },
    ]);
  });

  it('calls level 1 the next one of a service without a level', async () => {
    renderLevel(threeLevels(0));
    expect((await steps())[0]).toMatchObject({
      text: '1 Buildsnext · 0 left',
      isCurrent: false,
    });
  });

  it.each<[string, Partial<Maturity>, string | undefined]>([
    ['nothing where all agree', {}, undefined],
    [
      'what it would be without waivers',
      { levelWithoutWaivers: 0, measuredLevel: 0 },
      'Level 1 · 0 without waivers',
    ],
    [
      'what it would be by measurement alone',
      { measuredLevel: 0 },
      'Level 1 · 0 by measurement alone',
    ],
    [
      'nothing where the team declares the same',
      { declaredLevel: 1 },
      undefined,
    ],
    [
      'what the team declares',
      { declaredLevel: 3 },
      'Level 1 · the team declares 3',
    ],
    [
      'that the team declares none',
      { declaredLevel: 0 },
      'Level 1 · the team declares 0',
    ],
    [
      'both',
      { levelWithoutWaivers: 0, measuredLevel: 0, declaredLevel: 2 },
      'Level 1 · 0 without waivers · the team declares 2',
    ],
  ])('says %s', async (_, more, text) => {
    renderLevel(more);
    await section();
    expect(screen.queryByText(/^Level \d · \d|declares/)?.textContent).toBe(
      text,
    );
  });

  it('says which collectors failed, and that old evidence stays', async () => {
    renderLevel({
      failedCollectors: [
        { collector: 'on-call', failedAt: '2026-11-20T09:00:00.000Z' },
        { collector: 'research', failedAt: '2026-11-20T09:00:00.000Z' },
      ],
    });
    expect(
      await screen.findByText(
        'Could not be refreshed since 3 hours ago: on-call, research. The last known evidence is shown.',
      ),
    ).toBeInTheDocument();
  });

  it('warns of nothing where nothing is at risk', async () => {
    renderLevel();
    await section();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('a level at risk', () => {
  const stale = { ...vision, title: 'Listening', state: 'at-risk' } as const;
  const atRisk: Partial<Maturity> = {
    atRisk: {
      until: '2026-12-03T23:30:00.000Z',
      fallsTo: 0,
      criteria: ['listening', 'asked'],
    },
    levels: [
      {
        level: 1,
        name: 'Builds',
        reached: true,
        criteria: [
          { ...stale, id: 'listening' },
          { ...vision, id: 'vision' },
          { ...stale, id: 'asked', title: 'Asked' },
        ],
      },
      levelOne.levels[1],
    ],
  };

  it('says what went stale, what that leads to, and when', async () => {
    renderLevel(atRisk);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'At risk: “Listening”, “Asked” went stale. Without new evidence the level drops to 0 on Dec 4, 2026.',
    );
    expect(screen.getByText('you are here, at risk')).toBeInTheDocument();
  });

  it.each<[Persona, string[]]>([
    [
      'owner',
      [
        'Ask for a waiver: Listening',
        'Attest: Listening',
        'Ask for a waiver: Asked',
        'Attest: Asked',
      ],
    ],
    ['steward', []],
    ['consumer', []],
    ['nobody', []],
  ])('offers a %s what they can do about it', async (persona, buttons) => {
    renderLevel(atRisk, personas[persona]);
    expect(buttonsIn(await screen.findByRole('alert'))).toEqual(buttons);
  });

  it('is looked at again once somebody has attested', async () => {
    const { onChanged } = renderLevel(atRisk, personas.owner);
    fireEvent.click(await screen.findByLabelText('Attest: Asked'));
    const dialog = within(await screen.findByRole('dialog'));
    fill(dialog.getByLabelText(/What holds/), 'Two teams read it.');
    fireEvent.click(dialog.getByRole('button', { name: 'Attest' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
  });
});
