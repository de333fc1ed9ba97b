import { ConflictError } from '@backstage/errors';
import { Round } from '@platform-product/backstage-plugin-common';
import { RoundStore, StoredRound } from './RoundStore';

/** The error outside a round. */
export const noOpenRound = 'No round of ratings is open at the moment';

/** A round as everybody may see it. */
export function toRound(round: StoredRound): Round {
  return {
    id: round.id,
    opensAt: round.opensAt.toISOString(),
    closesAt: round.closesAt.toISOString(),
    k: round.k,
    commentThreshold: round.commentThreshold,
  };
}

/** Tells which rounds there are. */
export class RoundService {
  readonly #rounds: RoundStore;
  readonly #now: () => Date;

  constructor(options: { rounds: RoundStore; now: () => Date }) {
    this.#rounds = options.rounds;
    this.#now = options.now;
  }

  /** The newest first; one query. */
  async list(): Promise<StoredRound[]> {
    return this.#rounds.list();
  }

  /** The round in which answers are taken, among some. */
  openOf(rounds: readonly StoredRound[]): StoredRound | undefined {
    const now = this.#now();
    return rounds.find(
      ({ status, closesAt }) => status === 'open' && closesAt > now,
    );
  }

  async findOpen(): Promise<StoredRound | undefined> {
    return this.openOf(await this.#rounds.list());
  }

  /** @throws ConflictError when no answers are taken */
  async requireOpen(): Promise<StoredRound> {
    const round = await this.findOpen();
    if (!round) throw new ConflictError(noOpenRound);
    return round;
  }
}
