/**
 * Tables of the room `reviewers`. Times are UTC; JSON is kept as text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('reviewers_repositories', table => {
    table.comment('Repositories whose review history is read');
    table.increments('id');
    table.string('url', 1000).notNullable().unique();
    table.string('source', 100).notNullable();
    table.text('cursor').comment('Where the source goes on');
    table
      .integer('expertise_version')
      .notNullable()
      .comment('Of the rules by which the expertise was summed up');
    time(table, 'synced_at').comment('When nothing new was left last');
    table.text('error').comment('Why the last sync ended early');
    time(table, 'wanted_at').comment(
      'When a service was last seen to be there',
    );
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows whenever the expertise does');
  });

  const repository = table =>
    table
      .integer('repository_id')
      .notNullable()
      .references('id')
      .inTable('reviewers_repositories')
      .onDelete('CASCADE');

  await knex.schema.createTable('reviewers_changes', table => {
    table.comment('Changes of repositories in their newest known state');
    table.bigIncrements('id');
    repository(table);
    table.string('change_id', 200).notNullable();
    table.text('url');
    table.text('title');
    table.string('author', 400).notNullable().comment('Person key');
    time(table, 'opened_at').notNullable();
    time(table, 'ready_at');
    time(table, 'merged_at');
    time(table, 'closed_at');
    time(table, 'updated_at').notNullable();
    table.text('paths').notNullable().comment('JSON');
    time(table, 'first_review_at');
    table.string('first_reviewer', 400);
    table.double('wait_hours').comment('Business hours to the first review');
    table.unique(['repository_id', 'change_id']);
    table.index(['repository_id', 'ready_at']);
    table.index(['repository_id', 'merged_at']);
  });

  await knex.schema.createTable('reviewers_reviews', table => {
    table.comment('Who reviewed a change, or is asked to');
    table.bigIncrements('id');
    table
      .bigInteger('change')
      .notNullable()
      .references('id')
      .inTable('reviewers_changes')
      .onDelete('CASCADE')
      .index();
    table.string('person', 400).notNullable();
    time(table, 'requested_at');
    time(table, 'reviewed_at');
    table.boolean('is_approval').notNullable();
    table.boolean('is_awaited').notNullable();
    table.double('response_hours').comment('Business hours from the request');
    table.unique(['change', 'person']);
    table.index(['person', 'is_awaited']);
  });

  // Decayed sums of reviews and changes per person and path. SQLite keeps what is
  // known of a path in one place, which halves the time of a suggestion.
  const timeType = isPostgres ? 'timestamptz(3)' : 'datetime';
  await knex.raw(`
    create table reviewers_expertise (
      repository_id integer not null
        references reviewers_repositories (id) on delete cascade,
      path varchar(1000) not null,
      person varchar(400) not null,
      reviews_slow double precision not null,
      reviews_fast double precision not null,
      changes_slow double precision not null,
      changes_fast double precision not null,
      review_count integer not null,
      change_count integer not null,
      last_reviewed_at ${timeType},
      last_changed_at ${timeType},
      primary key (repository_id, path, person)
    ) ${isPostgres ? '' : 'without rowid'}
  `);

  await knex.schema.createTable('reviewers_pairs', table => {
    table.comment('Decayed sums of who reviewed whose changes');
    repository(table);
    table.string('author', 400).notNullable();
    table.string('reviewer', 400).notNullable();
    table.double('reviews_slow').notNullable();
    table.double('reviews_fast').notNullable();
    table.integer('review_count').notNullable();
    table.primary(['repository_id', 'author', 'reviewer']);
  });

  await knex.schema.createTable('reviewers_roster', table => {
    table.comment('What people and the owners of services agree on');
    table.string('entity_ref', 767).notNullable();
    table.string('user_ref', 767).notNullable().index();
    table.text('agreed').comment('JSON: terms');
    table.text('proposed').comment('JSON: terms, and who put them forward');
    table.string('proposed_by', 767).comment('User ref');
    table.string('sponsor', 767);
    time(table, 'agreed_at');
    time(table, 'left_at');
    time(table, 'emeritus_since').comment('Since they were active before');
    time(table, 'changed_at').notNullable();
    table.primary(['entity_ref', 'user_ref']);
  });

  await knex.schema.createTable('reviewers_availability', table => {
    table.comment('When people can review, in their own words');
    table.string('user_ref', 767).primary();
    table.text('availability').notNullable().comment('JSON');
    time(table, 'changed_at').notNullable();
  });

  await knex.schema.createTable('reviewers_requests', table => {
    table.comment('Requests for reviews');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable().index();
    table.string('requested_by', 767).notNullable();
    time(table, 'requested_at').notNullable();
    table.text('paths').notNullable().comment('JSON');
    table.text('change_url');
    table
      .string('author', 767)
      .notNullable()
      .comment('Who wrote the change: user ref or person key');
    table.text('note');
    table.string('status', 10).notNullable();
    table.string('reviewer', 767).comment('Who is asked or has accepted');
    time(table, 'answer_due_at').comment('While pending');
    time(table, 'closed_at');
    table.string('idempotency_key', 100).notNullable();
    table.unique(['requested_by', 'idempotency_key']);
    table.index(['status', 'answer_due_at']);
    table.index(['reviewer', 'status']);
  });

  await knex.schema.createTable('reviewers_request_turns', table => {
    table.comment('Whom a request was put to, one after the other');
    table
      .uuid('request_id')
      .notNullable()
      .references('id')
      .inTable('reviewers_requests')
      .onDelete('CASCADE');
    table.integer('turn').notNullable();
    table.string('reviewer', 767).notNullable();
    time(table, 'asked_at').notNullable();
    table.string('outcome', 10).notNullable();
    time(table, 'answered_at');
    table.primary(['request_id', 'turn']);
  });

  await knex.schema.createTable('reviewers_nudges', table => {
    table.comment('When somebody was last reminded of a change');
    table
      .bigInteger('change')
      .primary()
      .references('id')
      .inTable('reviewers_changes')
      .onDelete('CASCADE');
    table.string('nudged_by', 767).notNullable();
    time(table, 'nudged_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'reviewers_nudges',
    'reviewers_request_turns',
    'reviewers_requests',
    'reviewers_availability',
    'reviewers_roster',
    'reviewers_pairs',
    'reviewers_expertise',
    'reviewers_reviews',
    'reviewers_changes',
    'reviewers_repositories',
  ]) {
    await knex.schema.dropTable(table);
  }
};
