import { Levels } from '../maturity/Levels';
import { Room } from '../Room';
import { RoomContext } from '../RoomContext';
import { Follows } from '../updates/Follows';
import { AnswerService } from './answers/AnswerService';
import { DatabaseAnswerStore } from './answers/DatabaseAnswerStore';
import { AudienceService } from './audience/AudienceService';
import { DueRatingService } from './audience/DueRatingService';
import { WantedRatings } from './audience/WantedRatings';
import { DatabaseContactStore } from './audience/DatabaseContactStore';
import { DatabaseFeedbackStore } from './feedback/DatabaseFeedbackStore';
import { FeedbackCollector } from './feedback/FeedbackCollector';
import { FeedbackService } from './feedback/FeedbackService';
import { forgetFromSatisfaction } from './forgetFromSatisfaction';
import { DatabasePastFeedbackStore } from './imports/DatabasePastFeedbackStore';
import { DatabasePastRoundStore } from './imports/DatabasePastRoundStore';
import { RatingImporter } from './imports/RatingImporter';
import { readSatisfactionConfig } from './config';
import { addSatisfactionOperations } from './operations';
import { DatabaseReleaseStore } from './releases/DatabaseReleaseStore';
import { GroupedServices } from './releases/GroupedServices';
import { ReleaseService } from './releases/ReleaseService';
import { RollUpService } from './releases/RollUpService';
import { createScoreFigure } from './releases/scoreFigure';
import { ScoreService } from './releases/ScoreService';
import { DatabaseReplyStore } from './replies/DatabaseReplyStore';
import { DatabaseResearchStore } from './research/DatabaseResearchStore';
import { ResearchCollector } from './research/ResearchCollector';
import { ResearchService } from './research/ResearchService';
import { DatabaseRoundStore } from './rounds/DatabaseRoundStore';
import { RoundService } from './rounds/RoundService';
import { SatisfactionCollector } from './SatisfactionCollector';
import { WaitingAnswers } from './WaitingAnswers';

/**
 * Puts the parts of the room `satisfaction` together. It lends the ratings
 * that are wanted of a person.
 */
export function createSatisfactionRoom(
  context: Pick<
    RoomContext,
    | 'access'
    | 'figures'
    | 'graph'
    | 'groups'
    | 'knex'
    | 'logger'
    | 'now'
    | 'outbox'
    | 'rewriter'
    | 'sections'
    | 'serviceList'
    | 'services'
    | 'users'
  > & {
    readonly levels: Pick<Levels, 'reassess'>;
    readonly follows: Pick<Follows, 'listFollowers'>;
  },
) {
  const { knex, services, logger, now } = context;
  const config = readSatisfactionConfig(context.sections);
  const roundStore = new DatabaseRoundStore(knex);
  const answerStore = new DatabaseAnswerStore(knex);
  const releases = new DatabaseReleaseStore(knex);
  const contacts = new DatabaseContactStore(knex);
  const replies = new DatabaseReplyStore(knex);
  const feedbackStore = new DatabaseFeedbackStore(knex);
  const researchStore = new DatabaseResearchStore(knex);
  const rounds = new RoundService({ rounds: roundStore, now });
  const collectors = [
    new SatisfactionCollector({ rounds, releases, replies, contacts }),
    new FeedbackCollector({ store: feedbackStore }),
    new ResearchCollector({ store: researchStore, rounds, releases }),
  ];
  const reassess = (entityRef: string) =>
    context.levels.reassess(
      entityRef,
      collectors.map(({ id }) => id),
    );
  const audience = new AudienceService({
    users: context.users,
    groups: context.groups,
    follows: context.follows,
    catalog: services,
    contacts,
    reassess,
    now,
  });
  const scores = new ScoreService({
    rounds,
    releases,
    replies,
    audience,
    reassess,
    now,
  });
  const scoreFigure = createScoreFigure(scores);
  const releaseService = new ReleaseService({
    ...config,
    rounds: roundStore,
    releases,
    audience,
    async reassess(entityRef) {
      await context.figures.refresh(scoreFigure, [entityRef]);
      await reassess(entityRef);
    },
    logger,
    now,
  });
  const importer = new RatingImporter({
    store: new DatabasePastRoundStore(knex),
    feedback: new DatabasePastFeedbackStore(knex),
    now,
  });
  const parts = {
    rounds,
    audience,
    answers: new AnswerService({ answers: answerStore, contacts, rounds }),
    scores,
    rollUps: new RollUpService({ rounds, releases }),
    groupedServices: new GroupedServices({
      services,
      graph: context.graph,
      serviceList: context.serviceList,
    }),
    feedback: new FeedbackService({
      store: feedbackStore,
      outbox: context.outbox,
      groups: context.groups,
      reassess,
      now,
    }),
    research: new ResearchService({ store: researchStore, reassess, now }),
  };
  const room = {
    addOperations: operations =>
      addSatisfactionOperations(operations, { ...context, ...parts }),
    collectors,
    figures: [scoreFigure],
    waiting: [new WaitingAnswers({ ...context, ...parts })],
    digests: [new WantedRatings({ rounds, contacts, answers: answerStore })],
    tasks: [
      {
        id: 'platform-product-ratings',
        schedule: config.releases,
        fn: async signal => {
          await releaseService.run(signal);
          await audience.forget(
            new Date(+now() - config.keepInvitationsFor),
            (
              await rounds.findOpen()
            )?.id,
          );
          await context.rewriter.run();
        },
      },
    ],
    erasePerson: async (transaction, person) => {
      const { userRef, replacement } = person;
      await answerStore.erase(transaction, userRef);
      await contacts.erase(transaction, userRef);
      await replies.rename(transaction, userRef, replacement);
      await feedbackStore.erase(transaction, person);
      await researchStore.rename(transaction, person);
    },
    forgetServices: forgetFromSatisfaction,
    async importRecords(records) {
      const imported = await importer.run(records);
      await context.figures.refresh(scoreFigure, imported);
    },
  } satisfies Room;
  return {
    ...room,
    ...parts,
    dueRatings: new DueRatingService({
      answers: answerStore,
      contacts,
      rounds,
    }),
    releases: releaseService,
  };
}
