import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Answers } from '../__testUtils__/answerWith';
import { renderExtension } from '../__testUtils__/renderExtension';

const carl = 'user:default/carl';
const noor = 'user:default/noor';

const access = {
  user: carl,
  manageRoster: false,
  offerReview: true,
  requestReview: true,
};
const noWaits = { total: 0, inTime: 0, overdue: 0 };
const times = {
  promise: { duration: 'PT8H', hours: 8, isDefault: true },
  windowDays: 180,
  waiting: noWaits,
  response: noWaits,
  months: [],
  overdue: [],
};
const roster = {
  items: [],
  candidates: [],
  ownership: { urls: [], problems: [] },
  history: { changes: 0 },
};
const nothingConfigured = {
  getAccess: access,
  getMaturity: { level: 0, levels: [] },
  getContributing: { coverage: [], lookedAt: [] },
  getRoster: roster,
  getReviewTimes: times,
};

const entry = {
  userRef: noor,
  status: 'active',
  agreed: { role: 'reviewer', paths: ['/charts/'] },
  isOutside: true,
  isKnown: true,
  openReviews: 1,
  maxOpenReviews: 3,
  onRotation: true,
  timeZone: 'Asia/Beirut',
};

const renderTab = (answers: Answers) =>
  renderExtension({
    id: 'entity-content:platform-product/contribute',
    answers,
  });

describe('the contribute tab', () => {
  it('works with nothing configured, and says what is missing', async () => {
    renderTab(nothingConfigured);
    expect(
      await screen.findByText(
        'There is no contribution guide yet. Ask before you start.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Within 8 business hours')).toBeInTheDocument();
    expect(
      screen.getByText('Nobody has agreed to review yet.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /does not say where the source code is\. The annotation/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/No review times yet/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Copy a template' }),
    ).not.toBeInTheDocument();
  });

  it('says what failed, keeps the rest, and tries again', async () => {
    const call = renderTab({
      ...nothingConfigured,
      getRoster: new Error('The database is away'),
    });
    expect(
      await screen.findByText('The roster could not be loaded.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Within 8 business hours')).toBeInTheDocument();
    const before = call.mock.calls.length;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(call.mock.calls.length).toBe(before + 1));
    expect(call).toHaveBeenLastCalledWith('getRoster', expect.anything());
  });

  it('names reviewers with reasons, and asks the one that is chosen', async () => {
    const call = renderTab({
      ...nothingConfigured,
      getRoster: { ...roster, items: [entry] },
      suggestReviewers: {
        paths: ['charts/a.yaml'],
        suggestions: [
          {
            userRef: noor,
            isOutside: true,
            role: 'reviewer',
            reasons: [
              { kind: 'reviewed', count: 7, path: 'charts' },
              { kind: 'owns', files: 1 },
            ],
            openReviews: 1,
            maxOpenReviews: 3,
            overlapHours: 5,
          },
        ],
        leftOut: [
          {
            userRef: 'user:default/jon',
            name: 'user:default/jon',
            reason: 'away',
            awayUntil: '2026-12-01',
          },
        ],
      },
      requestReview: {},
    });
    const finder = within(
      await screen.findByRole('region', { name: 'Who should review?' }),
    );
    fireEvent.change(finder.getByLabelText(/Changed paths/), {
      target: { value: 'M  charts/a.yaml\n' },
    });
    fireEvent.click(finder.getByRole('button', { name: 'Find' }));
    expect(
      await finder.findByText(
        'reviewed 7 changes in charts; declared owner of 1 of the files',
      ),
    ).toBeInTheDocument();
    expect(call).toHaveBeenCalledWith(
      'suggestReviewers',
      expect.objectContaining({
        body: expect.objectContaining({ paths: ['charts/a.yaml'] }),
      }),
    );
    expect(
      finder.getByText(/1 of 3 open · 5 h of working/),
    ).toBeInTheDocument();
    expect(finder.getByText(/away until/)).toHaveTextContent('Dec 1, 2026');

    fireEvent.click(finder.getByRole('button', { name: /^Ask noor/i }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(/Link to the change/), {
      target: { value: 'ftp://example.com/change' },
    });
    expect(dialog.getByRole('button', { name: 'Ask' })).toBeDisabled();
    fireEvent.change(dialog.getByLabelText(/Link to the change/), {
      target: { value: '' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Ask' }));
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith(
        'requestReview',
        expect.objectContaining({
          idempotencyKey: expect.any(String),
          body: {
            reviewer: noor,
            paths: ['charts/a.yaml'],
            changeUrl: undefined,
            note: undefined,
          },
        }),
      ),
    );
  });

  it('offers people only what they can do', async () => {
    renderTab({
      ...nothingConfigured,
      getRoster: {
        ...roster,
        items: [
          entry,
          {
            ...entry,
            userRef: carl,
            status: 'invited',
            agreed: undefined,
            proposed: { by: 'owners', role: 'approver', paths: [] },
          },
        ],
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Accept' }),
    ).toBeInTheDocument();
    for (const name of ['Approve', 'Let go', 'Invite', 'Offer to review']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
    fireEvent.click(screen.getByRole('button', { name: 'Accept' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'approver · everything',
    );
  });

  it('shows owners a way to a guide', async () => {
    renderTab({
      ...nothingConfigured,
      getAccess: { ...access, manageRoster: true },
      getContributing: {
        coverage: [],
        lookedAt: ['https://github.com/o/r/blob/HEAD/CONTRIBUTING.md'],
        newFileUrl: 'https://github.com/o/r/new/HEAD?filename=CONTRIBUTING.md',
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Copy a template' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Start it on the forge' }),
    ).toHaveAttribute(
      'href',
      'https://github.com/o/r/new/HEAD?filename=CONTRIBUTING.md',
    );
  });
});
