import { list, pullRequest, user } from './__testUtils__/pullRequests';
import { toReviewedChange } from './toReviewedChange';

const toChange = (...given: Parameters<typeof pullRequest>) =>
  toReviewedChange(pullRequest(...given), 'github.com');

const person = (login: string) => ({ host: 'github.com', login });
const at = (time: string) => new Date(`2026-03-01T${time}Z`);

describe('toReviewedChange', () => {
  it('tells the whole state of a pull request', () => {
    expect(toChange({ mergedAt: '2026-03-01T12:00:00Z' })).toEqual({
      id: '7',
      url: 'https://github.com/o/r/pull/7',
      title: 'Change 7',
      author: person('ada'),
      openedAt: at('09:00:00'),
      readyAt: at('09:00:00'),
      firstReadyAt: at('09:00:00'),
      mergedAt: at('12:00:00'),
      closedAt: undefined,
      updatedAt: at('12:00:00'),
      paths: ['src/a.ts'],
      reviews: [
        {
          id: 'PRR_1',
          reviewer: person('grace'),
          at: at('11:00:00'),
          isApproval: true,
        },
      ],
      reviewRequests: [],
    });
  });

  it('waits for a review once it is no longer a draft', () => {
    const readyEvents = list({ createdAt: '2026-03-01T10:00:00Z' });
    expect(toChange({ readyEvents }).readyAt).toEqual(at('10:00:00'));
    expect(toChange({ readyEvents, isDraft: true }).readyAt).toBeUndefined();
  });

  it('leaves out what the author says, and what is not handed in', () => {
    const review = (id: string, state: string, login?: string) => ({
      id,
      state,
      submittedAt: '2026-03-01T11:00:00Z',
      author: login ? user(login) : null,
    });
    const reviews = list(
      review('1', 'COMMENTED', 'ada'),
      review('2', 'PENDING', 'grace'),
      review('3', 'CHANGES_REQUESTED', 'grace'),
      review('4', 'APPROVED', 'grace'),
      review('5', 'DISMISSED'),
      null,
    );
    expect(
      toChange({ reviews }).reviews.map(({ id, reviewer, isApproval }) => [
        id,
        reviewer,
        isApproval,
      ]),
    ).toEqual([
      ['3', person('grace'), false],
      ['4', person('grace'), true],
      ['5', person('ghost'), false],
    ]);
  });

  it('can’t tell one deleted account from another', () => {
    const reviews = list({
      id: '1',
      state: 'COMMENTED',
      submittedAt: '2026-03-01T11:00:00Z',
      author: null,
    });
    for (const author of [null, user('ghost')]) {
      expect(toChange({ author, reviews }).reviews).toEqual([]);
    }
  });

  it('knows machines and deleted accounts, and what it keeps calling people', () => {
    const authorOf = (author: Parameters<typeof pullRequest>[0]) =>
      toChange(author).author;
    expect(authorOf({ author: null })).toEqual(person('ghost'));
    const mia = { ...user('mia'), id: 'U_kgDOAAjmPw', databaseId: 583231 };
    expect(authorOf({ author: mia })).toEqual({
      ...person('mia'),
      ids: ['U_kgDOAAjmPw', '583231'],
    });
    expect(
      authorOf({ author: { __typename: 'Bot', login: 'dependabot' } }),
    ).toEqual({ ...person('dependabot'), isBot: true });
    expect(authorOf({ author: user('renovate[bot]') })).toMatchObject({
      isBot: true,
    });
  });

  it('tells who was asked for a review, when, and whether it is awaited', () => {
    const request = (hour: string, requestedReviewer: object | null) => ({
      createdAt: `2026-03-01T${hour}:00:00Z`,
      requestedReviewer,
    });
    const team = { __typename: 'Team' };
    const pull = {
      requestEvents: list(
        request('09', user('grace')),
        request('09', user('alan')),
        request('10', user('grace')),
        request('10', team),
        request('10', null),
      ),
      reviewRequests: list(
        { requestedReviewer: user('grace') },
        { requestedReviewer: user('edsger') },
        { requestedReviewer: team },
        { requestedReviewer: null },
      ),
    };
    expect(toChange(pull).reviewRequests).toEqual([
      { reviewer: person('grace'), at: at('09:00:00'), isOpen: false },
      { reviewer: person('grace'), at: at('10:00:00'), isOpen: true },
      { reviewer: person('edsger'), at: undefined, isOpen: true },
      { reviewer: person('alan'), at: at('09:00:00'), isOpen: false },
    ]);
    const closed = toChange({ ...pull, closedAt: '2026-03-01T12:00:00Z' });
    expect(closed.reviewRequests.some(({ isOpen }) => isOpen)).toBe(false);
  });

  // docs.github.com, "Requesting a pull request review": a request can be removed.
  it('forgets a request that was taken back before it was answered', () => {
    const event = (hour: string, login: string, isRemoved = false) => ({
      __typename: isRemoved
        ? 'ReviewRequestRemovedEvent'
        : 'ReviewRequestedEvent',
      createdAt: `2026-03-01T${hour}:00Z`,
      requestedReviewer: user(login),
    });
    const requestEvents = list(
      event('09:10', 'alan'),
      event('09:20', 'alan', true),
      event('10:30', 'grace'),
      event('11:30', 'grace', true),
      event('12:00', 'edsger', true),
      event('12:10', 'barbara'),
      event('12:20', 'barbara', true),
      event('12:30', 'barbara'),
    );
    const reviewRequests = list({ requestedReviewer: user('barbara') });
    // Grace has reviewed at eleven.
    expect(toChange({ requestEvents, reviewRequests }).reviewRequests).toEqual([
      { reviewer: person('barbara'), at: at('12:30:00'), isOpen: true },
      { reviewer: person('grace'), at: at('10:30:00'), isOpen: false },
    ]);
  });

  it.each([
    ['never was a draft', {}, '09:00:00'],
    ['was opened as a draft', { event: 'ReadyForReviewEvent' }, '10:00:00'],
    [
      'is a draft again',
      { event: 'ReadyForReviewEvent', isDraft: true },
      '10:00:00',
    ],
    [
      'became a draft',
      { event: 'ConvertToDraftEvent', isDraft: true },
      '09:00:00',
    ],
    ['never was ready', { isDraft: true }, undefined],
  ])('tells when what %s was ready first', (_, state, time) => {
    const { event, isDraft } = { isDraft: false, event: undefined, ...state };
    const firstDraftEvents = event
      ? list({ __typename: event, createdAt: '2026-03-01T10:00:00Z' })
      : list<never>();
    expect(toChange({ isDraft, firstDraftEvents }).firstReadyAt).toEqual(
      time && at(time),
    );
  });

  it('bounds the paths, and does without them', () => {
    const files = list(
      ...Array.from({ length: 60 }, (_, index) => ({ path: `f${index}` })),
    );
    expect(toChange({ files }).paths).toHaveLength(40);
    expect(toChange({ files: null }).paths).toEqual([]);
    expect(toChange({ files: undefined }).paths).toEqual([]);
  });
});
