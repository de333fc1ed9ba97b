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

/** What is known of a guide's promise. */
export interface FoundPromise {
  /** Nothing where the guide makes none, or is not known. */
  readonly promise?: GuidePromise;
  /** Whether the guide was read, or every place was found to have none. */
  readonly isKnown: boolean;
}

/** What the room `contributing` lends to other rooms. */
export interface Guides {
  /**
   * What the guides of some services promise, in the order of the services; one query.
   * Guides that are old are asked for, and waited for no longer than `patience` says, in
   * milliseconds; by default not at all. Whatever goes wrong with that is no error: what
   * was last read holds.
   */
  findPromises(
    entities: readonly Entity[],
    options?: { readonly patience?: number; readonly signal?: AbortSignal },
  ): Promise<readonly FoundPromise[]>;
}
