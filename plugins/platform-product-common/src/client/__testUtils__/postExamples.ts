import { listOfOne, maybe } from './answers';
import {
  Field,
  flag,
  id,
  integer,
  listOf,
  moment,
  oneOf,
  optional,
  queryNumber,
  service,
  text,
} from './fields';
import { RouteExamples } from './RouteExample';

const post = {
  id: '3c1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80',
  entityRef: 'component:default/logs',
  title: 'Query language 2 is here',
  text: 'It is *faster*.',
  tags: ['query-language'],
  audience: 'everybody',
  publishedAt: maybe('2026-03-01T12:00:00.000Z'),
  announcement: maybe('published'),
  version: 1,
  createdBy: 'user:default/maya',
  createdAt: '2026-03-01T12:00:00.000Z',
};

const tag: Field = {
  takes: ['query-language', 'Neu', '2', 'größe', 'x'.repeat(40)],
  refuses: [
    '',
    '-',
    'a b',
    'a--b',
    '-a',
    'a-',
    'a,b',
    '<b>',
    'x'.repeat(41),
    7,
  ],
};

const body = {
  title: text({ min: 5, max: 200 }),
  text: text({ max: 20_000 }),
  tags: optional(listOf(tag, { max: 10 })),
  audience: optional(oneOf('everybody', 'consumers', 'followers')),
  publishAt: optional(moment),
  isDraft: optional(flag),
  isAnnounced: optional(flag),
};

const paging = {
  limit: optional(queryNumber({ min: 1, max: 200 })),
  cursor: optional(text({ max: 500 })),
};

const feed = '<?xml version="1.0" encoding="utf-8"?>\n<feed/>';

/** Requests and answers of the routes for posts. */
export const postExamples = {
  listPosts: {
    params: service,
    query: {
      state: optional(oneOf('published', 'waiting')),
      tag: optional(tag),
      ...paging,
    },
    answer: listOfOne(post),
  },
  addPost: { params: service, body, answer: post },
  getPostFeed: { params: service, answer: feed },
  listNewPosts: { query: paging, answer: listOfOne({ post, title: 'Logs' }) },
  getNewPostFeed: { answer: feed },
  getPost: { params: { id }, answer: post },
  changePost: {
    params: { id },
    body: { ...body, version: integer({ min: 1 }) },
    answer: post,
  },
  removePost: { params: { id }, answer: undefined },
} satisfies Partial<RouteExamples>;
