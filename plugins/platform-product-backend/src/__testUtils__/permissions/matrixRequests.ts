import { Knex } from 'knex';
import { MatrixWorld, ServiceName, services } from './MatrixWorld';
import { callers } from './roles';

interface MatrixRequest {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  /** What is different for this call. */
  readonly before?: (knex: Knex) => Promise<unknown>;
}

interface Asked {
  readonly name: ServiceName;
  readonly caller: string;
  readonly world: MatrixWorld;
}

const { reviewer } = callers;
const other = 'user:default/rolf';
const terms = { role: 'reviewer', paths: [] };
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();

const serviceOf = ({ name }: Asked) => ({
  kind: 'component',
  namespace: 'default',
  name,
});

/** A request about a service; with the other parameters of its path. */
const about =
  (rest: MatrixRequest = {}) =>
  (asked: Asked): MatrixRequest => ({
    ...rest,
    params: { ...serviceOf(asked), ...rest.params },
  });

/** A request about a record that the author made. */
const aboutRecord =
  (
    record: Exclude<keyof ReturnType<MatrixWorld['recordsOf']>, 'round'>,
    rest: MatrixRequest = {},
  ) =>
  ({ name, world }: Asked): MatrixRequest => ({
    ...rest,
    params: { id: world.recordsOf(name)[record] },
  });

/** The same about a record that is the caller's own. */
const aboutOwn =
  (
    record: Parameters<typeof aboutRecord>[0],
    [table, column]: readonly [string, string],
    body?: object,
  ) =>
  (asked: Asked): MatrixRequest => {
    const id = asked.world.recordsOf(asked.name)[record];
    return {
      params: { id },
      body,
      before: knex =>
        knex(table)
          .where({ id })
          .update({ [column]: asked.caller }),
    };
  };

const aboutAskedRequest = (asked: Asked): MatrixRequest => {
  const { pendingRequest: id } = asked.world.recordsOf(asked.name);
  const { caller } = asked;
  return {
    params: { id },
    before: async knex => {
      await knex('reviewers_requests')
        .where({ id })
        .update({ reviewer: caller });
      await knex('reviewers_request_turns')
        .where({ request_id: id })
        .update({ reviewer: caller });
    },
  };
};

const aboutDecidedWaiver = (asked: Asked): MatrixRequest => {
  const { waiver: id } = asked.world.recordsOf(asked.name);
  return {
    params: { id },
    before: knex =>
      knex('maturity_waivers').where({ id }).update({
        decision: 'denied',
        decided_by: asked.caller,
        decided_at: new Date(),
      }),
  };
};

/** What everybody who calls owns, and what uses the services. */
const shop = 'component:default/shop';
const notice = {
  kind: 'outage',
  title: 'Search is away',
  text: 'One node is down.',
  detectedAt: '2026-01-02T12:00:00Z',
};
const post = { title: 'Search is faster', text: 'Twice as fast.' };
const event = {
  kind: 'demo',
  title: 'A demo of dashboards',
  timeZone: 'UTC',
  startsAt: '2098-01-02T14:00',
  durationMinutes: 45,
};
/** A request about the one occurrence of an event, to which the author comes. */
const aboutOccurrence =
  (rest: MatrixRequest = {}) =>
  ({ name, world }: Asked): MatrixRequest => ({
    ...rest,
    params: { id: world.recordsOf(name).event, start: event.startsAt },
  });
const plan = { title: 'A faster search' };
const shipping = { version: 1, stage: 'shipped' };
const decision = { decision: 'approved' };
const requestedBy = ['reviewers_requests', 'requested_by'] as const;
const reply = { text: 'Thank you.' };
const status = { version: 1, status: 'planned' };

/** A good request for each row of the matrix, by the row's title. */
export const matrixRequests: Readonly<
  Record<string, (asked: Asked) => MatrixRequest>
> = {
  getMaturity: about(),
  getLevelHistory: about(),
  getAccess: about(),
  attest: about({
    body: {
      criterionId: 'guide',
      statement: 'The guide was read by two teams.',
      expiresAt: inDays(90),
    },
  }),
  withdrawAttestation: aboutRecord('attestation'),
  listWaivers: about(),
  listAllWaivers: () => ({}),
  requestWaiver: about({
    body: {
      criterionId: 'listening',
      reason: 'The interviews are planned.',
      expiresAt: inDays(30),
    },
  }),
  decideWaiver: aboutRecord('waiver', { body: decision }),
  'decideWaiver (own)': aboutOwn(
    'waiver',
    ['maturity_waivers', 'requested_by'],
    decision,
  ),
  takeBackDecision: aboutDecidedWaiver,
  revokeWaiver: aboutRecord('waiver'),
  'revokeWaiver (own)': aboutOwn('waiver', [
    'maturity_waivers',
    'requested_by',
  ]),

  getContributing: about(),

  getRoster: about(),
  'putReviewer (oneself)': asked =>
    about({ params: { userRef: asked.caller }, body: terms })(asked),
  'putReviewer (another)': about({
    params: { userRef: 'user:default/hank' },
    body: terms,
  }),
  'removeReviewer (oneself)': asked => ({
    params: { ...serviceOf(asked), userRef: asked.caller },
    before: knex =>
      knex('reviewers_roster')
        .where({ user_ref: reviewer })
        .update({ user_ref: asked.caller }),
  }),
  'removeReviewer (another)': about({ params: { userRef: other } }),
  suggestReviewers: about({ body: { paths: ['charts/values.yaml'] } }),
  requestReview: about({
    body: { reviewer: other, paths: ['charts/values.yaml'] },
  }),
  getReviewRequest: aboutRecord('pendingRequest'),
  'getReviewRequest (own)': aboutOwn('pendingRequest', requestedBy),
  acceptReviewRequest: aboutRecord('pendingRequest'),
  'acceptReviewRequest (asked)': aboutAskedRequest,
  declineReviewRequest: aboutRecord('pendingRequest'),
  'declineReviewRequest (asked)': aboutAskedRequest,
  completeReviewRequest: aboutRecord('acceptedRequest'),
  'completeReviewRequest (own)': aboutOwn('acceptedRequest', requestedBy),
  withdrawReviewRequest: aboutRecord('pendingRequest'),
  'withdrawReviewRequest (own)': aboutOwn('pendingRequest', requestedBy),
  getReviewTimes: about(),
  nudgeReviewer: about({ params: { changeId: '7' } }),
  getMyReviews: () => ({}),
  'getMyReviews (own)': ({ name, caller, world }) => ({
    before: knex =>
      knex('reviewers_requests')
        .where({ id: world.recordsOf(name).pendingRequest })
        .update({ requested_by: caller }),
  }),
  putAvailability: () => ({
    body: {
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 3],
      from: '09:00',
      until: '17:00',
      away: [],
      onRotation: true,
      maxOpenReviews: 2,
    },
  }),
  listReviewers: () => ({}),

  getSatisfaction: about(),
  getMyAnswer: about(),
  putMyAnswer: about({ body: { ratings: { usability: 5 } } }),
  withdrawMyAnswer: about(),
  noteInvitation: about({ body: { outcome: 'declined' } }),
  getAudience: about(),
  inviteToRate: about(),
  replyToScores: ({ name, world }) =>
    about({
      params: { roundId: world.recordsOf(name).round },
      body: { text: 'We cache more from May on.' },
    })({ name, world, caller: '' }),
  listRollUps: () => ({ query: { by: 'owner' } }),
  'eraseUser (oneself)': ({ caller }) => ({ params: { userRef: caller } }),
  'eraseUser (another)': () => ({ params: { userRef: other } }),

  listFeedback: about(),
  giveFeedback: about({ body: { title: 'Searching is slow' } }),
  replyToFeedback: aboutRecord('feedback', { body: reply }),
  'replyToFeedback (for the team)': aboutRecord('teamFeedback', {
    body: reply,
  }),
  setFeedbackStatus: aboutRecord('feedback', { body: status }),
  'setFeedbackStatus (for the team)': aboutRecord('teamFeedback', {
    body: status,
  }),
  voteForFeedback: aboutRecord('feedback'),
  'voteForFeedback (for the team)': aboutRecord('teamFeedback'),
  withdrawVote: aboutRecord('feedback'),
  'withdrawVote (for the team)': aboutRecord('teamFeedback'),
  listResearch: about(),
  addResearch: about({
    body: {
      kind: 'embed',
      date: '2026-01-02',
      learned: 'They build dashboards by hand.',
    },
  }),
  removeResearch: aboutRecord('research'),

  getFollow: about(),
  follow: about(),
  chooseFollowed: asked => ({
    ...about({ body: { muted: ['posts'] } })(asked),
    before: knex =>
      knex('updates_follows')
        .insert({
          entity_ref: `component:default/${asked.name}`,
          user_ref: asked.caller,
          followed_at: new Date(),
        })
        .onConflict(['entity_ref', 'user_ref'])
        .ignore(),
  }),
  unfollow: about(),

  listNotices: about(),
  getNoticeMeasures: about(),
  publishNotice: about({ body: notice }),
  draftNotice: about({ body: notice }),
  ingestNotice: about({ body: notice }),
  previewNotice: about({ body: { notice, entityRef: shop } }),
  getNotice: aboutRecord('notice'),
  'getNotice (draft)': aboutRecord('draft'),
  changeDraft: aboutRecord('draft', { body: { ...notice, version: 1 } }),
  publishDraft: aboutRecord('draft', { body: { ...notice, version: 1 } }),
  discardDraft: aboutRecord('draft'),
  updateNotice: aboutRecord('notice', {
    body: { version: 1, text: 'We are at it.' },
  }),
  listNoticeAnswers: aboutRecord('notice'),
  answerNotice: aboutRecord('notice', {
    body: { entityRefs: [shop], answer: 'seen' },
  }),
  remindOfNotice: aboutRecord('notice'),
  getRoadmap: about(),
  addRoadmapItem: about({ body: { ...plan, stage: 'next' } }),
  getRoadmapItem: aboutRecord('roadmapItem'),
  'getRoadmapItem (draft)': aboutRecord('roadmapDraft'),
  changeRoadmapItem: aboutRecord('roadmapItem', {
    body: { ...plan, version: 1 },
  }),
  'changeRoadmapItem (draft)': aboutRecord('roadmapDraft', {
    body: { ...plan, version: 1 },
  }),
  moveRoadmapItem: aboutRecord('roadmapItem', { body: shipping }),
  'moveRoadmapItem (draft)': aboutRecord('roadmapDraft', {
    body: { ...shipping, stage: 'later' },
  }),
  removeRoadmapItem: aboutRecord('roadmapItem'),
  'removeRoadmapItem (draft)': aboutRecord('roadmapDraft'),
  listConcerningNotices: () => ({ query: { entityRef: shop } }),

  listPosts: about(),
  addPost: about({ body: post }),
  getPostFeed: about(),
  listNewPosts: () => ({}),
  getNewPostFeed: () => ({}),
  getPost: aboutRecord('post'),
  'getPost (draft)': aboutRecord('postDraft'),
  changePost: aboutRecord('post', { body: { ...post, version: 1 } }),
  'changePost (draft)': aboutRecord('postDraft', {
    body: { ...post, isDraft: true, version: 1 },
  }),
  removePost: aboutRecord('post'),
  'removePost (draft)': aboutRecord('postDraft'),
  listOccurrences: about(),
  listComingOccurrences: () => ({}),
  listEvents: about(),
  addEvent: about({ body: event }),
  getEvent: aboutRecord('event'),
  'getEvent (draft)': aboutRecord('eventDraft'),
  changeEvent: aboutRecord('event', { body: { ...event, version: 1 } }),
  'changeEvent (draft)': aboutRecord('eventDraft', {
    body: { ...event, version: 1 },
  }),
  publishEvent: aboutRecord('eventDraft', { body: { version: 1 } }),
  removeEvent: aboutRecord('event'),
  'removeEvent (draft)': aboutRecord('eventDraft'),
  changeOccurrence: aboutOccurrence({
    body: { version: 1, state: 'cancelled' },
  }),
  attend: aboutOccurrence(),
  unattend: aboutOccurrence(),
  'unattend (own)': asked => ({
    ...aboutOccurrence()(asked),
    before: knex =>
      knex('updates_event_attendance').update({ user_ref: asked.caller }),
  }),
  listAttendance: aboutOccurrence(),
  getCalendarFile: about(),
  readCalendar: ({ world }) => ({
    params: { secret: world.recordsOf(services[services.length - 1]).secret },
  }),
  getCalendarLink: () => ({}),
  makeCalendarLink: () => ({}),
  revokeCalendarLink: ({ caller }) => ({
    before: knex => knex('updates_calendar_links').update({ user_ref: caller }),
  }),

  listPortfolio: () => ({}),
  getPortfolioSummary: () => ({}),
  exportPortfolio: () => ({}),
  getHome: () => ({}),
};
