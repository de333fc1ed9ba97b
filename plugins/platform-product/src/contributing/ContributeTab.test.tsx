import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn } from '../__testUtils__/actions';
import { Answers, done, sent } from '../__testUtils__/answerWith';
import { levelOne } from '../__testUtils__/maturity';
import { Persona, personas } from '../__testUtils__/personas';
import {
  logs,
  params,
  renderExtension,
} from '../__testUtils__/renderExtension';
import {
  emptyRoster,
  noGuide,
  noor,
  noSuggestions,
  noTimes,
} from '../__testUtils__/reviewers';

const nothingConfigured: Answers = {
  getAccess: personas.consumer,
  getMaturity: { ...levelOne, level: 0 },
  getContributing: noGuide,
  getRoster: emptyRoster,
  getReviewTimes: noTimes,
};

const renderTab = (answers: Answers = {}) =>
  renderExtension({
    id: 'entity-content:platform-product/contribute',
    answers: { ...nothingConfigured, ...answers },
  });

const section = (name: string) => screen.findByRole('region', { name });

describe('the contribute tab', () => {
  it.each([
    ['https://example.com/edit', 'https://example.com/edit'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', undefined],
    [undefined, undefined],
  ])('leads owners to edit the entry at %s', async (editUrl, href) => {
    renderExtension({
      id: 'entity-content:platform-product/contribute',
      entity: {
        ...logs,
        metadata: {
          ...logs.metadata,
          annotations: editUrl ? { 'backstage.io/edit-url': editUrl } : {},
        },
      },
      answers: {
        ...nothingConfigured,
        getAccess: personas.owner,
        getReviewTimes: {
          ...noTimes,
          promise: {
            duration: 'PT8H',
            hours: 8,
            source: 'annotation',
            guide: {
              duration: 'P2D',
              hours: 16,
              sentence: 'In two days.',
              url: 'https://example.com/CONTRIBUTING.md',
            },
          },
        },
      },
    });
    expect(await screen.findByText(/review-target: P2D/)).toBeInTheDocument();
    const link = screen.queryByText('Edit the entry');
    expect(link?.getAttribute('href') ?? undefined).toBe(href);
  });

  it('works with nothing configured, and says what is missing', async () => {
    renderTab();
    const welcome = await section('How contributing works here');
    await waitFor(() =>
      expect(welcome).toHaveTextContent(
        /There is no contribution guide yet\. Ask before you start\.This platform is not at a level yet\..*Within 8 hours of business time.*the owners: logs-team/,
      ),
    );
    expect(await section('Reviewers')).toHaveTextContent(
      /Nobody has agreed to review yet.*does not say where the source code is/,
    );
    expect(await section('Time to first review')).toHaveTextContent(
      /No review times yet/,
    );
    expect(await section('Contribution guide')).toHaveTextContent(
      /there is nowhere to look/,
    );
  });

  it('keeps its shape while it loads, and shows what is there after a while', async () => {
    renderTab({
      getContributing: undefined,
      getRoster: undefined,
      getReviewTimes: undefined,
    });
    const loading = () => screen.findAllByRole('status', { name: 'Loading' });
    expect(await loading()).toHaveLength(1);
    expect(
      await screen.findByRole(
        'region',
        { name: 'Who should review?' },
        { timeout: 4000 },
      ),
    ).toBeInTheDocument();
    expect(await loading()).toHaveLength(3);
  });

  it.each([
    [
      'getContributing',
      'The contribution guide could not be loaded.The database is away',
    ],
    ['getRoster', 'The roster could not be loaded.The database is away'],
    [
      'getReviewTimes',
      'The review times could not be loaded.The database is away',
    ],
  ] as const)('says what failed, keeps the rest: %s', async (failing, text) => {
    const call = renderTab({ [failing]: new Error('The database is away') });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(text);
    expect(await section('Who should review?')).toBeInTheDocument();
    const others = ['Reviewers', 'Time to first review'].filter(name =>
      screen.queryByRole('region', { name }),
    );
    expect(others).toHaveLength(failing === 'getContributing' ? 2 : 1);
    const before = call.mock.calls.length;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(call.mock.calls.length).toBe(before + 1));
    expect(call).toHaveBeenLastCalledWith(failing, { params });
  });

  const team = [
    ['Find', 'Ask noor'],
    ['Offer to review', 'Change: noor', 'Remove: noor'],
    ['Nudge: Change 7', 'The same in numbers'],
    ['Copy a template'],
  ];

  it.each<[Persona, string[][]]>([
    ['owner', team],
    ['productManager', team],
    ['admin', team],
    [
      'steward',
      [
        ['Find', 'Ask noor'],
        ['Offer to review'],
        ['Nudge: Change 7', 'The same in numbers'],
        [],
      ],
    ],
    [
      'consumer',
      [
        ['Find', 'Ask noor'],
        ['Offer to review'],
        ['Nudge: Change 7', 'The same in numbers'],
        [],
      ],
    ],
    [
      // Noor herself.
      'reviewer',
      [
        ['Find', 'Ask noor'],
        ['Change: noor', 'Leave: noor'],
        ['Nudge: Change 7', 'The same in numbers'],
        [],
      ],
    ],
    ['reader', [['Find'], [], ['The same in numbers'], []]],
    ['nobody', [['Find'], [], ['The same in numbers'], []]],
  ])('offers a %s what they may do', async (persona, buttons) => {
    renderTab({
      getAccess: personas[persona],
      getRoster: { ...emptyRoster, items: [noor] },
      getReviewTimes: {
        ...noTimes,
        overdue: [
          {
            changeId: '7',
            since: '2026-11-18T12:00:00.000Z',
            waitingHours: 16,
            turnOf: 'user:default/kim',
          },
        ],
      },
      suggestReviewers: {
        ...noSuggestions,
        suggestions: [{ ...noor, role: 'reviewer', reasons: [] }],
      },
    });
    const parts = await Promise.all(
      [
        'Who should review?',
        'Reviewers',
        'Time to first review',
        'Contribution guide',
      ].map(section),
    );
    fireEvent.click(within(parts[0]).getByRole('button', { name: 'Find' }));
    await waitFor(() => expect(parts[0]).toHaveTextContent('1 of 3 open'));
    expect(parts.map(buttonsIn)).toEqual(buttons);
  });

  it('offers neither to ask nor to nudge to those who are no users', async () => {
    renderTab({
      getAccess: { ...personas.consumer, user: undefined },
      getReviewTimes: {
        ...noTimes,
        overdue: [
          {
            changeId: '7',
            since: '2026-11-18T12:00:00.000Z',
            waitingHours: 16,
            turnOf: 'user:default/kim',
          },
        ],
      },
      suggestReviewers: {
        ...noSuggestions,
        suggestions: [{ ...noor, role: 'reviewer', reasons: [] }],
      },
    });
    const finder = await section('Who should review?');
    const times = await section('Time to first review');
    fireEvent.click(within(finder).getByRole('button', { name: 'Find' }));
    await waitFor(() => expect(finder).toHaveTextContent('1 of 3 open'));
    expect([finder, times].map(buttonsIn)).toEqual([
      ['Find'],
      ['The same in numbers'],
    ]);
  });

  it('forgets what was found for another service', async () => {
    const call = renderTab({ suggestReviewers: noSuggestions });
    const finder = await section('Who should review?');
    fireEvent.click(within(finder).getByRole('button', { name: 'Find' }));
    await waitFor(() => expect(finder).toHaveTextContent(/Nobody on the/));
    fireEvent.click(screen.getByText('Go to Shop'));
    expect(await section('Who should review?')).not.toHaveTextContent(
      /Nobody on the/,
    );
    await waitFor(() =>
      expect(sent(call, 'getRoster').at(-1)).toEqual({
        params: { ...params, name: 'shop' },
      }),
    );
  });

  it('looks at the roster again after somebody was asked', async () => {
    const call = renderTab({
      suggestReviewers: {
        ...noSuggestions,
        suggestions: [{ ...noor, role: 'reviewer', reasons: [] }],
      },
      requestReview: done,
    });
    const finder = within(await section('Who should review?'));
    fireEvent.click(finder.getByRole('button', { name: 'Find' }));
    fireEvent.click(await finder.findByRole('button', { name: 'Ask noor' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Ask' }));
    await waitFor(() => expect(sent(call, 'getRoster')).toHaveLength(2));
    expect(sent(call, 'getReviewTimes')).toHaveLength(1);
  });

  it('looks at the roster again after somebody has offered', async () => {
    const call = renderTab({ putReviewer: done });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Offer to review' }),
    );
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(
      within(dialog).getByRole('button', { name: 'Offer to review' }),
    );
    await waitFor(() => expect(sent(call, 'getRoster')).toHaveLength(2));
  });

  it('looks at the times again after somebody was nudged', async () => {
    const call = renderTab({
      getReviewTimes: {
        ...noTimes,
        overdue: [
          {
            changeId: '7',
            since: '2026-11-18T12:00:00.000Z',
            waitingHours: 16,
            turnOf: 'user:default/kim',
          },
        ],
      },
      nudgeReviewer: done,
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Nudge: / }));
    await waitFor(() => expect(sent(call, 'getReviewTimes')).toHaveLength(2));
    expect(sent(call, 'getRoster')).toHaveLength(1);
  });
});
