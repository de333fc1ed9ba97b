import { Knex } from 'knex';

/** Does something for what is brought in, unless it was brought in before. */
export async function importOnce(
  knex: Knex,
  id: string,
  add: (transaction: Knex.Transaction) => Promise<void>,
): Promise<void> {
  await knex.transaction(async transaction => {
    const [isNew] = await transaction('updates_imported')
      .insert({ id })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (isNew) await add(transaction);
  });
}
