/**
 * What was imported is not imported again, also where it was forgotten meanwhile.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('satisfaction_imported_feedback', table => {
    table.comment('Which feedback was brought in, by the hash of its key');
    table.uuid('id').primary();
  });
  await knex('satisfaction_imported_feedback').insert(
    knex('satisfaction_feedback').select('id'),
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('satisfaction_imported_feedback');
};
