import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { AccessService } from '../../access/AccessService';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { ServiceCatalog, ServiceEntity } from '../../catalog/ServiceCatalog';
import { GroupTree } from '../../people/GroupTree';
import { ServiceListStore } from '../../services/ServiceListStore';
import { Follows } from '../Follows';

/** Of somebody whose groups own more, some services are not found. */
const mostOwned = 500;

/** Which services concern a person: those they follow, use, own or manage. */
export class ConcernedServices {
  readonly #access: Pick<AccessService, 'withinOf'>;
  readonly #auth: AuthService;
  readonly #follows: Pick<Follows, 'listFollowed'>;
  readonly #graph: CatalogGraph;
  readonly #groups: Pick<GroupTree, 'findGroupsAbove'>;
  readonly #list: Pick<ServiceListStore, 'listRefsOfTeam'>;
  readonly #services: ServiceCatalog;

  constructor(options: {
    access: Pick<AccessService, 'withinOf'>;
    auth: AuthService;
    follows: Pick<Follows, 'listFollowed'>;
    graph: CatalogGraph;
    groups: Pick<GroupTree, 'findGroupsAbove'>;
    serviceList: Pick<ServiceListStore, 'listRefsOfTeam'>;
    services: ServiceCatalog;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#follows = options.follows;
    this.#graph = options.graph;
    this.#groups = options.groups;
    this.#list = options.serviceList;
    this.#services = options.services;
  }

  /** Those that a caller can read; two queries and three catalog calls. */
  async listVisible(caller: {
    readonly userRef: string;
    readonly credentials: BackstageCredentials;
  }): Promise<readonly ServiceEntity[]> {
    const { userRef, credentials } = caller;
    const within = await this.#access.withinOf(credentials);
    const refs = await this.#find(userRef, within, credentials);
    return this.#services.getVisibleServices(refs, credentials);
  }

  /**
   * Those that concern somebody who is not here, of some that they could read; as the
   * catalog has it by now.
   */
  async listOfAbsent(
    userRef: string,
    readable: readonly string[],
  ): Promise<readonly ServiceEntity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const above = await this.#groups.findGroupsAbove([userRef]);
    const refs = new Set(await this.#find(userRef, [...above], credentials));
    return this.#services.getServices(readable.filter(ref => refs.has(ref)));
  }

  /** By what the catalog tells a person from a namesake; nothing where it has none. */
  async findUid(userRef: string): Promise<string | undefined> {
    return this.#graph.findUid(userRef);
  }

  async #find(
    userRef: string,
    within: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const followed = await this.#follows.listFollowed(userRef);
    const [used, owned] = await Promise.all([
      this.#graph.findUsed(within, credentials, { alsoRefs: followed }),
      this.#list.listRefsOfTeam(within, { visible: 'all', limit: mostOwned }),
    ]);
    return [...new Set([...followed, ...used, ...owned])];
  }
}
