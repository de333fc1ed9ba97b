import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { ConsumerFinder } from '../catalog/ConsumerFinder';
import { ServiceCatalog } from '../catalog/ServiceCatalog';
import { PlatformProductConfig } from '../config/readConfig';
import { Erase } from '../erasure/EraseService';
import { Notifier } from '../notifications/Notifier';
import { GroupTree } from '../people/GroupTree';
import { FollowService } from '../updates/FollowService';
import { AnswerService } from './answers/AnswerService';
import { DatabaseAnswerStore } from './answers/DatabaseAnswerStore';
import { AudienceService } from './audience/AudienceService';
import { DueRatingService } from './audience/DueRatingService';
import { DatabaseContactStore } from './audience/DatabaseContactStore';
import { DatabaseFeedbackStore } from './feedback/DatabaseFeedbackStore';
import { FeedbackCollector } from './feedback/FeedbackCollector';
import { FeedbackService } from './feedback/FeedbackService';
import { DatabasePastRoundStore } from './imports/DatabasePastRoundStore';
import { RatingImporter } from './imports/RatingImporter';
import { DatabaseReleaseStore } from './releases/DatabaseReleaseStore';
import { ReleaseService } from './releases/ReleaseService';
import { RollUpService } from './releases/RollUpService';
import { ScoreService } from './releases/ScoreService';
import { DatabaseReplyStore } from './replies/DatabaseReplyStore';
import { DatabaseResearchStore } from './research/DatabaseResearchStore';
import { ResearchCollector } from './research/ResearchCollector';
import { ResearchService } from './research/ResearchService';
import { DatabaseRoundStore } from './rounds/DatabaseRoundStore';
import { RoundService } from './rounds/RoundService';
import { SatisfactionCollector } from './SatisfactionCollector';

/** Puts the parts of the room `satisfaction` together. */
export function createSatisfactionRoom(options: {
  knex: Knex;
  config: PlatformProductConfig;
  services: ServiceCatalog;
  consumers: ConsumerFinder;
  groups: GroupTree;
  follows: Pick<FollowService, 'listFollowers'>;
  notifications: NotificationService;
  logger: LoggerService;
  now: () => Date;
}) {
  const { knex, config, services, logger, now } = options;
  const roundStore = new DatabaseRoundStore(knex);
  const answerStore = new DatabaseAnswerStore(knex);
  const releases = new DatabaseReleaseStore(knex);
  const contacts = new DatabaseContactStore(knex);
  const replies = new DatabaseReplyStore(knex);
  const feedbackStore = new DatabaseFeedbackStore(knex);
  const researchStore = new DatabaseResearchStore(knex);
  const rounds = new RoundService({ rounds: roundStore, now });
  const audience = new AudienceService({
    consumers: options.consumers,
    groups: options.groups,
    follows: options.follows,
    catalog: services,
    contacts,
    notifier: new Notifier({ ...options, topic: 'Ratings' }),
    now,
  });
  return {
    rounds,
    audience,
    answers: new AnswerService({ answers: answerStore, contacts, rounds }),
    dueRatings: new DueRatingService({
      answers: answerStore,
      contacts,
      rounds,
    }),
    scores: new ScoreService({ rounds, releases, replies, audience, now }),
    rollUps: new RollUpService({ rounds, releases }),
    importer: new RatingImporter({
      store: new DatabasePastRoundStore(knex),
      now,
    }),
    feedback: new FeedbackService({
      store: feedbackStore,
      notifier: new Notifier({ ...options, topic: 'Feedback' }),
      now,
    }),
    research: new ResearchService({ store: researchStore, now }),
    collectors: [
      new SatisfactionCollector({ rounds, releases, replies, audience }),
      new FeedbackCollector({ store: feedbackStore }),
      new ResearchCollector({ store: researchStore, rounds, releases }),
    ],
    createReleaseService: (onReleased: (entityRef: string) => Promise<void>) =>
      new ReleaseService({
        ...config.satisfaction,
        rounds: roundStore,
        releases,
        audience,
        onReleased,
        logger,
        now,
      }),
    erase: (async (transaction, person) => {
      const { userRef, replacement } = person;
      await answerStore.erase(transaction, userRef);
      await contacts.erase(transaction, userRef);
      await replies.rename(transaction, userRef, replacement);
      await feedbackStore.erase(transaction, person);
      await researchStore.rename(transaction, person);
    }) satisfies Erase,
  };
}
