import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ServiceListStore } from '../services/ServiceListStore';
import { ForgetServices } from './forgetServices';

/** Forgets services that left the catalog long ago, in all rooms. */
export class RetentionService {
  readonly #knex: Knex;
  readonly #list: ServiceListStore;
  readonly #rooms: readonly ForgetServices[];
  readonly #keepGoneFor: number;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    serviceList: ServiceListStore;
    rooms: readonly ForgetServices[];
    /** How long services that are gone are remembered, in milliseconds. */
    keepGoneFor: number;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#list = options.serviceList;
    this.#rooms = options.rooms;
    this.#keepGoneFor = options.keepGoneFor;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Answers how many services were forgotten. */
  async run(): Promise<number> {
    const before = new Date(+this.#now() - this.#keepGoneFor);
    const services = await this.#knex.transaction(async transaction => {
      const gone = await this.#list.lockGone(transaction, before);
      for (const forget of this.#rooms) await forget(transaction, gone);
      return gone.length;
    });
    if (services) this.#logger.info('Forgot services', { services });
    return services;
  }
}
