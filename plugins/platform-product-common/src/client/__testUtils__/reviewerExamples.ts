import { listOfOne, maybe } from './answers';
import {
  day,
  Field,
  flag,
  id,
  integer,
  listOf,
  oneOf,
  optional,
  queryNumber,
  service,
  text,
  userRef,
  webLink,
} from './fields';
import { RouteExamples } from './RouteExample';

const at = '2026-03-01T12:00:00.000Z';

const availability = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3],
  from: '09:00',
  until: '17:00',
  holidays: maybe('DE-BE'),
  away: [{ from: '2026-03-02', until: '2026-03-06' }],
  onRotation: true,
  maxOpenReviews: 3,
};

const terms = {
  role: 'reviewer',
  paths: ['charts/'],
  endsOn: maybe('2026-12-31'),
};

const rosterEntry = {
  userRef: 'user:default/maya',
  status: 'active',
  agreed: maybe(terms),
  proposed: maybe({ ...terms, by: 'owners' }),
  sponsor: maybe('user:default/olga'),
  since: maybe(at),
  leftAt: maybe(at),
  isOutside: true,
  isKnown: true,
  openReviews: 1,
  maxOpenReviews: 3,
  onRotation: true,
  timeZone: maybe('Europe/Berlin'),
  awayUntil: maybe('2026-03-06'),
};

const candidate = {
  userRef: maybe('user:default/noor'),
  name: 'noor',
  isOutside: maybe(true),
  sources: [
    {
      kind: 'ownership-file',
      url: 'https://example.com/CODEOWNERS',
      line: 3,
      pattern: '*',
      via: maybe('group:default/logs'),
    },
    { kind: 'annotation' },
    { kind: 'history', reviews: 4, changes: 2, lastAt: maybe(at) },
  ],
};

const roster = {
  items: [rosterEntry],
  candidates: [candidate],
  ownership: {
    urls: ['https://example.com/CODEOWNERS'],
    problems: [
      {
        url: 'https://example.com/CODEOWNERS',
        line: 7,
        text: '[',
        reason: 'is no pattern',
      },
    ],
    error: maybe('could not be read'),
  },
  history: {
    source: maybe('github'),
    repositoryUrl: maybe('https://example.com/logs'),
    changes: 12,
    syncedAt: maybe(at),
    error: maybe('rate limit'),
  },
};

const reviewRequest = {
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  entityRef: 'component:default/logs',
  requestedBy: 'user:default/carl',
  requestedAt: at,
  paths: ['charts/values.yaml'],
  changeUrl: maybe('https://example.com/pull/7'),
  note: maybe('Small'),
  status: 'pending',
  reviewer: maybe('user:default/maya'),
  answerDueAt: maybe(at),
  asked: [
    {
      reviewer: 'user:default/maya',
      at,
      outcome: 'pending',
      answeredAt: maybe(at),
    },
  ],
};

const suggestions = {
  suggestions: [
    {
      userRef: 'user:default/maya',
      isOutside: true,
      role: 'reviewer',
      reasons: [
        { kind: 'reviewed', count: 3, path: 'charts/', lastAt: maybe(at) },
        { kind: 'authored', count: 3, path: '', lastAt: maybe(at) },
        { kind: 'reviewedAuthor', count: 2 },
        { kind: 'owns', files: 1 },
        { kind: 'onRoster' },
      ],
      openReviews: 1,
      maxOpenReviews: 3,
      overlapHours: maybe(4.5),
    },
  ],
  leftOut: [
    {
      userRef: maybe('user:default/noor'),
      name: 'noor',
      reason: 'away',
      awayUntil: maybe('2026-03-06'),
    },
  ],
  paths: ['charts/values.yaml'],
  author: maybe('user:default/carl'),
  changeUrl: maybe('https://example.com/pull/7'),
  asked: [reviewRequest],
};

const waits = {
  total: 9,
  inTime: 7,
  overdue: 1,
  share: maybe(0.5),
  low: maybe(0.25),
  high: maybe(0.75),
  p50: maybe(1.5),
  p75: maybe(2.5),
  p90: maybe(7.5),
};

const reviewTimes = {
  promise: {
    duration: 'PT7H30M',
    hours: 7.5,
    source: 'annotation',
    guide: maybe({
      hours: 16.5,
      duration: 'PT16H30M',
      sentence: 'We review within two business days.',
      url: 'https://example.com/CONTRIBUTING.md',
    }),
  },
  windowDays: 180,
  waiting: waits,
  response: waits,
  months: [{ ...waits, month: '2026-02' }],
  overdue: [
    {
      changeId: 'pull/7',
      title: maybe('Rotate logs'),
      url: maybe('https://example.com/pull/7'),
      since: at,
      waitingHours: 9.5,
      turnOf: maybe('user:default/maya'),
      nudgedAt: maybe(at),
    },
  ],
  source: maybe('github'),
  syncedAt: maybe(at),
};

const myReviews = {
  userRef: 'user:default/maya',
  availability,
  isDefault: false,
  asked: [reviewRequest],
  requested: [reviewRequest],
  roster: [
    {
      entityRef: 'component:default/logs',
      status: 'invited',
      agreed: maybe(terms),
      proposed: maybe({ ...terms, by: 'person' }),
    },
  ],
};

const listItem = {
  entityRef: 'component:default/logs',
  title: 'Logs',
  userRef: 'user:default/maya',
  role: 'approver',
  paths: ['charts/'],
  openReviews: 1,
  maxOpenReviews: 3,
  onRotation: true,
  timeZone: maybe('Europe/Berlin'),
  awayUntil: maybe('2026-03-06'),
};

const changedPaths = listOf(text({ max: 1000 }), { max: 40 });

const timeZone: Field = {
  takes: ['Europe/Berlin', 'UTC', 'Asia/Kolkata'],
  refuses: ['', 'Mars/Olympus', 'x'.repeat(101), 7],
};

const pattern: Field = {
  takes: ['charts/', '*', '/a/b.txt', 'x'.repeat(500), 'a..b'],
  refuses: ['', '../secrets', 'a/../b', 'a b', 'a\u200bb', 'x'.repeat(501), 7],
};

const timeOfDay = (...takes: [string, ...string[]]): Field => ({
  takes,
  refuses: ['', '9:00', '24:00', '09:60', '09:00:00', 'x09:00', 9],
});

const absences: Field = {
  takes: [
    [],
    [{ from: '2026-03-02', until: '2026-03-02' }],
    Array.from({ length: 50 }, () => ({
      from: '2026-03-02',
      until: '2026-03-06',
    })),
  ],
  refuses: [
    [{ from: '2026-03-02', until: '2026-03-01' }],
    [{ from: '2026-03-02' }],
    [{ until: '2026-03-02' }],
    [{ from: '2026-03-02', until: '2026-03-06', why: 'holidays' }],
    [{ from: '2026-02-29', until: '2026-03-06' }],
    Array.from({ length: 51 }, () => ({
      from: '2026-03-02',
      until: '2026-03-06',
    })),
    'never',
  ],
};

export const reviewerExamples: RouteExamples<
  | 'getRoster'
  | 'putReviewer'
  | 'removeReviewer'
  | 'suggestReviewers'
  | 'requestReview'
  | 'getReviewRequest'
  | 'acceptReviewRequest'
  | 'declineReviewRequest'
  | 'completeReviewRequest'
  | 'withdrawReviewRequest'
  | 'getReviewTimes'
  | 'nudgeReviewer'
  | 'getMyReviews'
  | 'putAvailability'
  | 'listReviewers'
> = {
  getRoster: { params: service, answer: roster },
  putReviewer: {
    params: { ...service, userRef },
    body: {
      role: oneOf('shadow', 'reviewer', 'approver'),
      paths: listOf(pattern, { max: 50 }),
      endsOn: optional(day),
      sponsor: optional(userRef),
    },
    answer: rosterEntry,
  },
  removeReviewer: { params: { ...service, userRef }, answer: rosterEntry },
  suggestReviewers: {
    params: service,
    body: {
      paths: optional(changedPaths),
      changeUrl: optional(webLink),
      author: optional(userRef),
      timeZone: optional(timeZone),
    },
    answer: suggestions,
  },
  requestReview: {
    params: service,
    body: {
      reviewer: userRef,
      paths: optional(changedPaths),
      changeUrl: optional(webLink),
      note: optional(text({ max: 2000 })),
    },
    answer: reviewRequest,
  },
  getReviewRequest: { params: { id }, answer: reviewRequest },
  acceptReviewRequest: { params: { id }, answer: reviewRequest },
  declineReviewRequest: { params: { id }, answer: reviewRequest },
  completeReviewRequest: { params: { id }, answer: reviewRequest },
  withdrawReviewRequest: { params: { id }, answer: reviewRequest },
  getReviewTimes: { params: service, answer: reviewTimes },
  nudgeReviewer: {
    params: { ...service, changeId: text({ max: 200 }) },
    answer: { turnOf: 'user:default/maya', nudgedAt: at },
  },
  getMyReviews: { answer: myReviews },
  putAvailability: {
    body: {
      timeZone,
      workingDays: listOf(integer({ min: 1, max: 7 }), { min: 1, max: 7 }),
      from: timeOfDay('09:00', '00:00', '16:59'),
      until: {
        ...timeOfDay('17:00', '09:01', '23:59'),
        refuses: ['09:00', ...timeOfDay('17:00').refuses],
      },
      holidays: optional({
        takes: ['DE', 'DE-BE', 'US-CA', 'FR-75C'],
        refuses: ['', 'de', 'DEU', 'DE-', 'DE-BERL', 'xDE', 7],
      }),
      away: absences,
      onRotation: flag,
      maxOpenReviews: integer({ min: 1, max: 50 }),
    },
    answer: availability,
  },
  listReviewers: {
    query: {
      text: optional(text({ max: 200 })),
      limit: optional(queryNumber({ min: 1, max: 200 })),
      cursor: optional(text({ max: 500 })),
    },
    answer: listOfOne(listItem),
  },
};

const waitingFor = { entityRef: 'component:default/logs', title: 'Logs', at };

export const reviewersWaitingExamples = [
  { ...waitingFor, kind: 'review', request: reviewRequest },
  {
    ...waitingFor,
    kind: 'offer',
    userRef: 'user:default/rita',
    status: 'offered',
    terms,
  },
];
