import { Access, Maturity } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn } from '../__testUtils__/actions';
import { done } from '../__testUtils__/answerWith';
import {
  attestation,
  guide,
  levelOne,
  vision,
  waiver,
} from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { NextLevelSection } from './NextLevelSection';

function renderNext(
  more: Partial<Maturity> = {},
  options: { access?: Access; owners?: string[] } = {},
) {
  const { owners = ['group:default/logs-team', 'group:default/shop'] } =
    options;
  const onChanged = jest.fn();
  renderWithApi(
    <NextLevelSection
      maturity={{ ...levelOne, ...more }}
      access={options.access}
      owners={owners}
      onChanged={onChanged}
    />,
    { decideWaiver: done },
  );
  return { onChanged };
}

const toReachLevelTwo = () =>
  screen.findByRole('region', { name: 'To reach level 2 · 0 of 1 met' });

const levelTwoOf = (...criteria: (typeof guide)[]): Partial<Maturity> => ({
  levels: [
    levelOne.levels[0],
    { level: 2, name: 'Contributes', reached: false, criteria },
  ],
});

describe('what the next level needs', () => {
  it('is what is missing, with what is known of it', async () => {
    renderNext(
      levelTwoOf(
        { ...guide, waiver },
        { ...guide, id: 'reviews', title: 'Reviews', state: 'waived' },
        { ...guide, id: 'asked', title: 'Asked', state: 'not-applicable' },
        { ...guide, id: 'stale', title: 'Stale', state: 'at-risk' },
      ),
    );
    const section = await screen.findByRole('region', {
      name: 'To reach level 2 · 2 of 3 met',
    });
    const items = within(section).getAllByRole('listitem');
    expect(items).toHaveLength(1);
    expect(items[0]).toHaveTextContent(
      /^2\.1GuideNot collected yetA waiver until/,
    );
  });

  it.each([
    ['owner', true],
    ['consumer', false],
  ] as const)(
    'lets a %s withdraw a word that does not count: %p',
    async (persona, may) => {
      renderNext(levelTwoOf({ ...guide, result: 'fail', attestation }), {
        access: personas[persona],
      });
      await screen.findByRole('region', { name: /^To reach level 2/ });
      expect(screen.queryByLabelText('Withdraw: Guide') !== null).toBe(may);
    },
  );

  it('is looked at again once a waiver was decided', async () => {
    const { onChanged } = renderNext(levelTwoOf({ ...guide, waiver }), {
      access: personas.steward,
    });
    fireEvent.click(await screen.findByLabelText('Approve: Guide'));
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1));
  });

  it('is one real pass where nothing is missing', async () => {
    renderNext(levelTwoOf({ ...guide, state: 'waived' }));
    expect(
      await screen.findByText(
        'Nothing is missing for level 2, but at least one of its criteria has to be met by evidence.',
      ),
    ).toBeInTheDocument();
  });

  it('is nothing on the highest level', async () => {
    renderNext({ level: 2 });
    const section = await screen.findByRole('region', {
      name: 'Nothing left to reach',
    });
    expect(section).toHaveTextContent(
      'This is the highest level. Keep the evidence fresh to stay here.',
    );
    expect(buttonsIn(section)).toEqual(['What if…']);
  });

  it.each<[Persona, string[], boolean]>([
    ['owner', ['What if…', 'Ask for a waiver: Guide', 'Attest: Guide'], false],
    [
      'productManager',
      ['What if…', 'Ask for a waiver: Guide', 'Attest: Guide'],
      false,
    ],
    ['admin', ['What if…', 'Ask for a waiver: Guide', 'Attest: Guide'], false],
    ['steward', ['What if…'], true],
    ['reviewer', ['What if…'], true],
    ['consumer', ['What if…'], true],
    ['reader', ['What if…'], true],
    ['nobody', ['What if…'], true],
  ])(
    'offers a %s buttons or tells whom to ask',
    async (persona, buttons, asks) => {
      renderNext({}, { access: personas[persona] });
      const section = await toReachLevelTwo();
      expect(buttonsIn(section)).toEqual(buttons);
      const whom = within(section).queryByText(
        /^To change something here, ask/,
      );
      expect(whom?.textContent).toBe(
        asks ? 'To change something here, ask logs-team, shop' : undefined,
      );
    },
  );

  it.each([
    ['it is known who reads', undefined, ['group:default/logs-team']],
    ['somebody owns it', personas.consumer, []],
  ])('names nobody before %s', async (_, access, owners) => {
    renderNext({}, { access, owners });
    await toReachLevelTwo();
    expect(screen.queryByText(/ask/)).not.toBeInTheDocument();
  });
});

describe('what if', () => {
  const maturity: Partial<Maturity> = {
    levels: [
      {
        level: 1,
        name: 'Builds',
        reached: true,
        criteria: [
          vision,
          { ...vision, id: 'asked', title: 'Asked', state: 'waived' },
          { ...vision, id: 'stale', title: 'Stale', state: 'at-risk' },
        ],
      },
      {
        level: 2,
        name: 'Contributes',
        reached: false,
        criteria: [
          guide,
          {
            ...guide,
            id: 'forge',
            title: 'Forge',
            state: 'not-applicable',
          },
        ],
      },
    ],
  };
  const box = (name: string) => screen.getByRole('checkbox', { name });
  const answer = () =>
    within(screen.getByRole('dialog')).getByRole('status').textContent;

  async function open() {
    renderNext(maturity);
    fireEvent.click(await screen.findByRole('button', { name: 'What if…' }));
    await screen.findByRole('dialog', { name: 'What if' });
  }

  it('begins with what holds', async () => {
    await open();
    expect(box('Vision')).toBeChecked();
    expect(box('Asked')).toBeChecked();
    expect(box('Stale')).toBeChecked();
    expect(box('Guide')).not.toBeChecked();
    expect(box('Forge')).toBeDisabled();
    expect(answer()).toBe('Then the level is 1 · Builds');
    expect(
      screen.getByRole('group', { name: 'Level 2 · Contributes' }),
    ).toContainElement(box('Guide'));
  });

  it('answers with the level that would follow, up and down', async () => {
    await open();
    fireEvent.click(box('Guide'));
    expect(answer()).toBe('Then the level is 2 · Contributes');
    fireEvent.click(box('Asked'));
    expect(answer()).toBe('Then the level is 0');
    fireEvent.click(box('Asked'));
    expect(answer()).toBe('Then the level is 2 · Contributes');
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(box('Guide')).not.toBeChecked();
    expect(answer()).toBe('Then the level is 1 · Builds');
  });

  it('is left by its button and by Escape', async () => {
    await open();
    fireEvent.click(screen.getByText('Close'));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    fireEvent.click(screen.getByRole('button', { name: 'What if…' }));
    fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape' });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
