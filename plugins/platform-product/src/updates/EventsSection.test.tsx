import '../__testUtils__/fewTimeZones';
import {
  EventOccurrence,
  Notice,
  ServiceEvent,
} from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pick, pressTwice } from '../__testUtils__/actions';
import { Answers, done, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { Persona, personas } from '../__testUtils__/personas';
import { params, renderExtension } from '../__testUtils__/renderExtension';
import {
  cancelledHours,
  firstHours,
  listOf,
  noMeasures,
  officeHours,
  workshopDraft,
} from '../__testUtils__/updates';

beforeEach(() =>
  letItBe('2026-11-20T12:00:00.000Z', { zone: 'America/New_York' }),
);

const renderTab = (answers: Answers = {}) =>
  renderExtension({
    id: 'entity-content:platform-product/updates',
    answers: {
      getAccess: personas.consumer,
      listNotices: listOf<Notice>(),
      getNoticeMeasures: noMeasures,
      listConcerningNotices: listOf(),
      listOccurrences: listOf<EventOccurrence>(firstHours, cancelledHours),
      listEvents: listOf<ServiceEvent>(officeHours, workshopDraft),
      ...answers,
    },
  });

const section = () => screen.findByRole('region', { name: 'Coming' });
const dialog = async () => within(await screen.findByRole('dialog'));
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const when = 'Thu, Nov 26, 2026, 8:00 AM – 8:45 AM';

describe('the events of a service', () => {
  it('keep their shape while they load', async () => {
    renderTab({ listOccurrences: undefined });
    expect(
      (await screen.findAllByRole('status', { name: 'Loading' })).length,
    ).toBeGreaterThan(0);
  });

  it('say what failed, and try again', async () => {
    let isAway = true;
    renderTab({
      listOccurrences: () =>
        isAway ? new Error('The database is away') : listOf(firstHours),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The events could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('Office hours on logs')).toBeInTheDocument();
  });

  it('say what they are for where there are none, to each in their role', async () => {
    renderTab({ listOccurrences: listOf<EventOccurrence>() });
    expect(await section()).toHaveTextContent(
      /^ComingSubscribeNo office hours, workshop or demo is planned/,
    );
  });

  it('tell a team what to begin with', async () => {
    renderTab({
      getAccess: personas.owner,
      listOccurrences: listOf<EventOccurrence>(),
      listEvents: listOf<ServiceEvent>(),
    });
    expect(await screen.findByText(/^Invite your users/)).toBeInTheDocument();
  });

  it('show when, in the reader’s time and in their own, where, and how to join', async () => {
    renderTab();
    const [first, second] = within(await section()).getAllByRole('listitem');
    for (const text of [
      'Office hours',
      'Office hours on logs',
      'Room Elbe',
      '3 come',
    ]) {
      expect(within(first).getByText(text)).toBeInTheDocument();
    }
    expect(first).toHaveTextContent(
      `${when} · Thu, Nov 26, 2026, 2:00 PM – 2:45 PM in Europe/Berlin`,
    );
    expect(within(first).getByRole('link', { name: /^Join/ })).toHaveAttribute(
      'href',
      'https://meet.example.com/logs',
    );
    expect(within(second).getByText('cancelled')).toBeInTheDocument();
    expect(
      within(second).getByText('We are all at a conference.'),
    ).toBeInTheDocument();
    expect(within(second).queryByRole('link')).not.toBeInTheDocument();
  });

  it('say nothing of another zone where its clocks show the same', async () => {
    letItBe('2026-11-20T12:00:00.000Z', { zone: 'Europe/Stockholm' });
    renderTab();
    const [first] = within(await section()).getAllByRole('listitem');
    expect(first).not.toHaveTextContent('Berlin');
  });

  it('take that one comes, and does not after all', async () => {
    let isComing = false;
    const call = renderTab({
      listOccurrences: () => listOf({ ...firstHours, isComing }),
      attend: { ...firstHours, isComing: true },
      unattend: undefined,
    });
    const named = {
      params: { id: officeHours.id, start: '2026-11-26T14:00' },
    };
    const name = `I’ll come: Office hours on logs, ${when}`;
    const button = await screen.findByRole('button', { name });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    isComing = true;
    pressTwice(button);
    await waitFor(() => expect(sent(call, 'attend')).toEqual([named]));
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-pressed',
        'true',
      ),
    );
    await press(name);
    await waitFor(() => expect(sent(call, 'unattend')).toEqual([named]));
  });

  const consumer = ['Subscribe', `I’ll come: Office hours on logs, ${when}`];
  const of = (action: string) => `${action}: Office hours on logs, ${when}`;
  const team = [
    'Subscribe',
    'Plan an event',
    of('I’ll come'),
    of('Who comes'),
    of('Move or cancel'),
    of('Edit'),
    of('Cancel the event'),
    'Publish: Query workshop',
    'Edit: Query workshop',
    'Throw away: Query workshop',
  ];

  it.each<[Persona, readonly string[]]>([
    ['owner', team],
    ['productManager', team],
    ['steward', consumer],
    ['consumer', consumer],
    ['reader', ['Subscribe']],
  ])('offer a %s what they may do', async (persona, buttons) => {
    const call = renderTab({
      getAccess: personas[persona],
      listOccurrences: listOf(firstHours),
    });
    await waitFor(async () =>
      expect(buttonsIn(await section())).toEqual(buttons),
    );
    expect(sent(call, 'listEvents').length > 0).toBe(buttons === team);
  });

  it('are planned, once', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      addEvent: officeHours,
    });
    await press('Plan an event');
    const form = await dialog();
    const submit = form.getByRole('button', { name: 'Publish' });
    expect(submit).toBeDisabled();
    fill(form.getByLabelText(/^Title/), 'Ask us anything');
    fill(form.getByLabelText(/^Starts/), '2026-12-03T14:00');
    await pick(form.getByLabelText(/^Time zone/), 'Asia/Tokyo');
    await pick(form.getByLabelText(/^Repeats/), 'By weeks');
    fill(form.getByLabelText('Every how many'), '2');
    await pick(form.getByLabelText(/^Ends/), 'After so many times');
    fill(form.getByLabelText('How many times'), '6');
    expect(submit).toBeEnabled();
    pressTwice(submit);
    await waitFor(() =>
      expect(sent(call, 'addEvent')).toEqual([
        {
          params,
          body: {
            kind: 'office-hours',
            title: 'Ask us anything',
            timeZone: 'Asia/Tokyo',
            startsAt: '2026-12-03T14:00',
            durationMinutes: 45,
            recurrence: { frequency: 'weekly', interval: 2, count: 6 },
            publish: true,
          },
          idempotencyKey: expect.any(String),
        },
      ]),
    );
  });

  it('are kept as drafts, edited, published and thrown away', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      addEvent: workshopDraft,
      changeEvent: workshopDraft,
      publishEvent: workshopDraft,
      removeEvent: done,
    });
    await press('Plan an event');
    let form = await dialog();
    fill(form.getByLabelText(/^Title/), 'A second workshop');
    fill(form.getByLabelText(/^Starts/), '2026-12-03T14:00');
    fireEvent.click(form.getByRole('button', { name: 'Save as a draft' }));
    await waitFor(() =>
      expect(sent(call, 'addEvent')).toMatchObject([
        { body: { title: 'A second workshop', publish: false } },
      ]),
    );
    await press('Edit: Query workshop');
    form = await dialog();
    fill(form.getByLabelText(/^Where/), 'Room Alster');
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent(call, 'changeEvent')).toMatchObject([
        {
          params: { id: workshopDraft.id },
          body: { kind: 'workshop', place: 'Room Alster', version: 1 },
        },
      ]),
    );
    await press('Publish: Query workshop');
    await waitFor(() =>
      expect(sent(call, 'publishEvent')).toEqual([
        { params: { id: workshopDraft.id }, body: { version: 1 } },
      ]),
    );
    await press('Throw away: Query workshop');
    fireEvent.click(
      (await dialog()).getByRole('button', { name: 'Throw away' }),
    );
    await waitFor(() =>
      expect(sent(call, 'removeEvent')).toEqual([
        { params: { id: workshopDraft.id } },
      ]),
    );
  });

  it('are moved and cancelled one by one, and as a whole', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      listOccurrences: listOf(firstHours),
      changeOccurrence: officeHours,
      removeEvent: done,
    });
    await press(of('Move or cancel'));
    let form = await dialog();
    await pick(form.getByLabelText(/^It takes place/), 'At another time');
    fill(form.getByLabelText(/^Starts instead/), '2026-11-27T15:00');
    fill(form.getByLabelText('Why'), 'The room is taken.');
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent(call, 'changeOccurrence')).toEqual([
        {
          params: { id: officeHours.id, start: '2026-11-26T14:00' },
          body: {
            version: 2,
            state: 'moved',
            startsAt: '2026-11-27T15:00',
            durationMinutes: 45,
            note: 'The room is taken.',
          },
        },
      ]),
    );
    await press(of('Cancel the event'));
    form = await dialog();
    fireEvent.click(form.getByRole('button', { name: 'Cancel the event' }));
    await waitFor(() => expect(sent(call, 'removeEvent')).toHaveLength(1));
  });

  it('show the team who comes', async () => {
    renderTab({
      getAccess: personas.owner,
      listOccurrences: listOf(firstHours),
      listAttendance: listOf({
        userRef: 'user:default/carl',
        at: '2026-11-20T08:00:00.000Z',
      }),
    });
    await press(of('Who comes'));
    expect(await (await dialog()).findByText('carl')).toBeInTheDocument();
  });

  it('are subscribed to by a link that is shown once, and can be revoked', async () => {
    let createdAt: string | undefined;
    const call = renderTab({
      getCalendarLink: () => ({ createdAt }),
      makeCalendarLink: () => {
        createdAt = '2026-11-20T12:00:00.000Z';
        return { secret: 'kept-secret', createdAt };
      },
      revokeCalendarLink: () => {
        createdAt = undefined;
        return done;
      },
    });
    await press('Subscribe');
    const form = await dialog();
    fireEvent.click(await form.findByRole('button', { name: 'Make a link' }));
    const field = await form.findByLabelText('Your link');
    expect(field).toHaveValue(
      'http://localhost:7007/api/platform-product/calendars/kept-secret.ics',
    );
    expect(form.getByText(/treat it like a password/)).toBeInTheDocument();
    fireEvent.click(await form.findByRole('button', { name: 'Revoke it' }));
    expect(await form.findByText('You have no link yet.')).toBeInTheDocument();
    expect(form.queryByLabelText('Your link')).not.toBeInTheDocument();
    expect(sent(call, 'makeCalendarLink')).toHaveLength(1);
    expect(sent(call, 'revokeCalendarLink')).toHaveLength(1);
  });

  it('are taken away as a file', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = given => {
      files.push(given as Blob);
      return 'blob:file';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    renderTab({
      getCalendarLink: { createdAt: '2026-11-01T12:00:00.000Z' },
      getCalendarFile: 'BEGIN:VCALENDAR',
    });
    await press('Subscribe');
    const form = await dialog();
    expect(
      await form.findByText(/^You made a link on Nov 1, 2026/),
    ).toBeInTheDocument();
    fireEvent.click(form.getByRole('button', { name: 'Download the file' }));
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0].type).toBe('text/calendar');
  });
});
