/**
 * Posts of the room `updates`: what teams tell of their services that is new.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('updates_posts', table => {
    table.comment('What teams tell of their services that is new; drafts, too');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable();
    table.string('title', 200).notNullable();
    table.text('text').notNullable().comment('Markdown');
    table.text('tags').notNullable().comment('As JSON');
    table.string('audience', 20).notNullable();
    time(table, 'published_at').comment('Never of a draft; may be to come');
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    table.string('idempotency_key', 120).notNullable();
    table.integer('version').notNullable().comment('Grows with each change');
    table.unique(['created_by', 'idempotency_key']);
    table.index(['entity_ref', 'published_at']);
    table.index(['published_at']);
  });

  await knex.schema.createTable('updates_post_tags', table => {
    table.comment('Tags that posts are found by');
    table
      .uuid('post_id')
      .notNullable()
      .references('id')
      .inTable('updates_posts')
      .onDelete('CASCADE');
    table.string('tag', 40).notNullable();
    table.primary(['post_id', 'tag']);
    table.index(['tag']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('updates_post_tags');
  await knex.schema.dropTable('updates_posts');
};
