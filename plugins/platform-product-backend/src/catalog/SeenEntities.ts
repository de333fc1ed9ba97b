import { createHash } from 'crypto';
import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { LRUCache } from 'lru-cache';
import { createMemory } from '../memory/createMemory';
import { elapsed } from '../memory/elapsed';

/** As long as Backstage remembers what a token stands for. */
const seenFor = { max: 2_000, ttl: 5_000 };

/**
 * Entities as people saw them within the last five seconds, so that the requests of one
 * page ask the catalog once. Somebody is known by their token, as they are to Backstage;
 * what they did not see, and what services see, is asked for each time.
 */
export class SeenEntities {
  readonly #auth: AuthService;
  readonly #seen: LRUCache<string, Promise<Entity | undefined>>;

  constructor(options: { auth: AuthService; now?: () => Date }) {
    const { auth, now = elapsed } = options;
    this.#auth = auth;
    this.#seen = createMemory({ ...seenFor, now });
  }

  /**
   * What somebody sees of some refs. The catalog is asked at once for all that is not
   * remembered; those who ask for the same meanwhile wait for the same answer.
   */
  async get(
    refs: readonly string[],
    credentials: BackstageCredentials,
    read: (refs: readonly string[]) => Promise<ReadonlyMap<string, Entity>>,
  ): Promise<ReadonlyMap<string, Entity>> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return read(refs);
    const { token } = await this.#auth.getLimitedUserToken(credentials);
    const reader = createHash('sha256').update(token).digest('base64');
    const keyOf = (ref: string) => `${reader} ${ref}`;
    const seen = new Map(refs.map(ref => [ref, this.#seen.get(keyOf(ref))]));
    const missing = [...seen.keys()].filter(ref => !seen.get(ref));
    const answer = missing.length ? read(missing) : undefined;
    for (const ref of missing) {
      const entity = answer!.then(found => found.get(ref));
      seen.set(ref, entity);
      this.#remember(keyOf(ref), entity);
    }
    const found = new Map<string, Entity>();
    for (const [ref, asked] of seen) {
      const entity = await asked;
      if (entity) found.set(ref, entity);
    }
    return found;
  }

  /** The same for a single ref. */
  async getOne(
    ref: string,
    credentials: BackstageCredentials,
    read: () => Promise<Entity | undefined>,
  ): Promise<Entity | undefined> {
    const found = await this.get([ref], credentials, async () => {
      const entity = await read();
      return new Map(entity ? [[ref, entity]] : []);
    });
    return found.get(ref);
  }

  #remember(key: string, entity: Promise<Entity | undefined>): void {
    const forget = () => {
      if (this.#seen.peek(key) === entity) this.#seen.delete(key);
    };
    this.#seen.set(key, entity);
    entity.then(seen => seen ?? forget(), forget);
  }
}
