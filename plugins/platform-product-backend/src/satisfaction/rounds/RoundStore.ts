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
  /** When it was first tried to close it. */
  readonly closingSince?: Date;
  /** That of the round before as long as this one is open, then its own. */
  readonly prior: Prior;
}

/** A round that is about to be kept. */
export type NewRound = Omit<StoredRound, 'status' | 'closingSince'>;

/** Keeps rounds; the secret of a round never leaves the store's side. */
export interface RoundStore {
  /** All of them, the newest first; one query. */
  list(): Promise<StoredRound[]>;
  /** Opens a round with a secret of its own, unless it is known already. */
  open(round: NewRound): Promise<void>;
  /** Takes no more answers in a round. */
  startClosing(id: string, at: Date): Promise<void>;
  /** Destroys the secret of a closing round; whether it was there. */
  close(id: string, prior: Prior): Promise<boolean>;
}
