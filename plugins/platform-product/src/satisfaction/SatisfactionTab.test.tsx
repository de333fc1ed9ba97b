import { ratedFeatures } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Answers } from '../__testUtils__/answerWith';
import { renderExtension } from '../__testUtils__/renderExtension';

const round = {
  id: '2026-Q4',
  opensAt: '2026-10-01T00:00:00.000Z',
  closesAt: '2027-01-01T00:00:00.000Z',
  k: 5,
  commentThreshold: 10,
};
const consumer = {
  user: 'user:default/carl',
  rate: true,
  giveFeedback: true,
  inviteToRate: false,
  replyToScores: false,
  manageFeedback: false,
  writeResearch: false,
};
const nothing = {
  getAccess: consumer,
  getMyAnswer: { round },
  getSatisfaction: {
    round,
    state: 'hidden',
    features: ratedFeatures.map(feature => ({
      feature,
      state: 'hidden',
      history: [],
    })),
    comments: { state: 'hidden', items: [] },
  },
  listFeedback: { items: [], totalItems: 0, pageInfo: {}, counts: {} },
  listResearch: { items: [], totalItems: 0, pageInfo: {}, recent: {} },
};

const score = {
  counts: [1, 2, 3, 8, 9],
  n: 23,
  good: { share: 0.739, low: 0.54, high: 0.87 },
  mean: { mean: 3.9, low: 3.5, high: 4.3 },
};
const shown = {
  ...nothing.getSatisfaction,
  scoresOf: '2026-Q3',
  state: 'shown',
  participation: {
    complete: 21,
    partial: 4,
    asked: 60,
    rate: 0.35,
    rateWithPartial: 0.42,
  },
  features: ratedFeatures.map(feature =>
    feature === 'cost'
      ? { feature, state: 'hidden', history: [] }
      : {
          feature,
          state: 'shown',
          score,
          history: [],
          change: {
            since: '2026-Q2',
            difference: 0.2,
            low: feature === 'latency' ? -0.01 : 0.05,
            high: 0.33,
            direction: feature === 'latency' ? 'none' : 'up',
          },
        },
  ),
};

const renderTab = (answers: Answers) =>
  renderExtension({
    id: 'entity-content:platform-product/satisfaction',
    answers,
  });

describe('the satisfaction tab', () => {
  it('says who sees what before it asks, and saves what is chosen', async () => {
    const saved = { round, answer: { ratings: { usability: 2 } } };
    const call = renderTab({ ...nothing, putMyAnswer: saved });
    expect(
      await screen.findByText(/none before 5 people have answered/),
    ).toBeInTheDocument();
    const form = screen.getByRole('form', { name: 'How is it for you?' });
    const save = within(form).getByRole('button', { name: 'Save answer' });
    expect(save).toBeDisabled();
    const usability = within(form).getByRole('radiogroup', {
      name: /^Usability/,
    });
    fireEvent.click(within(usability).getByRole('radio', { name: '2' }));
    fireEvent.click(save);
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('putMyAnswer', {
        params: { kind: 'component', namespace: 'default', name: 'logs' },
        body: { ratings: { usability: 2 }, comment: undefined },
      }),
    );
    const mine = await screen.findByRole('region', { name: 'Your answer' });
    expect(mine).toHaveTextContent('Usability2 / 5');
    expect(mine).toHaveTextContent('Costleft out');
  });

  it('notes that it was seen, once, and takes a refusal', async () => {
    const call = renderTab({ ...nothing, noteInvitation: {} });
    const params = { kind: 'component', namespace: 'default', name: 'logs' };
    fireEvent.click(
      await screen.findByRole('button', { name: 'Not this time' }),
    );
    expect(
      await screen.findByText('You did not want to rate it in this round.'),
    ).toBeInTheDocument();
    expect(
      call.mock.calls.filter(([operation]) => operation === 'noteInvitation'),
    ).toEqual([
      ['noteInvitation', { params, body: { outcome: 'seen' } }],
      ['noteInvitation', { params, body: { outcome: 'declined' } }],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Rate it after all' }));
    expect(
      screen.getByRole('form', { name: 'How is it for you?' }),
    ).toBeInTheDocument();
  });

  it('asks before an answer is taken back', async () => {
    const call = renderTab({
      ...nothing,
      getMyAnswer: { round, answer: { ratings: { usability: 2 } } },
      withdrawMyAnswer: { round },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Take it back' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(call).not.toHaveBeenCalledWith(
      'withdrawMyAnswer',
      expect.anything(),
    );
    fireEvent.click(
      within(dialog).getByRole('button', { name: 'Take it back' }),
    );
    expect(
      await screen.findByRole('form', { name: 'How is it for you?' }),
    ).toBeInTheDocument();
  });

  it('leads from anonymous feedback to the rating that it comes with', async () => {
    const answer = { ratings: { usability: 2 }, comment: 'Needs a manual' };
    const call = renderTab({
      ...nothing,
      getMyAnswer: { round, answer },
      putMyAnswer: { round, answer },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Give feedback' }),
    );
    fireEvent.click(screen.getByRole('radio', { name: /nobody knows whose/ }));
    expect(screen.queryByLabelText(/In one line/)).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Go on to my rating' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'How is Logs for you?',
    });
    const comment = await within(dialog).findByLabelText(/A comment/);
    fireEvent.change(comment, { target: { value: 'Keep logs for longer' } });
    fireEvent.click(
      within(dialog).getByRole('button', { name: 'Save answer' }),
    );
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('putMyAnswer', {
        params: { kind: 'component', namespace: 'default', name: 'logs' },
        body: {
          ratings: { usability: 2 },
          comment: 'Keep logs for longer',
          asFeedback: true,
        },
      }),
    );
  });

  it('tells what is hidden from what is not there', async () => {
    renderTab(nothing);
    expect(await screen.findByText('Hidden for privacy')).toBeInTheDocument();
    expect(screen.queryByText('Nobody was asked yet')).not.toBeInTheDocument();
  });

  it('says that nobody was asked where there was no round', async () => {
    const state = 'none';
    renderTab({
      ...nothing,
      getMyAnswer: {},
      getSatisfaction: {
        state,
        features: [],
        comments: { state, items: [] },
      },
    });
    expect(await screen.findByText('Nobody was asked yet')).toBeInTheDocument();
    expect(
      await screen.findByText(/No round of ratings is open at the moment/),
    ).toBeInTheDocument();
  });

  it('shows scores with their base, their interval and what has changed', async () => {
    renderTab({ ...nothing, getSatisfaction: shown });
    const scores = await screen.findByRole('region', {
      name: 'Scores of 2026-Q3',
    });
    expect(scores).toHaveTextContent(
      '21 of 60 who use it have answered (35%) · 4 more left something out',
    );
    expect(scores).toHaveTextContent('74% good of 23 ratings (54%–87%)');
    expect(scores).toHaveTextContent(
      '20 points more than in 2026-Q2 (5 to 33)',
    );
    expect(scores).toHaveTextContent('no detectable change since 2026-Q2');
    expect(scores).toHaveTextContent(
      'Hidden for privacy: it takes 5 ratings to show any',
    );
    expect(
      screen.queryByRole('button', { name: 'Answer the scores' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText('The team has not answered these scores yet.'),
    ).toBeInTheDocument();
  });

  it('lets the team answer, invite and write the log', async () => {
    renderTab({
      ...nothing,
      getAccess: {
        ...consumer,
        inviteToRate: true,
        replyToScores: true,
        manageFeedback: true,
        writeResearch: true,
      },
      getSatisfaction: shown,
    });
    for (const name of [
      'Answer the scores',
      'Invite users to rate',
      'Add to the log',
    ]) {
      expect(await screen.findByRole('button', { name })).toBeEnabled();
    }
  });

  it('says what failed, keeps the rest, and tries again', async () => {
    const call = renderTab({
      ...nothing,
      getSatisfaction: new Error('The database is away'),
    });
    expect(
      await screen.findByText('The scores could not be loaded.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('form', { name: 'How is it for you?' }),
    ).toBeInTheDocument();
    const before = call.mock.calls.length;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(call.mock.calls.length).toBe(before + 1));
  });

  it('lists feedback with its votes, and votes once', async () => {
    const item = {
      id: '1f0c1a2e-0000-4000-8000-000000000001',
      entityRef: 'component:default/logs',
      title: 'Searching is slow',
      visibility: 'public',
      author: 'user:default/ada',
      at: '2026-11-01T10:00:00.000Z',
      status: 'planned',
      statusNote: 'Next quarter',
      votes: 3,
      hasMyVote: false,
      replies: [],
    };
    const call = renderTab({
      ...nothing,
      listFeedback: {
        items: [item],
        totalItems: 1,
        pageInfo: {},
        counts: { planned: 1 },
      },
      voteForFeedback: { ...item, votes: 4, hasMyVote: true },
    });
    const feedback = await screen.findByRole('region', { name: 'Feedback' });
    expect(feedback).toHaveTextContent('Next quarter');
    fireEvent.click(
      within(feedback).getByRole('button', {
        name: 'Vote for “Searching is slow”, 3 so far',
      }),
    );
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('voteForFeedback', {
        params: { id: item.id },
      }),
    );
  });
});
