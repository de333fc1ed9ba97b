import { Knex } from 'knex';

/**
 * Does something for what is brought in, unless it was brought in before, even if it was
 * forgotten since. Answers whether it is new.
 */
export async function importOnce(
  knex: Knex,
  id: string,
  add: (transaction: Knex.Transaction) => Promise<void>,
): Promise<boolean> {
  return knex.transaction(async transaction => {
    const [isNew] = await transaction('updates_imported')
      .insert({ id })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (isNew) await add(transaction);
    return isNew !== undefined;
  });
}
