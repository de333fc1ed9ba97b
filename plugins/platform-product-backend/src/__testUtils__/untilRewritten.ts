import { setTimeout } from 'timers/promises';
import { Knex } from 'knex';

const mostTries = 200;

/** Goes on until no table has to be rewritten: the server may be reading one. */
export async function untilRewritten(
  knex: Knex,
  run: () => Promise<void>,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    await run();
    if (!(await knex('rewrites_due').first())) return;
    await setTimeout(50);
  }
  throw new Error('Some tables are not rewritten');
}
