import {
  Home,
  ServiceWaiver,
  WaitingItem,
} from '@platform-product/backstage-plugin-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { fill, pressTwice, startingWith } from '../__testUtils__/actions';
import { Answers, done, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { quietHome } from '../__testUtils__/portfolio';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { missingLogs, unanswered } from '../__testUtils__/updates';
import { WaitingWidget } from './WaitingWidget';

const of = { entityRef: 'component:default/logs', title: 'Logs' };
const at = '2026-11-18T12:00:00.000Z';

const waiver: ServiceWaiver = {
  id: 'c2f4a9d7-3e18-4b6a-8f70-9be2d1c6a534',
  entityRef: of.entityRef,
  criterionId: 'guide',
  reason: 'The storage moves.',
  requestedBy: 'user:default/olga',
  requestedAt: at,
  expiresAt: '2026-12-20T12:00:00.000Z',
  status: 'pending',
};

const items = {
  waiver: { ...of, kind: 'waiver', at, waiver, criterion: 'The guide' },
  ending: {
    ...of,
    kind: 'waiver-ends',
    at,
    waiver: { ...waiver, status: 'approved' },
    criterion: 'The guide',
  },
  risk: {
    ...of,
    kind: 'at-risk',
    at,
    atRisk: {
      until: '2026-12-03T12:00:00.000Z',
      fallsTo: 0,
      criteria: ['guide'],
    },
    criteria: ['The guide', 'Listening'],
  },
  review: {
    ...of,
    kind: 'review',
    at,
    request: {
      id: '3f0c1a2e-0000-4000-8000-000000000001',
      entityRef: of.entityRef,
      requestedBy: 'user:default/olga',
      requestedAt: at,
      paths: ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'],
      changeUrl: 'https://example.com/pull/1',
      note: 'A value was missing.',
      status: 'pending',
      reviewer: 'user:default/carl',
      asked: [],
    },
  },
  offer: {
    ...of,
    kind: 'offer',
    at,
    userRef: 'user:default/rita',
    status: 'offered',
    terms: { role: 'reviewer', paths: ['docs/'] },
  },
  invitation: {
    ...of,
    kind: 'invitation',
    at,
    userRef: 'user:default/carl',
    status: 'invited',
    terms: { role: 'approver', paths: [] },
  },
  feedback: {
    ...of,
    kind: 'feedback',
    at,
    feedback: {
      id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
      entityRef: of.entityRef,
      title: 'Keep logs longer',
      text: 'Audits ask for it.',
      visibility: 'public',
      author: 'user:default/carl',
      at,
      version: 3,
      status: 'open',
      votes: 2,
      hasMyVote: false,
      replies: [],
    },
  },
  scores: { ...of, kind: 'scores', at, roundId: '2026-Q3' },
  notice: {
    ...of,
    kind: 'notice',
    at,
    notice: missingLogs,
    concerned: [unanswered],
  },
  notices: {
    ...of,
    kind: 'notice',
    at,
    notice: missingLogs,
    concerned: ['a', 'b', 'c', 'd'].map(name => ({
      ...unanswered,
      entityRef: `component:default/${name}`,
    })),
  },
} satisfies Record<string, WaitingItem>;

/** A home page on which these wait, until they are done. */
function renderWaiting(
  waiting: readonly WaitingItem[],
  answers: Answers = {},
  more: Partial<Home> = {},
) {
  let left = waiting;
  const call = renderWithApi(<WaitingWidget />, {
    getHome: () => ({
      ...quietHome,
      ...more,
      waiting: { items: left, counts: {}, totalItems: left.length },
    }),
    ...answers,
  });
  return {
    call,
    setWaiting: (now: readonly WaitingItem[]) => {
      left = now;
    },
  };
}

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

describe('what waits for the reader', () => {
  it.each<[keyof typeof items, string, string[]]>([
    [
      'waiver',
      'Waiver · LogsThe guide, until Dec 20, 2026“The storage moves.” olgaApproveDeny',
      ['Approve: The guide', 'Deny: The guide'],
    ],
    [
      'ending',
      'Waiver ends · LogsThe guide, on Dec 20, 2026“The storage moves.” olgaOpen',
      ['Open the maturity of Logs'],
    ],
    [
      'risk',
      'At risk · LogsDrops to level 0 on Dec 3, 2026 unless evidence is renewed.Stale: The guide, ListeningRenew evidence',
      ['Renew evidence: Logs'],
    ],
    [
      'review',
      'Review · Logsolga: “A value was missing.” · Open the changea.ts, b.ts, c.ts +2AcceptDecline',
      ['Accept', 'Decline'],
    ],
    [
      'offer',
      'Offer to review · Logsrita · reviewer · docs/ApproveTurn down',
      ['Approve', 'Turn down'],
    ],
    [
      'invitation',
      'Invitation to review · Logsapprover · everythingAcceptTurn down',
      ['Accept', 'Turn down'],
    ],
    [
      'feedback',
      'Feedback · Logs“Keep logs longer”2 votes · 2 days agoAnswer',
      ['Answer: Keep logs longer'],
    ],
    [
      'scores',
      'Scores · LogsThe scores of 2026-Q3 wait for your answer.AnswerSee the scores',
      ['Answer: Logs', 'See the scores of Logs'],
    ],
    [
      'notice',
      'Missing data · LogsLogs of a night are missing · Nov 20, 2026, 2:10 AM–4:40 AM UTCYour till uses it, by this way: till → shop → logsSeenNot affectedAffectedAffected, repaired',
      [
        'Not affected: till, Logs of a night are missing',
        'Affected, repaired: till, Logs of a night are missing',
      ],
    ],
    [
      'notices',
      'Missing data · LogsLogs of a night are missing · Nov 20, 2026, 2:10 AM–4:40 AM UTCYou own what uses it: a, b, c, 1 more. Your answer is for all of them; for one, answer on its page.SeenNot affectedAffectedAffected, repaired',
      ['Seen: a, b, c, d, Logs of a night are missing'],
    ],
  ])('is said and can be answered: %s', async (name, text, actions) => {
    renderWaiting([items[name]]);
    const row = await screen.findByRole('listitem');
    expect(row.textContent?.replace(/\u202f/g, ' ')).toBe(text);
    for (const action of actions) {
      expect(
        within(row).queryByRole('button', { name: startingWith(action) }) ??
          within(row).getByRole('link', { name: action }),
      ).toBeInTheDocument();
    }
  });

  it('is nothing', async () => {
    renderWaiting([]);
    expect(
      await screen.findByText('Nothing is waiting for you.'),
    ).toBeInTheDocument();
  });

  it('leaves once a waiver is approved, which can be undone for a minute', async () => {
    const { call, setWaiting } = renderWaiting([items.waiver], {
      decideWaiver: done,
      takeBackDecision: done,
    });
    const approve = { name: 'Approve: The guide' };
    fireEvent.click(await screen.findByRole('button', approve));
    setWaiting([]);
    const row = await screen.findByText('You approved it: The guide');
    expect(row).toBeInTheDocument();
    setWaiting([items.waiver]);
    pressTwice(screen.getByRole('button', { name: 'Undo: The guide' }));
    expect(await screen.findByRole('button', approve)).toBeInTheDocument();
    expect(screen.queryByText(/^You approved/)).not.toBeInTheDocument();
    // Whatever is decided next is said alone.
    fireEvent.click(screen.getByRole('button', approve));
    setWaiting([]);
    expect(await screen.findAllByText(/^You approved/)).toHaveLength(1);
    const params = { id: waiver.id };
    expect(writes(call).slice(0, 2)).toEqual([
      ['decideWaiver', { params, body: { decision: 'approved' } }],
      ['takeBackDecision', { params }],
    ]);
  });

  it('leaves once a waiver is denied with a reason, and its time is over', async () => {
    const { setWaiting } = renderWaiting([items.waiver], {
      decideWaiver: done,
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Deny: The guide' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    fill(dialog.getByRole('textbox'), 'Write it first.');
    setWaiting([]);
    jest.useFakeTimers();
    fireEvent.click(dialog.getByRole('button', { name: 'Deny' }));
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(screen.getByText('You denied it: The guide')).toBeInTheDocument();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    jest.useRealTimers();
    expect(
      await screen.findByText('Nothing is waiting for you.'),
    ).toBeInTheDocument();
  });

  it.each<[keyof typeof items, Answers, string, string, unknown[]]>([
    [
      'feedback',
      { setFeedbackStatus: done },
      'Answer: Keep logs longer',
      'Save',
      [
        'setFeedbackStatus',
        { version: 3, status: 'open', note: 'Soon.', link: undefined },
      ],
    ],
    [
      'scores',
      { replyToScores: done },
      'Answer: Logs',
      'Publish',
      ['replyToScores', { text: 'Soon.', link: undefined }],
    ],
  ])('is answered in place: %s', async (name, answers, open, send, wanted) => {
    const { call, setWaiting } = renderWaiting([items[name]], answers);
    fireEvent.click(await screen.findByRole('button', { name: open }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getAllByRole('textbox')[0], {
      target: { value: 'Soon.' },
    });
    setWaiting([]);
    fireEvent.click(dialog.getByRole('button', { name: send }));
    expect(
      await screen.findByText('Nothing is waiting for you.'),
    ).toBeInTheDocument();
    expect(
      writes(call).map(([operation, { body }]) => [operation, body]),
    ).toEqual([wanted]);
  });

  it('has an offer approved, after it has asked', async () => {
    const { call } = renderWaiting([items.offer], { putReviewer: done });
    fireEvent.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(writes(call)).toEqual([
        [
          'putReviewer',
          {
            params: {
              kind: 'component',
              namespace: 'default',
              name: 'logs',
              userRef: 'user:default/rita',
            },
            body: { role: 'reviewer', paths: ['docs/'] },
          },
        ],
      ]),
    );
  });

  it('has an invitation turned down, after it has asked', async () => {
    const { call } = renderWaiting([items.invitation], {
      removeReviewer: done,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Turn down' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(writes(call)).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Turn down' }));
    await waitFor(() =>
      expect(writes(call)).toMatchObject([
        ['removeReviewer', { params: { userRef: 'user:default/carl' } }],
      ]),
    );
  });

  it('says of somebody active that they would leave, not that they turn it down', async () => {
    renderWaiting([{ ...items.invitation, status: 'active' }]);
    fireEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(
      await screen.findByRole('dialog', { name: 'Leave the roster?' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Turn down' }),
    ).not.toBeInTheDocument();
  });

  it('has ratings in one row, looked at again after each', async () => {
    const { call } = renderWaiting(
      [],
      { noteInvitation: done },
      {
        ratings: [{ ...of, isInvited: false, isNoted: true }],
        totalRatings: 1,
      },
    );
    const rows = await screen.findAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Your rating is wanted');
    fireEvent.click(within(rows[0]).getByText('Not this time'));
    await waitFor(() =>
      expect(
        call.mock.calls.filter(([operation]) => operation === 'getHome'),
      ).toHaveLength(2),
    );
  });

  it('says how much more there is', async () => {
    renderWithApi(<WaitingWidget />, {
      getHome: {
        ...quietHome,
        waiting: {
          items: [items.scores],
          counts: { scores: 13 },
          totalItems: 13,
        },
      },
    });
    expect(
      await screen.findByText('12 more will appear once these are done.'),
    ).toBeInTheDocument();
  });
});
