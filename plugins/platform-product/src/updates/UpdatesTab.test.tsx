import {
  EventOccurrence,
  Notice,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { buttonsIn, fill, pick, pressTwice } from '../__testUtils__/actions';
import { Answers, sent, writes } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { Persona, personas } from '../__testUtils__/personas';
import { params, renderExtension } from '../__testUtils__/renderExtension';
import {
  concerning,
  draftedNotice,
  listOf,
  measures,
  missingLogs,
  noMeasures,
  pastNotice,
  unanswered,
} from '../__testUtils__/updates';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

const renderTab = (answers: Answers = {}) =>
  renderExtension({
    id: 'entity-content:platform-product/updates',
    answers: {
      getAccess: personas.consumer,
      listNotices: listOf<Notice>(),
      getNoticeMeasures: noMeasures,
      listPosts: listOf(),
      listConcerningNotices: listOf(),
      listOccurrences: listOf<EventOccurrence>(),
      listEvents: listOf<ServiceEvent>(),
      getRoadmap: { items: [], totalShipped: 0 },
      ...answers,
    },
  });

const part = (name: string) => screen.findByRole('region', { name });
const dialog = async () => within(await screen.findByRole('dialog'));

describe('the updates tab', () => {
  it('keeps its shape while it loads', async () => {
    renderTab({ listNotices: undefined, getNoticeMeasures: undefined });
    expect(
      (await screen.findAllByRole('status', { name: 'Loading' })).length,
    ).toBeGreaterThan(0);
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderTab({
      listNotices: () =>
        isAway ? new Error('The database is away') : listOf(missingLogs),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The notices could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText(missingLogs.title)).toBeInTheDocument();
  });

  it('says that nothing is wrong, and what notices are for', async () => {
    renderTab();
    expect(await screen.findByText(/^Nothing is wrong/)).toBeInTheDocument();
    expect(screen.getByText(/its team tells you here/)).toBeInTheDocument();
    expect(screen.queryByText('How users are told')).not.toBeInTheDocument();
  });

  it('tells the team what it is for, and where to begin', async () => {
    renderTab({ getAccess: personas.owner });
    expect(await screen.findByText(/tell your users here/)).toBeInTheDocument();
    expect(
      await screen.findByRole(
        'button',
        { name: 'Tell users' },
        { timeout: 4_000 },
      ),
    ).toBeInTheDocument();
  });

  it('shows what happens: what, when, how much, what not, and until when', async () => {
    renderTab({
      listNotices: listOf(missingLogs, pastNotice),
      getNoticeMeasures: measures,
    });
    const [open, over] = within(await part('Notices')).getAllByRole('listitem');
    for (const text of [
      'Missing data · major · identified',
      'Next update in 40 minutes',
      'Nov 20, 2026, 2:10 AM–4:40 AM UTC',
      'Lost · Logs of “west” · about 3 % (estimated). Can be recovered in part.',
      'Do not bill by the logs of that night.',
      'Metrics and traces.',
      '9 of 14 entities that use it have answered · 2 more are behind something that is not affected',
    ]) {
      expect(within(open).getByText(text)).toBeInTheDocument();
    }
    expect(within(over).getByText(/· resolved$/)).toBeInTheDocument();
    expect(within(over).queryByText(/^Next update/)).not.toBeInTheDocument();
    expect(await part('How users are told')).toHaveTextContent(
      'Time to notify18 minutes half the time, 61 minutes nine times of ten' +
        'Promised updates in time11 of 12Said in full92%' +
        'Entities that answered31 of 38Time to the final post-mortem6 days half the time',
    );
  });

  it('says first what was said last, and asks about what is the reader’s own', async () => {
    const call = renderTab({
      listNotices: listOf(missingLogs),
      listConcerningNotices: listOf(concerning),
      answerNotice: { items: [unanswered] },
    });
    const section = await part('Notices');
    expect(section).toHaveTextContent('It was the disk.');
    expect(section).not.toHaveTextContent(missingLogs.text);
    expect(
      await screen.findByText(
        'It concerns till, which you own. Is that affected?',
      ),
    ).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: /^Affected: till/ }));
    await waitFor(() =>
      expect(sent(call, 'answerNotice')).toEqual([
        {
          params: { id: missingLogs.id },
          body: { entityRefs: ['component:default/till'], answer: 'affected' },
        },
      ]),
    );
  });

  it('says in which notice another one goes on', async () => {
    renderTab({
      listNotices: listOf<Notice>(missingLogs, {
        ...pastNotice,
        status: 'merged',
        mergedInto: missingLogs.id,
      }),
    });
    expect(
      await screen.findByText('It goes on in “Logs of a night are missing”.'),
    ).toBeInTheDocument();
  });

  it('keeps what is typed while the notice moves', async () => {
    const polls: Array<() => void> = [];
    const { setInterval } = window;
    jest.spyOn(window, 'setInterval').mockImplementation(((
      callback: () => void,
      delay: number,
    ) => {
      if (delay !== 10_000) return setInterval(callback, delay);
      polls.push(callback);
      return 0;
    }) as never);
    let status: Notice['status'] = 'identified';
    renderTab({
      getAccess: personas.owner,
      listNotices: () => listOf({ ...missingLogs, status }),
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Follow up/ }));
    const form = await dialog();
    fill(form.getByLabelText(/^What is new/), 'We have found why.');
    status = 'resolved';
    act(() => polls.at(-1)!());
    expect(await screen.findByText(/· resolved$/)).toBeInTheDocument();
    expect(form.getByLabelText(/^What is new/)).toHaveValue(
      'We have found why.',
    );
    jest.restoreAllMocks();
  });

  it('says by how much a promise is overdue, and that users were told late', async () => {
    renderTab({
      listNotices: listOf({
        ...missingLogs,
        detectedAt: '2026-11-20T07:15:00.000Z',
        nextUpdateDueAt: '2026-11-20T11:35:00.000Z',
      }),
    });
    expect(
      await screen.findByText('Next update overdue by 25 minutes'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Users were told 4 hours after it was found\.$/),
    ).toBeInTheDocument();
  });

  it('keeps what was said, with what corrects it', async () => {
    const [newest, oldest] = missingLogs.updates;
    renderTab({
      listNotices: listOf({
        ...missingLogs,
        updates: [
          { ...newest, corrects: oldest.id },
          { ...oldest, by: undefined },
        ],
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: '2 updates' }));
    const list = within(await part('Notices'))
      .getAllByRole('list')
      .at(-1)!;
    expect(list).toHaveTextContent(/Corrects what was said at .*UTC/);
    expect(list).toHaveTextContent(/By itself/);
    expect(list).toHaveTextContent(/We are looking why\. Corrected since/);
  });

  const team = [
    'Tell users',
    'Follow up: Logs of a night are missing',
    'Who has answered: Logs of a night are missing',
    '2 updates',
    'Go on with it: Search is away',
    'Throw away: Search is away',
  ];

  it.each<[Persona, readonly string[]]>([
    ['owner', team],
    ['productManager', team],
    ['admin', team],
    ['squad', ['2 updates']],
    ['steward', ['2 updates']],
    ['consumer', ['2 updates']],
    ['reader', ['2 updates']],
  ])('offers a %s what they may do', async (persona, buttons) => {
    const isTeam = buttons === team;
    renderTab({
      getAccess: personas[persona],
      listNotices: isTeam
        ? listOf(missingLogs, draftedNotice)
        : listOf(missingLogs),
    });
    await screen.findByText(missingLogs.title);
    await waitFor(async () =>
      expect(buttonsIn(await part('Notices'))).toEqual(buttons),
    );
  });

  it('tells users of missing data, after a look at what they will get', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      publishNotice: missingLogs,
      previewNotice: {
        entities: 14,
        choices: ['component:default/shop', 'component:default/till'],
        entityRef: 'component:default/till',
        path: unanswered.path,
        people: 1,
        title: 'Logs: Some data is missing',
        description: 'You own what uses it: till.',
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Tell users' }));
    const form = await dialog();
    const publish = form.getByRole('button', { name: 'Publish' });
    expect(publish).toBeDisabled();
    fill(form.getByLabelText(/^What you know/), 'A disk was full.');
    fill(form.getByLabelText(/^From/), '2026-11-20T02:10');
    fill(form.getByLabelText('Which data'), 'Logs of “west”');
    fireEvent.click(form.getByRole('button', { name: /^Who will be told/ }));
    fireEvent.click(form.getByRole('button', { name: 'Preview' }));
    expect(
      await form.findByText(/^14 entities use it, directly/),
    ).toBeInTheDocument();
    expect(
      form.getByText('1 person owns it. By this way: logs → shop → till'),
    ).toBeInTheDocument();
    expect(form.getByText('You own what uses it: till.')).toBeInTheDocument();
    pressTwice(publish);
    await waitFor(() => expect(sent(call, 'listNotices')).toHaveLength(2));
    expect(
      await screen.findByText('Published. Users are being told.'),
    ).toBeInTheDocument();
    const published = sent(call, 'publishNotice');
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({
      params,
      body: {
        kind: 'missing-data',
        impact: 'major',
        status: 'investigating',
        title: 'Some data is missing',
        text: 'A disk was full.',
        from: new Date('2026-11-20T02:10').toISOString(),
        detectedAt: '2026-11-20T12:00:00.000Z',
        data: { effect: 'lost', what: 'Logs of “west”' },
      },
    });
  });

  it('asks of maintenance when it is, and of nothing that it does not need', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      draftNotice: draftedNotice,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Tell users' }));
    const form = await dialog();
    await pick(
      form.getByRole('button', { name: /^Missing data What happened/ }),
      'Maintenance',
    );
    expect(form.getByLabelText(/^In a few words/)).toHaveValue(
      'Planned maintenance',
    );
    for (const gone of [/^When you found out/, 'Which data', /^Next update/]) {
      expect(form.queryByLabelText(gone)).not.toBeInTheDocument();
    }
    fill(form.getByLabelText(/^From/), '2026-11-22T08:00');
    fireEvent.click(form.getByRole('button', { name: 'Save as a draft' }));
    expect(
      await screen.findByText('Saved. Only your team sees it.'),
    ).toBeInTheDocument();
    const [{ body }] = sent(call, 'draftNotice');
    expect(body).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      impact: 'major',
      from: new Date('2026-11-22T08:00').toISOString(),
    });
    expect(body).not.toHaveProperty('data.effect');
  });

  it('begins like the last one of its kind, at another time', async () => {
    renderTab({
      getAccess: personas.owner,
      listNotices: listOf(missingLogs),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Tell users' }));
    const form = await dialog();
    fireEvent.click(form.getByRole('button', { name: 'As the last one' }));
    expect(form.getByLabelText(/^What you know/)).toHaveValue(missingLogs.text);
    expect(form.getByLabelText(/^From/)).toHaveValue('');
  });

  it('goes on with a draft, or throws it away after it has asked', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      listNotices: listOf(draftedNotice),
      publishDraft: missingLogs,
      discardDraft: {} as never,
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Go on/ }));
    const form = await dialog();
    fill(form.getByLabelText(/^In a few words/), 'Search is back');
    fireEvent.click(form.getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(sent(call, 'publishDraft')).toMatchObject([
      {
        params: { id: draftedNotice.id },
        body: { version: 1, title: 'Search is back', kind: 'outage' },
      },
    ]);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    fireEvent.click(screen.getByRole('button', { name: /^Throw away/ }));
    const question = await dialog();
    expect(question.getByText(/can’t be had again/)).toBeInTheDocument();
    fireEvent.click(question.getByRole('button', { name: 'Throw away' }));
    await waitFor(() =>
      expect(sent(call, 'discardDraft')).toEqual([
        { params: { id: draftedNotice.id } },
      ]),
    );
  });

  it('keeps what was typed where it can’t be published, and says why', async () => {
    renderTab({
      getAccess: personas.owner,
      listNotices: listOf(draftedNotice),
      publishDraft: new Error('The draft has moved since that version'),
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Go on/ }));
    const form = await dialog();
    fireEvent.click(form.getByRole('button', { name: 'Publish' }));
    expect(await form.findByRole('alert')).toHaveTextContent(
      'The draft has moved since that version',
    );
    expect(form.getByLabelText(/^In a few words/)).toHaveValue(
      'Search is away',
    );
  });

  it('follows up: only what is new is sent', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      listNotices: listOf(missingLogs, pastNotice),
      updateNotice: missingLogs,
    });
    const [followUp] = await screen.findAllByRole('button', {
      name: /^Follow up/,
    });
    fireEvent.click(followUp);
    const form = await dialog();
    expect(form.getByRole('button', { name: 'Tell users' })).toBeDisabled();
    fill(form.getByLabelText(/^What is new/), 'All collectors run again.');
    await pick(
      form.getByRole('button', { name: /^identified Where it stands now/ }),
      'resolved',
    );
    fill(form.getByLabelText(/^Link to/), 'http://example.com/');
    expect(form.getByText('It must begin with https://')).toBeInTheDocument();
    expect(form.getByRole('button', { name: 'Tell users' })).toBeDisabled();
    fill(form.getByLabelText(/^Link to/), '');
    fireEvent.click(form.getByRole('button', { name: 'Tell users' }));
    await waitFor(() => expect(writes(call)).toHaveLength(1));
    expect(sent(call, 'updateNotice')).toMatchObject([
      {
        params: { id: missingLogs.id },
        body: {
          status: 'resolved',
          version: 2,
          impact: undefined,
          text: 'All collectors run again.',
          changes: undefined,
          mergedInto: undefined,
          nextUpdateDueAt: undefined,
        },
      },
    ]);
  });

  it('goes on in another notice, once it is said in which', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      listNotices: listOf(missingLogs, pastNotice),
      updateNotice: missingLogs,
    });
    fireEvent.click(
      (await screen.findAllByRole('button', { name: /^Follow up/ }))[0],
    );
    const form = await dialog();
    fill(form.getByLabelText(/^What is new/), 'It is the same cause.');
    await pick(
      form.getByRole('button', { name: /^identified Where it stands now/ }),
      'goes on in another notice',
    );
    const submit = form.getByRole('button', { name: 'Tell users' });
    expect(submit).toBeDisabled();
    await pick(
      form.getByRole('button', { name: /It goes on in/ }),
      'Lines came twice',
    );
    fireEvent.click(submit);
    await waitFor(() =>
      expect(sent(call, 'updateNotice')).toMatchObject([
        { body: { status: 'merged', mergedInto: pastNotice.id } },
      ]),
    );
  });

  it('shows who has not answered, and reminds just those', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      listNotices: listOf(missingLogs),
      listNoticeAnswers: listOf(unanswered, {
        ...unanswered,
        entityRef: 'component:default/shop',
        answer: 'affected' as const,
        note: 'Invoices are made again.',
        by: 'user:default/carl',
        at: '2026-11-20T11:50:00.000Z',
      }),
      remindOfNotice: { entities: 5 },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: /^Who has answered/ }),
    );
    const shown = await dialog();
    const [, first, second] = await shown.findAllByRole('row');
    expect(first).toHaveTextContent(/logs → shop → till.*Not answered$/);
    expect(second).toHaveTextContent(/AffectedInvoices are made again\./);
    fireEvent.click(
      shown.getByRole('button', { name: 'Remind those who have not answered' }),
    );
    expect(
      await screen.findByText('The owners of 5 entities are reminded.'),
    ).toBeInTheDocument();
    expect(writes(call)).toEqual([
      ['remindOfNotice', { params: { id: missingLogs.id } }],
    ]);
  });
});
