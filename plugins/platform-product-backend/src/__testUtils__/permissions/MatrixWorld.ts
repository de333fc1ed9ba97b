import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  AnyRouteDefinition,
  RouteInput,
  RouteResponse,
} from '@platform-product/backstage-plugin-common';
import {
  defaultAvailability,
  eventRoutes,
  feedbackRoutes,
  maturityRoutes,
  noticeRoutes,
  postRoutes,
  roadmapRoutes,
  researchRoutes,
  reviewerRoutes,
  satisfactionRoutes,
  updatesRoutes,
} from '@platform-product/backstage-plugin-common/rules';
import { Knex } from 'knex';
import {
  createPlatformProductConditionalDecision,
  platformProductConditions,
} from '../../access/permissionRules';
import { groupEntity, serviceEntity, userEntity } from '../entities';
import { MemorySource } from '../generateChanges';
import { related } from '../related';
import { dump, Snapshot } from '../Snapshot';
import { startTestPlugin } from '../startTestPlugin';
import { callers } from './roles';

/**
 * What a company's policy says to the permissions of the suite. The condition is
 * an annotation that the first service has and the second has not.
 */
export type PolicyMode = 'allow' | 'deny' | 'condition';

export const services = ['logs', 'metrics'] as const;
export type ServiceName = (typeof services)[number];

/** A word that stands in all that strangers may not see. */
export const secretWord = 'kestrel';

const annotation = 'example.com/reviewed-by-security';
const team = 'group:default/logs-team';
const { owner, author, reviewer, stranger } = callers;
const otherReviewer = 'user:default/rolf';
const hour = 60 * 60 * 1000;

const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * hour).toISOString();

/** What is kept about a service, to be asked for by id. */
interface Records {
  readonly attestation: string;
  readonly waiver: string;
  readonly pendingRequest: string;
  readonly acceptedRequest: string;
  readonly feedback: string;
  readonly teamFeedback: string;
  readonly research: string;
  readonly notice: string;
  readonly post: string;
  readonly postDraft: string;
  readonly draft: string;
  readonly event: string;
  readonly eventDraft: string;
  readonly secret: string;
  readonly roadmapItem: string;
  readonly roadmapDraft: string;
  readonly round: string;
}

const host = 'github.com';
const repositoryUrl = 'https://github.com/northwind/logs';

/** A change that has waited for the reviewer for two weeks. */
const overdueChange = {
  id: '7',
  url: `${repositoryUrl}/pull/7`,
  title: `${secretWord} change`,
  author: { host, login: 'ada' },
  openedAt: new Date(Date.now() - 14 * 24 * hour),
  readyAt: new Date(Date.now() - 14 * 24 * hour),
  updatedAt: new Date(Date.now() - 14 * 24 * hour),
  paths: [`${secretWord}/values.yaml`],
  reviews: [],
  reviewRequests: [{ reviewer: { host, login: 'rita' }, isOpen: true }],
};

const serviceParams = (name: ServiceName) => ({
  kind: 'component',
  namespace: 'default',
  name,
});

/** Two services of one team about which everything is kept that can be. */
export class MatrixWorld {
  readonly knex: Knex;
  readonly #plugin: Awaited<ReturnType<typeof startTestPlugin>>;
  readonly #records = new Map<ServiceName, Records>();
  readonly #setMode: (mode: PolicyMode) => void;
  #snapshot: Snapshot | undefined;
  #kept = '';

  private constructor(
    knex: Knex,
    plugin: Awaited<ReturnType<typeof startTestPlugin>>,
    setMode: (mode: PolicyMode) => void,
  ) {
    this.knex = knex;
    this.#plugin = plugin;
    this.#setMode = setMode;
  }

  static async start(knex: Knex): Promise<MatrixWorld> {
    let mode: PolicyMode = 'allow';
    const plugin = await startTestPlugin({
      knex,
      entities: [
        ...services.map((name, index) =>
          serviceEntity(name, {
            title: `${secretWord} ${name}`,
            annotations: {
              'github.com/project-slug': 'northwind/logs',
              ...(index === 0 ? { [annotation]: 'yes' } : {}),
            },
          }),
        ),
        related('component:default/shop', {
          dependsOn: services.map(name => `component:default/${name}`),
          ownedBy: Object.values(callers).filter(ref =>
            ref.startsWith('user:'),
          ),
        }),
        groupEntity('logs-team', { members: ['olga'] }),
        ...Object.values(callers)
          .concat(otherReviewer as never)
          .filter(ref => ref.startsWith('user:'))
          .map(ref =>
            userEntity(ref.split('/')[1], {
              groups: ref === owner ? [team] : [],
            }),
          ),
      ],
      groups: {
        [owner]: [team],
        [callers.steward]: ['group:default/council'],
      },
      config: { stewards: ['council'], admins: [callers.admin] },
      hidden: { [stranger]: services.map(name => `component:default/${name}`) },
      decide: permission => decide(mode, permission),
      reviewSources: [new MemorySource([overdueChange])],
    });
    const world = new MatrixWorld(knex, plugin, changed => {
      mode = changed;
    });
    await plugin.syncReviews();
    await plugin.releaseRatings();
    for (const userRef of [reviewer, otherReviewer]) {
      await world.#require(userRef, reviewerRoutes.putAvailability, {
        body: { ...defaultAvailability, maxOpenReviews: 50 },
      });
    }
    for (const name of services) await world.#keepRecords(name);
    await plugin.releaseRatings();
    await plugin.sweep();
    world.#snapshot = await Snapshot.take(knex);
    world.#kept = await dump(knex);
    return world;
  }

  recordsOf(name: ServiceName): Records {
    return this.#records.get(name)!;
  }

  /** What of the audit trail was written so far. */
  get audited(): readonly string[] {
    return this.#plugin.audited;
  }

  /**
   * Calls a route on the world as it was at the start, but for what `before`
   * changes; tells what came of it.
   */
  async call(
    caller: string,
    route: AnyRouteDefinition,
    input: Partial<RouteInput<AnyRouteDefinition>>,
    options: {
      readonly mode: PolicyMode;
      readonly before?: (knex: Knex) => Promise<unknown>;
    },
  ): Promise<{
    status: number;
    text: string;
    body: unknown;
    hasChanged: boolean;
  }> {
    this.#setMode(options.mode);
    await options.before?.(this.knex);
    const before = options.before ? await dump(this.knex) : this.#kept;
    const { status, text, body } = await this.#plugin.call(
      caller,
      route,
      input as Partial<RouteInput<AnyRouteDefinition>> & { params?: object },
    );
    const after = await dump(this.knex);
    if (after !== this.#kept) await this.#snapshot!.restore();
    return { status, text, body, hasChanged: after !== before };
  }

  stop = () => this.#plugin.stop();

  /** Everything that can be written about a service, all in the author's name. */
  async #keepRecords(name: ServiceName): Promise<void> {
    const params = serviceParams(name);
    const at = <TRoute extends AnyRouteDefinition>(
      caller: string,
      route: TRoute,
      body?: object,
      more: object = {},
    ) => this.#require(caller, route, { params: { ...params, ...more }, body });

    const terms = { role: 'reviewer', paths: [] };
    for (const userRef of [reviewer, otherReviewer]) {
      await at(owner, reviewerRoutes.putReviewer, terms, { userRef });
      await at(userRef, reviewerRoutes.putReviewer, terms, { userRef });
    }
    const attestation = await at(owner, maturityRoutes.attest, {
      criterionId: 'guide',
      statement: `${secretWord} statement`,
      expiresAt: inDays(90),
    });
    const waiver = await at(owner, maturityRoutes.requestWaiver, {
      criterionId: 'guide',
      reason: `${secretWord} reason`,
      expiresAt: inDays(30),
    });
    const request = (path: string) =>
      at(author, reviewerRoutes.requestReview, {
        reviewer,
        paths: [`${secretWord}/${path}`],
        note: `${secretWord} note`,
      });
    const pending = await request('pending.yaml');
    const accepted = await request('accepted.yaml');
    await this.#require(reviewer, reviewerRoutes.acceptReviewRequest, {
      params: { id: accepted.id },
    });
    const give = (visibility: 'public' | 'team') =>
      at(author, feedbackRoutes.giveFeedback, {
        title: `${secretWord} wish`,
        visibility,
      });
    const feedback = await give('public');
    const teamFeedback = await give('team');
    const research = await at(owner, researchRoutes.addResearch, {
      kind: 'interview',
      date: new Date().toISOString().slice(0, 10),
      learned: `${secretWord} was learned`,
    });
    await at(author, updatesRoutes.follow);
    for (const index of [1, 2, 3, 4, 5]) {
      const ratings = { usability: 4 };
      const rater = `user:default/rater-${index}`;
      await at(rater, satisfactionRoutes.putMyAnswer, { ratings });
    }
    const { round } = await at(owner, satisfactionRoutes.getSatisfaction);

    const told = {
      kind: 'outage',
      title: `${secretWord} is away`,
      text: `${secretWord} node`,
      detectedAt: inDays(-1),
    };
    const notice = await at(owner, noticeRoutes.publishNotice, told);
    const draft = await at(owner, noticeRoutes.draftNotice, told);
    await this.#plugin.tellOfNotices();
    const news = { title: `${secretWord} is new`, text: secretWord };
    const post = await at(owner, postRoutes.addPost, news);
    const postDraft = await at(owner, postRoutes.addPost, {
      ...news,
      isDraft: true,
    });
    const planned = {
      kind: 'demo',
      title: `${secretWord} demo`,
      text: `${secretWord} dashboards`,
      timeZone: 'UTC',
      startsAt: '2098-01-02T14:00',
      durationMinutes: 45,
    };
    const event = await at(owner, eventRoutes.addEvent, {
      ...planned,
      publish: true,
    });
    const eventDraft = await at(owner, eventRoutes.addEvent, planned);
    const attended = { params: { id: event.id, start: planned.startsAt } };
    await this.#require(author, eventRoutes.attend, attended);
    const { secret } = await this.#require(
      stranger,
      eventRoutes.makeCalendarLink,
      { params: {} },
    );
    const plan = (isDraft: boolean) =>
      at(owner, roadmapRoutes.addRoadmapItem, {
        title: `${secretWord} plan`,
        text: `${secretWord} words`,
        stage: 'now',
        feedbackIds: [teamFeedback.id],
        isDraft,
      });
    const roadmapItem = await plan(false);
    const roadmapDraft = await plan(true);

    const { knex } = this;
    const ownTo = (table: string, column: string) =>
      knex(table)
        .where({ [column]: owner })
        .update({ [column]: author });
    await ownTo('maturity_attestations', 'created_by');
    await ownTo('maturity_waivers', 'requested_by');
    await ownTo('satisfaction_research', 'created_by');
    this.#records.set(name, {
      attestation: attestation.id,
      waiver: waiver.id,
      pendingRequest: pending.id,
      acceptedRequest: accepted.id,
      feedback: feedback.id,
      teamFeedback: teamFeedback.id,
      research: research.id,
      notice: notice.id,
      draft: draft.id,
      post: post.id,
      postDraft: postDraft.id,
      event: event.id,
      eventDraft: eventDraft.id,
      secret,
      roadmapItem: roadmapItem.id,
      roadmapDraft: roadmapDraft.id,
      round: round!.id,
    });
  }

  async #require<TRoute extends AnyRouteDefinition>(
    caller: string,
    route: TRoute,
    input: object,
  ): Promise<RouteResponse<TRoute>> {
    const { status, body, text } = await this.#plugin.call(
      caller,
      route,
      input as Partial<RouteInput<TRoute>> & { params?: object },
    );
    if (status !== route.status) {
      throw new Error(`${route.operationId} answered ${status}: ${text}`);
    }
    return body;
  }
}

function decide(
  mode: PolicyMode,
  permission: ResourcePermission,
): PolicyDecision {
  if (mode === 'allow') return { result: AuthorizeResult.ALLOW };
  if (mode === 'deny') return { result: AuthorizeResult.DENY };
  return createPlatformProductConditionalDecision(
    permission as Parameters<
      typeof createPlatformProductConditionalDecision
    >[0],
    platformProductConditions.hasAnnotation({ annotation, value: 'yes' }),
  );
}
