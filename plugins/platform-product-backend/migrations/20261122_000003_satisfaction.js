/** Columns of which PostgreSQL must keep no samples in its statistics, by table. */
const withoutSamples = {
  satisfaction_rounds: ['secret'],
  satisfaction_answers: ['link', 'ratings', 'comment', 'past'],
  satisfaction_tallies: ['past'],
};

async function keepNoSamples(knex) {
  for (const [table, columns] of Object.entries(withoutSamples)) {
    for (const column of columns) {
      await knex.raw('alter table ?? alter column ?? set statistics 0', [
        table,
        column,
      ]);
    }
  }
}

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
    time(table, 'closing_since').comment('When it was first tried to close it');
    table.index(['status', 'closes_at']);
  });

  // Kept by its key, so that not even the order of rows tells of time. Of what is
  // withdrawn, nothing is left but what was published.
  await knex.raw(`
    create table satisfaction_answers (
      round_id varchar(60) not null
        references satisfaction_rounds (id) on delete cascade,
      entity_ref varchar(767) not null,
      link varchar(64) not null,
      ratings text not null,
      comment text,
      past text not null,
      as_feedback boolean not null default false,
      is_withdrawn boolean not null default false,
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
    time(table, 'contacted_on').notNullable().comment('No finer than the day');
    table.primary(['user_ref', 'entity_ref', 'round_id']);
    table.index(['entity_ref', 'round_id']);
    table.index(['user_ref', 'contacted_on']);
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

  await knex.schema.createTable('satisfaction_feedback', table => {
    table.comment('What people ask of services, and what became of it');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable();
    table.string('title', 200).notNullable();
    table.text('text');
    table.string('visibility', 10).notNullable();
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    table.string('status', 10).notNullable();
    table.text('status_note');
    table.text('link');
    table.uuid('duplicate_of');
    time(table, 'moved_at').comment('When its status last changed');
    table.string('idempotency_key', 100).notNullable();
    table
      .integer('version')
      .notNullable()
      .defaultTo(1)
      .comment('Grows with each change of the status');
    table.unique(['created_by', 'idempotency_key']);
    table.index(['entity_ref', 'status']);
  });

  const feedback = table =>
    table
      .uuid('feedback_id')
      .notNullable()
      .references('id')
      .inTable('satisfaction_feedback')
      .onDelete('CASCADE');

  await knex.schema.createTable('satisfaction_feedback_replies', table => {
    table.comment('What is said about feedback');
    table.uuid('id').primary();
    feedback(table);
    table.text('text').notNullable();
    table.string('created_by', 767).notNullable();
    table.boolean('from_team').notNullable();
    time(table, 'created_at').notNullable();
    table.string('idempotency_key', 100).notNullable();
    table.unique(['created_by', 'idempotency_key']);
    table.index(['feedback_id']);
  });

  await knex.schema.createTable('satisfaction_votes', table => {
    table.comment('Who wants the same; one vote for each person');
    feedback(table);
    table.string('user_ref', 767).notNullable();
    table.primary(['feedback_id', 'user_ref']);
    table.index(['user_ref']);
  });

  await knex.schema.createTable('satisfaction_research', table => {
    table.comment('How teams have listened');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable();
    table.string('kind', 20).notNullable();
    table.string('date', 10).notNullable().comment('ISO 8601');
    table.string('team', 200);
    table.text('learned').notNullable();
    table.text('follows');
    table.text('link');
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    table.string('idempotency_key', 100).notNullable();
    table.unique(['created_by', 'idempotency_key']);
    table.index(['entity_ref', 'date']);
  });

  if (isPostgres) await keepNoSamples(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'satisfaction_research',
    'satisfaction_votes',
    'satisfaction_feedback_replies',
    'satisfaction_feedback',
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
