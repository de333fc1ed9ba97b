import { RatedFeature } from '@platform-product/backstage-plugin-common';

/** How often each rating was given across the catalog, by feature. */
export type Prior = Readonly<Partial<Record<RatedFeature, readonly number[]>>>;

/** A round as it is kept. */
export interface StoredRound {
  readonly id: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly k: number;
  readonly commentThreshold: number;
  /** While closing, no answer is taken any more and all are being released. */
  readonly status: 'open' | 'closing' | 'closed';
  readonly prior: Prior;
}

/** Keeps rounds; the secret of a round never leaves the store's side. */
export interface RoundStore {
  /** All of them, the newest first; one query. */
  list(): Promise<StoredRound[]>;
  /** Opens a round with a secret of its own, unless it is known already. */
  open(
    round: Pick<
      StoredRound,
      'id' | 'opensAt' | 'closesAt' | 'k' | 'commentThreshold'
    >,
  ): Promise<void>;
  /** Adds a round that is over, unless it is known already; whether it was not. */
  addPast(
    round: Pick<
      StoredRound,
      'id' | 'opensAt' | 'closesAt' | 'k' | 'commentThreshold'
    >,
  ): Promise<boolean>;
  /** Takes no more answers in a round. */
  startClosing(id: string): Promise<void>;
  /** Destroys the secret of a closing round; whether it was there. */
  close(id: string): Promise<boolean>;
  savePrior(id: string, prior: Prior): Promise<void>;
}
