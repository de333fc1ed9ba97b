import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  compileFigures,
  planRelease,
  releaseRules,
  ReleaseRules,
  roundPeriodAt,
  RoundSchedule,
} from '@platform-product/backstage-plugin-common/rules';
import { Reassess } from '../../maturity/Levels';
import { AudienceService } from '../audience/AudienceService';
import { RoundStore, StoredRound } from '../rounds/RoundStore';
import { AnsweredService, priorOf, ReleaseStore } from './ReleaseStore';

/** Services whose people are looked up together. */
const batchSize = 100;
/** For so long it is tried to make the last releases of a round, in milliseconds. */
const longestClosing = 24 * 60 * 60 * 1000;

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
  readonly #reassess: Reassess;
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
    reassess: Reassess;
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
    this.#reassess = options.reassess;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async run(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    for (const round of await this.#rounds.list()) {
      if (signal.aborted) return;
      if (round.status === 'closed') continue;
      const isOver = round.status === 'closing' || round.closesAt <= now;
      try {
        await (isOver
          ? this.#close(round, signal)
          : this.#release(round, signal));
      } catch (error) {
        // The other rounds go on, and this one next time.
        this.#logger.warn('A round of ratings could not be looked after', {
          round: round.id,
          error: stringifyError(error),
        });
      }
    }
    const period = roundPeriodAt(this.#schedule, now);
    // A changed schedule holds once the open round is over.
    const rounds = await this.#rounds.list();
    const isOpen = rounds.some(
      ({ status, closesAt }) => status !== 'closed' && closesAt > now,
    );
    if (period && !isOpen) {
      const before = rounds.find(({ status }) => status === 'closed');
      await this.#rounds.open({
        ...period,
        // What the catalog was like then: means must not move with releases.
        prior: before?.prior ?? {},
        k: this.#k,
        commentThreshold: this.#commentThreshold,
      });
    }
  }

  async #release(round: StoredRound, signal: AbortSignal): Promise<void> {
    const { made } = await this.#makeAll(round, signal, { isLast: false });
    if (!made) return;
    this.#logger.info('Released ratings', { round: round.id, services: made });
  }

  async #close(round: StoredRound, signal: AbortSignal): Promise<void> {
    await this.#rounds.startClosing(round.id, this.#now());
    const { isDone } = await this.#makeAll(round, signal, { isLast: true });
    // What is left is tried again next time, and the secret stays until then.
    if (!isDone) return;
    const releases = await this.#releases.listIn([round.id]);
    if (await this.#rounds.close(round.id, priorOf(releases))) {
      this.#logger.info('A round of ratings was closed', { round: round.id });
    }
  }

  /** Goes through the services once: who answers meanwhile waits for the clock. */
  async #makeAll(
    round: StoredRound,
    signal: AbortSignal,
    options: { readonly isLast: boolean },
  ): Promise<{ made: number; isDone: boolean }> {
    let made = 0;
    let after = '';
    let isDone = true;
    for (;;) {
      if (signal.aborted) return { made, isDone: false };
      const page = { after, limit: batchSize };
      const batch = options.isLast
        ? await this.#releases.listAnswered(round.id, page)
        : await this.#releases.listDirty(round.id, page);
      if (!batch.length) return { made, isDone };
      const outcome = await this.#make(round, batch, options);
      made += outcome.made;
      isDone = isDone && outcome.isDone;
      after = batch[batch.length - 1].entityRef;
    }
  }

  async #make(
    round: StoredRound,
    batch: readonly AnsweredService[],
    options: { readonly isLast: boolean },
  ): Promise<{ made: number; isDone: boolean }> {
    const people = await this.#countPeople(batch, options);
    let made = 0;
    let isDone = true;
    for (const service of batch) {
      const { entityRef } = service;
      try {
        const known = people.get(entityRef) ?? 0;
        if (!(await this.#makeOne(round, service, known, options))) continue;
        made += 1;
      } catch (error) {
        this.#logger.warn('Ratings could not be released', {
          entityRef,
          error: stringifyError(error),
        });
        const isForgotten =
          options.isLast && (await this.#forgetOverdue(round, service));
        isDone = isDone && isForgotten;
        continue;
      }
      await this.#reassess(entityRef).catch(error => {
        this.#logger.warn('A service could not be assessed again', {
          entityRef,
          error: stringifyError(error),
        });
      });
    }
    return { made, isDone };
  }

  /** How many people are known to use some services. */
  async #countPeople(
    batch: readonly AnsweredService[],
    { isLast }: { readonly isLast: boolean },
  ): Promise<ReadonlyMap<string, number>> {
    try {
      return await this.#audience.countPeople(
        batch.map(({ entityRef }) => entityRef),
      );
    } catch (error) {
      // A round is closed without the catalog, too: the secret has to go.
      if (!isLast) throw error;
      this.#logger.warn('It is not known who uses services', {
        error: stringifyError(error),
      });
      return new Map();
    }
  }

  /**
   * Deletes the answers of a round that could not be closed for long, whatever
   * keeps their last release from being made. Whether they are gone.
   */
  async #forgetOverdue(
    { closingSince }: StoredRound,
    service: AnsweredService,
  ): Promise<boolean> {
    if (!closingSince || +this.#now() - +closingSince < longestClosing) {
      return false;
    }
    const { entityRef } = service;
    try {
      await this.#releases.forget(service);
      this.#logger.error('Answers were deleted without a last release', {
        entityRef,
      });
      return true;
    } catch (error) {
      this.#logger.error('Answers could not be deleted', {
        entityRef,
        error: stringifyError(error),
      });
      return false;
    }
  }

  async #makeOne(
    round: StoredRound,
    service: AnsweredService,
    known: number,
    options: { readonly isLast: boolean },
  ): Promise<boolean> {
    const { k, commentThreshold } = round;
    return this.#releases.make(
      service,
      ({ answers, past, figures: before }) => {
        const planned = planRelease(
          { answers, past, k, commentThreshold },
          this.#rules,
        );
        return (
          planned && {
            planned,
            figures: compileFigures({ planned, before, known }),
          }
        );
      },
      options,
    );
  }
}
