import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AccessService } from '../../access/AccessService';
import { CatalogGraph } from '../../catalog/CatalogGraph';
import { ServiceEntity } from '../../catalog/ServiceCatalog';
import { Follows } from '../Follows';
import { PostSight } from './PostStore';

/** Finds out what somebody is meant to see of the posts of services. */
export class PostReaders {
  readonly #access: Pick<
    AccessService,
    'filterAllowed' | 'userOf' | 'withinOf'
  >;
  readonly #graph: Pick<CatalogGraph, 'findUsed'>;
  readonly #follows: Pick<Follows, 'listFollowed'>;

  constructor(options: {
    access: Pick<AccessService, 'filterAllowed' | 'userOf' | 'withinOf'>;
    graph: Pick<CatalogGraph, 'findUsed'>;
    follows: Pick<Follows, 'listFollowed'>;
  }) {
    this.#access = options.access;
    this.#graph = options.graph;
    this.#follows = options.follows;
  }

  /** Refs of what a caller follows or uses; a service may not be among them. */
  async listConcerning(credentials: BackstageCredentials) {
    const userRef = this.#access.userOf(credentials);
    if (!userRef) return { followed: [], used: [] };
    const [within, followed] = await Promise.all([
      this.#access.withinOf(credentials),
      this.#follows.listFollowed(userRef),
    ]);
    return {
      followed,
      used: await this.#graph.findUsed(within, credentials),
    };
  }

  /**
   * What a caller sees of services that they may read; a constant number of calls.
   * Another backend sees what is for everybody.
   */
  async find(
    services: readonly ServiceEntity[],
    credentials: BackstageCredentials,
  ): Promise<PostSight> {
    const everybody = services.map(({ entityRef }) => entityRef);
    const [{ followed, used }, team] = await Promise.all([
      this.listConcerning(credentials),
      this.#access.userOf(credentials)
        ? this.#access.filterAllowed('writePosts', services, credentials)
        : [],
    ]);
    const of = (refs: readonly string[]) => {
      const wanted = new Set(refs);
      return everybody.filter(ref => wanted.has(ref));
    };
    return {
      everybody,
      consumers: of(used),
      followers: of(followed),
      team: team.map(({ entityRef }) => entityRef),
    };
  }
}

/** Whether somebody who sees so much sees a post that is published. */
export function isMeantFor(
  { team, ...sight }: PostSight,
  post: {
    readonly entityRef: string;
    readonly audience: 'everybody' | 'consumers' | 'followers';
  },
): boolean {
  const { entityRef, audience } = post;
  return team.includes(entityRef) || sight[audience].includes(entityRef);
}
