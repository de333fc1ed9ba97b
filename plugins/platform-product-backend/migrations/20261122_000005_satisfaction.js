/**
 * Tables of the room `satisfaction`. No row of an answer says who gave it or
 * when: its link is a keyed hash, and the key goes when the round closes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('satisfaction_rounds', table => {
    table.comment('Times in which ratings are asked for');
    table.string('id', 60).primary();
    time(table, 'opens_at').notNullable();
    time(table, 'closes_at').notNullable();
    table.integer('k').notNullable().comment('Frozen at the opening');
    table.integer('comment_threshold').notNullable();
    table.string('status', 10).notNullable().comment('open, closing or closed');
    table.text('secret').comment('Key of the links; gone once closed');
    table
      .text('prior')
      .notNullable()
      .comment('JSON: ratings of the whole catalog');
    table.index(['status', 'closes_at']);
  });

  // Kept by its key, so that not even the order of rows tells of time.
  await knex.raw(`
    create table satisfaction_answers (
      round_id varchar(60) not null
        references satisfaction_rounds (id) on delete cascade,
      entity_ref varchar(767) not null,
      link varchar(64) not null,
      ratings text not null,
      comment text,
      past text not null,
      primary key (round_id, entity_ref, link)
    ) ${isPostgres ? '' : 'without rowid'}
  `);

  await knex.schema.createTable('satisfaction_tallies', table => {
    table.comment('What the releases of a round and a service have to know');
    table
      .string('round_id', 60)
      .notNullable()
      .references('id')
      .inTable('satisfaction_rounds')
      .onDelete('CASCADE');
    table.string('entity_ref', 767).notNullable();
    table.text('past').notNullable().comment('JSON: what was released');
    table
      .boolean('is_dirty')
      .notNullable()
      .comment('Whether anything may have to be released');
    table.primary(['round_id', 'entity_ref']);
    table.index(['is_dirty']);
  });

  await knex.schema.createTable('satisfaction_releases', table => {
    table.comment('What was published; never changed');
    table
      .string('round_id', 60)
      .notNullable()
      .references('id')
      .inTable('satisfaction_rounds')
      .onDelete('CASCADE');
    table.string('entity_ref', 767).notNullable();
    table.integer('sequence').notNullable();
    table.boolean('is_newest').notNullable();
    table.text('figures').notNullable().comment('JSON');
    table.primary(['round_id', 'entity_ref', 'sequence']);
    table.index(['entity_ref', 'is_newest']);
    table.index(['round_id', 'is_newest']);
  });

  await knex.schema.createTable('satisfaction_contacts', table => {
    table.comment('Who was asked for a rating; never whether they gave one');
    table.string('user_ref', 767).notNullable();
    table.string('entity_ref', 767).notNullable();
    table.string('round_id', 60).notNullable();
    table.string('outcome', 10).notNullable();
    table
      .boolean('is_invited')
      .notNullable()
      .comment('Or has come by themselves');
    time(table, 'contacted_at').notNullable();
    table.primary(['user_ref', 'entity_ref', 'round_id']);
    table.index(['entity_ref', 'round_id']);
    table.index(['user_ref', 'contacted_at']);
  });

  await knex.schema.createTable('satisfaction_replies', table => {
    table.comment('What teams say to the scores of a round');
    table.string('round_id', 60).notNullable();
    table.string('entity_ref', 767).notNullable();
    table.text('text').notNullable();
    table.text('link');
    table.string('replied_by', 767).notNullable();
    time(table, 'replied_at').notNullable();
    table.primary(['entity_ref', 'round_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'satisfaction_replies',
    'satisfaction_contacts',
    'satisfaction_releases',
    'satisfaction_tallies',
    'satisfaction_answers',
    'satisfaction_rounds',
  ]) {
    await knex.schema.dropTable(table);
  }
};
