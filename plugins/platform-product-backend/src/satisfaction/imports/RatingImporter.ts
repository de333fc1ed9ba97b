import { InputError } from '@backstage/errors';
import { Figures } from '@platform-product/backstage-plugin-common';
import { figuresSchema } from '@platform-product/backstage-plugin-common/rules';
import { RecordImport } from '@platform-product/backstage-plugin-node';
import { priorOf } from '../releases/ReleaseStore';
import { checkPastFeedback } from './checkPastFeedback';
import { PastFeedbackStore } from './PastFeedbackStore';
import { PastRoundStore } from './PastRoundStore';

/** Brings in past rounds and feedback; what is known already stays as it is. */
export class RatingImporter {
  readonly #store: PastRoundStore;
  readonly #feedback: PastFeedbackStore;
  readonly #now: () => Date;

  constructor(options: {
    store: PastRoundStore;
    feedback: PastFeedbackStore;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#feedback = options.feedback;
    this.#now = options.now;
  }

  /**
   * Answers with the refs of services whose scores were imported.
   *
   * @throws InputError for a round that is not over, too few answers, research of no
   * round, or feedback that could not have been given here
   */
  async run(source: RecordImport): Promise<string[]> {
    const now = this.#now();
    const records = await source.loadRatings?.({ now });
    if (!records) return [];
    const { research = [], feedback = [] } = records;
    checkPastFeedback(feedback);
    const isOf = (
      { date }: { readonly date: string },
      {
        opensAt,
        closesAt,
      }: { readonly opensAt: Date; readonly closesAt: Date },
    ) => new Date(date) >= opensAt && new Date(date) < closesAt;
    for (const entry of research) {
      if (!records.rounds.some(round => isOf(entry, round))) {
        throw new InputError(
          `The research of '${entry.entityRef}' on '${entry.date}' to import is of no round to import`,
        );
      }
    }
    for (const round of records.rounds) {
      const isOwn = ({ roundId }: { readonly roundId: string }) =>
        roundId === round.id;
      if (round.closesAt > now) {
        throw new InputError(`The round '${round.id}' to import is not over`);
      }
      const releases = records.releases.filter(isOwn);
      for (const { entityRef, figures } of releases) {
        if (!rests(figuresSchema.parse(figures), round)) {
          throw new InputError(
            `The scores of '${entityRef}' in '${round.id}' to import rest on too few answers`,
          );
        }
      }
      await this.#store.add({
        round: { ...round, prior: priorOf(releases) },
        releases,
        replies: records.replies.filter(isOwn),
        research: research.filter(entry => isOf(entry, round)),
      });
    }
    await this.#feedback.add(feedback);
    return [...new Set(records.releases.map(({ entityRef }) => entityRef))];
  }
}

/** With fewer, two answers that somebody knows give away the third. */
const smallestK = 3;

/** Whether all that is to be shown rests on enough answers. */
function rests(
  { participation, features, comments }: Figures,
  round: { readonly k: number; readonly commentThreshold: number },
): boolean {
  const k = Math.max(round.k, smallestK);
  const answered = participation
    ? participation.complete + participation.partial
    : undefined;
  return (
    (answered ?? k) >= k &&
    (!comments || (answered ?? 0) >= Math.max(round.commentThreshold, k)) &&
    Object.values(features).every(
      ({ counts }) => counts.reduce((sum, some) => sum + some, 0) >= k,
    )
  );
}
