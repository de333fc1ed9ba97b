import {
  Feedback,
  FeedbackList,
} from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  buttonsIn,
  fill,
  pick,
  pressTwice,
  startingWith,
} from '../__testUtils__/actions';
import { Answers, done, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { noFeedback, wish } from '../__testUtils__/satisfaction';
import { FeedbackSection } from './FeedbackSection';

const idOf = (index: number) => `1f0c1a2e-0000-4000-8000-00000000000${index}`;

const listOf = (
  items: Partial<Feedback>[],
  more: Partial<FeedbackList> = {},
): FeedbackList => ({
  ...noFeedback,
  items: items.map((item, index) => ({
    ...wish,
    id: idOf(index + 1),
    ...item,
  })),
  totalItems: items.length,
  ...more,
});

function renderFeedback(options: {
  list?: FeedbackList;
  canGive?: boolean;
  canManage?: boolean;
  canBeAnonymous?: boolean;
  answers?: Answers;
  route?: string;
}) {
  const start = jest.fn();
  const call = renderWithApi(
    <FeedbackSection
      entityRef="component:default/logs"
      canGive={options.canGive ?? true}
      canManage={options.canManage ?? false}
      anonymous={options.canBeAnonymous ? { threshold: 10, start } : undefined}
    />,
    { listFeedback: options.list ?? listOf([{}]), ...options.answers },
    { route: options.route },
  );
  return { call, start };
}

const section = () => screen.findByRole('region', { name: 'Feedback' });
const items = async () => within(await section()).getAllByRole('listitem');
const press = async (name: string) =>
  fireEvent.click(
    (await screen.findAllByRole('button', { name: startingWith(name) }))[0],
  );
const openDialog = async (name: string) =>
  within(await screen.findByRole('dialog', { name }));
const queries = (call: ReturnType<typeof renderFeedback>['call']) =>
  sent(call, 'listFeedback');

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

describe('feedback', () => {
  it('has the focus where a notification has led to it', async () => {
    const list = listOf([{ title: 'Search by trace' }, { title: 'Longer' }]);
    renderFeedback({ list, route: `/?feedback=${list.items[1].id}` });
    const [first, second] = await items();
    await waitFor(() => expect(second).toHaveFocus());
    expect(second).toHaveTextContent('Longer');
    expect(first).not.toHaveAttribute('tabindex');
  });

  it('keeps its shape while it loads', async () => {
    renderFeedback({ answers: { listFeedback: undefined } });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderFeedback({
      answers: {
        listFeedback: () =>
          isAway ? new Error('The database is away') : noFeedback,
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The feedback could not be loaded.The database is away',
    );
    isAway = false;
    await press('Try again');
    expect(await section()).toBeInTheDocument();
  });

  it.each([
    [
      false,
      'No feedback yet. Others can vote for what you ask for here, and the team answers.',
    ],
    [true, 'No feedback yet. Tell your users that this is the place for it.'],
  ])('is none yet, which is said (team: %s)', async (canManage, text) => {
    renderFeedback({ list: noFeedback, canManage });
    expect(await section()).toHaveTextContent(text);
  });

  it('is counted by status, in the order of their lives', async () => {
    renderFeedback({
      list: listOf([{}], {
        counts: {
          duplicate: 1,
          completed: 9,
          open: 4,
          declined: 0,
          planned: 2,
        },
      }),
    });
    expect(
      await screen.findByText('open 4 · planned 2 · done 9 · duplicate 1'),
    ).toBeInTheDocument();
  });

  it('shows a wish with all that was said', async () => {
    renderFeedback({
      list: listOf([
        {
          text: 'It takes a minute.',
          status: 'planned',
          statusNote: 'Next quarter.',
          link: 'https://example.com/roadmap',
          replies: [
            {
              id: 'one',
              text: 'Same here.',
              by: 'user:default/carl',
              fromTeam: false,
              at: '2026-11-18T12:00:00.000Z',
            },
            {
              id: 'two',
              text: 'We look into it.',
              by: 'user:default/olga',
              fromTeam: true,
              at: '2026-11-19T12:00:00.000Z',
            },
          ],
        },
      ]),
    });
    const [item] = await items();
    expect(item.textContent).toBe(
      [
        '3Searching is slowplannedada · 19 days agoIt takes a minute.',
        'Next quarter.  read more',
        'Same here.carl · 2 days ago',
        'We look into it.olga (the team) · 1 day ago',
        'Reply',
      ].join(''),
    );
    expect(screen.getByText('read more')).toHaveAttribute(
      'href',
      'https://example.com/roadmap',
    );
  });

  it('tells by whom it is and who reads it', async () => {
    renderFeedback({
      list: listOf([
        { visibility: 'team', status: 'started' },
        { visibility: 'anonymous', author: undefined, status: 'completed' },
        { status: 'declined' },
        {
          status: 'duplicate',
          duplicateOf: idOf(5),
          title: 'Search faster',
        },
        { title: 'Keep logs for longer' },
      ]),
    });
    expect((await items()).map(({ textContent }) => textContent)).toEqual([
      '3Searching is slowstartedfor the teamada · 19 days agoReply',
      // With no date, which would tell who it is from.
      '3Searching is slowdoneanonymousReply',
      '3Searching is slowdeclinedada · 19 days agoReply',
      '3Search fasterduplicateada · 19 days ago It goes on in “Keep logs for longer”. Reply',
      '3Keep logs for longeropenada · 19 days agoReply',
    ]);
  });

  it.each([
    ['may give feedback', true, false, ['Give feedback', 'Vote', 'Reply']],
    ['runs it', true, true, ['Give feedback', 'Vote', 'Reply', 'Set status']],
    ['manages it alone', false, true, ['Set status']],
    ['reads it', false, false, []],
  ])(
    'offers whoever %s what they may do',
    async (_, canGive, canManage, buttons) => {
      renderFeedback({ canGive, canManage });
      expect(
        buttonsIn(await section()).map(name =>
          name.replace(/^Vote for.*/, 'Vote').replace(/: .*/, ''),
        ),
      ).toEqual(buttons);
      // Who may not vote sees the votes.
      expect(
        screen.getByLabelText('Vote for “Searching is slow”, 3 so far'),
      ).toHaveTextContent('3');
    },
  );

  it('shows more by and by, to the last one', async () => {
    const { call } = renderFeedback({
      answers: {
        listFeedback: ({ query }) =>
          listOf([{}], { totalItems: Number(query?.limit) < 100 ? 2 : 1 }),
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
      ['50', '100'].map(limit => ({ params, query: { limit } })),
    );
  });

  it('says nothing of more where all is shown', async () => {
    renderFeedback({});
    expect(await section()).not.toHaveTextContent('are shown');
  });
});

describe('a vote', () => {
  const vote = 'Vote for “Searching is slow”, 3 so far';

  it.each([
    [false, 'voteForFeedback', 'Your vote counts.'],
    [true, 'withdrawVote', 'Your vote is taken back.'],
  ] as const)(
    'is given or taken back once (given: %s)',
    async (hasMyVote, operation, text) => {
      const { call } = renderFeedback({
        list: listOf([{ hasMyVote }]),
        answers: { [operation]: done },
      });
      const button = await screen.findByRole('button', { name: vote });
      expect(button).toHaveAttribute('aria-pressed', `${hasMyVote}`);
      pressTwice(button);
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(writes(call)).toEqual([[operation, { params: { id: idOf(1) } }]]);
      await waitFor(() => expect(queries(call)).toHaveLength(2));
    },
  );

  it('shows by its icon, too, whether it was given', async () => {
    renderFeedback({ list: listOf([{}, { hasMyVote: true }]) });
    const [before, after] = (await items()).map(
      item => item.querySelector('svg')!.innerHTML,
    );
    expect(before).not.toBe(after);
  });
});

describe('giving feedback', () => {
  const title = () => screen.getByLabelText(/^In one line/);
  const text = () => screen.getByLabelText(/^More about it/);
  const send = () => screen.getByRole('button', { name: 'Send' });

  it('sends it once, for everybody, and lists it', async () => {
    const { call } = renderFeedback({ answers: { giveFeedback: done } });
    await press('Give feedback');
    const dialog = await openDialog('Give feedback');
    expect(
      dialog.getByText(
        'Say what is missing, or what works well. You will be told when it moves.',
      ),
    ).toBeInTheDocument();
    expect(
      within(dialog.getByRole('radiogroup', { name: 'Who reads it' }))
        .getAllByRole('radio')
        .map(radio => radio.closest('label')!.textContent),
    ).toEqual([
      'Everybody reads it, with my name',
      'Only the team reads it, with my name',
    ]);
    fill(title(), ' Search is slow ');
    fill(text(), ' It takes a minute. ');
    pressTwice(send());
    expect(
      await screen.findByText('Sent. You will be told when it moves.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'giveFeedback',
        {
          params,
          idempotencyKey: expect.any(String),
          body: {
            title: 'Search is slow',
            text: 'It takes a minute.',
            visibility: 'public',
          },
        },
      ],
    ]);
    await waitFor(() => expect(queries(call)).toHaveLength(2));
  });

  it('sends it for the team alone', async () => {
    const { call } = renderFeedback({ answers: { giveFeedback: done } });
    await press('Give feedback');
    fill(await screen.findByLabelText(/^In one line/), 'Search');
    fireEvent.click(screen.getByLabelText(/^Only the team reads it/));
    fireEvent.click(send());
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      title: 'Search',
      text: undefined,
      visibility: 'team',
    });
  });

  it('wants five letters', async () => {
    renderFeedback({});
    await press('Give feedback');
    fill(await screen.findByLabelText(/^In one line/), ' 1234 ');
    expect(send()).toBeDisabled();
    fill(title(), '12345');
    expect(send()).toBeEnabled();
  });

  it('loses nothing when it fails', async () => {
    const { call } = renderFeedback({
      answers: { giveFeedback: new Error('The database is away') },
    });
    await press('Give feedback');
    fill(await screen.findByLabelText(/^In one line/), 'Search is slow');
    fill(text(), 'It takes a minute.');
    fireEvent.click(send());
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(title()).toHaveValue('Search is slow');
    expect(text()).toHaveValue('It takes a minute.');
    expect(queries(call)).toHaveLength(1);
  });

  it('counts as another act once anything was changed', async () => {
    const { call } = renderFeedback({
      answers: { giveFeedback: new Error('The database is away') },
    });
    await press('Give feedback');
    await screen.findByLabelText(/^In one line/);
    const changes = [
      () => fill(title(), 'Search is slow'),
      () => fill(text(), 'It takes a minute.'),
      () => fireEvent.click(screen.getByLabelText(/^Only the team reads it/)),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      fireEvent.click(send());
      await waitFor(() => expect(writes(call)).toHaveLength(index + 1));
      await waitFor(() => expect(send()).toBeEnabled());
    }
    const keys = writes(call).map(([, { idempotencyKey }]) => idempotencyKey);
    expect(new Set(keys).size).toBe(3);
  });

  it('leads to the rating where nobody is to know whose it is', async () => {
    const { call, start } = renderFeedback({ canBeAnonymous: true });
    await press('Give feedback');
    fireEvent.click(
      await screen.findByLabelText(
        'Everybody reads it, and nobody knows whose it is',
      ),
    );
    const dialog = await openDialog('Give feedback');
    expect(
      dialog.getByText('Say what is missing, or what works well.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(
        /^It goes with your rating.*once 10 people have answered.*You will not be told when it moves\.$/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText(/^In one line/)).not.toBeInTheDocument();
    expect(screen.queryByText('Send')).not.toBeInTheDocument();
    fireEvent.click(dialog.getByRole('button', { name: 'Go on to my rating' }));
    expect(start).toHaveBeenCalledTimes(1);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(writes(call)).toEqual([]);
  });
});

describe('a reply', () => {
  it('is sent once, under what it is about', async () => {
    const { call } = renderFeedback({ answers: { replyToFeedback: done } });
    await press('Reply');
    const dialog = await openDialog('Reply');
    expect(dialog.getByText('Searching is slow')).toBeInTheDocument();
    const send = dialog.getByRole('button', { name: 'Send' });
    fill(dialog.getByLabelText(/^Your reply/), '   ');
    expect(send).toBeDisabled();
    fill(dialog.getByLabelText(/^Your reply/), ' Same here. ');
    pressTwice(send);
    expect(await screen.findByText('Sent.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'replyToFeedback',
        {
          params: { id: idOf(1) },
          idempotencyKey: expect.any(String),
          body: { text: 'Same here.' },
        },
      ],
    ]);
    await waitFor(() => expect(queries(call)).toHaveLength(2));
  });

  it('is not lost when it fails, and another one is another act', async () => {
    const { call } = renderFeedback({
      answers: { replyToFeedback: new Error('The database is away') },
    });
    await press('Reply');
    const dialog = await openDialog('Reply');
    fill(dialog.getByLabelText(/^Your reply/), 'Same here.');
    fireEvent.click(dialog.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(dialog.getByLabelText(/^Your reply/)).toHaveValue('Same here.');
    fill(dialog.getByLabelText(/^Your reply/), 'Same here, too.');
    fireEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(writes(call)).toHaveLength(2));
    const [first, second] = writes(call);
    expect(second[1].idempotencyKey).not.toBe(first[1].idempotencyKey);
  });
});

describe('a status', () => {
  async function openStatus(
    list: FeedbackList,
    answers: Answers = { setFeedbackStatus: done },
  ) {
    const { call } = renderFeedback({ list, canManage: true, answers });
    fireEvent.click((await screen.findAllByText('Set status'))[0]);
    const dialog = await openDialog('Set status');
    return {
      call,
      dialog,
      status: dialog.getByLabelText('What becomes of it'),
      note: dialog.getByLabelText(/^Why, or when/),
      link: dialog.getByLabelText(/^Link/),
      save: dialog.getByRole('button', { name: 'Save' }),
    };
  }

  it('begins with what is to be said, and takes something new alone', async () => {
    const { note, save } = await openStatus(listOf([{}]));
    await waitFor(() => expect(note).toHaveFocus());
    expect(save).toBeDisabled();
    fill(note, 'We look into it.');
    expect(save).toBeEnabled();
  });

  it('is set once, for the version that is looked at', async () => {
    const { call, dialog, status, note, link, save } = await openStatus(
      listOf([{}, { title: 'Search faster' }]),
    );
    expect(
      dialog.getByText(
        'The author and everyone who voted for “Searching is slow” will be notified.',
      ),
    ).toBeInTheDocument();
    expect(
      dialog.getByText('Counts as the team’s answer.'),
    ).toBeInTheDocument();
    fireEvent.click(status);
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'open',
      'planned',
      'started',
      'done',
      'declined',
      'duplicate',
    ]);
    fireEvent.click(options[3]);
    fill(note, ' Since version 7 ');
    fill(link, ' https://example.com/changes ');
    pressTwice(save);
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'setFeedbackStatus',
        {
          params: { id: idOf(1) },
          body: {
            version: 7,
            status: 'completed',
            note: 'Since version 7',
            link: 'https://example.com/changes',
            duplicateOf: undefined,
          },
        },
      ],
    ]);
    await waitFor(() => expect(queries(call)).toHaveLength(2));
  });

  it('is for the version that was looked at, whatever was loaded since', async () => {
    let version = 7;
    const { call, note, save } = await openStatus(listOf([{}]), {
      listFeedback: () => listOf([{ version }]),
      voteForFeedback: done,
      setFeedbackStatus: done,
    });
    version = 8;
    fill(note, 'We look into it.');
    fireEvent.click(screen.getByLabelText(/^Vote for/));
    await waitFor(() => expect(queries(call)).toHaveLength(2));
    fireEvent.click(save);
    await waitFor(() =>
      expect(sent(call, 'setFeedbackStatus')).toHaveLength(1),
    );
    expect(sent(call, 'setFeedbackStatus')[0].body).toMatchObject({
      version: 7,
    });
  });

  it('goes on from what it was, and can be taken away in part', async () => {
    const { call, status, note, link, save } = await openStatus(
      listOf([
        {
          status: 'planned',
          statusNote: 'Next quarter.',
          link: 'https://example.com/roadmap',
        },
      ]),
    );
    expect(status).toHaveTextContent('planned');
    expect(note).toHaveValue('Next quarter.');
    expect(link).toHaveValue('https://example.com/roadmap');
    fill(note, '');
    fill(link, '');
    fireEvent.click(save);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      version: 7,
      status: 'planned',
      note: undefined,
      link: undefined,
      duplicateOf: undefined,
    });
  });

  it('names the other one of which it is a duplicate', async () => {
    const { call, dialog, status, save } = await openStatus(
      listOf([{}, { title: 'Search faster' }, { title: 'Search better' }]),
    );
    await pick(status, 'duplicate');
    expect(save).toBeDisabled();
    fireEvent.click(dialog.getByLabelText(/^Duplicate of/));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Search faster',
      'Search better',
    ]);
    fireEvent.click(options[1]);
    fireEvent.click(save);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toMatchObject({
      status: 'duplicate',
      duplicateOf: idOf(3),
    });
  });

  it('is a duplicate no more once it is something else', async () => {
    const { call, status, save } = await openStatus(
      listOf([{ status: 'duplicate', duplicateOf: idOf(2) }, { title: 'B' }]),
    );
    await pick(status, 'open');
    fireEvent.click(save);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toMatchObject({
      status: 'open',
      duplicateOf: undefined,
    });
  });

  it('can be no duplicate where there is nothing else', async () => {
    const { status } = await openStatus(listOf([{}]));
    fireEvent.click(status);
    await screen.findByRole('option', { name: 'declined' });
    expect(
      screen.queryByRole('option', { name: 'duplicate' }),
    ).not.toBeInTheDocument();
  });

  it('wants a link to be one', async () => {
    const { link, save } = await openStatus(listOf([{}]));
    fill(link, 'roadmap');
    expect(
      screen.getByText('This is not an http(s) link.'),
    ).toBeInTheDocument();
    expect(save).toBeDisabled();
  });

  it('says that somebody else was first, and then shows what they did', async () => {
    const { call, dialog, note, save } = await openStatus(listOf([{}]), {
      setFeedbackStatus: new Error('Olga has changed it meanwhile'),
    });
    fill(note, 'Next quarter.');
    fireEvent.click(save);
    expect(
      await screen.findByText('Olga has changed it meanwhile'),
    ).toBeInTheDocument();
    expect(note).toHaveValue('Next quarter.');
    expect(queries(call)).toHaveLength(1);
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(queries(call)).toHaveLength(2));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is left as it was by whoever thinks better of it', async () => {
    const { call, dialog } = await openStatus(listOf([{}]));
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(queries(call)).toHaveLength(1);
    expect(writes(call)).toEqual([]);
  });
});
