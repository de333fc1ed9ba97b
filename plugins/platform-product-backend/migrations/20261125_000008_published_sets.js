/** What is kept of the answers of open rounds. */
async function deleteAnswers(knex) {
  for (const table of ['satisfaction_answers', 'satisfaction_tallies']) {
    await knex(table).delete();
  }
}

/**
 * What was published of an answer that was taken back is kept until the round is
 * closed; comments can be listed as feedback; feedback has a version.
 *
 * What releases had of answers is written in another way. No version with the
 * older one was ever released, so open rounds begin anew.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await deleteAnswers(knex);
  await knex('satisfaction_releases')
    .whereIn(
      'round_id',
      knex('satisfaction_rounds').whereNotNull('secret').select('id'),
    )
    .delete();
  await knex.schema.alterTable('satisfaction_answers', table => {
    table.boolean('as_feedback').notNullable().defaultTo(false);
    table
      .boolean('is_withdrawn')
      .notNullable()
      .defaultTo(false)
      .comment('Taken back: nothing is left but what was published');
  });
  await knex.schema.alterTable('satisfaction_rounds', table => {
    table
      .timestamp('closing_since', { useTz: true, precision: 3 })
      .comment('When it was first tried to close it');
  });
  await knex.schema.alterTable('satisfaction_feedback', table => {
    table
      .integer('version')
      .notNullable()
      .defaultTo(1)
      .comment('Grows with each change of the status');
  });
};

/**
 * What was published is known to people, so that an open round can't go on
 * without what is known of it here.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await deleteAnswers(knex);
  await knex('satisfaction_rounds').update({ status: 'closed', secret: null });
  await knex('satisfaction_feedback')
    .where({ visibility: 'anonymous' })
    .delete();
  for (const [table, columns] of [
    ['satisfaction_answers', ['as_feedback', 'is_withdrawn']],
    ['satisfaction_rounds', ['closing_since']],
    ['satisfaction_feedback', ['version']],
  ]) {
    for (const column of columns) {
      // Knex would copy the table, which has no row ids on SQLite.
      await knex.raw('alter table ?? drop column ??', [table, column]);
    }
  }
};
