import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buttonsIn, fill, pick, pressTwice } from '../__testUtils__/actions';
import { Answers, done, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { logs, params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import {
  alerts,
  archive,
  listOf,
  querying,
  roadmapOf,
  sampling,
} from '../__testUtils__/updates';
import { RoadmapSection } from './RoadmapSection';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

const whole = roadmapOf(archive, sampling, alerts, querying);

function renderRoadmap(
  options: {
    answers?: Answers;
    canWrite?: boolean;
    onWritePost?: (draft: { title: string; text: string }) => void;
    route?: string;
  } = {},
) {
  const { answers, canWrite = false, onWritePost, route } = options;
  return renderWithApi(
    <RoadmapSection
      entity={logs}
      canWrite={canWrite}
      onWritePost={onWritePost}
    />,
    { getRoadmap: whole, ...answers },
    { route },
  );
}

const column = (name: string) => screen.findByRole('region', { name });
const card = (name: string) => screen.findByRole('row', { name });
const dialog = async () => within(await screen.findByRole('dialog'));
const titlesIn = async (name: string) =>
  within(await column(name))
    .queryAllByRole('heading', { level: 4 })
    .map(({ textContent }) => textContent);
async function choose(item: RoadmapItem, text: string) {
  fireEvent.click(await screen.findByLabelText(`Move to…: ${item.title}`));
  fireEvent.click(await screen.findByRole('menuitem', { name: text }));
}

describe('a roadmap', () => {
  it('keeps its shape while it loads', async () => {
    renderRoadmap({ answers: { getRoadmap: undefined } });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderRoadmap({
      answers: {
        getRoadmap: () => (isAway ? new Error('The database is away') : whole),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The roadmap could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText(archive.title)).toBeInTheDocument();
  });

  it('says what it is for where nothing is on it', async () => {
    renderRoadmap({ answers: { getRoadmap: roadmapOf() } });
    expect(
      await screen.findByText(/^Nothing is on its roadmap yet/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('tells its team what it is for, and where to begin', async () => {
    renderRoadmap({ answers: { getRoadmap: roadmapOf() }, canWrite: true });
    expect(
      await screen.findByText(/^Say here what you work on/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Add to the roadmap' }),
    ).toBeInTheDocument();
  });

  it('shows what is now, next, later and shipped, and where it came from', async () => {
    renderRoadmap();
    expect(await titlesIn('Now 2')).toEqual([archive.title, sampling.title]);
    expect(await titlesIn('Next 1')).toEqual([alerts.title]);
    expect(await column('Later')).toHaveTextContent(
      'Nothing is planned for later.',
    );
    const [first] = within(await column('Now 2')).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'For LeverageCuts KTLOFrom 1 requestKeep logs longer',
    );
    expect(
      within(first).getByRole('link', { name: 'Keep logs longer' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /\/satisfaction\?feedback=5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11$/,
      ),
    );
    expect(within(first).getByText('See the work')).toHaveAttribute(
      'href',
      archive.link,
    );
    // Whoever can't change it has nothing to press but to read on.
    expect(buttonsIn(document.body)).toEqual([
      `More about it: ${archive.title}`,
    ]);
  });

  it.each([
    [querying.moved, 'Usability +20 points since 2026-Q1 (5 to 33)'],
    [
      {
        state: 'down',
        change: {
          ...querying.moved!.change!,
          difference: -0.2,
          low: -0.33,
          high: -0.05,
          direction: 'down',
        },
      },
      'Usability −20 points since 2026-Q1 (5 to 33)',
    ],
    [
      {
        state: 'none',
        change: { ...querying.moved!.change!, low: -0.05, direction: 'none' },
      },
      'Usability: no detectable change since 2026-Q1 (−5 to 33 points)',
    ],
    [
      { state: 'not-yet' },
      'Usability: whether it has moved shows after the next round of ratings',
    ],
    [
      { state: 'hidden' },
      'Usability: hidden for privacy, since too few have rated it',
    ],
    [
      { state: 'nothing-before' },
      'Usability: there is no score from before to compare with',
    ],
  ] as Array<[RoadmapItem['moved'], string]>)(
    'tells of what has shipped whether a score has moved: %j',
    async (moved, text) => {
      renderRoadmap({
        answers: { getRoadmap: roadmapOf({ ...querying, moved }) },
      });
      expect(await column('Shipped 1')).toHaveTextContent(
        `Shipped 1A query languageShipped 5 months ago${text}`,
      );
    },
  );

  it('leads the eye to what a notification is about', async () => {
    renderRoadmap({ route: `/?roadmap=${alerts.id}` });
    const item = (await screen.findByText(alerts.title)).closest('li')!;
    await waitFor(() => expect(item).toHaveFocus());
  });

  it('shows more of what has shipped', async () => {
    const call = renderRoadmap({
      answers: { getRoadmap: { items: [querying], totalShipped: 12 } },
    });
    fireEvent.click(await screen.findByText('Show more'));
    await waitFor(() =>
      expect(sent(call, 'getRoadmap').map(({ query }) => query)).toEqual([
        { shipped: 10 },
        { shipped: 20 },
      ]),
    );
  });
});

describe('the team of a roadmap', () => {
  it('adds an item once, with the feedback that it comes from', async () => {
    const feedback = {
      ...archive.feedback[0],
      entityRef: archive.entityRef,
      visibility: 'public' as const,
      at: archive.createdAt,
      version: 1,
      status: 'open' as const,
      votes: 2,
      hasMyVote: false,
      replies: [],
    };
    const call = renderRoadmap({
      canWrite: true,
      answers: {
        listFeedback: { ...listOf(feedback), counts: { open: 1 } },
        addRoadmapItem: archive,
      },
    });
    fireEvent.click(await screen.findByText('Add to the roadmap'));
    const asked = await dialog();
    const submit = asked.getByRole('button', { name: 'Add' });
    expect(submit).toBeDisabled();
    fill(asked.getByLabelText(/^What is it/), 'An archive');
    fill(asked.getByLabelText(/^Link to the work/), 'http://example.com');
    expect(asked.getByText(/^Write an https link/)).toBeInTheDocument();
    expect(submit).toBeDisabled();
    fill(asked.getByLabelText(/^Link to the work/), 'https://example.com/7');
    await pick(asked.getByRole('button', { name: /Which rating/ }), 'Cost');
    await pick(
      asked.getByRole('button', { name: /Which feedback/ }),
      'Keep logs longer',
    );
    pressTwice(submit);
    expect(
      await screen.findByText('It is on the roadmap.'),
    ).toBeInTheDocument();
    expect(writes(call).map(([, input]) => input)).toEqual([
      {
        params,
        body: {
          title: 'An archive',
          feature: 'cost',
          feedbackIds: [archive.feedback[0].id],
          link: 'https://example.com/7',
          cutsKtlo: false,
          isDraft: false,
          stage: 'now',
        },
        idempotencyKey: expect.any(String),
      },
    ]);
  });

  it('edits an item by the version that it has seen', async () => {
    const call = renderRoadmap({
      canWrite: true,
      answers: { changeRoadmapItem: archive, listFeedback: undefined },
    });
    fireEvent.click(await screen.findByLabelText(`Edit: ${archive.title}`));
    const asked = await dialog();
    fill(asked.getByLabelText(/^What is it/), 'Keep logs for two years');
    await act(async () => fireEvent.click(asked.getByText('Save')));
    expect(sent(call, 'changeRoadmapItem')).toEqual([
      {
        params: { id: archive.id },
        body: expect.objectContaining({
          title: 'Keep logs for two years',
          feedbackIds: [archive.feedback[0].id],
          version: archive.version,
        }),
      },
    ]);
  });

  it('moves an item by its menu, at once', async () => {
    let answer = (_: RoadmapItem) => {};
    const call = renderRoadmap({
      canWrite: true,
      answers: {
        moveRoadmapItem: () =>
          new Promise<RoadmapItem>(resolve => {
            answer = resolve;
          }),
      },
    });
    await choose(archive, 'Move to next');
    // The backend has not answered yet.
    expect(await titlesIn('Next 2')).toEqual([alerts.title, archive.title]);
    await act(async () =>
      answer({ ...archive, stage: 'next', version: archive.version + 1 }),
    );
    expect(
      screen.getByText(`“${archive.title}” is in Next now.`),
    ).toBeInTheDocument();
    expect(sent(call, 'moveRoadmapItem')).toEqual([
      {
        params: { id: archive.id },
        body: { version: archive.version, stage: 'next' },
      },
    ]);
  });

  it.each([
    [sampling, 'Move up', { version: 1, stage: 'now', before: archive.id }],
    [archive, 'Move down', { version: 3, stage: 'now' }],
  ])(
    'moves an item within its column by its menu',
    async (item, text, body) => {
      const call = renderRoadmap({
        canWrite: true,
        answers: { moveRoadmapItem: item },
      });
      await choose(item, text);
      expect(sent(call, 'moveRoadmapItem').map(one => one.body)).toEqual([
        body,
      ]);
    },
  );

  it('keeps one move on the page while another one is answered', async () => {
    const answers = new Map<string, (item: RoadmapItem) => void>();
    let current = whole;
    renderRoadmap({
      canWrite: true,
      answers: {
        getRoadmap: () => current,
        moveRoadmapItem: ({ params: { id } }) =>
          new Promise<RoadmapItem>(resolve => {
            answers.set(id, resolve);
          }),
      },
    });
    await choose(archive, 'Move to next');
    await choose(sampling, 'Move to later');
    const moved = { ...archive, stage: 'next' as const, version: 4 };
    current = roadmapOf(sampling, alerts, moved, querying);
    await act(async () => answers.get(archive.id)!(moved));
    expect(await titlesIn('Next 2')).toEqual([alerts.title, archive.title]);
    expect(await titlesIn('Later 1')).toEqual([sampling.title]);
  });

  it('puts an item back where somebody else was first, and says so', async () => {
    const call = renderRoadmap({
      canWrite: true,
      answers: {
        moveRoadmapItem: () =>
          Object.assign(new Error('Conflict'), {
            body: { error: { message: 'The item has moved meanwhile' } },
            statusCode: 409,
          }),
      },
    });
    await choose(archive, 'Move to later');
    expect(
      await screen.findByText('The item has moved meanwhile'),
    ).toBeInTheDocument();
    expect(await titlesIn('Now 2')).toEqual([archive.title, sampling.title]);
    expect(sent(call, 'getRoadmap')).toHaveLength(2);
  });

  it('drags an item by the keyboard', async () => {
    const call = renderRoadmap({
      canWrite: true,
      answers: { moveRoadmapItem: archive },
    });
    const handle = await screen.findByRole('button', {
      name: `Drag “${archive.title}”`,
    });
    act(() => handle.focus());
    await userEvent.keyboard('{Enter}');
    // To the next column, and there to its end.
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName(
      `Insert after ${alerts.title}`,
    );
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(sent(call, 'moveRoadmapItem')).toEqual([
        {
          params: { id: archive.id },
          body: { version: archive.version, stage: 'next' },
        },
      ]),
    );
  });

  it('says who is told before it ships, and offers a post afterwards', async () => {
    const onWritePost = jest.fn();
    const call = renderRoadmap({
      canWrite: true,
      onWritePost,
      answers: {
        getRoadmap: roadmapOf({ ...archive, toTell: 2 }),
        moveRoadmapItem: { ...archive, stage: 'shipped' },
      },
    });
    await choose(archive, 'Ship…');
    const asked = await dialog();
    expect(
      asked.getByText(/^2 people asked for it and are told now, once/),
    ).toBeInTheDocument();
    pressTwice(asked.getByText('Ship it'));
    expect(await screen.findByText('Shipped.')).toBeInTheDocument();
    expect(sent(call, 'moveRoadmapItem')).toEqual([
      {
        params: { id: archive.id },
        body: { version: archive.version, stage: 'shipped' },
      },
    ]);
    fireEvent.click(await screen.findByText('Write a post about it'));
    expect(onWritePost).toHaveBeenCalledWith({
      title: archive.title,
      text: 'In an **archive**.\n\n[See the work](https://example.com/7)\n\nThank you to all who asked for it.',
    });
  });

  it('offers no post where nobody takes it, and ships no draft', async () => {
    renderRoadmap({
      canWrite: true,
      answers: {
        getRoadmap: roadmapOf(archive, { ...sampling, isDraft: true }),
        moveRoadmapItem: archive,
      },
    });
    expect(await card(sampling.title)).toHaveTextContent(
      'Draft, which only its team sees',
    );
    fireEvent.click(
      await screen.findByLabelText(`Move to…: ${sampling.title}`),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(one => one.textContent),
    ).toEqual(['Move to next', 'Move to later', 'Move up', 'Remove…']);
    await userEvent.keyboard('{Escape}');
    await choose(archive, 'Ship…');
    const asked = await dialog();
    expect(asked.getByText(/^Nobody is told/)).toBeInTheDocument();
    await act(async () => fireEvent.click(asked.getByText('Ship it')));
    expect(screen.queryByText('Write a post about it')).not.toBeInTheDocument();
  });

  it('removes an item, once it was asked whether it is meant', async () => {
    const call = renderRoadmap({
      canWrite: true,
      answers: { removeRoadmapItem: done },
    });
    await choose(alerts, 'Remove…');
    await dialog();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(await card(alerts.title)).toHaveFocus();
    await choose(alerts, 'Remove…');
    const asked = await dialog();
    expect(writes(call)).toEqual([]);
    await act(async () => fireEvent.click(asked.getByText('Remove')));
    expect(sent(call, 'removeRoadmapItem')).toEqual([
      { params: { id: alerts.id } },
    ]);
  });
});
