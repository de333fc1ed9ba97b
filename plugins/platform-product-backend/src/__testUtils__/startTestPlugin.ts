import { createHash } from 'crypto';
import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createBackendModule,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackendOptions,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  DefinitivePolicyDecision,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  AnyRouteDefinition,
  RouteInput,
  RouteResponse,
} from '@platform-product/backstage-plugin-common';
import {
  platformProductReviewSourceExtensionPoint,
  ReviewSource,
} from '@platform-product/backstage-plugin-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import { platformProductPlugin } from '../plugin';

export interface TestPluginOptions {
  readonly knex: Knex;
  readonly entities: readonly Entity[];
  /** The content of `platformProduct` in the configuration. */
  readonly config?: JsonObject;
  /** Groups of users, by user ref. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Entity refs that users may not read, by user ref. */
  readonly hidden?: Readonly<Record<string, readonly string[]>>;
  /** Names of the permissions that the policy denies, by user ref. */
  readonly denied?: Readonly<Record<string, readonly string[]>>;
  /**
   * What a company's policy says to the suite's own permissions, in place of
   * `denied`. Its conditions are applied by the plugin's own rules.
   */
  readonly decide?: (permission: ResourcePermission) => PolicyDecision;
  /** Files that the URL reader finds, by URL; an Error is thrown. */
  readonly files?: Map<string, string | Error>;
  readonly reviewSources?: readonly ReviewSource[];
  readonly features?: TestBackendOptions<[]>['features'];
}

/** A URL reader that knows some files, with their content as ETag. */
function createUrlReader(files: ReadonlyMap<string, string | Error>) {
  return mockServices.urlReader.mock({
    readUrl: async (url, options) => {
      const content = files.get(url);
      if (content instanceof Error) throw content;
      if (content === undefined) throw new NotFoundError(`No file at ${url}`);
      const etag = createHash('sha256').update(content).digest('hex');
      if (options?.etag === etag) throw new NotModifiedError();
      return { etag, buffer: async () => Buffer.from(content) };
    },
  });
}

/** A module that brings in sources of review history. */
function createSourcesModule(sources: readonly ReviewSource[]) {
  return createBackendModule({
    pluginId: 'platform-product',
    moduleId: 'test-review-sources',
    register(reg) {
      reg.registerInit({
        deps: { point: platformProductReviewSourceExtensionPoint },
        async init({ point }) {
          point.addSource(...sources);
        },
      });
    },
  });
}

function userOf(credentials: unknown): string {
  const { principal } = credentials as {
    principal: { userEntityRef?: string };
  };
  return principal.userEntityRef ?? 'service';
}

/** A catalog that hides entities from some users, as a policy would. */
function createCatalog({ entities, hidden = {} }: TestPluginOptions) {
  const catalog = catalogServiceMock({ entities: [...entities] });
  const { getEntityByRef, queryEntities, getEntitiesByRefs } = catalog;
  const isVisible = (entity: Entity, credentials: unknown) =>
    !hidden[userOf(credentials)]?.includes(stringifyEntityRef(entity));
  return Object.assign(catalog, {
    getEntityByRef: jest.fn<
      ReturnType<CatalogService['getEntityByRef']>,
      Parameters<CatalogService['getEntityByRef']>
    >(async (ref, options) => {
      const entity = await getEntityByRef.call(catalog, ref, options);
      return entity && isVisible(entity, options.credentials)
        ? entity
        : undefined;
    }),
    queryEntities: jest.fn<
      ReturnType<CatalogService['queryEntities']>,
      Parameters<CatalogService['queryEntities']>
    >(async (query, options) => {
      const answer = await queryEntities.call(catalog, query, options);
      const items = answer.items.filter(entity =>
        isVisible(entity, options.credentials),
      );
      return { ...answer, items };
    }),
    getEntitiesByRefs: jest.fn<
      ReturnType<CatalogService['getEntitiesByRefs']>,
      Parameters<CatalogService['getEntitiesByRefs']>
    >(async (query, options) => {
      const { items } = await getEntitiesByRefs.call(catalog, query, options);
      return {
        items: items.map(entity =>
          entity && isVisible(entity, options.credentials) ? entity : undefined,
        ),
      };
    }),
  });
}

function createPermissions({
  hidden = {},
  denied = {},
}: TestPluginOptions): jest.Mocked<PermissionsService> {
  return {
    authorize: jest.fn(async (requests, options) =>
      requests.map(({ permission }) => ({
        result: denied[userOf(options.credentials)]?.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    ),
    authorizeConditional: jest.fn(async (requests, options) =>
      requests.map(({ permission }) =>
        hidden[userOf(options.credentials)]
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'HAS_ANNOTATION',
                resourceType: 'catalog-entity',
                params: { annotation: permission.name },
              },
            }
          : { result: AuthorizeResult.ALLOW },
      ),
    ),
  };
}

/** Has the plugin apply a decision's conditions, as the framework would. */
async function applyConditions(
  server: Parameters<typeof request>[0],
  resourceRef: string,
  decision: PolicyDecision,
): Promise<DefinitivePolicyDecision> {
  if (decision.result !== AuthorizeResult.CONDITIONAL) return decision;
  const { body } = await request(server)
    .post(
      '/api/platform-product/.well-known/backstage/permissions/apply-conditions',
    )
    .set('Authorization', mockCredentials.service.header())
    .send({ items: [{ ...decision, id: '1', resourceRef }] });
  return { result: body.items[0].result };
}

/**
 * Gives whoever comes to see something else another token, so that what the plugin
 * remembers of a token for some seconds ends there.
 */
function createAuth({ hidden = {} }: TestPluginOptions): AuthService {
  const auth = mockServices.auth({ pluginId: 'platform-product' });
  const getLimitedUserToken = auth.getLimitedUserToken.bind(auth);
  return Object.assign(auth, {
    async getLimitedUserToken(credentials: BackstageCredentials) {
      const { token, ...rest } = await getLimitedUserToken(
        credentials as never,
      );
      const refs = hidden[userOf(credentials)] ?? [];
      return { ...rest, token: [token, ...refs].join(' ') };
    },
  });
}

/** Callers who are no user: another plugin of the backend, and nobody known. */
export const service = 'service';
export const nobody = 'nobody';

function headerOf(caller: string): string {
  if (caller === service) return mockCredentials.service.header();
  if (caller === nobody) return mockCredentials.none.header();
  return mockCredentials.user.header(caller);
}

/** With the message and the stack of errors, which JSON leaves out. */
function describeFully(value: unknown): unknown {
  return value instanceof Error
    ? { ...value, message: value.message, stack: value.stack }
    : value;
}

/** Starts the plugin on a database, with everything around it in memory. */
export async function startTestPlugin(options: TestPluginOptions) {
  const catalog = createCatalog(options);
  const permissions = createPermissions(options);
  const signals = { publish: jest.fn() };
  const auditor = mockServices.auditor.mock();
  const audited: string[] = [];
  const actors: string[] = [];
  const told: string[] = [];
  const tell = (...parts: unknown[]) => told.push(JSON.stringify(parts));
  const httpAuth = mockServices.httpAuth();
  auditor.createEvent.mockImplementation(async event => {
    const { eventId, meta } = event;
    // As the auditor of Backstage has it.
    const actor =
      event.request && userOf(await httpAuth.credentials(event.request));
    actors.push(JSON.stringify([eventId, actor]));
    return {
      success: async outcome => {
        audited.push(`${eventId} success`);
        tell(eventId, meta, outcome?.meta);
      },
      fail: async outcome => {
        audited.push(`${eventId} fail`);
        tell(eventId, meta, outcome.meta, describeFully(outcome.error));
      },
    };
  });
  const logger = mockServices.logger.mock();
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    logger[level].mockImplementation((message, meta) => {
      tell(level, message, describeFully(meta));
    });
  }
  logger.child.mockReturnValue(logger);
  const scheduler = mockServices.scheduler();
  const scheduleTask = jest.spyOn(scheduler, 'scheduleTask');
  const notifications: NotificationSendOptions[] = [];
  const failToSend = jest.fn(async () => {});
  const urlReader = createUrlReader(options.files ?? new Map());
  const backend = await startTestBackend({
    features: [
      platformProductPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          platformProduct: options.config ?? {},
        },
      }),
      mockServices.database.factory({ knex: options.knex } as never),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissions,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      createServiceFactory({
        service: coreServices.auth,
        deps: {},
        factory: () => createAuth(options),
      }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification) {
            await failToSend();
            notifications.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => urlReader,
      }),
      createSourcesModule(options.reviewSources ?? []),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo(credentials) {
            const userEntityRef = userOf(credentials);
            return {
              userEntityRef,
              ownershipEntityRefs: [
                userEntityRef,
                ...(options.groups?.[userEntityRef] ?? []),
              ],
            };
          },
        }),
      }),
      ...(options.features ?? []),
    ],
  });

  const { decide } = options;
  if (decide) {
    permissions.authorize.mockImplementation(async requests =>
      Promise.all(
        (
          requests as Array<
            AuthorizePermissionRequest & {
              permission: ResourcePermission;
              resourceRef: string;
            }
          >
        ).map(({ permission, resourceRef }) =>
          applyConditions(backend.server, resourceRef, decide(permission)),
        ),
      ),
    );
  }

  /** Runs a task even where it runs already, as two backends do. */
  async function run(id: string): Promise<void> {
    const [task] = scheduleTask.mock.calls
      .map(([scheduled]) => scheduled)
      .filter(scheduled => scheduled.id === id);
    await task.fn(new AbortController().signal);
  }

  const deliverNotifications = () => run('platform-product-notifications');

  async function runAndDeliver(id: string): Promise<void> {
    await run(id);
    await deliverNotifications();
  }

  /**
   * Calls a route as a user, as `service` or as `nobody`; the answer has to be as
   * the route promises.
   */
  async function call<TRoute extends AnyRouteDefinition>(
    caller: string,
    route: TRoute,
    input: Partial<RouteInput<TRoute>> & { params?: object },
  ): Promise<{
    status: number;
    headers: Readonly<Record<string, string>>;
    body: RouteResponse<TRoute>;
    text: string;
  }> {
    const path = route.path.replace(/:(\w+)/g, (_, name) =>
      encodeURIComponent((input.params as Record<string, string>)[name]),
    );
    let sent = request(backend.server)
      [route.method](`/api/platform-product${path}`)
      .query(input.query ?? {})
      .set('Authorization', headerOf(caller));
    if (input.idempotencyKey) {
      sent = sent.set('Idempotency-Key', input.idempotencyKey);
    }
    const response = await sent.send(input.body as object | undefined);
    // Tests wait until others are told; users don't.
    if (route.method !== 'get') await deliverNotifications();
    if (response.status === route.status && route.status !== 204) {
      route.response.parse(
        route.contentType === 'application/json'
          ? response.body
          : response.text,
      );
    }
    return response;
  }

  return {
    backend,
    server: backend.server,
    catalog,
    permissions,
    signals,
    audited,
    /** Of each audit event, as text, which it was and who is said to have acted. */
    actors,
    /** All that went to the log and to the audit trail, at any level. */
    told,
    /** Notifications in their order. */
    sent: notifications,
    /** Called before each notification; may reject. */
    failToSend,
    urlReader,
    call,
    /** What runs by itself, and how often. */
    scheduled: () => scheduleTask.mock.calls.map(([task]) => task),
    sweep: () => runAndDeliver('platform-product-maturity-sweep'),
    tellOfEndingWaivers: () => runAndDeliver('platform-product-ending-waivers'),
    rebuildFigures: () => runAndDeliver('platform-product-figures'),
    forgetGone: () => runAndDeliver('platform-product-retention'),
    syncReviews: () => runAndDeliver('platform-product-review-sync'),
    passOnRequests: () => runAndDeliver('platform-product-review-requests'),
    /** Opens and closes rounds of ratings and makes releases. */
    releaseRatings: () => runAndDeliver('platform-product-ratings'),
    /** Finds and tells whom notices reach, and what becomes of them by time. */
    tellOfNotices: () => runAndDeliver('platform-product-notices'),
    /** Tells people once what is new, as of the last day for that. */
    makeDigests: () => runAndDeliver('platform-product-digests'),
    /** Reminds who comes to events, and forgets old ones. */
    passTimeOfEvents: () => runAndDeliver('platform-product-events'),
    /** Brings posts to the announcements plugin. */
    announcePosts: () => runAndDeliver('platform-product-announcements'),
    deliverNotifications,
    stop: () => backend.stop(),
  };
}
