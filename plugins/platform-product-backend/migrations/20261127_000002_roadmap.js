/**
 * Roadmaps of the room `updates`: what teams work on, and have shipped.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('updates_roadmap_items', table => {
    table.comment('What teams work on, and have shipped; drafts, too');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable();
    table.string('title', 200).notNullable();
    table.string('stage', 10).notNullable();
    table
      .integer('position')
      .notNullable()
      .comment('Its place among those of its stage, but for what has shipped');
    table.text('content').notNullable().comment('The rest of it, as JSON');
    table.boolean('is_draft').notNullable();
    time(table, 'stage_since').notNullable();
    time(table, 'shipped_at');
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    table.string('idempotency_key', 120).notNullable();
    table.integer('version').notNullable().comment('Grows with each change');
    table.unique(['created_by', 'idempotency_key']);
    table.index(['entity_ref', 'stage']);
    table.index(['shipped_at']);
  });

  await knex.schema.createTable('updates_roadmap_told', table => {
    table.comment(
      'Who was told that something has shipped, so that it is once',
    );
    table
      .uuid('item_id')
      .notNullable()
      .references('id')
      .inTable('updates_roadmap_items')
      .onDelete('CASCADE');
    table.string('user_ref', 767).notNullable();
    table.primary(['item_id', 'user_ref']);
    table.index(['user_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['updates_roadmap_told', 'updates_roadmap_items']) {
    await knex.schema.dropTable(table);
  }
};
