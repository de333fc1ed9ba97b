import { Access } from '@platform-product/backstage-plugin-common';
import {
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { guide, waiver } from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { CriterionWaiver } from './CriterionWaiver';

const approved = { ...waiver, status: 'approved' } as const;

function renderWaiver(
  access: Access | undefined,
  given: typeof waiver | undefined = waiver,
  answers: Answers = {},
) {
  const onChanged = jest.fn();
  const call = renderWithApi(
    <main>
      <CriterionWaiver
        criterion={{ ...guide, waiver: given }}
        access={access}
        onChanged={onChanged}
      />
    </main>,
    answers,
  );
  return { call, onChanged };
}

const approve = 'Approve: Guide';
const deny = 'Deny: Guide';
const takeBack = 'Take back: Guide';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

describe('the waiver of a criterion', () => {
  it.each([
    [
      waiver,
      'A waiver until Dec 20, 2026 was asked for: The storage moves (olga)',
    ],
    [approved, 'Waived until Dec 20, 2026: The storage moves (olga)'],
  ])('says what was asked for, and by whom', async (given, text) => {
    renderWaiver(personas.nobody, given);
    expect(await screen.findByRole('main')).toHaveTextContent(text);
  });

  it.each<[Persona, string[], string[]]>([
    // Olga has asked for it.
    ['owner', [takeBack], [takeBack]],
    ['productManager', [takeBack], [takeBack]],
    ['steward', [approve, deny, takeBack], [takeBack]],
    ['admin', [approve, deny, takeBack], [takeBack]],
    ['reviewer', [], []],
    ['consumer', [], []],
    ['reader', [], []],
    ['nobody', [], []],
  ])('lets a %s do what they may', async (persona, pending, granted) => {
    renderWaiver(personas[persona]);
    expect(buttonsIn(await screen.findByRole('main'))).toEqual(pending);
    cleanup();
    renderWaiver(personas[persona], approved);
    expect(buttonsIn(await screen.findByRole('main'))).toEqual(granted);
  });

  it('lets nobody decide what they have asked for themselves', async () => {
    const requestedBy = personas.admin.user!;
    renderWaiver(personas.admin, { ...waiver, requestedBy });
    expect(buttonsIn(await screen.findByRole('main'))).toEqual([takeBack]);
  });

  it('offers nothing before it is known who reads', async () => {
    renderWaiver(undefined);
    expect(buttonsIn(await screen.findByRole('main'))).toEqual([]);
  });

  it('is approved once', async () => {
    const { call, onChanged } = renderWaiver(personas.steward, waiver, {
      decideWaiver: done,
    });
    pressTwice(await screen.findByRole('button', { name: approve }));
    expect(
      await screen.findByText('Approved. The level is up to date.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'decideWaiver',
        { params: { id: waiver.id }, body: { decision: 'approved' } },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is denied once, with a reason', async () => {
    const { call, onChanged } = renderWaiver(personas.steward, waiver, {
      decideWaiver: done,
    });
    fireEvent.click(await screen.findByRole('button', { name: deny }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Deny the waiver?' }),
    );
    const send = dialog.getByRole('button', { name: 'Deny' });
    expect(send).toBeDisabled();
    fill(dialog.getByLabelText(/^Why/), ' It was waived for a year. ');
    pressTwice(send);
    expect(
      await screen.findByText('Denied. The requester is notified.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'decideWaiver',
        {
          params: { id: waiver.id },
          body: { decision: 'denied', note: 'It was waived for a year.' },
        },
      ],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('says that it was denied, when and why, and offers nothing', async () => {
    renderWaiver(personas.steward, {
      ...waiver,
      status: 'denied',
      decision: 'denied',
      decidedBy: 'user:default/stella',
      decidedAt: '2026-11-19T12:00:00.000Z',
      note: 'It was waived for a year.',
    });
    const main = await screen.findByRole('main');
    expect(main).toHaveTextContent(
      'A waiver was denied on Nov 19, 2026: It was waived for a year.',
    );
    expect(buttonsIn(main)).toEqual([]);
  });

  it('says why it could not be decided, and stays', async () => {
    const { onChanged } = renderWaiver(personas.steward, waiver, {
      decideWaiver: new Error('It has expired'),
    });
    fireEvent.click(await screen.findByRole('button', { name: approve }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It has expired',
    );
    expect(screen.getByRole('button', { name: approve })).toBeEnabled();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a waiver',
      approved,
      'Take the waiver back?',
      '“Guide” will count again at once.',
    ],
    [
      'a request',
      waiver,
      'Take the request back?',
      'Nobody will decide on it, and “Guide” will still count.',
    ],
  ])('asks before %s is taken back', async (_, given, title, text) => {
    const { call, onChanged } = renderWaiver(personas.owner, given, {
      revokeWaiver: done,
    });
    fireEvent.click(await screen.findByRole('button', { name: takeBack }));
    const dialog = await screen.findByRole('dialog', { name: title });
    expect(dialog).toHaveTextContent(text);
    expect(writes(call)).toEqual([]);
    pressTwice(within(dialog).getByRole('button', { name: 'Take back' }));
    expect(
      await screen.findByText('Taken back. The level is up to date.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      ['revokeWaiver', { params: { id: waiver.id } }],
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('is kept by whoever thinks better of it', async () => {
    const { call } = renderWaiver(personas.owner, approved);
    fireEvent.click(await screen.findByRole('button', { name: takeBack }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(writes(call)).toEqual([]);
  });
});
