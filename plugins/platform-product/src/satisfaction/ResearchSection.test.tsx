import {
  Research,
  ResearchList,
} from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, done, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { interview, noResearch } from '../__testUtils__/satisfaction';
import { ResearchSection } from './ResearchSection';

const listOf = (
  items: Partial<Research>[],
  more: Partial<ResearchList> = {},
): ResearchList => ({
  ...noResearch,
  items: items.map((item, index) => ({
    ...interview,
    id: `2f0c1a2e-0000-4000-8000-00000000000${index + 1}`,
    ...item,
  })),
  totalItems: items.length,
  ...more,
});

const renderLog = (
  list: ResearchList = listOf([{}]),
  options: { canWrite?: boolean; answers?: Answers } = {},
) =>
  renderWithApi(
    <ResearchSection
      entityRef="component:default/logs"
      canWrite={options.canWrite ?? true}
    />,
    { listResearch: list, ...options.answers },
  );

const section = () => screen.findByRole('region', { name: 'Listening' });
const queries = (call: ReturnType<typeof renderLog>) =>
  sent(call, 'listResearch');

// Already the 21st in Kolkata.
beforeEach(() => letItBe('2026-11-20T20:00:00.000Z', { zone: 'Asia/Kolkata' }));

describe('the research log', () => {
  it('keeps its shape while it loads', async () => {
    renderLog(undefined, { answers: { listResearch: undefined } });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderLog(undefined, {
      answers: {
        listResearch: () =>
          isAway ? new Error('The database is away') : noResearch,
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The research log could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section()).toBeInTheDocument();
  });

  it.each([
    [false, 'The team has not logged how else it listens.', []],
    [
      true,
      'Interviews, days spent with users, try-outs of your own product, surveys, metrics reviews: with two kinds in 180 days, the maturity criterion for listening is met.',
      ['Add to the log'],
    ],
  ])('is empty, which is said (team: %s)', async (canWrite, text, buttons) => {
    renderLog(noResearch, { canWrite });
    const part = await section();
    expect(part).toHaveTextContent(text);
    expect(buttonsIn(part)).toEqual(buttons);
  });

  it('says when and how the team has listened, and what came of it', async () => {
    renderLog(
      listOf(
        [
          {
            kind: 'try-out',
            team: 'Checkout',
            follows: 'A bigger field.',
            link: 'https://example.com/notes',
          },
          { kind: 'embed', date: '2026-03-01' },
        ],
        { recent: { survey: 1, 'try-out': 2, embed: 0 } },
      ),
      { canWrite: false },
    );
    const part = await section();
    expect(part).toHaveTextContent(
      'In 180 days: try-out of our own product 2 · survey 1',
    );
    expect(
      within(part)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'try-out of our own product · Checkout · Nov 3, 2026Nobody finds the search.What follows: A bigger field.read more',
      'embedding with users · Mar 1, 2026Nobody finds the search.',
    ]);
    expect(screen.getByText('read more')).toHaveAttribute(
      'href',
      'https://example.com/notes',
    );
    expect(buttonsIn(part)).toEqual([]);
  });

  it('says that nothing of it is new', async () => {
    renderLog(listOf([{}], { recent: {} }));
    expect(await section()).toHaveTextContent('Nothing in the last 180 days');
  });

  it('shows more by and by, to the last one', async () => {
    const call = renderLog(undefined, {
      answers: {
        listResearch: ({ query }) =>
          listOf([{}], { totalItems: Number(query?.limit) < 20 ? 2 : 1 }),
      },
    });
    await waitFor(async () =>
      expect(await section()).toHaveTextContent('1 of 2 are shown. Show more'),
    );
    fireEvent.click(screen.getByText('Show more'));
    await waitFor(() =>
      expect(screen.queryByText('Show more')).not.toBeInTheDocument(),
    );
    expect(queries(call)).toEqual(
      ['10', '20'].map(limit => ({ params, query: { limit } })),
    );
  });

  it('asks before anything is removed, once, and looks again', async () => {
    const call = renderLog(listOf([{}, {}]), {
      answers: { removeResearch: done },
    });
    await section();
    fireEvent.click(screen.getAllByText('Remove')[1]);
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Remove this from the log?' }),
    );
    expect(
      dialog.getByText(
        'The entry is deleted and no longer counts as listening.',
      ),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([]);
    pressTwice(dialog.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('Removed.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'removeResearch',
        { params: { id: '2f0c1a2e-0000-4000-8000-000000000002' } },
      ],
    ]);
    await waitFor(() => expect(queries(call)).toHaveLength(2));
  });
});

describe('adding to it', () => {
  async function openDialog(answers: Answers = {}) {
    const call = renderLog(noResearch, { answers });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Add to the log' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Add to the log' }),
    );
    return {
      call,
      dialog,
      kind: dialog.getByLabelText('Kind'),
      day: dialog.getByLabelText('Day'),
      team: dialog.getByLabelText(/^With which team/),
      learned: dialog.getByLabelText(/^What was learned/),
      follows: dialog.getByLabelText(/^What follows from it/),
      link: dialog.getByLabelText(/^Link/),
      save: dialog.getByRole('button', { name: 'Save' }),
    };
  }

  it('sends what was learned once, and looks again', async () => {
    const { call, dialog, ...fields } = await openDialog({ addResearch: done });
    expect(
      dialog.getByText(
        /Everybody who can see the service reads it\. Name teams; name people only if they agree\.$/,
      ),
    ).toBeInTheDocument();
    fireEvent.click(fields.kind);
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'interview',
      'embedding with users',
      'try-out of our own product',
      'survey',
      'metrics review',
    ]);
    fireEvent.click(options[4]);
    fill(fields.day, '2026-11-03');
    fill(fields.team, ' Checkout ');
    fill(fields.learned, ' Nobody finds the search. ');
    fill(fields.follows, ' A bigger field. ');
    fill(fields.link, ' https://example.com/notes ');
    pressTwice(fields.save);
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'addResearch',
        {
          params,
          idempotencyKey: expect.any(String),
          body: {
            kind: 'metrics-review',
            date: '2026-11-03',
            team: 'Checkout',
            learned: 'Nobody finds the search.',
            follows: 'A bigger field.',
            link: 'https://example.com/notes',
          },
        },
      ],
    ]);
    await waitFor(() => expect(queries(call)).toHaveLength(2));
  });

  it('is an interview of today unless it is said otherwise', async () => {
    const { call, day, learned, save } = await openDialog({
      addResearch: done,
    });
    expect(day).toHaveValue('2026-11-21');
    expect(day).toHaveAttribute('max', '2026-11-21');
    fill(learned, 'Nobody finds it.');
    fireEvent.click(save);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      kind: 'interview',
      date: '2026-11-21',
      team: undefined,
      learned: 'Nobody finds it.',
      follows: undefined,
      link: undefined,
    });
  });

  it('wants ten letters, a day, and a link that is one', async () => {
    const { day, learned, link, save } = await openDialog();
    fill(learned, ' 123456789 ');
    expect(save).toBeDisabled();
    fill(learned, '1234567890');
    expect(save).toBeEnabled();
    fill(day, '');
    expect(save).toBeDisabled();
    fill(day, '2026-11-03');
    fill(link, 'notes');
    expect(save).toBeDisabled();
    expect(
      screen.getByText('This is not an http(s) link.'),
    ).toBeInTheDocument();
  });

  it('counts as another act once anything was changed', async () => {
    const { call, ...fields } = await openDialog({
      addResearch: new Error('The database is away'),
    });
    const changes = [
      () => fill(fields.learned, 'Nobody finds the search.'),
      () => fill(fields.day, '2026-11-03'),
      () => fill(fields.team, 'Checkout'),
      () => fill(fields.follows, 'A bigger field.'),
      () => fill(fields.link, 'https://example.com/notes'),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      fireEvent.click(fields.save);
      await waitFor(() => expect(writes(call)).toHaveLength(index + 1));
      await waitFor(() => expect(fields.save).toBeEnabled());
    }
    const keys = writes(call).map(([, { idempotencyKey }]) => idempotencyKey);
    expect(new Set(keys).size).toBe(5);
  });

  it('loses nothing when it fails', async () => {
    const { call, learned, save } = await openDialog({
      addResearch: new Error('The database is away'),
    });
    fill(learned, 'Nobody finds the search.');
    fireEvent.click(save);
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(learned).toHaveValue('Nobody finds the search.');
    expect(queries(call)).toHaveLength(1);
  });
});
