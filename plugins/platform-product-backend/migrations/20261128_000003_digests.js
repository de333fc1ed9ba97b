/**
 * Digests of the room `updates`, and what followers do not want to hear of.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.alterTable('updates_follows', table => {
    table.text('muted').comment('What the follower does not hear of, as JSON');
  });
  await knex.schema.createTable('updates_digest_runs', table => {
    table.comment('Up to when people were told in digests');
    table.string('id', 30).primary().comment('The moment, in ISO 8601');
    time(table, 'until_at').notNullable();
    time(table, 'since_at').notNullable();
    time(table, 'finished_at').comment('Nothing while it is under way');
  });
  await knex.schema.createTable('updates_digests', table => {
    table.comment('Who had a digest lately; never what it said');
    table.string('user_ref', 767).notNullable();
    time(table, 'digested_on').notNullable().comment('No finer than the day');
    table
      .boolean('has_ratings')
      .notNullable()
      .comment('Whether they were invited to rate, answered or not');
    table.primary(['user_ref', 'digested_on']);
    table.index(['digested_on']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('updates_digests');
  await knex.schema.dropTable('updates_digest_runs');
  await knex.schema.alterTable('updates_follows', table => {
    table.dropColumn('muted');
  });
};
