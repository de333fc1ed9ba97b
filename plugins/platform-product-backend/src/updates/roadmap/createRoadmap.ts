import { Levels } from '../../maturity/Levels';
import { RoomContext } from '../../RoomContext';
import { FeedbackLinks } from '../../satisfaction/FeedbackLinks';
import { ReleasedScores } from '../../satisfaction/ReleasedScores';
import { UpdatesConfig } from '../config';
import { DatabasePastRoadmapStore } from './DatabasePastRoadmapStore';
import { DatabaseRoadmapStore } from './DatabaseRoadmapStore';
import { RoadmapCollector } from './RoadmapCollector';
import { RoadmapImporter } from './RoadmapImporter';
import { RoadmapNews } from './RoadmapNews';
import { RoadmapService } from './RoadmapService';
import { RoadmapViews } from './RoadmapViews';

/** Puts together what teams work on, and what they have shipped. */
export function createRoadmap(
  context: Pick<RoomContext, 'groups' | 'knex' | 'now' | 'outbox'> & {
    readonly levels: Pick<Levels, 'reassess'>;
    readonly feedbackLinks: FeedbackLinks;
    readonly releasedScores: ReleasedScores;
    readonly config: UpdatesConfig;
  },
) {
  const { knex, now, config, feedbackLinks } = context;
  const keepFor = config.keepRoadmapFor;
  const store = new DatabaseRoadmapStore(knex);
  return {
    roadmap: new RoadmapService({ ...context, store }),
    views: new RoadmapViews({ ...context, store }),
    news: new RoadmapNews({ store }),
    collector: new RoadmapCollector({ ...context, store }),
    importer: new RoadmapImporter({
      store: new DatabasePastRoadmapStore(knex),
      feedbackLinks,
      keepFor,
      now,
    }),
    /** Forgets what shipped long ago. */
    forget: () => store.forget(new Date(+now() - keepFor)),
  };
}
