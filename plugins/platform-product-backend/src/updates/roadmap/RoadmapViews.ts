import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { scoreMoved } from '@platform-product/backstage-plugin-common/rules';
import { isForgotten } from '../../erasure/isForgotten';
import {
  FeedbackLinks,
  LinkedFeedback,
} from '../../satisfaction/FeedbackLinks';
import { ReleasedScores } from '../../satisfaction/ReleasedScores';
import { RoadmapStore, StoredRoadmapItem } from './RoadmapStore';

/** Who reads a roadmap, and what of it is theirs to see. */
export interface RoadmapReader {
  readonly userRef: string | undefined;
  /** Whether they may write it, so that they see drafts, and how many are to be told. */
  readonly isTeam: boolean;
  /** Whether they see feedback that is for the team alone. */
  readonly managesFeedback: boolean;
}

/** Everybody who asked for something, by giving feedback or voting for it; as far as known. */
export function askersOf(feedback: readonly LinkedFeedback[]): Set<string> {
  const askers = feedback.flatMap(({ author, voters }) =>
    author ? [author, ...voters] : voters,
  );
  return new Set(askers.filter(asker => !isForgotten(asker)));
}

/** Shows readers what of a roadmap is theirs to see. */
export class RoadmapViews {
  readonly #store: Pick<RoadmapStore, 'listTold'>;
  readonly #feedback: Pick<FeedbackLinks, 'list' | 'isSeen'>;
  readonly #scores: ReleasedScores;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<RoadmapStore, 'listTold'>;
    feedbackLinks: Pick<FeedbackLinks, 'list' | 'isSeen'>;
    releasedScores: ReleasedScores;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#feedback = options.feedbackLinks;
    this.#scores = options.releasedScores;
    this.#now = options.now;
  }

  /**
   * Items of one service, in their order: the feedback of each, as far as the reader may
   * see it, and whether its score has moved. Six queries at most, however many there are.
   */
  async show(
    items: readonly StoredRoadmapItem[],
    reader: RoadmapReader,
  ): Promise<RoadmapItem[]> {
    if (!items.length) return [];
    const toShip = reader.isTeam
      ? items.filter(({ stage }) => stage !== 'shipped')
      : [];
    const isMeasured = items.some(
      ({ feature, shippedAt }) => feature && shippedAt,
    );
    const [feedback, told, rounds] = await Promise.all([
      this.#feedback.list(items.flatMap(({ feedbackIds }) => feedbackIds)),
      this.#store.listTold(toShip.map(({ id }) => id)),
      isMeasured ? this.#scores.listRounds(items[0].entityRef) : [],
    ]);
    const known = new Map(feedback.map(one => [one.id, one]));
    const now = this.#now();
    return items.map(({ feedbackIds, ...item }) => {
      const named = feedbackIds.flatMap(id => known.get(id) ?? []);
      return {
        ...item,
        feedback: named
          .filter(one => this.#isSeen(one, reader))
          .map(({ id, title }) => ({ id, title })),
        toTell: toShip.some(({ id }) => id === item.id)
          ? countUntold(named, told.get(item.id), reader.userRef)
          : undefined,
        moved: scoreMoved(item, rounds, now),
      };
    });
  }

  #isSeen(feedback: LinkedFeedback, reader: RoadmapReader): boolean {
    const { userRef, managesFeedback: isTeam } = reader;
    return this.#feedback.isSeen(feedback, { userRef, isTeam });
  }
}

function countUntold(
  feedback: readonly LinkedFeedback[],
  told: ReadonlySet<string> | undefined,
  reader: string | undefined,
): number {
  return [...askersOf(feedback)].filter(
    asker => asker !== reader && !told?.has(asker),
  ).length;
}
