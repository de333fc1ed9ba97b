import { listOfOne, maybe } from './answers';
import {
  Field,
  listOf,
  oneOf,
  optional,
  queryNumber,
  service,
  several,
  text,
} from './fields';
import {
  atRisk,
  maturityExamples,
  maturityWaitingExamples,
} from './maturityExamples';
import { reviewerExamples, reviewersWaitingExamples } from './reviewerExamples';
import { RouteExamples } from './RouteExample';
import {
  feedbackExamples,
  overallScore,
  researchExamples,
  round,
  satisfactionExamples,
  satisfactionWaitingExamples,
} from './satisfactionExamples';
import { postExamples } from './postExamples';
import { eventExamples } from './eventExamples';
import { roadmapExamples } from './roadmapExamples';
import { noticeExamples, updatesWaitingExamples } from './updatesExamples';

const at = '2026-03-01T12:00:00.000Z';

const contributing = {
  guide: maybe({
    url: 'https://example.com/CONTRIBUTING.md',
    markdown: '# Contributing',
    outline: [{ depth: 1, text: 'Contributing', line: 1 }],
    checkedAt: at,
    path: maybe('CONTRIBUTING.md'),
    pageTemplate: maybe('https://example.com/{path}'),
    imageTemplate: maybe('https://example.com/raw/{path}'),
  }),
  coverage: [
    {
      question: 'buildAndTest',
      covered: true,
      sentence: maybe('Run `make test`.'),
      line: maybe(3),
      heading: maybe('Contributing'),
    },
  ],
  lookedAt: ['CONTRIBUTING.md'],
  error: maybe('could not be read'),
  elsewhere: maybe('https://example.com/wiki'),
  isOtherFormat: maybe(true),
  newFileUrl: maybe('https://example.com/new'),
  sourceUrl: maybe('https://example.com/logs'),
  support: maybe('https://example.com/chat'),
};

const follow = { isFollowing: true, followers: 4, muted: ['roadmap'] };

const portfolioItem = {
  entityRef: 'component:default/logs',
  title: 'Logs',
  kind: 'component',
  owner: maybe('group:default/observing'),
  system: maybe('system:default/observing'),
  level: 1,
  levelWithoutWaivers: 0,
  measuredLevel: 0,
  declaredLevel: maybe(2),
  atRiskUntil: maybe(at),
  atRisk: maybe(atRisk),
  heldBackBy: ['guide'],
  heldBackByTitle: maybe('The guide is complete'),
  levelSince: at,
  satisfaction: maybe(overallScore),
  asOf: at,
};

const counted = { value: 'group:default/observing', count: 3 };

const summary = {
  totalItems: 3,
  levels: [
    {
      level: 1,
      name: 'Listens',
      description: maybe('Stakeholders are heard.'),
      count: 3,
      yearAgo: 1,
    },
  ],
  upThisMonth: 2,
  downThisMonth: 0,
  atRisk: 1,
  owners: [counted],
  systems: [counted],
  kinds: [counted],
  asOf: maybe(at),
};

const home = {
  waiting: {
    items: [
      ...maturityWaitingExamples,
      ...reviewersWaitingExamples,
      ...satisfactionWaitingExamples,
      ...updatesWaitingExamples,
    ],
    counts: { waiver: maybe(1) },
    totalItems: 7,
  },
  round: maybe(round),
  ratings: [
    {
      entityRef: 'component:default/logs',
      title: 'Logs',
      isInvited: true,
      isNoted: false,
    },
  ],
  totalRatings: 1,
  services: [portfolioItem],
  totalServices: 1,
};

const levelNumber = queryNumber({ min: 0, max: 99 });
const refs = optional(several(text({ max: 600 }), { max: 20 }));
const portfolioFilters = {
  level: optional(several(levelNumber, { max: 20 })),
  owner: refs,
  kind: refs,
  system: refs,
  atRisk: optional({
    takes: ['true', 'false'],
    refuses: ['', 'TRUE', '1', 'yes', true],
  } satisfies Field),
  text: optional(text({ max: 200 })),
  sort: optional(
    oneOf(
      'title',
      'owner',
      'level',
      'levelSince',
      'atRiskUntil',
      'satisfaction',
    ),
  ),
  order: optional(oneOf('asc', 'desc')),
};

/** Every route of the API. A new one has to have an example here. */
export const routeExamples: RouteExamples = {
  ...maturityExamples,
  getContributing: { params: service, answer: contributing },
  ...reviewerExamples,
  ...satisfactionExamples,
  ...feedbackExamples,
  ...researchExamples,
  getFollow: { params: service, answer: follow },
  follow: { params: service, answer: follow },
  chooseFollowed: {
    params: service,
    body: {
      muted: listOf(oneOf('notices', 'posts', 'events', 'roadmap', 'ratings'), {
        max: 5,
      }),
    },
    answer: follow,
  },
  unfollow: { params: service, answer: undefined },
  ...noticeExamples,
  ...postExamples,
  ...eventExamples,
  ...roadmapExamples,
  listPortfolio: {
    query: {
      ...portfolioFilters,
      limit: optional(queryNumber({ min: 1, max: 200 })),
      cursor: optional(text({ max: 4000 })),
    },
    answer: listOfOne(portfolioItem),
  },
  getPortfolioSummary: { answer: summary },
  exportPortfolio: {
    query: portfolioFilters,
    answer: 'entityRef,level\r\ncomponent:default/logs,1\r\n',
  },
  getHome: { answer: home },
};
