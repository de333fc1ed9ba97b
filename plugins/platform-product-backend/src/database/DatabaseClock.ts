import { performance } from 'perf_hooks';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { toDate } from './values';

/** How long the time that was read is carried on with, in milliseconds. */
const trustedFor = 60 * 1000;

/**
 * The time of the database, so that a backend whose clock is wrong ends no round
 * and publishes nothing. What was read is carried on by how long ago that is,
 * which no change of the machine's clock alters. A SQLite database has the clock
 * of its one backend.
 */
export class DatabaseClock {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  #read: { readonly time: number; readonly at: number } | undefined;
  #isReading = false;

  private constructor(knex: Knex, logger: LoggerService) {
    this.#knex = knex;
    this.#logger = logger;
  }

  static async start(options: {
    readonly knex: Knex;
    readonly logger: LoggerService;
  }): Promise<DatabaseClock> {
    const clock = new DatabaseClock(options.knex, options.logger);
    await clock.refresh();
    return clock;
  }

  /** Reads the time anew, before something that can't be undone. */
  async refresh(): Promise<void> {
    if (!isPostgres(this.#knex)) return;
    const { rows } = await this.#knex.raw('select clock_timestamp() as now');
    this.#read = { time: +toDate(rows[0].now), at: performance.now() };
  }

  now(): Date {
    if (!this.#read) return new Date();
    const passed = performance.now() - this.#read.at;
    if (passed > trustedFor) this.#readAgain();
    return new Date(this.#read.time + passed);
  }

  #readAgain(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    this.refresh()
      .catch(error =>
        this.#logger.warn('The time of the database could not be read', {
          error: stringifyError(error),
        }),
      )
      .finally(() => {
        this.#isReading = false;
      });
  }
}
