import { satisfactionRoutes } from '@platform-product/backstage-plugin-common/rules';
import { Operations } from '../operations/Operations';
import { AnswerService } from './answers/AnswerService';
import { AudienceService } from './audience/AudienceService';
import { addFeedbackOperations } from './feedback/operations';
import { FeedbackService } from './feedback/FeedbackService';
import { GroupedServices } from './releases/GroupedServices';
import { RollUpService } from './releases/RollUpService';
import { ScoreService } from './releases/ScoreService';
import { addResearchOperations } from './research/operations';
import { ResearchService } from './research/ResearchService';
import { RoundService, toRound } from './rounds/RoundService';
import { AccessService } from '../access/AccessService';

/**
 * Adds what can be asked of the room `satisfaction`. An audit event of a rating
 * says that somebody wrote about a service, and nothing of what.
 */
export function addSatisfactionOperations(
  operations: Operations,
  room: {
    readonly access: AccessService;
    readonly rounds: RoundService;
    readonly answers: AnswerService;
    readonly audience: AudienceService;
    readonly scores: ScoreService;
    readonly rollUps: RollUpService;
    readonly groupedServices: GroupedServices;
    readonly feedback: FeedbackService;
    readonly research: ResearchService;
  },
): void {
  const { rounds, answers, audience, scores } = room;

  operations.on(satisfactionRoutes.getSatisfaction, ({ service }) =>
    scores.get(service.entityRef),
  );

  operations.onOwn(satisfactionRoutes.getMyAnswer, ({ service, by }) =>
    answers.get(service.entityRef, by),
  );

  operations.on(satisfactionRoutes.putMyAnswer, ({ service, body, by }) =>
    answers.save(service.entityRef, by, body),
  );

  operations.onOwn(satisfactionRoutes.withdrawMyAnswer, ({ service, by }) =>
    answers.withdraw(service.entityRef, by),
  );

  operations.on(
    satisfactionRoutes.noteInvitation,
    async ({ service: { entityRef }, body: { outcome }, by }) => {
      const { id: roundId } = await rounds.requireOpen();
      await audience.note({ entityRef, roundId, userRef: by, outcome });
    },
  );

  operations.on(satisfactionRoutes.getAudience, ({ service }) =>
    audience.describe(service),
  );

  // Who hears of it tells who was asked lately and who has answered.
  operations.on(satisfactionRoutes.inviteToRate, async ({ service }) => {
    const round = toRound(await rounds.requireOpen());
    const { asked } = await audience.invite(service, round);
    return { asked };
  });

  operations.on(
    satisfactionRoutes.replyToScores,
    ({ service, params: { roundId }, body, by }) =>
      scores.reply(service.entityRef, { ...body, roundId, by }),
  );

  operations.on(
    satisfactionRoutes.listRollUps,
    async ({ query, credentials }) =>
      room.rollUps.list(
        await room.groupedServices.list(query.by, credentials),
        {
          by: query.by,
          roundId: query.round,
        },
      ),
  );

  addFeedbackOperations(operations, room);
  addResearchOperations(operations, room);
}
