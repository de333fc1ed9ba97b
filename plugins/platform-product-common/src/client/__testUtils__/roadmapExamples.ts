import { maybe } from './answers';
import {
  flag,
  id,
  integer,
  listOf,
  oneOf,
  optional,
  queryNumber,
  secureLink,
  service,
  text,
} from './fields';
import { RouteExamples } from './RouteExample';

const at = '2026-03-01T12:00:00.000Z';

const item = {
  id: '0a5cdfa2-5f3b-4b6f-9c8e-2f1d1a7e9b10',
  entityRef: 'component:default/logs',
  title: 'Keep logs for a year',
  text: maybe('In an **archive**.'),
  stage: 'shipped',
  feature: maybe('leverage'),
  cutsKtlo: false,
  link: maybe('https://example.com/7'),
  isDraft: false,
  stageSince: at,
  shippedAt: maybe(at),
  version: 2,
  createdBy: 'user:default/maya',
  createdAt: at,
  feedback: [
    { id: '5d0c4b0e-0d0d-4a53-8a2b-0c7f9a3a1b11', title: 'Keep logs longer' },
  ],
  toTell: maybe(3),
  moved: maybe({
    state: 'up',
    roundId: maybe('2026-Q4'),
    change: maybe({
      since: '2026-Q2',
      difference: 0.2,
      low: 0.05,
      high: 0.33,
      direction: 'up',
    }),
  }),
};

const content = {
  title: text({ min: 5, max: 200 }),
  text: optional(text({ max: 5000 })),
  feature: optional(
    oneOf('leverage', 'usability', 'reliability', 'cost', 'latency'),
  ),
  cutsKtlo: optional(flag),
  feedbackIds: optional(listOf(id, { max: 20 })),
  link: optional(secureLink),
  isDraft: optional(flag),
};
const version = integer({ min: 1 });

export const roadmapExamples: RouteExamples<
  | 'getRoadmap'
  | 'addRoadmapItem'
  | 'getRoadmapItem'
  | 'changeRoadmapItem'
  | 'moveRoadmapItem'
  | 'removeRoadmapItem'
> = {
  getRoadmap: {
    params: service,
    query: { shipped: optional(queryNumber({ min: 1, max: 200 })) },
    answer: { items: [item], totalShipped: 7 },
  },
  addRoadmapItem: {
    params: service,
    body: { ...content, stage: oneOf('now', 'next', 'later') },
    answer: item,
  },
  getRoadmapItem: { params: { id }, answer: item },
  changeRoadmapItem: {
    params: { id },
    body: { ...content, version },
    answer: item,
  },
  moveRoadmapItem: {
    params: { id },
    body: {
      version,
      stage: oneOf('now', 'next', 'later', 'shipped'),
      before: optional(id),
    },
    answer: item,
  },
  removeRoadmapItem: { params: { id }, answer: undefined },
};
