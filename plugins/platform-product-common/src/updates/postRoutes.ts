import { z } from 'zod';
import { defineRoute } from '../api/defineRoute';
import {
  entityParams,
  exampleService,
  idParams,
  listOf,
} from '../api/parameters';
import { paging } from './inputs';
import { postChangeSchema, postInputSchema, postTag } from './postInput';
import { newPostSchema, postSchema } from './posts';

const service = '/entities/:kind/:namespace/:name';

const exampleId = '3c1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80';
const examplePost = {
  title: 'Query language 2 is here',
  text: 'It finds *twice as much* in half the time: [how](https://docs.example.com/ql2).',
  tags: ['query-language'],
  audience: 'everybody',
  publishAt: '2999-12-01T09:00:00.000Z',
  isDraft: false,
  isAnnounced: false,
} as const;

/**
 * Routes for posts, in the room `updates`.
 *
 * @public
 */
export const postRoutes = {
  listPosts: defineRoute({
    operationId: 'listPosts',
    method: 'get',
    path: `${service}/posts`,
    summary:
      'Posts of a service that the caller is meant to see, the newest first; what waits for its time, and drafts, for its team alone',
    params: entityParams,
    query: z.strictObject({
      state: z.enum(['published', 'waiting']).default('published'),
      tag: postTag.optional(),
      ...paging,
    }),
    response: listOf(postSchema),
    example: {
      params: exampleService,
      query: {
        state: 'published',
        tag: 'query-language',
        limit: 10,
        cursor: 'MTAgWjhwSHRHMG1GVg',
      },
    },
  }),
  addPost: defineRoute({
    operationId: 'addPost',
    method: 'post',
    path: `${service}/posts`,
    summary: 'Tell what is new, at once or at a given time, or prepare it',
    action: 'writePosts',
    audited: ['audience', 'isDraft'],
    params: entityParams,
    body: postInputSchema,
    response: postSchema,
    status: 201,
    idempotent: true,
    example: { params: exampleService, body: examplePost },
  }),
  getPostFeed: defineRoute({
    operationId: 'getPostFeed',
    method: 'get',
    path: `${service}/posts.atom`,
    summary: 'The newest posts of a service, as Atom',
    params: entityParams,
    response: z.string(),
    contentType: 'application/atom+xml',
    example: { params: exampleService },
  }),
  listNewPosts: defineRoute({
    operationId: 'listNewPosts',
    method: 'get',
    path: '/posts',
    summary:
      'Posts of the services that the caller follows or uses, the newest first',
    visibility: 'list',
    query: z.strictObject(paging),
    response: listOf(newPostSchema),
    example: { query: { limit: 10, cursor: 'MTAgS1g2YmI3LXZIaQ' } },
  }),
  getNewPostFeed: defineRoute({
    operationId: 'getNewPostFeed',
    method: 'get',
    path: '/posts.atom',
    summary: 'The same, as Atom',
    visibility: 'list',
    response: z.string(),
    contentType: 'application/atom+xml',
    example: {},
  }),
  getPost: defineRoute({
    operationId: 'getPost',
    method: 'get',
    path: '/posts/:id',
    summary: 'A post that the caller is meant to see',
    record: 'post',
    params: idParams,
    response: postSchema,
    example: { params: { id: exampleId } },
  }),
  changePost: defineRoute({
    operationId: 'changePost',
    method: 'put',
    path: '/posts/:id',
    summary:
      'Change a post; once it is seen, it keeps its date and is a draft no more',
    conflict: 'It has moved since that version',
    action: 'writePosts',
    record: 'post',
    audited: ['audience', 'isDraft'],
    params: idParams,
    body: postChangeSchema,
    response: postSchema,
    example: {
      params: { id: exampleId },
      body: { ...examplePost, version: 1 },
    },
  }),
  removePost: defineRoute({
    operationId: 'removePost',
    method: 'delete',
    path: '/posts/:id',
    summary: 'Take a post down for good',
    action: 'writePosts',
    record: 'post',
    params: idParams,
    status: 204,
    example: { params: { id: exampleId } },
  }),
} as const;
