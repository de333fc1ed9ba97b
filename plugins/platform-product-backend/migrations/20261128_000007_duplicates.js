/**
 * Finds quickly which feedback goes on in some other.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('satisfaction_feedback', table => {
    table.index(['duplicate_of']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('satisfaction_feedback', table => {
    table.dropIndex(['duplicate_of']);
  });
};
