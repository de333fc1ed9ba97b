import { randomBytes } from 'crypto';
import { Knex } from 'knex';
import { destroyIn, TableRewriter } from '../database/TableRewriter';
import { ErasePerson } from './ErasedPerson';
import { forgottenPrefix } from './isForgotten';

/**
 * Forgets people: what is theirs is deleted, and what they did for a service stays
 * under a name that leads to nobody. All of it, or nothing.
 */
export class EraseService {
  readonly #knex: Knex;
  readonly #rooms: readonly ErasePerson[];
  readonly #rewriter: TableRewriter;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    rooms: readonly ErasePerson[];
    rewriter: TableRewriter;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#rooms = options.rooms;
    this.#rewriter = options.rewriter;
    this.#now = options.now;
  }

  async erase(userRef: string): Promise<void> {
    const replacement = `${forgottenPrefix}${randomBytes(6).toString('hex')}`;
    const at = this.#now();
    await this.#knex.transaction(async transaction => {
      await destroyIn(transaction, async () => {
        for (const erase of this.#rooms) {
          await erase(transaction, { userRef, replacement, at });
        }
      });
    });
    await this.#rewriter.run();
  }
}
