import '../__testUtils__/fewTimeZones';
import { useState } from 'react';
import {
  Availability,
  MyReviews,
  ReviewRequest,
} from '@platform-product/backstage-plugin-common';
import { defaultAvailability } from '@platform-product/backstage-plugin-common/rules';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
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
import { noReviews, pendingRequest } from '../__testUtils__/reviewers';
import { MyReviewsContent } from './MyReviewsContent';

function renderReviews(
  reviews: Partial<MyReviews> = {},
  options: { answers?: Answers; route?: string } = {},
) {
  return renderWithApi(
    <MyReviewsContent />,
    { getMyReviews: { ...noReviews, ...reviews }, ...options.answers },
    { route: options.route },
  );
}

const section = (name: string) => screen.findByRole('region', { name });
const idOf = (index: number) =>
  `6e0c1a2e-0000-4000-8000-0000000000${`${index}`.padStart(2, '0')}`;

const accepted: ReviewRequest = {
  ...pendingRequest,
  id: idOf(2),
  status: 'accepted',
  asked: [
    {
      ...pendingRequest.asked[0],
      outcome: 'accepted',
      answeredAt: '2026-11-20T11:00:00.000Z',
    },
  ],
};

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Berlin' }),
);

describe('one’s own reviewing', () => {
  it('keeps its shape while it loads', async () => {
    renderReviews({}, { answers: { getMyReviews: undefined } });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderReviews(
      {},
      {
        answers: {
          getMyReviews: () =>
            isAway ? new Error('The database is away') : noReviews,
        },
      },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your reviews could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section('Asked of you')).toBeInTheDocument();
  });

  it('says what would be here, and the first step, where there is nothing', async () => {
    renderReviews();
    expect(await section('Asked of you')).toHaveTextContent(
      'No requests are waiting for your answer.',
    );
    expect(await section('You have asked for')).toHaveTextContent(
      'You have not asked for a review yet. On a platform’s Contribute tab, the finder names the right person.',
    );
    expect(await section('Your rosters')).toHaveTextContent(
      'You do not review for any platform yet.',
    );
    expect(await section('You have accepted')).toHaveTextContent(
      'You have no review to do.',
    );
  });

  it('tells what waits for an answer from what was accepted', async () => {
    renderReviews({
      asked: [
        {
          ...pendingRequest,
          paths: ['a', 'b', 'c', 'd', 'e', 'f'],
          note: 'Longer timeouts',
          changeUrl: 'https://example.com/7',
          answerDueAt: '2026-11-20T23:30:00.000Z',
        },
        accepted,
        { ...pendingRequest, id: idOf(3), status: 'completed' },
        { ...pendingRequest, id: idOf(4), status: 'withdrawn' },
        { ...pendingRequest, id: idOf(5), status: 'exhausted' },
      ],
    });
    const waiting = await section('Asked of you');
    const [request, ...others] = within(waiting).getAllByRole('article');
    expect(others).toEqual([]);
    expect(request.textContent!.replace(/\s/g, ' ')).toBe(
      'logs from carlLonger timeoutsa, b, c, d +2Open the change3 hours agoanswer by Nov 21, 2026, 12:30 AMAcceptDecline',
    );
    expect(within(request).getByText('Open the change')).toHaveAttribute(
      'href',
      'https://example.com/7',
    );
    const done_ = await section('You have accepted');
    expect(
      within(done_)
        .getAllByRole('article')
        .map(({ textContent }) => textContent),
    ).toEqual(['logs from carlcharts/a.yaml3 hours agoMark as done']);
  });

  it('tells since when one is asked, whoever was asked before', async () => {
    const [turn] = pendingRequest.asked;
    renderReviews({
      asked: [
        {
          ...pendingRequest,
          asked: [
            {
              reviewer: 'user:default/kim',
              at: '2026-11-18T12:00:00.000Z',
              outcome: 'declined',
              answeredAt: '2026-11-20T09:00:00.000Z',
            },
            turn,
          ],
        },
      ],
    });
    const [request] = within(await section('Asked of you')).getAllByRole(
      'article',
    );
    expect(request).toHaveTextContent(/3 hours ago/);
    expect(request).not.toHaveTextContent(/2 days ago|kim/);
  });

  it('leads to the platform of a request', async () => {
    renderReviews({ asked: [pendingRequest] });
    const part = within(await section('Asked of you'));
    expect(part.getByText('logs').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/logs',
    );
    expect(part.getByText('carl').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/user/carl',
    );
  });

  it('shows one’s requests with all whom they were with, the open ones first', async () => {
    const turn = pendingRequest.asked[0];
    const requested: ReviewRequest[] = [
      {
        ...pendingRequest,
        status: 'completed',
        paths: ['a', 'b', 'c', 'd'],
      },
      {
        ...pendingRequest,
        id: idOf(2),
        paths: [],
        asked: [
          {
            ...turn,
            at: '2026-11-18T12:00:00.000Z',
            outcome: 'declined',
            answeredAt: '2026-11-19T12:00:00.000Z',
          },
          {
            reviewer: 'user:default/kim',
            at: '2026-11-19T12:00:00.000Z',
            outcome: 'unanswered',
          },
          { ...turn, reviewer: 'user:default/lou' },
        ],
      },
      accepted,
      { ...pendingRequest, id: idOf(4), status: 'withdrawn', paths: [] },
      {
        ...pendingRequest,
        id: idOf(5),
        status: 'exhausted',
        paths: [],
        answerDueAt: '2026-11-20T23:30:00.000Z',
      },
    ];
    renderReviews({
      requested: requested.map((request, index) => ({
        ...request,
        id: idOf(index + 1),
      })),
    });
    const mine = await section('You have asked for');
    expect(
      within(mine)
        .getAllByRole('article')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'logswaits for an answernoor declined 1 day agokim did not answer in timelou asked 3 hours agoTake back',
      'logsacceptedcharts/a.yamlnoor accepted 1 hour agoMark as doneTake back',
      'logsdonea, b, c, dnoor asked 3 hours ago',
      'logstaken backnoor asked 3 hours ago',
      'logsnobody is left to asknoor asked 3 hours ago',
    ]);
  });

  it('shows all open requests, and ten that are over', async () => {
    renderReviews({
      requested: [
        ...Array.from({ length: 12 }, (_, index) => ({
          ...pendingRequest,
          id: idOf(index + 1),
          status: 'completed' as const,
        })),
        ...Array.from({ length: 11 }, (_, index) => ({
          ...pendingRequest,
          id: idOf(index + 20),
        })),
      ],
    });
    const mine = await section('You have asked for');
    expect(within(mine).getAllByText('waits for an answer')).toHaveLength(11);
    expect(within(mine).getAllByText('done')).toHaveLength(10);
  });

  it.each<[string, Partial<MyReviews>]>([
    [
      'one that waits',
      { asked: [pendingRequest, { ...pendingRequest, id: idOf(9) }] },
    ],
    [
      'one that was accepted',
      { asked: [accepted, { ...accepted, id: idOf(9) }] },
    ],
    [
      'one’s own',
      { requested: [pendingRequest, { ...pendingRequest, id: idOf(9) }] },
    ],
  ])('marks the request that a notification led to: %s', async (_, reviews) => {
    renderReviews(reviews, { route: `/?request=${idOf(9)}` });
    await section('Asked of you');
    const marks = screen
      .getAllByRole('article')
      .map(article => article.getAttribute('aria-current'));
    expect(marks).toEqual([null, 'true']);
  });

  it.each([
    [
      'Asked of you',
      pendingRequest,
      'Accept',
      'acceptReviewRequest',
      'Accepted. The requester is notified.',
    ],
    [
      'Asked of you',
      pendingRequest,
      'Decline',
      'declineReviewRequest',
      'Declined. The next person is asked.',
    ],
    [
      'You have accepted',
      accepted,
      'Mark as done',
      'completeReviewRequest',
      'Thank you.',
    ],
    [
      'You have asked for',
      pendingRequest,
      'Take back',
      'withdrawReviewRequest',
      'Taken back.',
    ],
    [
      'You have asked for',
      accepted,
      'Mark as done',
      'completeReviewRequest',
      'Thank you.',
    ],
  ] as const)(
    'answers once, and looks again: %s, %#',
    async (name, request, button, operation, text) => {
      const isMine = name === 'You have asked for';
      const call = renderReviews(
        isMine ? { requested: [request] } : { asked: [request] },
        { answers: { [operation]: done } },
      );
      const part = await section(name);
      pressTwice(
        within(part).getByRole('button', { name: startingWith(button) }),
      );
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(writes(call)).toEqual([
        [operation, { params: { id: request.id } }],
      ]);
      await waitFor(() => expect(sent(call, 'getMyReviews')).toHaveLength(2));
    },
  );

  it.each<[string, string[], string]>([
    ['no path', [], ''],
    ['one path', ['a.ts'], ', a.ts'],
    ['many paths', ['a.ts', 'b.ts', 'c.ts'], ', a.ts +2'],
  ])(
    'has buttons that say in short which request: %s',
    async (_, paths, of) => {
      const request = { ...pendingRequest, paths };
      renderReviews({ asked: [request], requested: [request] });
      expect(buttonsIn(await section('Asked of you'))).toEqual([
        `Accept: logs from carl${of}`,
        `Decline: logs from carl${of}`,
      ]);
      expect(buttonsIn(await section('You have asked for'))).toEqual([
        `Take back: logs${of}`,
      ]);
    },
  );

  it('says why an answer could not be given', async () => {
    const call = renderReviews(
      { asked: [pendingRequest] },
      { answers: { acceptReviewRequest: new Error('Kim is asked by now') } },
    );
    fireEvent.click(await screen.findByRole('button', { name: /^Accept/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Kim is asked by now',
    );
    expect(screen.getByRole('button', { name: /^Accept/ })).toBeEnabled();
    expect(sent(call, 'getMyReviews')).toHaveLength(1);
  });
});

describe('one’s own rosters', () => {
  const roster: MyReviews['roster'] = [
    {
      entityRef: 'component:default/logs',
      status: 'active',
      agreed: { role: 'reviewer', paths: ['/charts/'] },
      proposed: { by: 'owners', role: 'approver', paths: [] },
    },
    {
      entityRef: 'component:default/metrics',
      status: 'invited',
      proposed: { by: 'owners', role: 'shadow', paths: [] },
    },
    {
      entityRef: 'component:default/traces',
      status: 'offered',
      proposed: {
        by: 'person',
        role: 'approver',
        paths: [],
        endsOn: '2027-03-31',
      },
    },
    {
      entityRef: 'component:default/shop',
      status: 'emeritus',
      agreed: { role: 'reviewer', paths: [] },
    },
  ];

  it('say where one stands, and can be left', async () => {
    renderReviews({ roster });
    const part = await section('Your rosters');
    expect(
      within(part)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'logsactive · reviewer · /charts/Leave',
      'metricsinvited · shadow · everythingTurn down',
      'tracesoffers to review · approver · everything · until Mar 31, 2027Withdraw',
      'shopemeritus · reviewer · everything',
    ]);
  });

  it.each([
    [
      'Leave',
      'Leave the roster?',
      /^You will no longer be suggested for logs and will be listed as emeritus/,
      'logs',
    ],
    [
      'Turn down',
      'Withdraw the proposal?',
      /^You will not review for metrics/,
      'metrics',
    ],
    [
      'Withdraw',
      'Withdraw the proposal?',
      /^You will not review for traces/,
      'traces',
    ],
  ])('say what is lost before: %s', async (button, title, text, name) => {
    const call = renderReviews(
      { roster },
      { answers: { removeReviewer: done } },
    );
    fireEvent.click(
      await screen.findByRole('button', { name: startingWith(button) }),
    );
    const dialog = within(await screen.findByRole('dialog', { name: title }));
    expect(dialog.getByText(text)).toBeInTheDocument();
    expect(writes(call)).toEqual([]);
    pressTwice(dialog.getByRole('button', { name: button }));
    expect(
      await screen.findByText('Done. The roster is up to date.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'removeReviewer',
        { params: { ...params, name, userRef: 'user:default/noor' } },
      ],
    ]);
    await waitFor(() => expect(sent(call, 'getMyReviews')).toHaveLength(2));
  });
});

describe('when one can review', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const saved: Availability = {
    timeZone: 'Asia/Beirut',
    workingDays: [1, 3, 5],
    from: '08:00',
    until: '16:30',
    holidays: 'LB',
    away: [
      { from: '2026-12-24', until: '2027-01-02' },
      { from: '2027-07-01', until: '2027-07-14' },
    ],
    onRotation: false,
    maxOpenReviews: 2,
  };
  const save = () => screen.getByRole('button', { name: 'Save' });
  const field = (label: string | RegExp) => screen.getByLabelText(label);

  async function renderForm(
    more: Partial<MyReviews> = {},
    answers: Answers = {},
  ) {
    const call = renderReviews({ availability: saved, ...more }, { answers });
    const part = await section('When you can review');
    return { call, part };
  }

  it('shows what was saved', async () => {
    const { part } = await renderForm();
    expect(part).toHaveTextContent(
      'Applies to every platform you review for. Others see only your time zone, your open reviews and, while you are away, when you are back.',
    );
    expect(part).not.toHaveTextContent('These are the defaults');
    expect(field('I take new reviews')).not.toBeChecked();
    expect(field('Most open reviews at once')).toHaveValue(2);
    expect(field('Time zone')).toHaveTextContent('Asia/Beirut');
    expect(field('From')).toHaveValue('08:00');
    expect(field('Until')).toHaveValue('16:30');
    expect(field('Public holidays of')).toHaveValue('LB');
    const days = within(part).getByRole('group', { name: 'Working days' });
    expect(
      within(days)
        .getAllByRole('checkbox')
        .map(box => [
          box.closest('label')!.textContent,
          (box as HTMLInputElement).checked,
        ]),
    ).toEqual([
      ['Mon', true],
      ['Tue', false],
      ['Wed', true],
      ['Thu', false],
      ['Fri', true],
      ['Sat', false],
      ['Sun', false],
    ]);
    expect(
      screen
        .getAllByLabelText('First day')
        .map(day => day.getAttribute('value')),
    ).toEqual(['2026-12-24', '2027-07-01']);
    expect(
      screen
        .getAllByLabelText('Last day')
        .map(day => day.getAttribute('value')),
    ).toEqual(['2027-01-02', '2027-07-14']);
  });

  it('says what is assumed of those who have saved nothing, in their time zone', async () => {
    const { part } = await renderForm({
      availability: defaultAvailability,
      isDefault: true,
    });
    expect(part).toHaveTextContent('These are the defaults until you save.');
    expect(field('Time zone')).toHaveTextContent(timeZone.replace(/_/g, ' '));
  });

  it('saves what was changed, once, and looks again', async () => {
    const { call } = await renderForm({}, { putAvailability: done });
    fireEvent.click(field('I take new reviews'));
    fill(field('Most open reviews at once'), '5');
    await pick(field('Time zone'), 'Asia/Tokyo');
    fill(field('From'), '09:15');
    fill(field('Until'), '17:45');
    fireEvent.click(field('Tue'));
    fireEvent.click(field('Fri'));
    fill(field('Public holidays of'), 'de-be');
    pressTwice(save());
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(writes(call)).toEqual([
      [
        'putAvailability',
        {
          params: {},
          body: {
            timeZone: 'Asia/Tokyo',
            workingDays: [1, 2, 3],
            from: '09:15',
            until: '17:45',
            holidays: 'DE-BE',
            away: saved.away,
            onRotation: true,
            maxOpenReviews: 5,
          },
        },
      ],
    ]);
    await waitFor(() => expect(sent(call, 'getMyReviews')).toHaveLength(2));
  });

  it('takes days away as they are changed, added and removed', async () => {
    const { call } = await renderForm({}, { putAvailability: done });
    expect(screen.getByText('No reason needed.')).toBeInTheDocument();
    fill(screen.getAllByLabelText('Last day')[1], '2027-07-20');
    fireEvent.click(
      screen.getByRole('button', { name: 'Remove 2026-12-24 to 2027-01-02' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Add days away' }));
    const [, first] = screen.getAllByLabelText('First day');
    const [, last] = screen.getAllByLabelText('Last day');
    expect(first).toHaveValue('2026-11-20');
    expect(last).toHaveValue('2026-11-20');
    fill(last, '2026-11-23');
    fill(first, '2026-11-21');
    expect(last).toHaveAttribute('min', '2026-11-21');
    fireEvent.click(save());
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body.away).toEqual([
      { from: '2027-07-01', until: '2027-07-20' },
      { from: '2026-11-21', until: '2026-11-23' },
    ]);
  });

  it('begins days away with the reader’s own today', async () => {
    letItBe('2026-11-20T23:30:00.000Z', { zone: 'Europe/Berlin' });
    await renderForm({ availability: defaultAvailability });
    fireEvent.click(screen.getByRole('button', { name: 'Add days away' }));
    expect(field('First day')).toHaveValue('2026-11-21');
    expect(field('Last day')).toHaveValue('2026-11-21');
  });

  it('shows what the backend has made of it once it was saved', async () => {
    let known = saved;
    await renderForm(
      {},
      {
        getMyReviews: () => ({ ...noReviews, availability: known }),
        putAvailability: ({ body }) => {
          known = { ...body!, away: [] };
          return known as never;
        },
      },
    );
    fill(field('Most open reviews at once'), '5');
    fireEvent.click(save());
    await waitFor(() =>
      expect(screen.queryByLabelText('First day')).not.toBeInTheDocument(),
    );
    expect(field('Most open reviews at once')).toHaveValue(5);
  });

  it('keeps what is changed while it is saved', async () => {
    let answer: () => void;
    let known = saved;
    await renderForm(
      {},
      {
        getMyReviews: () => ({ ...noReviews, availability: known }),
        putAvailability: ({ body }) =>
          new Promise(resolve => {
            answer = () => {
              known = body as typeof saved;
              resolve(known as never);
            };
          }),
      },
    );
    fill(field('Most open reviews at once'), '5');
    fireEvent.click(save());
    fill(field('Most open reviews at once'), '6');
    await act(async () => answer());
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(field('Most open reviews at once')).toHaveValue(6);
    fill(field('Most open reviews at once'), '');
    expect(field('Most open reviews at once')).toHaveValue(null);
    expect(
      screen.getByText('Enter a whole number from 1 to 50.'),
    ).toBeInTheDocument();
  });

  it('keeps what is changed while it is saved for whoever comes back', async () => {
    function Tabs() {
      const [isOther, setOther] = useState(false);
      return (
        <>
          <button onClick={() => setOther(!isOther)}>Other tab</button>
          {!isOther && <MyReviewsContent />}
        </>
      );
    }
    const switchTab = () => fireEvent.click(screen.getByText('Other tab'));
    let answer!: () => void;
    renderWithApi(<Tabs />, {
      getMyReviews: { ...noReviews, availability: saved },
      putAvailability: () =>
        new Promise(resolve => {
          answer = () => resolve(done);
        }),
    });
    await section('When you can review');
    fill(field('Most open reviews at once'), '5');
    fireEvent.click(save());
    fill(field('Most open reviews at once'), '6');
    await act(async () => answer());
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    switchTab();
    switchTab();
    await section('When you can review');
    expect(field('Most open reviews at once')).toHaveValue(6);
  });

  it('is saved once for two times Enter', async () => {
    const { call, part } = await renderForm();
    fireEvent.submit(part.querySelector('form')!);
    fireEvent.submit(part.querySelector('form')!);
    expect(writes(call)).toHaveLength(1);
  });

  it('leaves out holidays that are taken away', async () => {
    const { call } = await renderForm({}, { putAvailability: done });
    fill(field('Public holidays of'), '');
    fireEvent.click(save());
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(writes(call)[0][1].body.holidays).toBeUndefined();
  });

  it.each<[string, () => HTMLElement, string, string]>([
    ['no open reviews', () => field('Most open reviews at once'), '0', '1'],
    [
      'too many open reviews',
      () => field('Most open reviews at once'),
      '51',
      '50',
    ],
    ['an end before the beginning', () => field('Until'), '08:00', '08:01'],
    ['no beginning', () => field('From'), '', '08:00'],
    ['half a country', () => field('Public holidays of'), 'D', 'DE'],
  ])('marks %s, and does not save it', async (_, input, bad, good) => {
    await renderForm();
    fill(input(), bad);
    expect(input()).toBeInvalid();
    expect(save()).toBeDisabled();
    fill(input(), good);
    expect(input()).toBeValid();
    expect(save()).toBeEnabled();
  });

  it('does not save days away that end before they begin', async () => {
    await renderForm();
    const [last] = screen.getAllByLabelText('Last day');
    fill(last, '2026-12-23');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Each absence needs a first day, and a last day on or after it.',
    );
    expect(save()).toBeDisabled();
    fill(last, '2026-12-24');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(save()).toBeEnabled();
  });

  it('does not save a week without a working day', async () => {
    const { part } = await renderForm();
    for (const day of ['Mon', 'Wed', 'Fri']) fireEvent.click(field(day));
    expect(save()).toBeDisabled();
    expect(part).toHaveTextContent('Choose at least one day.');
    fireEvent.submit(part.querySelector('form')!);
    fireEvent.click(field('Sun'));
    expect(save()).toBeEnabled();
  });

  it('loses nothing when it fails', async () => {
    const { call } = await renderForm(
      {},
      { putAvailability: new Error('The database is away') },
    );
    fill(field('Most open reviews at once'), '7');
    fireEvent.click(save());
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(field('Most open reviews at once')).toHaveValue(7);
    expect(sent(call, 'getMyReviews')).toHaveLength(1);
  });

  it('keeps what could not be saved when the page is loaded again', async () => {
    const { call } = await renderForm(
      {},
      {
        // Every time with an availability of its own, as the backend sends it.
        getMyReviews: () => ({
          ...noReviews,
          availability: { ...saved },
          asked: [pendingRequest],
        }),
        putAvailability: new Error('The database is away'),
        acceptReviewRequest: done,
      },
    );
    fill(field('Most open reviews at once'), '7');
    fireEvent.click(save());
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: /^Accept/ }));
    await waitFor(() => expect(sent(call, 'getMyReviews')).toHaveLength(2));
    await act(async () => {});
    expect(field('Most open reviews at once')).toHaveValue(7);
  });

  it('offers nothing else to press', async () => {
    const { part } = await renderForm({ availability: defaultAvailability });
    const zone = field('Time zone').textContent;
    expect(buttonsIn(part)).toEqual([zone, 'Add days away', 'Save']);
  });
});
