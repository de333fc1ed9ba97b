import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  AnyRouteDefinition,
  ServiceAction,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { OwnService, ServiceCatalog } from '../catalog/ServiceCatalog';
import { auditEventId } from './auditEventId';
import {
  Answer,
  Call,
  Operation,
  OwnCall,
  OwnRecordCall,
  RawRequest,
  RecordCall,
  ServiceCall,
} from './Operation';
import { parseRequest } from './parseRequest';

interface EntityParams {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What a call is about, once the caller has been seen to see it. */
interface Subject {
  readonly service?: OwnService;
  readonly record?: { readonly entityRef: string };
}

/** How the record that an id names is found. */
interface RecordFinder<TRecord, TShown> {
  find(
    id: string,
    call: Call<AnyRouteDefinition>,
  ): Promise<TRecord | undefined>;
  /**
   * The record as a caller sees it who sees the service, or nothing; as it is
   * where this is left out.
   */
  show?(
    record: TRecord,
    call: ServiceCall<AnyRouteDefinition>,
  ): Promise<TShown | undefined>;
}

/**
 * What can be asked of the backend. All that the routes have in common is done here:
 * validation, whether the caller sees the service and the record, whether they may
 * act, and an audit event for every write. A handler is left with the act itself.
 */
export class Operations {
  readonly #services: ServiceCatalog;
  readonly #access: AccessService;
  readonly #auditor: AuditorService;
  readonly #operations: Operation[] = [];

  constructor(options: {
    services: ServiceCatalog;
    access: AccessService;
    auditor: AuditorService;
  }) {
    this.#services = options.services;
    this.#access = options.access;
    this.#auditor = options.auditor;
  }

  list(): readonly Operation[] {
    return this.#operations;
  }

  /** About a service that the caller sees, or about none in particular. */
  on<TRoute extends AnyRouteDefinition>(
    route: TRoute,
    handler: (
      call: Call<TRoute> extends { readonly params: EntityParams }
        ? ServiceCall<TRoute>
        : Call<TRoute>,
    ) => Answer<TRoute>,
  ): void {
    const isOfService = namesService(route);
    if (isOfService !== (route.visibility === 'service')) {
      throw new Error(
        `Route '${route.operationId}' needs another way to be added, or states no visibility`,
      );
    }
    if (route.action && !isOfService) {
      throw new Error(`Route '${route.operationId}' acts on no service`);
    }
    this.#add(
      route,
      call => (isOfService ? this.#see(route, call) : Promise.resolve({})),
      handler as Handler,
    );
  }

  /** About a record of a service; the caller sees both. */
  onRecord<
    TRoute extends AnyRouteDefinition,
    TRecord extends { readonly entityRef: string },
    TShown extends { readonly entityRef: string } = TRecord,
  >(
    route: TRoute,
    finder: RecordFinder<TRecord, TShown>,
    handler: (call: RecordCall<TRoute, TShown>) => Answer<TRoute>,
  ): void {
    if (!route.record || route.visibility !== 'service') {
      throw new Error(`Route '${route.operationId}' names no record to see`);
    }
    this.#add(
      route,
      call => this.#seeRecord(route, finder, call),
      handler as Handler,
    );
  }

  /** About the caller's own part in a service, which they may not see any more. */
  onOwn<TRoute extends AnyRouteDefinition>(
    route: TRoute,
    handler: (call: OwnCall<TRoute>) => Answer<TRoute>,
  ): void {
    if (!namesService(route) || route.visibility !== 'own') {
      throw new Error(`Route '${route.operationId}' is not about the caller`);
    }
    this.#add(
      route,
      async call => {
        const { userRef } = call.params as { userRef?: string };
        return (userRef ?? call.by) === call.by
          ? { service: await this.#services.getOwn(entityParamsOf(call)) }
          : this.#see(route, call);
      },
      handler as Handler,
    );
  }

  /** About a record that the caller has a part in, of a service that they may not see any more. */
  onOwnRecord<
    TRoute extends AnyRouteDefinition,
    TRecord extends { readonly entityRef: string },
  >(
    route: TRoute,
    finder: Pick<RecordFinder<TRecord, TRecord>, 'find'>,
    handler: (call: OwnRecordCall<TRoute, TRecord>) => Answer<TRoute>,
  ): void {
    if (!route.record || route.visibility !== 'own' || namesService(route)) {
      throw new Error(
        `Route '${route.operationId}' is no record of the caller`,
      );
    }
    this.#add(
      route,
      async call => {
        const record = await findRecord(route, finder, call);
        return { service: { entityRef: record.entityRef }, record };
      },
      handler as Handler,
    );
  }

  #add(
    route: AnyRouteDefinition,
    findSubject: (call: Call<AnyRouteDefinition>) => Promise<Subject>,
    handler: Handler,
  ): void {
    const run = async (request: RawRequest, audit: Audit) => {
      const call = this.#startCall(route, request);
      const subject = await findSubject(call);
      audit(particularsOf(route, call, subject));
      await this.#authorize(route, call, subject);
      return handler(Object.assign(call, subject));
    };
    this.#operations.push({
      route,
      run:
        route.method === 'get'
          ? request => run(request, () => {})
          : request => this.#runAudited(route, request, run),
    });
  }

  async #runAudited(
    route: AnyRouteDefinition,
    request: RawRequest,
    run: (request: RawRequest, audit: Audit) => Promise<unknown>,
  ): Promise<unknown> {
    if (route.caller === 'service') {
      this.#access.requireService(request.credentials);
    } else {
      this.#access.requireUser(request.credentials);
    }
    const event = await this.#auditor.createEvent({
      eventId: auditEventId(route),
      severityLevel: 'medium',
      request: route.confidential ? undefined : request.http,
      meta: { ...request.params },
    });
    let meta: JsonObject = {};
    let answer: unknown;
    try {
      answer = await run(request, particulars => {
        meta = particulars;
      });
    } catch (error) {
      await event.fail({ error: error as Error, meta });
      throw error;
    }
    await event.success({ meta });
    return answer;
  }

  #startCall(
    route: AnyRouteDefinition,
    request: RawRequest,
  ): Call<AnyRouteDefinition> {
    const { credentials } = request;
    const access = this.#access;
    return {
      ...parseRequest(route, request),
      credentials,
      user: access.userOf(credentials),
      get by() {
        return access.requireUser(credentials);
      },
    };
  }

  async #see(route: AnyRouteDefinition, call: Call<AnyRouteDefinition>) {
    const service = await this.#services.getVisible(
      entityParamsOf(call),
      call.credentials,
      { mayBeRemembered: route.method === 'get' },
    );
    return { service };
  }

  /** An unknown id and one that the caller may not see are answered alike. */
  async #seeRecord<TRecord extends { readonly entityRef: string }>(
    route: AnyRouteDefinition,
    finder: RecordFinder<TRecord, { readonly entityRef: string }>,
    call: Call<AnyRouteDefinition>,
  ) {
    const notFound = notFoundText(route, call);
    const found = await findRecord(route, finder, call);
    const service = await this.#services.getVisible(
      found.entityRef,
      call.credentials,
      { notFound, mayBeRemembered: route.method === 'get' },
    );
    const record = finder.show
      ? await finder.show(found, Object.assign(call, { service }))
      : found;
    if (!record) throw new NotFoundError(notFound);
    return { service, record };
  }

  async #authorize(
    route: AnyRouteDefinition,
    call: Call<AnyRouteDefinition>,
    { service }: Subject,
  ): Promise<void> {
    const { userRef } = call.params as { userRef?: string };
    const isOneself = userRef !== undefined && userRef === call.user;
    if (isOneself && route.visibility === 'own') return;
    const action =
      (isOneself ? route.actionOnOneself : undefined) ?? route.action;
    if (!action) return;
    if (!service?.entity) {
      throw new Error(`Route '${route.operationId}' is about no service`);
    }
    await this.#access.authorize(
      action as ServiceAction | ServiceAction[],
      service.entity,
      call.credentials,
    );
  }
}

type Handler = (call: unknown) => Promise<unknown>;
type Audit = (particulars: JsonObject) => void;

function namesService(route: AnyRouteDefinition): boolean {
  return 'name' in route.params.shape;
}

function entityParamsOf(call: { readonly params: unknown }): EntityParams {
  const { kind, namespace, name } = call.params as EntityParams;
  return { kind, namespace, name };
}

function notFoundText(
  route: AnyRouteDefinition,
  call: Call<AnyRouteDefinition>,
): string {
  const { id } = call.params as { id: string };
  return `No ${route.record} found '${id}'`;
}

async function findRecord<TRecord>(
  route: AnyRouteDefinition,
  finder: Pick<RecordFinder<TRecord, never>, 'find'>,
  call: Call<AnyRouteDefinition>,
): Promise<TRecord> {
  const found = await finder.find((call.params as { id: string }).id, call);
  if (!found) throw new NotFoundError(notFoundText(route, call));
  return found;
}

/** What stands in the audit trail beside the parameters. */
function particularsOf(
  route: AnyRouteDefinition,
  call: { readonly body: unknown },
  { service, record }: Subject,
): JsonObject {
  if (route.confidential) return {};
  const fields: Record<string, unknown> = {
    ...record,
    ...(call.body as object),
  };
  return {
    ...(service && { entityRef: service.entityRef }),
    ...Object.fromEntries(
      route.audited.map(field => [field, fields[field] as string]),
    ),
  };
}
