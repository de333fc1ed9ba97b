import { listOfOne, maybe } from './answers';
import {
  day,
  Field,
  flag,
  id,
  integer,
  oneOf,
  optional,
  queryNumber,
  service,
  several,
  text,
  userRef,
  webLink,
} from './fields';
import { RouteExamples } from './RouteExample';

const at = '2026-03-01T12:00:00.000Z';

export const round = {
  id: '2026-Q1',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2026-04-01T00:00:00.000Z',
  k: 5,
  commentThreshold: 10,
};

const ratings = {
  leverage: maybe(5),
  usability: maybe(1),
  reliability: maybe('cant-say'),
  cost: maybe(3),
  latency: maybe(2),
};

/** What is left out of ratings must not be all of them. */
const givenRatings = { ...ratings, leverage: 5 };

const interval = { low: 0.25, high: 0.75 };

export const overallScore = {
  roundId: '2026-Q1',
  n: 5.5,
  good: { share: 0.5, ...interval },
  mean: { mean: 3.5, low: 3.25, high: 3.75 },
};

const score = {
  counts: [0, 1, 2, 3, 4],
  n: 10,
  good: { share: 0.5, ...interval },
  mean: { mean: 3.5, low: 3.25, high: 3.75 },
};

const scores = {
  leverage: maybe(score),
  usability: maybe(score),
  reliability: maybe(score),
  cost: maybe(score),
  latency: maybe(score),
};

const reply = {
  roundId: '2026-Q1',
  text: 'We heard that it is slow.',
  link: maybe('https://example.com/plan'),
  by: 'user:default/olga',
  at,
};

const satisfaction = {
  round: maybe(round),
  scoresOf: maybe('2025-Q4'),
  state: 'shown',
  participation: maybe({
    complete: 5,
    partial: 0,
    asked: 9,
    rate: 0.5,
    rateWithPartial: 0.5,
  }),
  features: [
    {
      feature: 'leverage',
      state: 'shown',
      score: maybe(score),
      change: maybe({
        since: '2025-Q3',
        difference: 0.5,
        ...interval,
        direction: 'up',
      }),
      trend: maybe({ rounds: 8, slope: 0.5, p: 0.5, direction: 'none' }),
      history: [{ roundId: '2025-Q4', n: 10, share: 0.5, ...interval }],
    },
  ],
  comments: { state: 'hidden', items: ['Slow'] },
  reply: maybe(reply),
};

const myAnswer = {
  round: maybe(round),
  answer: maybe({
    ratings: givenRatings,
    comment: maybe('Slow'),
    asFeedback: maybe(true),
  }),
  contact: maybe('invited'),
};

/** One rating is enough; each is from 1 to 5, or that one can't say. */
const rating: Field = {
  takes: [
    { leverage: 1 },
    ...['leverage', 'usability', 'reliability', 'cost', 'latency'].flatMap(
      feature => [{ [feature]: 5 }, { [feature]: 'cant-say' }],
    ),
    { leverage: 1, usability: 2, reliability: 3, cost: 4, latency: 5 },
  ],
  refuses: [
    {},
    { leverage: 0 },
    { leverage: 6 },
    { leverage: 4.5 },
    { leverage: '4' },
    { leverage: null },
    { leverage: 'nonsense' },
    { leverage: 4, looks: 4 },
    [],
    'leverage',
  ],
};

const feedback = {
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  entityRef: 'component:default/logs',
  title: 'Keep logs longer',
  text: maybe('Thirty days are too few.'),
  visibility: 'public',
  author: maybe('user:default/carl'),
  at,
  version: 1,
  status: 'open',
  statusNote: maybe('In May'),
  link: maybe('https://example.com/roadmap'),
  duplicateOf: maybe('5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11'),
  movedAt: maybe(at),
  votes: 3,
  hasMyVote: false,
  replies: [
    {
      id: 'reply-1',
      text: 'We will.',
      by: 'user:default/olga',
      fromTeam: true,
      at,
    },
  ],
};

const research = {
  id: 'research-1',
  entityRef: 'component:default/logs',
  kind: 'interview',
  date: '2026-02-27',
  team: maybe('Checkout'),
  learned: 'They search by order number.',
  follows: maybe('An index on it.'),
  link: maybe('https://example.com/notes'),
  by: 'user:default/olga',
  at,
};

const roundId = text({ max: 60 });
const page = {
  limit: optional(queryNumber({ min: 1, max: 200 })),
  cursor: optional(text({ max: 500 })),
};

export const satisfactionExamples: RouteExamples<
  | 'getSatisfaction'
  | 'getMyAnswer'
  | 'putMyAnswer'
  | 'withdrawMyAnswer'
  | 'noteInvitation'
  | 'getAudience'
  | 'inviteToRate'
  | 'replyToScores'
  | 'listRollUps'
  | 'eraseUser'
> = {
  getSatisfaction: { params: service, answer: satisfaction },
  getMyAnswer: { params: service, answer: myAnswer },
  putMyAnswer: {
    params: service,
    body: {
      ratings: rating,
      comment: optional(text({ max: 2000 })),
      asFeedback: optional(flag),
    },
    answer: undefined,
  },
  withdrawMyAnswer: { params: service, answer: undefined },
  noteInvitation: {
    params: service,
    body: {
      outcome: {
        ...oneOf('seen', 'declined'),
        // Only the suite itself invites.
        refuses: ['invited', ...oneOf('seen').refuses],
      },
    },
    answer: undefined,
  },
  getAudience: { params: service, answer: { people: 12, teams: 3 } },
  inviteToRate: { params: service, answer: { asked: 12 } },
  replyToScores: {
    params: { ...service, roundId },
    body: { text: text({ max: 5000 }), link: optional(webLink) },
    answer: reply,
  },
  listRollUps: {
    query: {
      by: oneOf('owner', 'system', 'domain', 'all'),
      round: optional(roundId),
    },
    answer: {
      roundId: maybe('2026-Q1'),
      rounds: ['2026-Q1'],
      items: [
        { name: 'system:default/observing', services: 2, features: scores },
      ],
    },
  },
  eraseUser: { params: { userRef }, answer: { erased: true } },
};

export const feedbackExamples: RouteExamples<
  | 'listFeedback'
  | 'giveFeedback'
  | 'replyToFeedback'
  | 'setFeedbackStatus'
  | 'voteForFeedback'
  | 'withdrawVote'
> = {
  listFeedback: {
    params: service,
    query: {
      status: optional(
        several(
          oneOf(
            'open',
            'planned',
            'started',
            'completed',
            'declined',
            'duplicate',
          ),
          { max: 10 },
        ),
      ),
      ...page,
    },
    answer: {
      ...listOfOne(feedback),
      counts: {
        open: maybe(1),
        planned: maybe(2),
        started: maybe(3),
        completed: maybe(4),
        declined: maybe(5),
        duplicate: maybe(6),
      },
    },
  },
  giveFeedback: {
    params: service,
    body: {
      title: text({ min: 5, max: 200 }),
      text: optional(text({ max: 5000 })),
      visibility: optional({
        ...oneOf('public', 'team'),
        // Only a comment on a rating is.
        refuses: ['anonymous', ...oneOf('public').refuses],
      }),
    },
    answer: feedback,
  },
  replyToFeedback: {
    params: { id },
    body: { text: text({ max: 5000 }) },
    answer: feedback,
  },
  setFeedbackStatus: {
    params: { id },
    body: {
      version: integer({ min: 1 }),
      status: oneOf('open', 'planned', 'started', 'completed', 'declined'),
      note: optional(text({ max: 2000 })),
      link: optional(webLink),
      // Only with the status duplicate, which has a test of its own.
      duplicateOf: {
        isOptional: true,
        takes: [undefined],
        refuses: id.takes.concat(id.refuses),
      },
    },
    answer: feedback,
  },
  voteForFeedback: { params: { id }, answer: feedback },
  withdrawVote: { params: { id }, answer: feedback },
};

export const researchExamples: RouteExamples<
  'listResearch' | 'addResearch' | 'removeResearch'
> = {
  listResearch: {
    params: service,
    query: page,
    answer: {
      ...listOfOne(research),
      recent: {
        interview: maybe(1),
        embed: maybe(2),
        'try-out': maybe(3),
        survey: maybe(4),
        'metrics-review': maybe(5),
      },
    },
  },
  addResearch: {
    params: service,
    body: {
      kind: oneOf('interview', 'embed', 'try-out', 'survey', 'metrics-review'),
      date: day,
      team: optional(text({ max: 200 })),
      learned: text({ min: 10, max: 5000 }),
      follows: optional(text({ max: 5000 })),
      link: optional(webLink),
    },
    answer: research,
  },
  removeResearch: { params: { id }, answer: research },
};

const waitingFor = { entityRef: 'component:default/logs', title: 'Logs', at };

export const satisfactionWaitingExamples = [
  {
    ...waitingFor,
    kind: 'feedback',
    feedback,
  },
  { ...waitingFor, kind: 'scores', roundId: '2026-Q1' },
];
