/**
 * Tables of the room `updates`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('updates_follows', table => {
    table.comment('Who follows which service; nobody but themselves sees it');
    table.string('entity_ref', 767).notNullable();
    table.string('user_ref', 767).notNullable().index();
    table.timestamp('followed_at', { useTz: true, precision: 3 }).notNullable();
    table.primary(['entity_ref', 'user_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('updates_follows');
};
