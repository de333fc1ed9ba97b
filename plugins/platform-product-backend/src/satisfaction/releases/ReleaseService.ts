import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  compileFigures,
  planRelease,
  releaseRules,
  ReleaseRules,
  roundPeriodAt,
  RoundSchedule,
} from '@platform-product/backstage-plugin-common';
import { AudienceService } from '../audience/AudienceService';
import { RoundStore, StoredRound } from '../rounds/RoundStore';
import { AnsweredService, priorOf, ReleaseStore } from './ReleaseStore';

/** Services whose people are looked up together. */
const batchSize = 100;

/**
 * Opens and closes rounds and makes releases, all by the clock: when a release
 * appears says nothing of when anybody answered. Safe to run late, in pieces, and
 * in several places at once.
 */
export class ReleaseService {
  readonly #rounds: RoundStore;
  readonly #releases: ReleaseStore;
  readonly #audience: AudienceService;
  readonly #schedule: RoundSchedule;
  readonly #k: number;
  readonly #commentThreshold: number;
  readonly #rules: ReleaseRules;
  readonly #onReleased: (entityRef: string) => Promise<void>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    rounds: RoundStore;
    releases: ReleaseStore;
    audience: AudienceService;
    schedule: RoundSchedule;
    k: number;
    commentThreshold: number;
    rules?: ReleaseRules;
    onReleased: (entityRef: string) => Promise<void>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#rounds = options.rounds;
    this.#releases = options.releases;
    this.#audience = options.audience;
    this.#schedule = options.schedule;
    this.#k = options.k;
    this.#commentThreshold = options.commentThreshold;
    this.#rules = options.rules ?? releaseRules;
    this.#onReleased = options.onReleased;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async run(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    for (const round of await this.#rounds.list()) {
      if (signal.aborted) return;
      if (round.status === 'closed') continue;
      if (round.status === 'closing' || round.closesAt <= now) {
        await this.#close(round, signal);
      } else {
        await this.#release(round, signal);
      }
    }
    const period = roundPeriodAt(this.#schedule, now);
    if (period) {
      await this.#rounds.open({
        ...period,
        k: this.#k,
        commentThreshold: this.#commentThreshold,
      });
    }
  }

  async #release(round: StoredRound, signal: AbortSignal): Promise<void> {
    let made = 0;
    for (;;) {
      if (signal.aborted) return;
      const batch = await this.#releases.listDirty(round.id, batchSize);
      if (!batch.length) break;
      made += await this.#make(round, batch, { isLast: false });
    }
    if (!made) return;
    await this.#savePrior(round.id);
    this.#logger.info('Released ratings', { round: round.id, services: made });
  }

  async #close(round: StoredRound, signal: AbortSignal): Promise<void> {
    await this.#rounds.startClosing(round.id);
    for (;;) {
      if (signal.aborted) return;
      const batch = await this.#releases.listAnswered(round.id, batchSize);
      if (!batch.length) break;
      await this.#make(round, batch, { isLast: true });
    }
    await this.#savePrior(round.id);
    if (await this.#rounds.close(round.id)) {
      this.#logger.info('A round of ratings was closed', { round: round.id });
    }
  }

  async #make(
    round: StoredRound,
    batch: readonly AnsweredService[],
    options: { readonly isLast: boolean },
  ): Promise<number> {
    const contacts = await this.#audience.countContacts(
      batch.map(({ entityRef }) => entityRef),
      round.id,
    );
    let made = 0;
    for (const service of batch) {
      const isMade = await this.#releases.make(
        service,
        ({ answers, counted, past, figures }) => {
          const { k, commentThreshold } = round;
          const topics = planRelease(
            { answers: counted, past, k, commentThreshold },
            this.#rules,
          );
          if (!topics.length) return undefined;
          return {
            topics,
            figures: compileFigures({
              answers,
              topics,
              before: figures,
              contacts: contacts.get(service.entityRef) ?? {
                asked: 0,
                declined: 0,
              },
            }),
          };
        },
        options,
      );
      if (!isMade) continue;
      made += 1;
      await this.#onReleased(service.entityRef).catch(error => {
        this.#logger.warn('A service could not be assessed anew', {
          entityRef: service.entityRef,
          error: stringifyError(error),
        });
      });
    }
    return made;
  }

  async #savePrior(roundId: string): Promise<void> {
    const releases = await this.#releases.listIn(roundId);
    await this.#rounds.savePrior(roundId, priorOf(releases));
  }
}
