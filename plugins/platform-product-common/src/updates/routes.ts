import { defineRoute } from '../api/defineRoute';
import { entityParams, exampleService } from '../api/parameters';
import { followChoiceSchema, followSchema } from './follows';

const service = '/entities/:kind/:namespace/:name';

/**
 * Routes of the room `updates`.
 *
 * @public
 */
export const updatesRoutes = {
  getFollow: defineRoute({
    operationId: 'getFollow',
    method: 'get',
    path: `${service}/follow`,
    summary: 'Whether I follow a service, and how many people do',
    params: entityParams,
    response: followSchema,
    example: { params: exampleService },
  }),
  follow: defineRoute({
    operationId: 'follow',
    method: 'put',
    path: `${service}/follow`,
    summary: 'Follow a service; once for each person',
    action: 'follow',
    params: entityParams,
    response: followSchema,
    example: { params: exampleService },
  }),
  chooseFollowed: defineRoute({
    operationId: 'chooseFollowed',
    method: 'put',
    path: `${service}/follow/muted`,
    summary: 'Choose what I hear of a service that I follow',
    conflict: 'The caller does not follow the service',
    action: 'follow',
    params: entityParams,
    body: followChoiceSchema,
    response: followSchema,
    example: { params: exampleService, body: { muted: ['roadmap'] } },
  }),
  unfollow: defineRoute({
    operationId: 'unfollow',
    method: 'delete',
    path: `${service}/follow`,
    summary: 'Follow a service no longer',
    visibility: 'own',
    params: entityParams,
    status: 204,
    example: { params: exampleService },
  }),
} as const;
