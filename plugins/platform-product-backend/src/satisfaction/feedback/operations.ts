import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { feedbackRoutes } from '@platform-product/backstage-plugin-common/rules';
import { AccessService } from '../../access/AccessService';
import { Operations } from '../../operations/Operations';
import { FeedbackService } from './FeedbackService';
import { FeedbackReader, StoredFeedback } from './FeedbackStore';

/** Adds what can be asked of feedback. */
export function addFeedbackOperations(
  operations: Operations,
  room: {
    readonly access: AccessService;
    readonly feedback: FeedbackService;
  },
): void {
  const { access, feedback } = room;

  interface FeedbackCall {
    readonly service: { readonly entity: Entity };
    readonly credentials: BackstageCredentials;
    readonly user?: string;
  }
  async function readerOf(call: FeedbackCall): Promise<FeedbackReader> {
    const { manageFeedback } = await access.allowed(
      ['manageFeedback'],
      call.service.entity,
      call.credentials,
    );
    return { userRef: call.user, isTeam: manageFeedback };
  }
  const finder = {
    find: (id: string) => feedback.find(id),
    show: async (found: StoredFeedback, call: FeedbackCall) => {
      const reader = await readerOf(call);
      const isSeen = feedback.isSeen(found, reader);
      return isSeen ? { ...found, reader } : undefined;
    },
  };

  operations.on(feedbackRoutes.listFeedback, async call =>
    feedback.list({
      entityRef: call.service.entityRef,
      reader: await readerOf(call),
      statuses: call.query.status,
      cursor: call.query.cursor,
      limit: call.query.limit,
    }),
  );

  operations.on(feedbackRoutes.giveFeedback, async call => {
    const { service, body, by, idempotencyKey } = call;
    return feedback.give(
      { ...body, by, idempotencyKey },
      service,
      await readerOf(call),
    );
  });

  operations.onRecord(feedbackRoutes.replyToFeedback, finder, async call => {
    const { record, service, body, by, idempotencyKey } = call;
    const { reader } = record;
    const reply = { ...body, by, fromTeam: reader.isTeam, idempotencyKey };
    return feedback.reply(record, reply, service, reader);
  });

  operations.onRecord(feedbackRoutes.setFeedbackStatus, finder, async call => {
    const { record, service, body, by } = call;
    return feedback.setStatus(record, { ...body, by }, service, record.reader);
  });

  operations.onRecord(
    feedbackRoutes.voteForFeedback,
    finder,
    ({ record, by }) => feedback.vote(record, by, true, record.reader),
  );

  operations.onRecord(feedbackRoutes.withdrawVote, finder, ({ record, by }) =>
    feedback.vote(record, by, false, record.reader),
  );
}
