/**
 * Posts that are published in the announcements plugin, too, and how far that is.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('updates_posts', table => {
    table
      .boolean('is_announced')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the announcements plugin is to have it, too');
  });

  await knex.schema.createTable('updates_announcements', table => {
    table.comment('Posts that the announcements plugin has, or is to have');
    // It outlives the post, which is then to be withdrawn there.
    table.uuid('post_id').primary();
    table.string('announcement_id', 64).comment('Once it is there');
    table.integer('attempts').notNullable().comment('Since it last succeeded');
    table
      .timestamp('due_at', { useTz: true, precision: 3 })
      .comment('When it is tried next; never, where both agree');
    table.index(['due_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('updates_announcements');
  await knex.schema.alterTable('updates_posts', table => {
    table.dropColumn('is_announced');
  });
};
