import {
  WaitingFeedback,
  WaitingScores,
} from '@platform-product/backstage-plugin-common';
import { AccessService } from '../access/AccessService';
import { ServiceEntity } from '../catalog/ServiceCatalog';
import { titlesOf } from '../catalog/titleOf';
import {
  byTime,
  mostWaiting,
  WaitingReader,
  WaitingSource,
} from '../services/WaitingSource';
import { FeedbackService } from './feedback/FeedbackService';
import { ScoreService } from './releases/ScoreService';

/** Feedback and scores that wait for a team’s answer. */
export class WaitingAnswers implements WaitingSource {
  readonly #feedback: Pick<FeedbackService, 'listUnanswered'>;
  readonly #scores: Pick<ScoreService, 'listUnanswered'>;
  readonly #access: Pick<AccessService, 'filterAllowed'>;

  constructor(options: {
    feedback: Pick<FeedbackService, 'listUnanswered'>;
    scores: Pick<ScoreService, 'listUnanswered'>;
    access: Pick<AccessService, 'filterAllowed'>;
  }) {
    this.#feedback = options.feedback;
    this.#scores = options.scores;
    this.#access = options.access;
  }

  /** Five queries and two permission calls. */
  async listWaiting({ own, userRef, credentials }: WaitingReader) {
    const [managed, answered] = await Promise.all([
      this.#access.filterAllowed('manageFeedback', own, credentials),
      this.#access.filterAllowed('replyToScores', own, credentials),
    ]);
    const [feedback, scores] = await Promise.all([
      this.#listFeedback(managed, userRef),
      this.#listScores(answered),
    ]);
    return [...feedback, ...scores];
  }

  async #listFeedback(
    services: readonly ServiceEntity[],
    userRef: string,
  ): Promise<WaitingFeedback[]> {
    if (!services.length) return [];
    const titles = titlesOf(services);
    const found = await this.#feedback.listUnanswered(
      [...titles.keys()],
      { userRef, isTeam: true },
      mostWaiting,
    );
    return found.map(feedback => ({
      kind: 'feedback',
      entityRef: feedback.entityRef,
      title: titles.get(feedback.entityRef)!,
      at: feedback.at,
      feedback,
    }));
  }

  async #listScores(
    services: readonly ServiceEntity[],
  ): Promise<WaitingScores[]> {
    if (!services.length) return [];
    const titles = titlesOf(services);
    const rounds = await this.#scores.listUnanswered([...titles.keys()]);
    return [...rounds]
      .map(
        ([entityRef, { id, opensAt }]): WaitingScores => ({
          kind: 'scores',
          entityRef,
          title: titles.get(entityRef)!,
          at: opensAt.toISOString(),
          roundId: id,
        }),
      )
      .sort(byTime)
      .slice(0, mostWaiting);
  }
}
