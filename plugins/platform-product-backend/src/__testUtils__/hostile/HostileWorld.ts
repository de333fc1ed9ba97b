import { mockCredentials } from '@backstage/backend-test-utils';
import {
  annotations,
  AnyRouteDefinition,
  routes,
} from '@platform-product/backstage-plugin-common';
import { Knex } from 'knex';
import request from 'supertest';
import { groupEntity, serviceEntity, userEntity } from '../entities';
import { MemorySource } from '../generateChanges';
import { related } from '../related';
import { dump } from '../Snapshot';
import { startTestPlugin } from '../startTestPlugin';
import {
  GoodRequest,
  HostileRequest,
  OperationId,
  SentRequest,
  spoil,
} from './hostileRequest';

const team = 'group:default/logs-team';
const owner = 'user:default/priya-raman';
const steward = 'user:default/ingrid-solberg';
const stranger = 'user:default/stranger';
const nobody = undefined;
const tool = 'external:alerts';
// These stand in the examples.
const manager = 'user:default/maya-lund';
const reviewer = 'user:default/noor-haddad';
const consumer = 'user:default/carl-nystrom';

const users = [owner, steward, manager, reviewer, consumer];
const anybody = [...users, stranger, tool, nobody];
/** As many as have to answer before anything is released. */
const raters = [
  'user:default/eva',
  'user:default/finn',
  'user:default/gus',
  reviewer,
  consumer,
];

/** Who may do what; all else is for the owner. */
const whoMay: Partial<Record<OperationId, readonly string[]>> = {
  decideWaiver: [steward],
  takeBackDecision: [steward],
  putReviewer: [manager, reviewer],
  requestReview: [consumer],
  withdrawReviewRequest: [consumer],
  getReviewRequest: [consumer, reviewer],
  acceptReviewRequest: [reviewer],
  declineReviewRequest: [reviewer],
  completeReviewRequest: [reviewer],
  putMyAnswer: [consumer],
  withdrawMyAnswer: [consumer],
  noteInvitation: [consumer],
  eraseUser: [consumer],
  answerNotice: [consumer],
  attend: [consumer],
  unattend: [consumer],
};

/** Those who may do what a route is for. */
function allowedOn({ operationId, caller }: AnyRouteDefinition) {
  if (caller === 'service') return [tool];
  return whoMay[operationId as OperationId] ?? [owner];
}

function credentialsOf(caller: string | undefined): string {
  if (!caller) return mockCredentials.none.header();
  return caller === tool
    ? mockCredentials.service.header()
    : mockCredentials.user.header(caller);
}

const host = 'github.com';
const longAgo = new Date(Date.now() - 14 * 24 * 60 * 60 * 1000);
const { changeId } = routes.nudgeReviewer.example.params!;

/** A change that has waited for its review for two weeks. */
const overdueChange = {
  id: changeId,
  title: 'Move the retention to the values',
  author: { host, login: 'carl-nystrom' },
  openedAt: longAgo,
  readyAt: longAgo,
  updatedAt: longAgo,
  paths: ['charts/values.yaml'],
  reviews: [],
  reviewRequests: [{ reviewer: { host, login: 'noor-haddad' }, isOpen: true }],
};

const config = {
  stewards: [steward],
  // Dates in the examples are far in the future.
  maturity: { longestAttestation: 'P1000Y', longestWaiver: 'P1000Y' },
  satisfaction: {
    rounds: [
      {
        id: routes.replyToScores.example.params!.roundId,
        from: '2001-01-01',
        until: '2999-01-01',
      },
    ],
  },
};

const entities = [
  serviceEntity('logs', {
    system: 'system:default/observability',
    annotations: {
      [annotations.productManager]: manager,
      'github.com/project-slug': 'northwind/logs',
    },
  }),
  serviceEntity('shop', { owner: 'group:default/shop-team' }),
  related('component:default/checkout', {
    dependsOn: ['component:default/logs'],
    ownedBy: [consumer],
  }),
  groupEntity('logs-team', { members: ['priya-raman'] }),
  groupEntity('shop-team', { members: ['carl-nystrom'] }),
  ...users.map(ref => userEntity(ref.split('/')[1])),
];

/** The kind of record that a route makes, or is about, by its path. */
const kindMadeBy = ({ path, status, operationId }: AnyRouteDefinition) => {
  if (operationId === 'makeCalendarLink') return 'calendars';
  const isMade = status === 201 && !path.includes('/:id');
  return isMade ? path.split('/').at(-1) : undefined;
};
const kindOf = ({ path }: AnyRouteDefinition) => path.split('/')[1];

interface KeptRecord {
  readonly id: string;
  /** Of a calendar link, by which it is named. */
  readonly secret?: string;
  readonly updates?: ReadonlyArray<{ readonly id: string }>;
}

/** The service of the examples, with a record of every kind. */
export class HostileWorld {
  readonly #knex: Knex;
  readonly #plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  /** Records by their kinds, in their order. */
  readonly #records = new Map<string, KeptRecord[]>();

  private constructor(
    knex: Knex,
    plugin: Awaited<ReturnType<typeof startTestPlugin>>,
  ) {
    this.#knex = knex;
    this.#plugin = plugin;
  }

  static async start(knex: Knex): Promise<HostileWorld> {
    const plugin = await startTestPlugin({
      knex,
      entities,
      config,
      groups: { [owner]: [team] },
      hidden: { [stranger]: ['component:default/logs'] },
      files: new Map([
        [
          'https://github.com/northwind/logs/blob/HEAD/.github/CODEOWNERS',
          '* @maya-lund\n[\n!x @priya-raman\n',
        ],
      ]),
      reviewSources: [new MemorySource([overdueChange])],
    });
    const world = new HostileWorld(knex, plugin);
    await plugin.sweep();
    await plugin.syncReviews();
    await plugin.releaseRatings();
    const refusals = await world.keepRecords();
    if (refusals.length) throw new Error(refusals.join('\n'));
    await plugin.releaseRatings();
    return world;
  }

  /** All tables, to be compared. */
  dump = () => dump(this.#knex);

  stop = () => this.#plugin.stop();

  /**
   * Makes a record of every kind, for requests to be about. Tells what was
   * refused, as is only right where the last one is still there.
   */
  async keepRecords(): Promise<string[]> {
    const {
      putReviewer,
      putMyAnswer,
      giveFeedback,
      publishNotice,
      addEvent,
      addRoadmapItem,
      attend,
    } = routes;
    const refusals: string[] = [];
    const ask = async (
      user: string,
      route: AnyRouteDefinition,
      good = this.#good(route.operationId as OperationId),
    ) => {
      const answer = await this.#send(user, spoil(route, good, {}));
      this.#check(route, answer);
      if (answer.status !== route.status) {
        refusals.push(`${route.operationId}: ${answer.text}`);
      }
    };
    // The sponsor in the example has to review already.
    for (const user of [owner, manager]) {
      await ask(user, putReviewer, {
        params: { ...putReviewer.example.params!, userRef: manager },
        query: {},
        body: { role: 'approver', paths: [] },
      });
    }
    for (const user of whoMay.putReviewer!) await ask(user, putReviewer);
    // One may be the duplicate of another, or go on in it.
    await ask(consumer, giveFeedback);
    await ask(owner, publishNotice);
    const draft = this.#good('addEvent');
    await ask(owner, addEvent, {
      ...draft,
      body: { ...draft.body, publish: false },
    });
    await ask(owner, addRoadmapItem);
    for (const route of Object.values<AnyRouteDefinition>(routes)) {
      if (kindMadeBy(route)) await ask(allowedOn(route)[0], route);
    }
    for (const user of raters) await ask(user, putMyAnswer);
    await ask(consumer, attend);
    return refusals;
  }

  /** Sends a request, spoiled or not. */
  async call(hostile: HostileRequest): Promise<{
    status: number;
    method: string;
  }> {
    const { operation, isFromAnybody, caller, wrong } = hostile;
    const callers = isFromAnybody ? anybody : allowedOn(routes[operation]);
    const sent = spoil(routes[operation], this.#good(operation), wrong);
    const answer = await this.#send(callers[caller % callers.length], sent);
    if (sent.method === routes[operation].method) {
      this.#check(routes[operation], answer);
    }
    return { status: answer.status, method: sent.method };
  }

  /** The example of a route, about records that exist. */
  #good(operation: OperationId): GoodRequest {
    const route: AnyRouteDefinition = routes[operation];
    const { params, query = {}, body = {} } = route.example;
    const { cursor: _, ...rest } = query;
    const [first, ...others] = this.#records.get(kindOf(route)) ?? [];
    const record = others.at(-1) ?? first;
    const [feedback] = this.#records.get('feedback') ?? [];
    const named: Record<string, unknown> = {
      duplicateOf: first?.id,
      mergedInto: first?.id,
      before: first?.id,
      corrects: record?.updates?.[0]?.id,
      feedbackIds: feedback && [feedback.id],
    };
    return {
      params: {
        ...params,
        ...(record &&
          (record.secret ? { secret: record.secret } : { id: record.id })),
      },
      // A cursor is of one list, and that of another record is another list.
      query: record ? rest : query,
      body: Object.fromEntries(
        Object.entries(body).map(([field, value]) => [
          field,
          named[field] ?? value,
        ]),
      ),
    };
  }

  async #send(
    user: string | undefined,
    { method, path, query, body, key }: SentRequest,
  ) {
    let sent = request(this.#plugin.server)
      [method as 'get'](`/api/platform-product${path}`)
      .query(query)
      .set('Authorization', credentialsOf(user));
    if (key) sent = sent.set('Idempotency-Key', key);
    const answer = await sent
      .set('Content-Type', 'application/json')
      .send(body);
    // Else what an earlier request has others told could change tables later.
    if (method !== 'get') {
      await this.#plugin.tellOfNotices();
      await this.#plugin.deliverNotifications();
    }
    return answer;
  }

  /** A good answer has to be as promised; a record that it tells of is kept. */
  #check(
    route: AnyRouteDefinition,
    { status, body, text }: request.Response,
  ): void {
    if (status !== route.status || status === 204) return;
    route.response.parse(
      route.contentType === 'application/json' ? body : text,
    );
    const isDraft = route.operationId === 'addEvent' && !body.publishedAt;
    const kind = isDraft ? 'event-drafts' : kindMadeBy(route);
    if (!kind) return;
    this.#records.set(kind, [...(this.#records.get(kind) ?? []), body]);
  }
}
