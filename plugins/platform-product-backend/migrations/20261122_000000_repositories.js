/**
 * Files of repositories as they were last read: guides and ownership files.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('repository_files', table => {
    table.comment(
      'What the URL reader last found, to be refreshed by its ETag',
    );
    table.string('url', 2000).primary();
    table.string('status', 10).notNullable().comment('found, missing or error');
    table.text('content', 'longtext');
    table.text('etag');
    table.text('error').comment('Why the last refresh failed');
    table
      .timestamp('checked_at', { useTz: true, precision: 3 })
      .notNullable()
      .index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('repository_files');
};
