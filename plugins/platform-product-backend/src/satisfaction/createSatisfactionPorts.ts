import { Knex } from 'knex';
import { DatabaseFeedbackStore } from './feedback/DatabaseFeedbackStore';
import { FeedbackLinkService } from './feedback/FeedbackLinkService';
import { FeedbackLinks } from './FeedbackLinks';
import { ReleasedScores } from './ReleasedScores';
import { DatabaseReleaseStore } from './releases/DatabaseReleaseStore';
import { ReleasedScoresService } from './releases/ReleasedScoresService';
import { DatabaseRoundStore } from './rounds/DatabaseRoundStore';

/**
 * What the room `satisfaction` lends to rooms that it borrows from itself, and that are
 * there before it.
 */
export function createSatisfactionPorts({ knex }: { readonly knex: Knex }): {
  readonly feedbackLinks: FeedbackLinks;
  readonly releasedScores: ReleasedScores;
} {
  return {
    feedbackLinks: new FeedbackLinkService({
      store: new DatabaseFeedbackStore(knex),
    }),
    releasedScores: new ReleasedScoresService({
      rounds: new DatabaseRoundStore(knex),
      releases: new DatabaseReleaseStore(knex),
    }),
  };
}
