/**
 * Events of the room `updates`: what teams invite the users of their services to.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('updates_events', table => {
    table.comment('What teams invite the users of their services to');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable();
    table.string('kind', 20).notNullable();
    table.string('title', 200).notNullable();
    table.text('content').notNullable().comment('The rest of it, as JSON');
    table.string('time_zone', 100).notNullable();
    table
      .string('starts_at', 16)
      .notNullable()
      .comment('When it begins first, as a local time in its zone');
    table.integer('duration_minutes').notNullable();
    time(table, 'first_at')
      .notNullable()
      .comment('When its first occurrence begins, as it is by now');
    time(table, 'ends_at').comment(
      'When its last occurrence ends, as it is by now; it has none if it goes on for ever',
    );
    table
      .integer('sequence')
      .notNullable()
      .comment('Grows with whatever changes in calendars');
    time(table, 'published_at').comment('Never of a draft');
    time(table, 'cancelled_at').comment('As a whole');
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    time(table, 'changed_at').notNullable();
    table.string('idempotency_key', 100).notNullable();
    table.integer('version').notNullable().comment('Grows with each change');
    table.unique(['created_by', 'idempotency_key']);
    table.index(['entity_ref', 'ends_at']);
    table.index(['ends_at']);
  });

  const ofEvent = table =>
    table
      .uuid('event_id')
      .notNullable()
      .references('id')
      .inTable('updates_events')
      .onDelete('CASCADE');
  const originalStart = table =>
    table
      .string('original_start', 16)
      .notNullable()
      .comment('Names an occurrence: the local time at which it was to begin');

  await knex.schema.createTable('updates_event_exceptions', table => {
    table.comment('What is different about single occurrences of an event');
    ofEvent(table);
    originalStart(table);
    table.boolean('is_cancelled').notNullable();
    table
      .string('starts_at', 16)
      .comment('The local time of one that is moved');
    table.integer('duration_minutes');
    table.text('note');
    time(table, 'changed_at').notNullable();
    table.primary(['event_id', 'original_start']);
  });

  await knex.schema.createTable('updates_event_attendance', table => {
    table.comment('Who has said that they come');
    ofEvent(table);
    originalStart(table);
    table.string('user_ref', 767).notNullable();
    time(table, 'said_at').notNullable();
    time(table, 'starts_at').notNullable().comment('As it is by now');
    time(table, 'ends_at').notNullable();
    time(table, 'reminded_at').comment(
      'When they were reminded, or it was too late for that',
    );
    table.primary(['event_id', 'original_start', 'user_ref']);
    table.index(['user_ref']);
    table.index(['starts_at']);
    table.index(['ends_at']);
  });

  await knex.schema.createTable('updates_calendar_links', table => {
    table.comment(
      'Secret links by which calendar apps read what concerns people',
    );
    table.string('user_ref', 767).primary();
    table
      .string('secret_hash', 64)
      .notNullable()
      .unique()
      .comment('The secret itself is nowhere');
    table
      .string('user_uid', 64)
      .notNullable()
      .comment('Of the User in the catalog, which a namesake does not have');
    time(table, 'created_at').notNullable();
    time(table, 'checked_at').comment('When their rights were last looked at');
  });

  await knex.schema.createTable('updates_calendar_rights', table => {
    table.comment(
      'Services that people with a link could read when they were here',
    );
    table.string('user_ref', 767).notNullable();
    table.string('entity_ref', 767).notNullable();
    time(table, 'checked_at').notNullable();
    table.primary(['user_ref', 'entity_ref']);
    table.index(['entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'updates_calendar_rights',
    'updates_calendar_links',
    'updates_event_attendance',
    'updates_event_exceptions',
    'updates_events',
  ]) {
    await knex.schema.dropTable(table);
  }
};
