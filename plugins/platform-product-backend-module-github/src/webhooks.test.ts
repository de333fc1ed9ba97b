import { createHmac } from 'node:crypto';
import { dirname, join } from 'node:path';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import examples from '@octokit/webhooks-examples';
import {
  ChangeRef,
  platformProductReviewSourceExtensionPoint,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import request from 'supertest';
import { changeOfEvent } from './changeOfEvent';
import platformProductGithubModule from './index';

// The loader that this package exports imports its modules at run time, which
// Jest does not do without an option to Node.js.
const eventsModules = [
  'eventsModuleGithubEventRouter',
  'eventsModuleGithubWebhook',
].map(name => {
  const main = require.resolve(
    '@backstage/plugin-events-backend-module-github',
  );
  return jest.requireActual<{ default: BackendFeature }>(
    join(dirname(main), 'service', `${name}.cjs.js`),
  ).default;
});

const payloadsOf = (name: string) =>
  examples.find(example => example.name === name)?.examples ?? [];

describe('changeOfEvent', () => {
  it.each(['pull_request', 'pull_request_review'])(
    'finds the pull request in each real webhook: %s',
    name => {
      const payloads = payloadsOf(name);
      expect(payloads.length).toBeGreaterThan(3);
      for (const payload of payloads) {
        const { repository, pull_request: pull } = payload as {
          repository: { html_url: string; id: number };
          pull_request: { number: number };
        };
        expect(changeOfEvent(payload)).toEqual({
          repositoryUrl: repository.html_url,
          changeId: String(pull.number),
          repositoryId: `github.com/${repository.id}`,
        });
      }
    },
  );

  it.each([
    undefined,
    null,
    'pull_request',
    {},
    { pull_request: null },
    { pull_request: { number: 7 } },
    {
      pull_request: { number: '7' },
      repository: { html_url: 'https://a/o/r' },
    },
    { pull_request: { number: 7 }, repository: { html_url: 7 } },
    { pull_request: { number: 7 }, repository: { html_url: 'o/r', id: 1 } },
  ])('finds none in %j', payload => {
    expect(changeOfEvent(payload)).toBeUndefined();
  });

  it('finds none in any other real webhook', () => {
    for (const name of ['issues', 'push', 'star', 'issue_comment']) {
      for (const payload of payloadsOf(name)) {
        expect(changeOfEvent(payload)).toBeUndefined();
      }
    }
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !condition(); tries++) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

describe('a webhook', () => {
  const secret = 'the secret of the webhook';
  const [payload] = payloadsOf('pull_request_review');
  const body = JSON.stringify(payload);
  const sign = (key: string, text: string) =>
    `sha256=${createHmac('sha256', key).update(text).digest('hex')}`;
  const change = {
    repositoryUrl: 'https://github.com/Codertocat/Hello-World',
    changeId: '2',
    repositoryId: 'github.com/186853002',
  };

  const start = async () => {
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
        platformProductGithubModule,
        mockServices.rootConfig.factory({
          data: {
            integrations: { github: [{ host: 'github.com', token: 'token' }] },
            events: {
              useEventBus: 'never',
              modules: { github: { webhookSecret: secret } },
            },
          },
        }),
      ],
    });
    await sources[0].subscribe?.(async ref => void moved.push(ref));
    const post = async (signature?: string, event = 'pull_request_review') => {
      const { status } = await request(backend.server)
        .post('/api/events/http/github')
        .set('content-type', 'application/json')
        .set('x-github-event', event)
        .set(signature ? { 'x-hub-signature-256': signature } : {})
        .send(body);
      return status;
    };
    return { sources, moved, post, backend };
  };

  it('tells of a change each time that GitHub sends it, and to GitHub only', async () => {
    const { sources, moved, post, backend } = await start();
    expect(sources.map(({ id }) => id)).toEqual(['github']);
    await expect(post()).resolves.toBe(403);
    await expect(post(sign('a guess', body))).resolves.toBe(403);
    await expect(post(sign(secret, `${body} `))).resolves.toBe(403);
    expect(moved).toEqual([]);
    await expect(post(sign(secret, body), 'star')).resolves.toBe(202);
    for (let delivery = 1; delivery <= 3; delivery++) {
      await expect(post(sign(secret, body))).resolves.toBe(202);
    }
    // GitHub gets its answer before the event is passed on.
    await until(() => moved.length >= 3);
    expect(moved).toEqual([change, change, change]);
    await backend.stop();
  });
});
