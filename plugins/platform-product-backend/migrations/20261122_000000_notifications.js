/**
 * The table of the outbox: what people are still to be told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('notifications_outbox', table => {
    table.comment('A row is deleted once it is told');
    table.bigIncrements('id');
    table.string('recipient', 767).notNullable();
    table.string('scope').notNullable();
    table.string('topic').notNullable();
    table.string('title').notNullable();
    table.text('description');
    table.text('link').notNullable();
    table.integer('version').notNullable().comment('Grows with every write');
    time(table, 'due_at').notNullable();
    table.integer('tries').notNullable();
    table.unique(['recipient', 'scope']);
    table.index(['due_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notifications_outbox');
};
