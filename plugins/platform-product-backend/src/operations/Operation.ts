import {
  BackstageCredentials,
  BackstageNonePrincipal,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  AnyRouteDefinition,
  RouteResponse,
} from '@platform-product/backstage-plugin-common';
import { Request } from 'express';
import { z } from 'zod';
import { OwnService, ServiceEntity } from '../catalog/ServiceCatalog';

/** Those who may call: users, other backends that read, and whoever has a secret link. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal | BackstageNonePrincipal
>;

/** The parts of a request, validated. */
export type ParsedRequest<TRoute extends AnyRouteDefinition> = {
  readonly params: z.output<TRoute['params']>;
  readonly query: z.output<TRoute['query']>;
  readonly body: z.output<TRoute['body']>;
  readonly idempotencyKey?: string;
};

/** A request as a transport has it: nothing in it is to be trusted. */
export interface RawRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey?: string;
  readonly credentials: CallerCredentials;
  /** From it, the auditor has the actor and the address. */
  readonly http?: Request;
}

export type Caller = {
  readonly credentials: CallerCredentials;
  /** Ref of the calling user; none where another backend calls. */
  readonly user?: string;
  /**
   * Ref of the calling user.
   *
   * @throws NotAllowedError where another backend calls
   */
  readonly by: string;
};

/** What a handler gets of a call. */
export type Call<TRoute extends AnyRouteDefinition> = ParsedRequest<TRoute> &
  Caller;

/** A call that is about one service, which the caller can see. */
export type ServiceCall<TRoute extends AnyRouteDefinition> = Call<TRoute> & {
  readonly service: ServiceEntity;
};

/** A call that is about a record of a service, both of which the caller can see. */
export type RecordCall<
  TRoute extends AnyRouteDefinition,
  TRecord,
> = ServiceCall<TRoute> & {
  readonly record: TRecord;
};

/** A call of somebody for themselves, who may not see the service any more. */
export type OwnCall<TRoute extends AnyRouteDefinition> = Call<TRoute> & {
  readonly service: OwnService;
};

/** A call about a record that the caller has a part in, whatever they see of its service. */
export type OwnRecordCall<
  TRoute extends AnyRouteDefinition,
  TRecord,
> = Call<TRoute> & {
  readonly service: OwnService;
  readonly record: TRecord;
};

export type Answer<TRoute extends AnyRouteDefinition> = Promise<
  RouteResponse<TRoute> extends undefined ? void : RouteResponse<TRoute>
>;

/** A route that is answered, in whatever way it is asked for. */
export interface Operation {
  readonly route: AnyRouteDefinition;
  run(request: RawRequest): Promise<unknown>;
}
