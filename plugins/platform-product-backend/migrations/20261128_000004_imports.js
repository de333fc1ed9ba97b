/**
 * What was brought into the room `updates`: notices, posts, events and roadmap items.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('updates_imported', table => {
    table.comment('Ids of what was brought in, so that it does not come back');
    table.uuid('id').primary();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('updates_imported');
};
