import { Entity } from '@backstage/catalog-model';

/** How soon a guide promises an answer. */
export interface GuidePromise {
  /** In business hours. */
  readonly hours: number;
  /** What the guide says, as it stands. */
  readonly sentence: string;
  /** Where people read it. */
  readonly url: string;
}

/** What the room `contributing` lends to other rooms. */
export interface Guides {
  /**
   * What the guides of some services promise, in the order of the services; one
   * query, and requests for guides that are old.
   */
  findPromises(
    entities: readonly Entity[],
    signal?: AbortSignal,
  ): Promise<ReadonlyArray<GuidePromise | undefined>>;
}
