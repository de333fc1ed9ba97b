/**
 * Notices of the room `updates`: what teams tell the users of their services.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('updates_notices', table => {
    table.comment('What teams tell the users of their services; drafts, too');
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable();
    table.string('kind', 20).notNullable();
    table.string('impact', 10).notNullable();
    table.string('status', 20).notNullable();
    table.string('title', 200).notNullable();
    table.text('content').notNullable().comment('The rest of it, as JSON');
    time(table, 'from_at');
    time(table, 'until_at');
    time(table, 'detected_at').notNullable();
    time(table, 'published_at').comment('Never of a draft');
    table.boolean('told_afterwards').notNullable();
    time(table, 'next_update_due_at');
    time(table, 'ended_at');
    table.uuid('merged_into');
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    table.string('idempotency_key', 120).notNullable();
    table.integer('version').notNullable().comment('Grows with each change');
    table
      .integer('reached_version')
      .notNullable()
      .comment('The version that its users were last told of');
    time(table, 'reached_at').comment(
      'When it was last looked whom it reaches',
    );
    time(table, 'promise_told_for').comment(
      'The promised update of which its team was reminded',
    );
    time(table, 'reminded_at').comment(
      'When those who have not answered were last reminded',
    );
    table.unique(['created_by', 'idempotency_key']);
    table.index(['entity_ref', 'published_at']);
    table.index(['entity_ref', 'ended_at']);
    table.index(['ended_at']);
    table.index(['status']);
  });

  const ofNotice = table =>
    table
      .uuid('notice_id')
      .notNullable()
      .references('id')
      .inTable('updates_notices')
      .onDelete('CASCADE');

  await knex.schema.createTable('updates_notice_updates', table => {
    table.comment('What was said of a notice since, never changed');
    table.uuid('id').primary();
    ofNotice(table);
    table.integer('ordinal').notNullable();
    table.string('status', 20).notNullable();
    table.string('impact', 10).notNullable();
    table.text('text').notNullable();
    table.text('link');
    table.boolean('is_final');
    table.uuid('corrects');
    time(table, 'next_update_due_at');
    table.string('created_by', 767).comment('Nobody where time did');
    time(table, 'created_at').notNullable();
    table.string('idempotency_key', 100).notNullable();
    table.unique(['created_by', 'idempotency_key']);
    table.unique(['notice_id', 'ordinal']);
  });

  await knex.schema.createTable('updates_notice_reach', table => {
    table.comment('Which entities a notice reaches');
    ofNotice(table);
    table.string('entity_ref', 767).notNullable();
    table.text('path').notNullable().comment('The shortest way to it, as JSON');
    table
      .text('parents')
      .notNullable()
      .comment('What it uses of these, as JSON');
    table
      .boolean('is_spared')
      .notNullable()
      .comment('Whether only what is not affected leads to it');
    table
      .integer('told_version')
      .notNullable()
      .comment('The version that its owners were last told of; 0 for none');
    table.primary(['notice_id', 'entity_ref']);
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('updates_notice_owners', table => {
    table.comment('Who owns the entities that a notice reaches');
    ofNotice(table);
    table.string('entity_ref', 767).notNullable();
    table.string('owner', 767).notNullable();
    table.primary(['notice_id', 'entity_ref', 'owner']);
    table.index(['owner']);
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('updates_notice_answers', table => {
    table.comment('What owners say of their entities');
    ofNotice(table);
    table.string('entity_ref', 767).notNullable();
    table.string('answer', 20).notNullable();
    table.text('note');
    table.string('answered_by', 767).notNullable();
    time(table, 'answered_at').notNullable();
    table.primary(['notice_id', 'entity_ref']);
    table.index(['entity_ref']);
  });

  await knex.schema.createTable('updates_discarded_notices', table => {
    table.comment('Drafts that were thrown away, so that none comes back');
    table.uuid('id').primary();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'updates_discarded_notices',
    'updates_notice_answers',
    'updates_notice_owners',
    'updates_notice_reach',
    'updates_notice_updates',
    'updates_notices',
  ]) {
    await knex.schema.dropTable(table);
  }
};
