import {
  FakeMergeRequest,
  mergeRequest,
  note,
  systemNote,
  user,
} from './__testUtils__/mergeRequests';
import { MergeRequest } from './answers';
import { toReviewedChange } from './toReviewedChange';

function toChange(
  given: Partial<MergeRequest>,
  given2: Partial<FakeMergeRequest> = {},
) {
  const { request, ...rest } = mergeRequest(given, given2);
  const details = { machines: new Set<number>(), ...rest };
  return toReviewedChange({ request, details, host: 'gitlab.com' });
}

const person = (login: string) => ({
  host: 'gitlab.com',
  login,
  ...(login !== 'ghost' && { ids: [String(user(login).id)] }),
});
const at = (time: string) => new Date(`2026-03-01T${time}:00Z`);

describe('toReviewedChange', () => {
  it('tells the whole state of a merge request', () => {
    const merged = '2026-03-01T12:00:00.000Z';
    expect(toChange({ state: 'merged', merged_at: merged })).toEqual({
      id: '7',
      url: 'https://gitlab.com/g/s/p/-/merge_requests/7',
      title: 'Change 7',
      author: person('ada'),
      openedAt: at('09:00'),
      readyAt: at('09:00'),
      firstReadyAt: at('09:00'),
      mergedAt: at('12:00'),
      closedAt: at('12:00'),
      updatedAt: at('12:00'),
      paths: ['src/a.ts'],
      reviews: [
        {
          id: 'approval-2',
          reviewer: person('grace'),
          at: at('11:00'),
          isApproval: true,
        },
      ],
      reviewRequests: [],
    });
  });

  it.each([
    ['never was a draft', false, [], '09:00'],
    // The texts of app/services/system_notes/merge_requests_service.rb
    ['was a draft for a while', false, ['draft', 'ready'], '09:00'],
    ['was opened as a draft', false, ['ready'], '10:00'],
    ['is a draft again', true, ['ready', 'draft'], '10:00'],
    ['became a draft', true, ['draft'], '09:00'],
    ['never was ready', true, [], undefined],
  ])('tells when what %s was ready first', (_, draft, states, time) => {
    const notes = states.map((state, index) =>
      systemNote(
        `1${index}:00`,
        'ada',
        `marked this merge request as **${state}**`,
      ),
    );
    expect(toChange({ draft }, { notes }).firstReadyAt).toEqual(
      time && at(time),
    );
  });

  // "reopened" is a text of app/services/system_note_service.rb, as "closed" is.
  it('waits anew once it is open again', () => {
    const notes = [
      systemNote('09:30', 'ada', 'closed'),
      systemNote('10:00', 'ada', 'reopened'),
    ];
    expect(toChange({}, { notes, approvals: [] })).toMatchObject({
      readyAt: at('10:00'),
      firstReadyAt: at('09:00'),
    });
  });

  it('tells of the first response each time that one was awaited', () => {
    const ready = 'marked this merge request as **ready**';
    const notes = [
      note('09:10', 'alan', 'While it is a draft'),
      systemNote('09:20', 'ada', ready),
      note('09:30', 'alan', 'It is ready'),
      note('09:40', 'alan', 'One more thing'),
      systemNote('10:00', 'ada', 'requested review from @alan'),
      note('10:10', 'alan', 'Looks good'),
      systemNote('10:20', 'alan', 'approved this merge request'),
      systemNote('10:30', 'alan', 'unapproved this merge request'),
      systemNote('10:40', 'alan', 'approved this merge request'),
    ];
    const { reviews } = toChange(
      {},
      { notes, approvals: [{ user: user('alan') }] },
    );
    expect(
      reviews.map(({ at: time, isApproval }) => [time, isApproval]),
    ).toEqual([
      [at('09:10'), false],
      [at('09:30'), false],
      [at('10:10'), false],
      [at('10:40'), true],
    ]);
  });

  it('keeps the first approval of who has approved it again', () => {
    const approved = 'approved this merge request';
    const notes = [
      systemNote('09:10', 'alan', approved),
      systemNote('09:30', 'alan', `un${approved}`),
      systemNote('11:00', 'alan', approved),
    ];
    const { reviews } = toChange(
      {},
      { notes, approvals: [{ user: user('alan') }] },
    );
    expect(
      reviews.map(({ at: time, isApproval }) => [time, isApproval]),
    ).toEqual([
      [at('09:10'), false],
      [at('11:00'), true],
    ]);
  });

  it('forgets a request that was taken back before it was answered', () => {
    const notes = [
      systemNote('09:10', 'ada', 'requested review from @alan and @grace'),
      note('09:15', 'grace', 'Why?'),
      systemNote(
        '09:20',
        'ada',
        'requested review from @edsger and removed review request for @alan and @grace',
      ),
      systemNote('09:30', 'ada', 'removed review request for @edsger'),
      systemNote('10:00', 'ada', 'requested review from @edsger'),
    ];
    const { reviewRequests } = toChange(
      { reviewers: [user('edsger')] },
      { notes, approvals: [] },
    );
    expect(reviewRequests).toEqual([
      { reviewer: person('edsger'), at: at('10:00'), isOpen: true },
      {
        reviewer: { host: 'gitlab.com', login: 'grace' },
        at: at('09:10'),
        isOpen: false,
      },
    ]);
  });

  it('waits for a review once it is no longer a draft', () => {
    const marked = 'marked this merge request as';
    const notes = [
      systemNote('10:00', 'ada', `${marked} **ready**`),
      systemNote('10:10', 'ada', `${marked} **draft**`),
      systemNote('10:20', 'ada', `${marked} **ready**`),
      note('10:30', 'ada', `${marked} **ready**`),
    ];
    expect(toChange({}, { notes }).readyAt).toEqual(at('10:20'));
    expect(toChange({ draft: true }, { notes }).readyAt).toBeUndefined();
    const old = [
      systemNote('10:40', 'ada', 'unmarked as a **Work In Progress**'),
    ];
    expect(toChange({}, { notes: old }).readyAt).toEqual(at('10:40'));
  });

  it('was closed, unless it was opened again', () => {
    const closed = { closed_at: '2026-03-01T10:00:00.000Z' };
    expect(toChange({ ...closed, state: 'closed' })).toMatchObject({
      closedAt: at('10:00'),
      mergedAt: undefined,
    });
    expect(toChange(closed).closedAt).toBeUndefined();
  });

  it('counts approvals, and the first response of everybody else', () => {
    const approved = 'approved this merge request';
    const { reviews } = toChange(
      {},
      {
        approvals: [
          { user: user('grace') },
          { user: user('edsger'), approved_at: '2026-03-01T10:50:00.000Z' },
          { user: user('ada') },
          { user: user('leslie') },
        ],
        notes: [
          systemNote('10:00', 'alan', 'added 1 commit'),
          note('10:05', 'ada', 'Please review'),
          note('10:10', 'grace', 'Why?'),
          note('10:15', 'grace', 'I see'),
          systemNote('10:20', 'grace', approved),
          systemNote('10:30', 'alan', approved),
          systemNote('10:35', 'alan', `un${approved}`),
          note('10:40', 'project_12_bot_a1b2', 'Coverage is 93 %'),
          { ...note('10:45', 'grace', 'Bye'), author: null },
        ],
      },
    );
    expect(
      reviews.map(({ reviewer, at: time, isApproval }) => [
        reviewer,
        time,
        isApproval,
      ]),
    ).toEqual([
      [person('grace'), at('10:10'), false],
      [person('alan'), at('10:30'), false],
      [{ ...person('project_12_bot_a1b2'), isBot: true }, at('10:40'), false],
      [person('ghost'), at('10:45'), false],
      [person('grace'), at('10:20'), true],
      [person('edsger'), at('10:50'), true],
      [person('leslie'), undefined, true],
    ]);
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(reviews.length);
  });

  it.each([
    ['project_1_bot', true],
    ['group_42_bot_0f3a', true],
    ['service_account_group_9_0f3a', true],
    ['Renovate-Bot', true],
    ['talbot', false],
    ['ada', false],
  ])('knows machines by their names: %s', (username, isBot) => {
    expect(toChange({ author: user(username) }).author).toEqual({
      ...person(username),
      ...(isBot && { isBot }),
    });
  });

  it('believes GitLab where it says that somebody is a machine', () => {
    const author = { ...user('ada'), bot: true };
    expect(toChange({ author }).author).toMatchObject({ isBot: true });
  });

  it('takes a response of the same moment for one to the request', () => {
    const notes = [
      systemNote('10:00', 'ada', 'requested review from @alan'),
      note('10:00', 'alan', 'Please change this'),
    ];
    expect(
      toChange({ reviewers: [user('alan')] }, { notes, approvals: [] })
        .reviewRequests,
    ).toMatchObject([{ reviewer: person('alan'), isOpen: false }]);
  });

  it('tells who was asked for a review, when, and whether it is awaited', () => {
    const given = {
      reviewers: ['grace', 'alan', 'edsger', 'leslie.l', 'barbara'].map(user),
    };
    const details = {
      approvals: [{ user: user('grace') }],
      notes: [
        systemNote('10:00', 'ada', 'requested review from @grace and @alan'),
        note('10:05', 'alan', 'Please change this'),
        systemNote(
          '10:10',
          'ada',
          'requested review from @edsger, @leslie.l, and @donald. and removed review request for @barbara',
        ),
        note('10:15', 'edsger', 'requested review from @everybody'),
        systemNote('10:20', 'ada', 'requested review from @alan'),
      ],
    };
    const tell = (state: string) =>
      toChange({ ...given, state }, details).reviewRequests.map(
        ({ reviewer, at: time, isOpen }) => [
          'login' in reviewer && reviewer.login,
          time,
          isOpen,
        ],
      );
    expect(tell('opened')).toEqual([
      ['grace', at('10:00'), false],
      ['alan', at('10:00'), false],
      ['alan', at('10:20'), true],
      ['edsger', at('10:10'), false],
      ['leslie.l', at('10:10'), true],
      ['barbara', undefined, true],
      ['donald', at('10:10'), false],
    ]);
    expect(tell('merged').some(([, , isOpen]) => isOpen)).toBe(false);
  });
});
