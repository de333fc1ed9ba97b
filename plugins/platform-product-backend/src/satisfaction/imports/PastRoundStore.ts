import {
  Research,
  ScoresReply,
} from '@platform-product/backstage-plugin-common';
import { StoredRelease } from '../releases/ReleaseStore';
import { NewRound } from '../rounds/RoundStore';

/** A round that is over, with all that was published of it. */
export interface PastRound {
  readonly round: NewRound;
  readonly releases: ReadonlyArray<Omit<StoredRelease, 'roundId'>>;
  readonly replies: ReadonlyArray<
    Omit<ScoresReply, 'roundId' | 'at'> & {
      readonly entityRef: string;
      readonly at: Date;
    }
  >;
  readonly research: ReadonlyArray<Omit<Research, 'id' | 'at'>>;
}

/** Keeps rounds from before the suite took ratings. */
export interface PastRoundStore {
  /** Adds a round as a whole, unless it is known already. */
  add(past: PastRound): Promise<void>;
}
