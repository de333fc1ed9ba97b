/**
 * What is deleted stays in the files of PostgreSQL until tables are rewritten.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('rewrites_due', table => {
    table.comment('Tables out of whose files something has yet to go');
    table.string('table_name', 63).primary();
    table
      .integer('times')
      .notNullable()
      .comment('How often something was destroyed since the last rewriting');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('rewrites_due');
};
