import { Satisfaction } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill } from '../__testUtils__/actions';
import { Answers, done, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { Persona, personas } from '../__testUtils__/personas';
import { params, renderExtension } from '../__testUtils__/renderExtension';
import {
  hiddenScores,
  interview,
  noFeedback,
  noResearch,
  noScores,
  round,
  shownScores,
  wish,
} from '../__testUtils__/satisfaction';
import { measures, noMeasures } from '../__testUtils__/updates';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

const renderTab = (answers: Answers = {}) =>
  renderExtension({
    id: 'entity-content:platform-product/satisfaction',
    answers: {
      getAccess: personas.consumer,
      getMyAnswer: { round, contact: 'seen' },
      getSatisfaction: hiddenScores,
      listFeedback: noFeedback,
      listResearch: noResearch,
      getNoticeMeasures: noMeasures,
      ...answers,
    },
  });

const form = () => screen.findByRole('form', { name: 'How is it for you?' });
const headings = () =>
  screen.getAllByRole('heading', { level: 2 }).map(h => h.textContent);

describe('the satisfaction tab', () => {
  it('keeps its shape while it loads', async () => {
    renderTab({
      getMyAnswer: undefined,
      getSatisfaction: undefined,
      listFeedback: undefined,
      listResearch: undefined,
    });
    await waitFor(() =>
      expect(screen.getAllByRole('status', { name: 'Loading' })).toHaveLength(
        4,
      ),
    );
  });

  it('says what failed, keeps the rest, and tries again', async () => {
    let isAway = true;
    const call = renderTab({
      getSatisfaction: () =>
        isAway ? new Error('The database is away') : hiddenScores,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The scores could not be loaded.The database is away',
    );
    expect(await form()).toBeInTheDocument();
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('Hidden for privacy')).toBeInTheDocument();
    expect(sent(call, 'getSatisfaction')).toEqual([{ params }, { params }]);
    expect(sent(call, 'getMyAnswer')).toHaveLength(1);
  });

  it('begins with the question for users', async () => {
    renderTab({ getSatisfaction: shownScores });
    await form();
    await screen.findByText(/^No feedback yet/);
    expect(headings()).toEqual([
      'How is it for you?',
      'Scores of 2026-Q3',
      'What we heard, what we will do',
      'Feedback',
      'Listening',
    ]);
  });

  it('begins with the scores for the team', async () => {
    renderTab({
      getAccess: personas.owner,
      getSatisfaction: shownScores,
    });
    await screen.findByText(/^You are on its team/);
    await screen.findByText(/^No feedback yet/);
    expect(headings()).toEqual([
      'Scores of 2026-Q3',
      'What we heard, what we will do',
      'Your own platform',
      'Feedback',
      'Listening',
    ]);
  });

  it('says beside reliability how users were told of trouble', async () => {
    renderTab({ getSatisfaction: shownScores, getNoticeMeasures: measures });
    const rows = within(
      await screen.findByRole('region', { name: 'Scores of 2026-Q3' }),
    ).getAllByRole('listitem');
    const note =
      '3 notices in a year; users were told within 18 minutes half the time';
    expect(rows.filter(row => row.textContent?.includes(note))).toEqual([
      rows.find(row => row.textContent?.startsWith('Reliability')),
    ]);
    expect(screen.getByRole('link', { name: note })).toHaveAttribute(
      'href',
      '/catalog/default/component/logs/updates',
    );
  });

  it('has no answer of the team where there are no scores', async () => {
    renderTab({ getAccess: personas.owner });
    await screen.findByText(/^You are on its team/);
    expect(screen.queryByText(/^What we heard/)).not.toBeInTheDocument();
  });

  const table = 'The same in numbers';
  const team: string[][] = [
    ['Invite users to rate', table],
    ['Answer the scores'],
    [
      'Give feedback',
      'Vote for “Searching is slow”, 3 so far',
      'Reply: Searching is slow',
      'Set status: Searching is slow',
    ],
    ['Add to the log', 'Remove: interview · Nov 3, 2026'],
  ];
  const user: string[][] = [
    [table],
    [],
    [
      'Give feedback',
      'Vote for “Searching is slow”, 3 so far',
      'Reply: Searching is slow',
    ],
    [],
  ];

  it.each<[Persona, string[][], boolean]>([
    ['owner', team, false],
    ['productManager', team, false],
    ['squad', user, false],
    ['admin', team, true],
    ['steward', user, true],
    ['reviewer', user, true],
    ['consumer', user, true],
    ['reader', [[table], [], [], []], false],
    ['nobody', [[table], [], [], []], false],
  ])('offers a %s what they may do', async (persona, buttons, isAsked) => {
    renderTab({
      getAccess: personas[persona],
      getSatisfaction: shownScores,
      listFeedback: { ...noFeedback, items: [wish], totalItems: 1 },
      listResearch: { ...noResearch, items: [interview], totalItems: 1 },
    });
    await screen.findByText('Searching is slow');
    await screen.findByText('Nobody finds the search.');
    if (isAsked) await form();
    const parts = [
      'Scores of 2026-Q3',
      'What we heard, what we will do',
      'Feedback',
      'Listening',
    ].map(name => screen.getByRole('region', { name }));
    expect(parts.map(buttonsIn)).toEqual(buttons);
    expect(screen.queryByText('Save answer') !== null).toBe(isAsked);
  });

  it.each<[Persona, RegExp]>([
    ['owner', /^Invite the people who use it/],
    ['productManager', /^Invite the people who use it/],
    ['squad', /^Its owners and its product manager can invite/],
  ])('asks nobody to rate what is their own: %s', async (persona, whom) => {
    const call = renderTab({ getAccess: personas[persona] });
    const part = await screen.findByRole('region', {
      name: 'Your own platform',
    });
    expect(part).toHaveTextContent(/scores come from the people who use it/);
    expect(within(part).getByText(whom)).toBeInTheDocument();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(sent(call, 'getMyAnswer')).toEqual([]);
  });

  it('says nothing of that between rounds, and to no other', async () => {
    renderTab({
      getAccess: personas.owner,
      getSatisfaction: { ...hiddenScores, round: undefined },
    });
    await screen.findByText(/^No feedback yet/);
    await screen.findByText('Hidden for privacy');
    expect(screen.queryByText('Your own platform')).not.toBeInTheDocument();
  });

  it('offers nothing to those who are no users, whatever a policy says', async () => {
    renderTab({
      getAccess: { ...personas.admin, user: undefined },
      getSatisfaction: shownScores,
      listFeedback: { ...noFeedback, items: [wish], totalItems: 1 },
      listResearch: { ...noResearch, items: [interview], totalItems: 1 },
    });
    await screen.findByText('Searching is slow');
    await screen.findByText('Nobody finds the search.');
    const names = screen.getAllByRole('button').filter(button => {
      return (
        !button.hasAttribute('disabled') && button.closest('[role=region]')
      );
    });
    expect(names.map(({ textContent }) => textContent)).toEqual([table]);
  });

  it.each<[string, Satisfaction, boolean]>([
    ['in a round', hiddenScores, true],
    ['between rounds', { ...hiddenScores, round: undefined }, false],
    ['where nobody was asked', noScores, false],
  ])('invites to rate %s or not', async (_, getSatisfaction, isOffered) => {
    renderTab({ getAccess: personas.owner, getSatisfaction });
    await screen.findByText(/^No feedback yet/);
    await screen.findByText(/^(Hidden for privacy|Nobody was asked yet)$/);
    expect(screen.queryByText('Invite users to rate') !== null).toBe(isOffered);
  });

  it('looks at the scores again after users were invited, and after an answer', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      getSatisfaction: shownScores,
      getAudience: { people: 7, teams: 2 },
      inviteToRate: { asked: 7 },
      replyToScores: done,
    });
    fireEvent.click(await screen.findByText('Invite users to rate'));
    await screen.findByText(/^7 people of 2 teams/);
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    await waitFor(() => expect(sent(call, 'getSatisfaction')).toHaveLength(2));
    fireEvent.click(screen.getByText('Answer the scores'));
    const dialog = within(await screen.findByRole('dialog'));
    fill(dialog.getByLabelText(/^What you heard/), 'We heard you.');
    fireEvent.click(dialog.getByText('Publish'));
    await waitFor(() => expect(sent(call, 'getSatisfaction')).toHaveLength(3));
    expect(sent(call, 'replyToScores')).toMatchObject([
      { params: { ...params, roundId: '2026-Q3' } },
    ]);
  });

  it('asks anew on the page of another service', async () => {
    const call = renderTab({ getMyAnswer: { round, contact: 'declined' } });
    fireEvent.click(await screen.findByText('Rate it after all'));
    await form();
    fireEvent.click(screen.getByText('Go to Shop'));
    expect(await screen.findByText('Rate it after all')).toBeInTheDocument();
    expect(
      sent(
        call,
        'getMyAnswer',
        'getSatisfaction',
        'listFeedback',
        'listResearch',
      ).slice(4),
    ).toEqual(
      Array.from({ length: 4 }, () =>
        expect.objectContaining({ params: { ...params, name: 'shop' } }),
      ),
    );
  });

  it('leads from anonymous feedback to the rating that it comes with', async () => {
    const answer = { ratings: { usability: 2 }, comment: 'Needs a manual' };
    const call = renderTab({
      getMyAnswer: { round, answer },
      putMyAnswer: done,
    });
    fireEvent.click(await screen.findByText('Give feedback'));
    fireEvent.click(await screen.findByLabelText(/nobody knows whose/));
    expect(screen.getByText(/once 10 people have answered, so/)).toBeVisible();
    fireEvent.click(screen.getByText('Go on to my rating'));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'How is Logs for you?' }),
    );
    fill(await dialog.findByLabelText(/A comment/), 'Keep logs for longer');
    fireEvent.click(dialog.getByText('Save answer'));
    await waitFor(() =>
      expect(writes(call)).toEqual([
        [
          'putMyAnswer',
          {
            params,
            body: {
              ratings: { usability: 2 },
              comment: 'Keep logs for longer',
              asFeedback: true,
            },
          },
        ],
      ]),
    );
    // By the page, by the dialog, and by the page once more.
    await waitFor(() => expect(sent(call, 'getMyAnswer')).toHaveLength(3));
  });

  it.each<[string, Answers]>([
    ['between rounds', { getSatisfaction: noScores }],
    [
      'for those who may not rate',
      { getAccess: { ...personas.consumer, rate: false } },
    ],
  ])('offers no anonymous feedback %s', async (_, answers) => {
    renderTab(answers);
    fireEvent.click(await screen.findByText('Give feedback'));
    await screen.findByLabelText(/^Only the team reads it/);
    expect(screen.queryByLabelText(/nobody knows whose/)).toBeNull();
  });
});
