import {
  ReviewRequest,
  Suggestion,
  Suggestions,
} from '@platform-product/backstage-plugin-common';
import { leftOutReasons } from '@platform-product/backstage-plugin-common/rules';
import {
  act,
  createEvent,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { buttonsIn, fill, pressTwice } from '../__testUtils__/actions';
import { Answers, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { params } from '../__testUtils__/renderExtension';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { noSuggestions } from '../__testUtils__/reviewers';
import { FinderSection } from './FinderSection';

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

const noor: Suggestion = {
  userRef: 'user:default/noor',
  isOutside: true,
  role: 'reviewer',
  reasons: [{ kind: 'onRoster' }],
  openReviews: 1,
  maxOpenReviews: 3,
};

function renderFinder(
  answers: Answers,
  options: { canAsk?: boolean; owners?: string[] } = {},
) {
  const onAsked = jest.fn();
  const call = renderWithApi(
    <FinderSection
      entityRef="component:default/logs"
      owners={options.owners ?? ['group:default/logs-team']}
      canAsk={options.canAsk ?? true}
      onAsked={onAsked}
    />,
    answers,
  );
  return { call, onAsked };
}

const field = () => screen.findByLabelText(/^Changed paths, a diff, or a link/);
const section = () =>
  screen.getByRole('region', { name: 'Who should review?' });
const find = () => screen.getByRole('button', { name: 'Find' });

/** Looks for reviewers, and waits for those that the backend names. */
async function findThem(text = '') {
  fill(await field(), text);
  fireEvent.click(find());
  await waitFor(() =>
    expect(section().querySelector('[aria-busy=false]')).toBeInTheDocument(),
  );
}

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

describe('what is asked', () => {
  it.each([
    ['nothing', '', { paths: [] }],
    ['a path', 'charts/a.yaml', { paths: ['charts/a.yaml'] }],
    [
      'the output of git status',
      'M  charts/a.yaml\n?? charts/b.yaml\n',
      { paths: ['charts/a.yaml', 'charts/b.yaml'] },
    ],
    [
      'a link',
      '  https://github.com/o/r/pull/7 ',
      { changeUrl: 'https://github.com/o/r/pull/7' },
    ],
    [
      'the output of git diff',
      'diff --git "a/docs/\\303\\234.md" "b/docs/\\303\\234.md"\nold mode 100644\n',
      { paths: ['docs/Ü.md'] },
    ],
  ])('is read from %s', async (_, text, asked) => {
    const { call } = renderFinder({ suggestReviewers: noSuggestions });
    await findThem(text);
    expect(call.mock.calls).toEqual([
      [
        'suggestReviewers',
        {
          params,
          body: { paths: undefined, changeUrl: undefined, ...asked, timeZone },
        },
      ],
    ]);
  });

  it('is the first 40 of many paths, which is said', async () => {
    const { call } = renderFinder({ suggestReviewers: noSuggestions });
    const paths = Array.from({ length: 41 }, (_, index) => `a/${index}.ts`);
    expect((await screen.findByText(/^One path a line/)).textContent).toBe(
      'One path a line, the output of “git diff” or “git status”, or a link to a pull request. Leave empty to find someone who knows the whole repository.',
    );
    await findThem(paths.join('\n'));
    expect(
      screen.getByText('Only the first 40 of 41 paths are used.'),
    ).toBeInTheDocument();
    const [{ body }] = sent(call, 'suggestReviewers');
    expect(body).toMatchObject({ paths: paths.slice(0, 40) });
    fill(await field(), paths.slice(0, 40).join('\n'));
    expect(screen.queryByText(/are looked at/)).not.toBeInTheDocument();
  });

  it.each([
    [
      'a.ts\n .../long/name.ts | 2 +-',
      '1 line is not taken for a path. “.../long/name.ts” is shortened: “git diff --stat=999” prints it in full.',
    ],
    [
      'a.ts\nPlease look at this.\nThanks!',
      '2 lines are not taken for paths. “Please look at this.” may be no name of a file. If it is one, put it in double quotes.',
    ],
    [
      `a.ts\n${'is '.repeat(40)}`,
      `1 line is not taken for a path. “${'is '.repeat(
        20,
      )}…” may be no name of a file. If it is one, put it in double quotes.`,
    ],
  ])(
    'leaves out what is no path for certain, which is said: %j',
    async (text, said) => {
      const { call } = renderFinder({ suggestReviewers: noSuggestions });
      await findThem(text);
      expect((await screen.findByText(/not taken for/)).textContent).toBe(said);
      expect(sent(call, 'suggestReviewers')[0].body).toMatchObject({
        paths: ['a.ts'],
      });
    },
  );

  it.each([
    [
      ' M ../a.ts',
      '1 line is not taken for a path. “../a.ts” does not start at the top of the repository: run the command there.',
    ],
    [
      ' M "caf\\351.md"',
      '1 line is not taken for a path. “"caf\\351.md"” is not in UTF-8.',
    ],
    [
      'https://example.com is where',
      '1 line is not taken for a path. “https://example.com is where” may be no name of a file. If it is one, put it in double quotes.',
    ],
  ])('says why nothing can be read from %j', async (text, said) => {
    renderFinder({ suggestReviewers: noSuggestions });
    fill(await field(), text);
    expect(
      screen.getByText(
        `No path was recognised in this. Paste one path a line, a diff, or a link. ${said}`,
      ),
    ).toBeInTheDocument();
    expect(find()).toBeDisabled();
  });

  it('is not sent where no path can be read from it', async () => {
    const { call } = renderFinder({ suggestReviewers: noSuggestions });
    fill(await field(), '3 files changed, 7 insertions(+)');
    expect(
      screen.getByText(
        'No path was recognised in this. Paste one path a line, a diff, or a link.',
      ),
    ).toBeInTheDocument();
    expect(find()).toBeDisabled();
    fireEvent.submit((await field()).closest('form')!);
    expect(call).not.toHaveBeenCalled();
  });

  it.each([
    ['one line', 'a.ts', {}, true],
    ['several lines', 'a.ts\nb.ts', {}, false],
    ['several lines, with Ctrl', 'a.ts\nb.ts', { ctrlKey: true }, true],
    ['one line, with Shift', 'a.ts', { shiftKey: true }, false],
    [
      'a word that is still being composed',
      'a.ts',
      { isComposing: true },
      false,
    ],
    ['another key', 'a.ts', { key: 'a' }, false],
  ])('is sent by Enter, or not: %s', async (_, text, event, isSent) => {
    const { call } = renderFinder({ suggestReviewers: noSuggestions });
    fill(await field(), text);
    const press = createEvent.keyDown(await field(), {
      key: 'Enter',
      ...event,
    });
    fireEvent(await field(), press);
    expect(sent(call, 'suggestReviewers')).toHaveLength(isSent ? 1 : 0);
    // Else it makes a line.
    expect(press.defaultPrevented).toBe(isSent);
  });

  it('is sent once for two clicks, and asked for again after a failure', async () => {
    let isAway = true;
    const { call } = renderFinder({
      suggestReviewers: () =>
        isAway ? new Error('The database is away') : noSuggestions,
    });
    fill(await field(), 'a.ts');
    pressTwice(find());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Reviewers could not be looked up.The database is away',
    );
    expect(sent(call, 'suggestReviewers')).toHaveLength(1);
    expect(await field()).toHaveValue('a.ts');
    isAway = false;
    // It is the same question, whatever was typed since.
    fill(await field(), 'b.ts');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Nobody on the roster/)).toBeVisible();
    const [first, second] = sent(call, 'suggestReviewers');
    expect(second).toEqual(first);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is sent once for two times Enter', async () => {
    const { call } = renderFinder({});
    fill(await field(), 'a.ts');
    fireEvent.submit((await field()).closest('form')!);
    fireEvent.submit((await field()).closest('form')!);
    expect(sent(call, 'suggestReviewers')).toHaveLength(1);
  });

  it('takes the answer to the last question away', async () => {
    renderFinder({
      suggestReviewers: ({ body }) =>
        body?.paths?.includes('b.ts')
          ? new Promise(() => {})
          : { ...noSuggestions, suggestions: [noor] },
    });
    await findThem('a.ts');
    expect(buttonsIn(section())).toEqual(['Find', 'Ask noor']);
    fill(await field(), 'b.ts');
    fireEvent.click(find());
    expect(buttonsIn(section())).toEqual(['Find']);
    expect(screen.queryByText('noor')).not.toBeInTheDocument();
  });

  it('keeps its shape meanwhile', async () => {
    renderFinder({});
    fill(await field(), 'a.ts');
    fireEvent.click(find());
    expect(find()).toHaveAttribute('data-pending', 'true');
    expect(section().querySelector('[aria-busy=true]')).toBeInTheDocument();
    expect(section().querySelector('.bui-Skeleton')).toBeInTheDocument();
  });
});

describe('the answer', () => {
  /** A backend that answers when it is told to. */
  function answerLater() {
    let answer!: (found: Suggestions) => void;
    const suggestReviewers = () =>
      new Promise<Suggestions>(resolve => {
        answer = resolve;
      });
    return {
      suggestReviewers,
      answer: () =>
        act(async () => answer({ ...noSuggestions, suggestions: [noor] })),
    };
  }
  const results = () =>
    screen.getByRole('group', { name: 'Who can review it' });
  const told = () => within(section()).getByRole('status').textContent;

  it('gets the focus of who waits at the button, and is not read out as well', async () => {
    const { suggestReviewers, answer } = answerLater();
    renderFinder({ suggestReviewers });
    fill(await field(), 'a.ts');
    find().focus();
    fireEvent.click(find());
    await answer();
    expect(results()).toHaveFocus();
    expect(results()).not.toHaveAttribute('aria-live');
    expect(told()).toBe('');
  });

  it('gets the focus of who has tried again', async () => {
    let isAway = true;
    renderFinder({
      suggestReviewers: () =>
        isAway ? new Error('The database is away') : noSuggestions,
    });
    await findThem('a.ts');
    isAway = false;
    const again = screen.getByRole('button', { name: 'Try again' });
    again.focus();
    fireEvent.click(again);
    await waitFor(() => expect(results()).toHaveFocus());
  });

  it('leaves the focus to who is back in the field, and tells them', async () => {
    const { suggestReviewers, answer } = answerLater();
    renderFinder({ suggestReviewers });
    fill(await field(), 'a.ts');
    find().focus();
    fireEvent.click(find());
    (await field()).focus();
    await answer();
    expect(screen.getByText('noor')).toBeInTheDocument();
    expect(await field()).toHaveFocus();
    expect(told()).toBe('The results are below.');
    // And of the next answer again, where they type on.
    fireEvent.keyDown(await field(), { key: 'Enter' });
    expect(told()).toBe('');
    fill(await field(), 'a.ts b');
    (await field()).focus();
    await answer();
    expect(await field()).toHaveFocus();
    expect(told()).toBe('The results are below.');
  });

  it('gets the focus of who waits in the field', async () => {
    const { suggestReviewers, answer } = answerLater();
    renderFinder({ suggestReviewers });
    fill(await field(), 'a.ts');
    (await field()).focus();
    fireEvent.keyDown(await field(), { key: 'Enter' });
    await answer();
    expect(
      screen.getByRole('group', { name: 'Who can review it' }),
    ).toHaveFocus();
    expect(told()).toBe('');
  });
});

describe('who is named', () => {
  it('comes with the reasons, in words', async () => {
    const told: [Suggestion['reasons'], string][] = [
      [
        [{ kind: 'reviewed', count: 7, path: 'charts' }],
        'reviewed 7 changes in charts',
      ],
      [
        [{ kind: 'reviewed', count: 1, path: '' }],
        'reviewed 1 change in this repository',
      ],
      [
        [
          {
            kind: 'authored',
            count: 1,
            path: 'a.ts',
            lastAt: '2026-11-17T12:00:00.000Z',
          },
        ],
        'wrote 1 change in a.ts, most recently 3 days ago',
      ],
      [
        [{ kind: 'authored', count: 2, path: 'a.ts' }],
        'wrote 2 changes in a.ts',
      ],
      [
        [{ kind: 'reviewedAuthor', count: 4 }],
        'reviewed 4 changes of the same author',
      ],
      [
        [{ kind: 'reviewedAuthor', count: 1 }],
        'reviewed 1 change of the same author',
      ],
      [[{ kind: 'owns', files: 2 }], 'declared owner of 2 of the files'],
      [
        [{ kind: 'onRoster' }],
        'on the roster for these paths; no review history yet',
      ],
      [
        [
          { kind: 'owns', files: 1 },
          { kind: 'reviewedAuthor', count: 2 },
        ],
        'declared owner of 1 of the files; reviewed 2 changes of the same author',
      ],
    ];
    renderFinder({
      suggestReviewers: {
        ...noSuggestions,
        suggestions: told.map(([reasons], index) => ({
          ...noor,
          userRef: `user:default/person-${index}`,
          reasons,
        })),
      },
    });
    await findThem();
    const items = within(section()).getAllByRole('listitem');
    expect(items.map(item => item.querySelector('p')?.textContent)).toEqual(
      told.map(([, text]) => text),
    );
  });

  it('comes in order, with how busy they are and whether they are there', async () => {
    const named: Suggestion[] = [
      { ...noor, overlapHours: 4.6 },
      {
        ...noor,
        userRef: 'user:default/kim',
        isOutside: false,
        openReviews: 0,
      },
      { ...noor, userRef: 'user:default/lou', overlapHours: 0 },
      { ...noor, userRef: 'user:default/mia', overlapHours: 4.4 },
    ];
    renderFinder({
      suggestReviewers: { ...noSuggestions, suggestions: named },
    });
    await findThem();
    expect(
      within(section())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '1nooroutside revieweron the roster for these paths; no review history yet1 of 3 open · 5 shared working hours left todayAsk noor',
      '2kimon the roster for these paths; no review history yet0 of 3 openAsk kim',
      '3lououtside reviewer' +
        'on the roster for these paths; no review history yet1 of 3 open · no shared working hours left todayAsk lou',
      '4miaoutside reviewer' +
        'on the roster for these paths; no review history yet1 of 3 open · 4 shared working hours left todayAsk mia',
    ]);
  });

  it('can be asked by those who may ask, and by nobody else', async () => {
    renderFinder(
      { suggestReviewers: { ...noSuggestions, suggestions: [noor] } },
      { canAsk: false },
    );
    await findThem();
    expect(buttonsIn(section())).toEqual(['Find']);
    expect(screen.getByText('noor')).toBeInTheDocument();
  });

  it('is nobody where there is none, but whom to ask', async () => {
    renderFinder({ suggestReviewers: noSuggestions });
    await findThem();
    expect(section()).toHaveTextContent(
      'Nobody on the roster can review this right now.To change something here, ask logs-team',
    );
  });

  it('is nobody at all where nobody owns it', async () => {
    renderFinder({ suggestReviewers: noSuggestions }, { owners: [] });
    await findThem();
    expect(section()).not.toHaveTextContent('To change something here');
  });

  it.each([
    ['https://github.com/o/r/pull/7', true],
    [undefined, false],
  ])(
    'says how many files of a link were looked at: %s',
    async (url, isSaid) => {
      renderFinder({
        suggestReviewers: {
          ...noSuggestions,
          suggestions: [noor],
          paths: ['a.ts', 'b.ts', 'c.ts'],
          changeUrl: url,
        },
      });
      await findThem(url);
      expect(Boolean(screen.queryByText('Based on 3 changed files'))).toBe(
        isSaid,
      );
    },
  );

  it('says who was left out, and why', async () => {
    const told: Record<Suggestions['leftOut'][number]['reason'], string> = {
      author: 'wrote the change',
      away: 'away until Dec 1, 2026',
      'off-rotation': 'takes no new reviews at the moment',
      'at-capacity': 'has as many open reviews as they take',
      declined: 'has declined this change',
      unknown: 'is no longer in the catalog',
      shadow: 'is a shadow, still learning',
      'not-on-roster': 'knows the code, but is not on the roster',
      'other-paths': 'reviews other paths',
    };
    renderFinder({
      suggestReviewers: {
        ...noSuggestions,
        leftOut: leftOutReasons.map(reason => ({
          userRef: reason === 'unknown' ? undefined : `user:default/${reason}`,
          name: `Name of ${reason}`,
          reason,
          awayUntil: reason === 'away' ? '2026-12-01' : undefined,
        })),
      },
    });
    await findThem();
    const texts = leftOutReasons.map(
      reason =>
        `${reason === 'unknown' ? 'Name of unknown' : reason} (${
          told[reason]
        })`,
    );
    expect(section()).toHaveTextContent(`Left out: ${texts.join(', ')}`);
  });
});

describe('asking for a review', () => {
  const found: Suggestions = {
    ...noSuggestions,
    suggestions: [noor, { ...noor, userRef: 'user:default/kim' }],
    paths: ['charts/a.yaml', 'charts/b.yaml'],
  };

  async function openDialog(answers: Answers, text = 'charts/') {
    const rendered = renderFinder({ suggestReviewers: found, ...answers });
    await findThem(text);
    fireEvent.click(screen.getByRole('button', { name: 'Ask kim' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Ask for a review' }),
    );
    return {
      ...rendered,
      link: dialog.getByLabelText(/^Link to the change/),
      note: dialog.getByLabelText(/^A note/),
      submit: dialog.getByRole('button', { name: 'Ask' }),
    };
  }

  const asked: ReviewRequest = {
    id: '3f0c1a2e-0000-4000-8000-000000000001',
    entityRef: 'component:default/logs',
    requestedBy: 'user:default/carl',
    requestedAt: '2026-11-20T11:59:57.000Z',
    paths: [],
    status: 'pending',
    reviewer: 'user:default/kim',
    asked: [],
  };

  it('is said in the row of who was asked, which stays, and can be taken back', async () => {
    const { call, onAsked, submit } = await openDialog({
      requestReview: asked,
      withdrawReviewRequest: asked,
    });
    fireEvent.click(submit);
    const takeBack = await screen.findByRole('button', {
      name: 'Take back: kim',
    });
    expect(screen.getByText(/^asked \d+ seconds? ago$/)).toBeInTheDocument();
    // Not the button: another Enter must not take it back.
    await waitFor(() =>
      expect(takeBack.closest('[tabindex="-1"]')).toHaveFocus(),
    );
    expect(buttonsIn(section())).toEqual([
      'Find',
      'Ask noor',
      'Take back: kim',
    ]);
    expect(sent(call, 'suggestReviewers')).toHaveLength(1);
    pressTwice(takeBack);
    expect(
      await screen.findByRole('button', { name: 'Ask kim' }),
    ).toBeInTheDocument();
    expect(sent(call, 'withdrawReviewRequest')).toEqual([
      { params: { id: asked.id } },
    ]);
    expect(onAsked).toHaveBeenCalledTimes(2);
  });

  it('is not offered where they were asked before', async () => {
    renderFinder({
      suggestReviewers: { ...found, asked: [asked] },
      withdrawReviewRequest: asked,
    });
    await findThem('charts/');
    const takeBack = screen.getByRole('button', { name: 'Take back: kim' });
    expect(buttonsIn(section())).toEqual([
      'Find',
      'Ask noor',
      'Take back: kim',
    ]);
    expect(takeBack).not.toHaveFocus();
    fireEvent.click(takeBack);
    expect(
      await screen.findByRole('button', { name: 'Ask kim' }),
    ).toBeInTheDocument();
    expect(section()).toHaveTextContent('0 of 3 open');
  });

  it('says what will happen, and asks once', async () => {
    const { call, onAsked, link, note, submit } = await openDialog({
      requestReview: asked,
    });
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'kim is notified and accepts or declines. If there is no answer within the promised time, the next person is asked and you are told.',
    );
    expect(
      screen.getByText('What is it about? Only the people you ask see it.'),
    ).toBeInTheDocument();
    expect(link).toHaveValue('');
    fill(link, ' https://example.com/change ');
    fill(note, ' Longer timeouts ');
    pressTwice(submit);
    expect(
      await screen.findByText(
        'Asked. You are notified when there is an answer.',
      ),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'requestReview',
        {
          params,
          idempotencyKey: expect.any(String),
          body: {
            reviewer: 'user:default/kim',
            paths: ['charts/a.yaml', 'charts/b.yaml'],
            changeUrl: 'https://example.com/change',
            note: 'Longer timeouts',
          },
        },
      ],
    ]);
    expect(onAsked).toHaveBeenCalledTimes(1);
  });

  it('goes on from the link that was looked at', async () => {
    const { call, link, submit } = await openDialog(
      { requestReview: asked },
      'https://github.com/o/r/pull/7',
    );
    expect(link).toHaveValue('https://github.com/o/r/pull/7');
    fireEvent.click(submit);
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body).toEqual({
      reviewer: 'user:default/kim',
      paths: ['charts/a.yaml', 'charts/b.yaml'],
      changeUrl: 'https://github.com/o/r/pull/7',
      note: undefined,
    });
  });

  it('wants a link to be one, or none', async () => {
    const { link, submit } = await openDialog({});
    expect(
      screen.getByText('So they can open it in one click.'),
    ).toBeInTheDocument();
    fill(link, 'ftp://example.com/change');
    expect(
      screen.getByText('A link starts with https:// or http://.'),
    ).toBeInTheDocument();
    expect(submit).toBeDisabled();
    fill(link, 'http://example.com/change');
    expect(submit).toBeEnabled();
    fill(link, '  ');
    expect(submit).toBeEnabled();
  });

  it('loses nothing when it fails', async () => {
    const { onAsked, note, submit } = await openDialog({
      requestReview: new Error('Kim has left'),
    });
    fill(note, 'Longer timeouts');
    fireEvent.click(submit);
    expect(await screen.findByText('Kim has left')).toBeInTheDocument();
    expect(note).toHaveValue('Longer timeouts');
    expect(onAsked).not.toHaveBeenCalled();
  });

  it('counts as another act once anything was changed', async () => {
    const { call, link, note, submit } = await openDialog({
      requestReview: new Error('The database is away'),
    });
    const changes = [
      () => {},
      () => fill(link, 'https://example.com/change'),
      () => fill(note, 'Longer timeouts'),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      fireEvent.click(submit);
      await waitFor(() => expect(writes(call)).toHaveLength(index + 1));
      await waitFor(() => expect(submit).toBeEnabled());
    }
    const keys = writes(call).map(([, { idempotencyKey }]) => idempotencyKey);
    expect(new Set(keys).size).toBe(3);
  });

  it('is left by Escape', async () => {
    const { call } = await openDialog({});
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(writes(call)).toEqual([]);
  });
});
