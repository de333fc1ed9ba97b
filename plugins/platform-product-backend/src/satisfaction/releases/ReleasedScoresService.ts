import { RoundFigures } from '@platform-product/backstage-plugin-common/rules';
import { ReleasedScores } from '../ReleasedScores';
import { RoundStore } from '../rounds/RoundStore';
import { ReleaseStore } from './ReleaseStore';

/** Lends what was released, and nothing else: it never reads an answer. */
export class ReleasedScoresService implements ReleasedScores {
  readonly #rounds: Pick<RoundStore, 'list'>;
  readonly #releases: Pick<ReleaseStore, 'listOf'>;

  constructor(options: {
    rounds: Pick<RoundStore, 'list'>;
    releases: Pick<ReleaseStore, 'listOf'>;
  }) {
    this.#rounds = options.rounds;
    this.#releases = options.releases;
  }

  async listRounds(entityRef: string): Promise<RoundFigures[]> {
    const [rounds, releases] = await Promise.all([
      this.#rounds.list(),
      this.#releases.listOf([entityRef]),
    ]);
    return releases.flatMap(({ roundId, figures: { features } }) => {
      const round = rounds.find(({ id }) => id === roundId);
      if (!round) return [];
      const { opensAt, closesAt } = round;
      return [{ roundId, opensAt, closesAt, features }];
    });
  }
}
