/**
 * Feedback and the research log, in the room `satisfaction`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'satisfaction_research',
    'satisfaction_votes',
    'satisfaction_feedback_replies',
    'satisfaction_feedback',
  ]) {
    await knex.schema.dropTable(table);
  }
};
