import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ServiceAction,
  ServiceActionRule,
  serviceActions,
  ServiceRole,
} from '@platform-product/backstage-plugin-common';
import {
  ownersOf,
  productManagerOf,
} from '@platform-product/backstage-plugin-common/rules';
import { chunksOf } from '../database/values';
import { GroupTree } from '../people/GroupTree';
import { teamOf } from '../people/teamOf';

const rules: Record<ServiceAction, ServiceActionRule> = serviceActions;

/** Whom to ask. Not admins: they are for what nobody else can do. */
const roleNames: Partial<Record<ServiceRole, string>> = {
  owner: 'the owners',
  productManager: 'the product manager',
  steward: 'a steward',
};

/** The permission backend reads no more than 100 kB at once. */
const mostAuthorized = 200;

/** Tells who may write what. */
export class AccessService {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #groups: Pick<GroupTree, 'findGroupsAbove'>;
  readonly #stewards: readonly string[];
  readonly #admins: readonly string[];

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    groups: Pick<GroupTree, 'findGroupsAbove'>;
    stewards: readonly string[];
    admins: readonly string[];
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#groups = options.groups;
    this.#stewards = options.stewards;
    this.#admins = options.admins;
  }

  /** Which of the given actions a caller may take on a service; as `judge` has it. */
  async allowed<TAction extends ServiceAction>(
    actions: readonly TAction[],
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<Record<TAction, boolean>> {
    return (await this.judge(actions, entity, credentials)).allowed;
  }

  /**
   * Which of the given actions a caller may take on a service, and whether it is their
   * own, as far as one of the actions asks for that: they own it, as themselves or
   * inside an owning group, however deep, or are its product manager. At most one
   * permission call, and for what a team may not do one catalog call for each level of groups.
   */
  async judge<TAction extends ServiceAction>(
    actions: readonly TAction[],
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<{ allowed: Record<TAction, boolean>; isOwn: boolean }> {
    const resourceRef = stringifyEntityRef(getCompoundEntityRef(entity));
    const claims = await this.claimsOf(credentials);
    const roles = this.#rolesOf(entity, claims);
    const isOwn =
      actions.some(action => rules[action].notOwn) &&
      (await this.#createIsOwn(claims))(entity);
    // Of what nobody in the caller's roles may do, the policy has nothing to say.
    const possible = actions.filter(
      action =>
        rules[action].roles.some(role => roles.has(role)) &&
        !(rules[action].notOwn && isOwn),
    );
    const decisions = possible.length
      ? await this.#permissions.authorize(
          possible.map(action => ({
            permission: rules[action].permission,
            resourceRef,
          })),
          { credentials },
        )
      : [];
    const granted = new Set<TAction>(
      possible.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
    const allowed = Object.fromEntries(
      actions.map(action => [action, granted.has(action)]),
    ) as Record<TAction, boolean>;
    return { allowed, isOwn };
  }

  /**
   * Those of the given services on which a caller may take an action; one permission
   * call for two hundred of them, and otherwise as many calls as for one.
   */
  async filterAllowed<TService extends { readonly entity: Entity }>(
    action: ServiceAction,
    services: readonly TService[],
    credentials: BackstageCredentials,
  ): Promise<TService[]> {
    if (!services.length) return [];
    const claims = await this.claimsOf(credentials);
    const { permission, roles: allowed, notOwn } = rules[action];
    const isOwn = notOwn ? await this.#createIsOwn(claims) : () => false;
    const decisions: PolicyDecision[] = [];
    for (const some of chunksOf(services, mostAuthorized)) {
      const requests = some.map(({ entity }) => ({
        permission,
        resourceRef: stringifyEntityRef(entity),
      }));
      decisions.push(
        ...(await this.#permissions.authorize(requests, { credentials })),
      );
    }
    return services.filter(({ entity }, index) => {
      const roles = this.#rolesOf(entity, claims);
      return (
        decisions[index].result === AuthorizeResult.ALLOW &&
        allowed.some(role => roles.has(role)) &&
        !isOwn(entity)
      );
    });
  }

  /**
   * Answers with the caller's user ref if they may take an action, or any of
   * several.
   *
   * @throws NotAllowedError if not, naming whom to ask or what keeps them from it
   */
  async authorize(
    actions: ServiceAction | readonly ServiceAction[],
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const asked = [actions].flat() as ServiceAction[];
    const { allowed, isOwn } = await this.judge(asked, entity, credentials);
    if (
      !asked.some(action => allowed[action]) ||
      !this.#auth.isPrincipal(credentials, 'user')
    ) {
      const [reason] = asked.flatMap(action => rules[action].notOwn ?? []);
      if (reason && isOwn) throw new NotAllowedError(reason);
      const roles = new Set(asked.flatMap(action => rules[action].roles));
      const toAsk = [...roles].flatMap(role => roleNames[role] ?? []);
      throw new NotAllowedError(
        toAsk.length
          ? `You may not do this here; ask ${toAsk.join(' or ')}`
          : 'You may not do this here',
      );
    }
    return credentials.principal.userEntityRef.toLocaleLowerCase('en-US');
  }

  /**
   * The user ref of a caller who writes about themselves alone.
   *
   * @throws NotAllowedError when the caller is not a user
   */
  requireUser(credentials: BackstageCredentials): string {
    const user = this.userOf(credentials);
    if (!user) throw new NotAllowedError('Only users may do this');
    return user;
  }

  /**
   * The name of a tool that calls with a service token.
   *
   * @throws NotAllowedError when the caller is a user
   */
  requireService(credentials: BackstageCredentials): string {
    if (!this.#auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError('Only tools with a service token may do this');
    }
    return credentials.principal.subject;
  }

  /** Whether the caller is one of the configured admins. */
  async isAdmin(credentials: BackstageCredentials): Promise<boolean> {
    const claims = await this.claimsOf(credentials);
    return claims.some(ref => this.#admins.includes(ref));
  }

  /** Whether one of the given refs is a steward’s. */
  isSteward(claims: readonly string[]): boolean {
    return claims.some(ref => this.#stewards.includes(ref));
  }

  /** Refs of the caller and of their groups; none where the caller is no user. */
  async claimsOf(credentials: BackstageCredentials): Promise<string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return [];
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const refs = [userEntityRef, ...ownershipEntityRefs];
    return [...new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')))];
  }

  /**
   * The same with all groups that these are inside, however deep: for what concerns
   * somebody, as they are told of it, too. What they may do goes by `claimsOf`.
   *
   * @param known - what `claimsOf` has answered, if it was asked already
   */
  async withinOf(
    credentials: BackstageCredentials,
    known?: readonly string[],
  ): Promise<string[]> {
    const claims = known ?? (await this.claimsOf(credentials));
    if (!claims.length) return [];
    return [...(await this.#groups.findGroupsAbove(claims))];
  }

  /** The caller's user ref, if the caller is a user. */
  userOf(credentials: BackstageCredentials): string | undefined {
    return this.#auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef.toLocaleLowerCase('en-US')
      : undefined;
  }

  async #createIsOwn(
    claims: readonly string[],
  ): Promise<(entity: Entity) => boolean> {
    const above = await this.#groups.findGroupsAbove(claims);
    return entity => teamOf(entity).some(ref => above.has(ref));
  }

  #rolesOf(
    entity: Entity,
    claims: readonly string[],
  ): ReadonlySet<ServiceRole> {
    const roles = new Set<ServiceRole>();
    if (!claims.length) return roles;
    roles.add('person');
    const holds = (refs: readonly string[]) =>
      refs.some(ref => claims.includes(ref));
    if (holds(ownersOf(entity))) roles.add('owner');
    const manager = productManagerOf(entity);
    if (manager && holds([manager])) roles.add('productManager');
    if (holds(this.#stewards)) roles.add('steward');
    if (holds(this.#admins)) roles.add('admin');
    return roles;
  }
}
