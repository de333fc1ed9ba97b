/**
 * Knows repositories under the names that their forges have given to them since.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('reviewers_repositories', table => {
    table
      .string('forge_id', 300)
      .comment('What the forge keeps calling it, whatever its name');
    table
      .string('forge_url', 1000)
      .comment('Where the forge had it when it was last read');
    table.index(['forge_id']);
    table.index(['forge_url']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reviewers_repositories', table => {
    table.dropIndex(['forge_id']);
    table.dropIndex(['forge_url']);
    table.dropColumn('forge_id');
    table.dropColumn('forge_url');
  });
};
