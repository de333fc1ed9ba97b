/**
 * What releases had of answers is written in another way, in either direction. No
 * version with the older one was ever released, so open rounds begin anew.
 *
 * @param {import('knex').Knex} knex
 */
async function beginAnew(knex) {
  const open = knex('satisfaction_rounds').whereNotNull('secret').select('id');
  for (const table of [
    'satisfaction_answers',
    'satisfaction_tallies',
    'satisfaction_releases',
  ]) {
    await knex(table).whereIn('round_id', open).delete();
  }
}

/**
 * What was published of an answer that was taken back is kept until the round is
 * closed; comments can be listed as feedback; feedback has a version.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await beginAnew(knex);
  await knex.schema.alterTable('satisfaction_answers', table => {
    table.boolean('as_feedback').notNullable().defaultTo(false);
    table
      .boolean('is_withdrawn')
      .notNullable()
      .defaultTo(false)
      .comment('Taken back: nothing is left but what was published');
  });
  await knex.schema.alterTable('satisfaction_feedback', table => {
    table
      .integer('version')
      .notNullable()
      .defaultTo(1)
      .comment('Grows with each change of the status');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await beginAnew(knex);
  for (const [table, columns] of [
    ['satisfaction_answers', ['as_feedback', 'is_withdrawn']],
    ['satisfaction_feedback', ['version']],
  ]) {
    for (const column of columns) {
      // Knex would copy the table, which has no row ids on SQLite.
      await knex.raw('alter table ?? drop column ??', [table, column]);
    }
  }
};
