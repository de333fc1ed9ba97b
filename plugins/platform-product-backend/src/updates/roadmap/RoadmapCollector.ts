import { evidenceSources } from '@platform-product/backstage-plugin-common';
import {
  CollectedEvidence,
  CollectOptions,
  EvidenceCollector,
} from '@platform-product/backstage-plugin-node';
import { isForgotten } from '../../erasure/isForgotten';
import { GroupTree } from '../../people/GroupTree';
import { teamOf } from '../../people/teamOf';
import {
  FeedbackLinks,
  LinkedFeedback,
} from '../../satisfaction/FeedbackLinks';
import { RoadmapStore, RoadmapTally, StoredRoadmapItem } from './RoadmapStore';

const day = 24 * 60 * 60 * 1000;
const movedDays = 90;
const tracedDays = 180;

/** Named for the room’s own assessments after a change of a roadmap. */
export const roadmapCollectorId = evidenceSources.roadmap;

const numberOf = (count: number) =>
  `${count} ${count === 1 ? 'item' : 'items'}`;

function judgeMovement({
  total,
  movedLately,
}: Omit<RoadmapTally, 'entityRef'>) {
  return movedLately
    ? {
        result: 'pass' as const,
        summary: `${movedLately} of ${numberOf(
          total,
        )} on the roadmap moved in ${movedDays} days`,
      }
    : {
        result: 'fail' as const,
        summary: `None of ${numberOf(
          total,
        )} on the roadmap moved in ${movedDays} days`,
      };
}

/** It may be kept elsewhere, of which a team can give its word. */
const unknown = {
  result: 'unknown' as const,
  summary: 'Nothing is on its roadmap here',
};

/** Whether what shipped came from somebody outside the team. */
function judgeTraces(
  shipped: readonly StoredRoadmapItem[],
  isOfUser: (feedbackId: string) => boolean,
) {
  const traced = shipped.filter(({ feedbackIds }) =>
    feedbackIds.some(isOfUser),
  ).length;
  if (!shipped.length) {
    return {
      result: 'fail' as const,
      summary: `Nothing on the roadmap shipped in ${tracedDays} days`,
    };
  }
  return {
    result: traced ? ('pass' as const) : ('fail' as const),
    summary: `${traced || 'None'} of ${numberOf(
      shipped.length,
    )} that shipped in ${tracedDays} days came from users’ feedback`,
  };
}

/** Tells whether roadmaps move, and whether what ships traces back to users' feedback. */
export class RoadmapCollector implements EvidenceCollector {
  readonly id = roadmapCollectorId;
  readonly provides = [evidenceSources.roadmap, evidenceSources.roadmapTraces];
  readonly #store: Pick<RoadmapStore, 'tally' | 'listShipped'>;
  readonly #feedback: Pick<FeedbackLinks, 'list'>;
  readonly #groups: Pick<GroupTree, 'findPeopleInside'>;

  constructor(options: {
    store: Pick<RoadmapStore, 'tally' | 'listShipped'>;
    feedbackLinks: Pick<FeedbackLinks, 'list'>;
    groups: Pick<GroupTree, 'findPeopleInside'>;
  }) {
    this.#store = options.store;
    this.#feedback = options.feedbackLinks;
    this.#groups = options.groups;
  }

  /** Five queries; where something shipped, one catalog call for each level of groups. */
  async collect(options: CollectOptions): Promise<CollectedEvidence[]> {
    const { services, now } = options;
    const entityRefs = services.map(({ entityRef }) => entityRef);
    const since = (days: number) => new Date(+now - days * day);
    const tallies = await this.#store.tally(entityRefs, since(movedDays));
    const shipped = await this.#store.listShipped(
      entityRefs,
      since(tracedDays),
    );
    const feedback = new Map(
      (
        await this.#feedback.list(
          shipped.flatMap(({ feedbackIds }) => feedbackIds),
        )
      ).map(one => [one.id, one]),
    );
    const isOutside = await this.#findOutside(services, shipped);
    return services.flatMap(({ entityRef }) => {
      const own = shipped.filter(item => item.entityRef === entityRef);
      const tally = tallies.find(one => one.entityRef === entityRef);
      const isTraced = (id: string) => {
        const one = feedback.get(id);
        return one !== undefined && isOutside(one);
      };
      return [
        {
          entityRef,
          source: evidenceSources.roadmap,
          ...(tally ? judgeMovement(tally) : unknown),
        },
        {
          entityRef,
          source: evidenceSources.roadmapTraces,
          ...(tally ? judgeTraces(own, isTraced) : unknown),
        },
      ];
    });
  }

  /**
   * Whether feedback came from outside the team of its service. What is anonymous did: a
   * team can't rate what it runs.
   */
  async #findOutside(
    services: CollectOptions['services'],
    shipped: readonly StoredRoadmapItem[],
  ): Promise<(feedback: LinkedFeedback) => boolean> {
    const asking = services.filter(({ entityRef }) =>
      shipped.some(item => item.entityRef === entityRef),
    );
    const teams = new Map(
      asking.map(({ entityRef, entity }) => [entityRef, teamOf(entity)]),
    );
    const inside = await this.#groups.findPeopleInside(
      [...teams.values()].flat(),
    );
    // Nobody knows any more where somebody was who is forgotten.
    return ({ entityRef, author }) =>
      !author ||
      (!isForgotten(author) &&
        !teams.get(entityRef)?.some(owner => inside.get(owner)?.has(author)));
  }
}
