import { ConflictError } from '@backstage/errors';
import { Follow, FollowKind } from '@platform-product/backstage-plugin-common';
import { Reassess } from '../../maturity/Levels';
import { Follows } from '../Follows';
import { FollowStore } from './FollowStore';

/**
 * Who follows which service. People see how many follow, never who; the refs are
 * for rooms that have something to tell.
 */
export class FollowService implements Follows {
  readonly #store: FollowStore;
  readonly #reassess: Reassess;
  readonly #now: () => Date;

  constructor(options: {
    store: FollowStore;
    reassess: Reassess;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#reassess = options.reassess;
    this.#now = options.now;
  }

  /** What a caller sees; one who is no user follows nothing. */
  async get(entityRef: string, userRef: string | undefined): Promise<Follow> {
    const [own, counts] = await Promise.all([
      userRef === undefined
        ? undefined
        : this.#store.find({ entityRef, userRef }),
      this.#store.countFollowers([entityRef]),
    ]);
    return {
      isFollowing: own !== undefined,
      followers: counts.get(entityRef) ?? 0,
      muted: own?.muted ?? [],
    };
  }

  async follow(entityRef: string, userRef: string): Promise<void> {
    await this.#store.add({ entityRef, userRef, at: this.#now() });
    await this.#reassess(entityRef);
  }

  /** @throws ConflictError for who does not follow the service */
  async choose(
    entityRef: string,
    userRef: string,
    muted: readonly FollowKind[],
  ): Promise<void> {
    if (!(await this.#store.mute({ entityRef, userRef, muted }))) {
      throw new ConflictError('You do not follow this service');
    }
  }

  async listMuted(entityRefs: readonly string[]) {
    return this.#store.listMuted(entityRefs);
  }

  async unfollow(entityRef: string, userRef: string): Promise<void> {
    const wasFollowing = await this.#store.remove({ entityRef, userRef });
    if (wasFollowing) await this.#reassess(entityRef);
  }

  async listFollowers(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    return this.#store.listFollowers(entityRefs);
  }

  async countFollowers(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    return this.#store.countFollowers(entityRefs);
  }

  async listFollowed(userRef: string): Promise<string[]> {
    return this.#store.listFollowed(userRef);
  }
}
