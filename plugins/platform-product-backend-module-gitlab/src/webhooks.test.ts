import { dirname, join } from 'node:path';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import {
  ChangeRef,
  platformProductReviewSourceExtensionPoint,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import request from 'supertest';
import { changeOfEvent } from './changeOfEvent';
import platformProductGitlabModule from './index';

// The loader that this package exports imports its modules at run time, which
// Jest does not do without an option to Node.js.
const eventsModules = [
  'eventsModuleGitlabEventRouter',
  'eventsModuleGitlabWebhook',
].map(name => {
  const main = require.resolve(
    '@backstage/plugin-events-backend-module-gitlab',
  );
  return jest.requireActual<{ default: BackendFeature }>(
    join(dirname(main), 'service', `${name}.cjs.js`),
  ).default;
});

// In the shape of GitLab's docs, "Webhook events", without what is not read.
const project = {
  id: 1,
  web_url: 'https://gitlab.com/group/sub/project',
  path_with_namespace: 'group/sub/project',
};
const mergeRequestEvent = {
  object_kind: 'merge_request',
  event_type: 'merge_request',
  user: { id: 1, username: 'root' },
  project,
  object_attributes: { id: 90, iid: 16, action: 'approved', state: 'opened' },
};
const noteEvent = {
  object_kind: 'note',
  event_type: 'note',
  project_id: 1,
  project,
  object_attributes: { id: 1244, noteable_type: 'MergeRequest', note: 'Good' },
  merge_request: { id: 90, iid: 16, target_project_id: 1 },
};
const change = {
  repositoryUrl: project.web_url,
  changeId: '16',
  repositoryId: 'gitlab.com/1',
};

describe('changeOfEvent', () => {
  it('finds the merge request in events of its own, and in notes', () => {
    expect(changeOfEvent(mergeRequestEvent)).toEqual(change);
    expect(changeOfEvent(noteEvent)).toEqual(change);
  });

  it.each([
    undefined,
    null,
    'merge_request',
    {},
    { ...noteEvent, merge_request: undefined, issue: { iid: 3 } },
    { ...mergeRequestEvent, project: null },
    { ...mergeRequestEvent, project: { web_url: 7 } },
    { ...mergeRequestEvent, project: { web_url: 'group/project', id: 1 } },
    { ...mergeRequestEvent, object_attributes: { iid: '16' } },
    { ...mergeRequestEvent, object_attributes: null },
  ])('finds none in %j', payload => {
    expect(changeOfEvent(payload)).toBeUndefined();
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !condition(); tries++) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

it('tells of a change each time that GitLab sends it, and to GitLab only', async () => {
  const secret = 'the secret of the webhook';
  const moved: ChangeRef[] = [];
  const sources: ReviewSource[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        platformProductReviewSourceExtensionPoint,
        { addSource: (...added) => sources.push(...added) },
      ],
    ],
    features: [
      eventsServiceFactory,
      eventsPlugin,
      ...eventsModules,
      platformProductGitlabModule,
      mockServices.rootConfig.factory({
        data: {
          integrations: { gitlab: [{ host: 'gitlab.com', token: 'token' }] },
          events: {
            useEventBus: 'never',
            modules: { gitlab: { webhookSecret: secret } },
          },
        },
      }),
    ],
  });
  expect(sources.map(({ id }) => id)).toEqual(['gitlab']);
  await sources[0].subscribe?.(async ref => void moved.push(ref));
  const post = async (payload: object, token?: string) => {
    const { status } = await request(backend.server)
      .post('/api/events/http/gitlab')
      .set(token ? { 'x-gitlab-token': token } : {})
      .send(payload);
    return status;
  };

  await expect(post(mergeRequestEvent)).resolves.toBe(403);
  await expect(post(mergeRequestEvent, 'a guess')).resolves.toBe(403);
  expect(moved).toEqual([]);
  const push = { ...mergeRequestEvent, object_kind: 'push' };
  for (const payload of [push, noteEvent, mergeRequestEvent, noteEvent]) {
    await expect(post(payload, secret)).resolves.toBe(202);
  }
  // GitLab gets its answer before the event is passed on.
  await until(() => moved.length >= 3);
  expect(moved).toEqual([change, change, change]);
  await backend.stop();
});
