/**
 * Tables of the room `maturity`. Times are UTC; JSON is kept as text, so that
 * both databases hold and return the same.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('maturity_ladders', table => {
    table.comment('Every version of the ladder that was ever in use');
    table.string('version', 64).primary();
    table.text('ladder', 'longtext').notNullable();
  });

  await knex.schema.createTable('maturity_ladder_activations', table => {
    table.comment('When which version of the ladder came into use');
    table.increments('id');
    table
      .string('version', 64)
      .notNullable()
      .references('version')
      .inTable('maturity_ladders');
    time(table, 'activated_at').notNullable();
  });

  await knex.schema.createTable('maturity_services', table => {
    table.comment('The newest assessment of every service');
    table.string('entity_ref', 767).primary();
    table.integer('version').notNullable().comment('Grows with every write');
    table.integer('level').notNullable();
    table.integer('level_without_waivers').notNullable();
    table.integer('measured_level').notNullable();
    table.integer('declared_level');
    time(table, 'at_risk_until');
    table.text('at_risk').comment('JSON');
    table.text('held_back_by').notNullable().comment('JSON: criterion ids');
    table.text('states').notNullable().comment('JSON: state per criterion id');
    table.text('failed_collectors').notNullable().comment('JSON');
    table.string('ladder_version', 64).notNullable();
    table.string('channel', 36).notNullable().comment('Signal channel');
    time(table, 'level_since').notNullable();
  });

  await knex.schema.createTable('maturity_evidence', table => {
    table.comment('Append-only by change: a new row when the finding changes');
    table.bigIncrements('id');
    table.string('entity_ref', 767).notNullable();
    table.string('criterion_id').notNullable();
    table.string('source').notNullable();
    table.string('result', 20).notNullable();
    table.text('summary');
    table.text('link');
    time(table, 'valid_until');
    time(table, 'first_seen_at').notNullable();
    time(table, 'last_seen_at').notNullable();
    time(table, 'superseded_at').comment('Null on the newest row');
    table.index(['entity_ref', 'superseded_at']);
  });
  await knex.raw(
    `create unique index maturity_evidence_newest
     on maturity_evidence (entity_ref, criterion_id, source)
     where superseded_at is null`,
  );

  await knex.schema.createTable('maturity_history', table => {
    table.comment('Level changes with what caused them');
    table.bigIncrements('id');
    table.string('entity_ref', 767).notNullable();
    time(table, 'at').notNullable();
    table.integer('from_level').notNullable();
    table.integer('to_level').notNullable();
    table.integer('level_without_waivers').notNullable();
    table.integer('measured_level').notNullable();
    table.text('at_risk').comment('JSON');
    table.string('reason', 20).notNullable();
    table.text('causes').notNullable().comment('JSON');
    table.string('ladder_version', 64).notNullable();
    table.index(['entity_ref', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('maturity_attestations', table => {
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable().index();
    table.string('criterion_id').notNullable();
    table.text('statement').notNullable();
    table.text('link');
    table.string('created_by', 767).notNullable();
    time(table, 'created_at').notNullable();
    time(table, 'expires_at').notNullable();
    table.string('withdrawn_by', 767);
    time(table, 'withdrawn_at');
    table.string('idempotency_key', 100).notNullable();
    table.unique(['created_by', 'idempotency_key']);
  });

  await knex.schema.createTable('maturity_waivers', table => {
    table.uuid('id').primary();
    table.string('entity_ref', 767).notNullable().index();
    table.string('criterion_id').notNullable();
    table.text('reason').notNullable();
    table.string('requested_by', 767).notNullable();
    time(table, 'requested_at').notNullable();
    time(table, 'expires_at').notNullable();
    table.string('decision', 10);
    table.string('decided_by', 767);
    time(table, 'decided_at');
    table.text('note');
    table.string('revoked_by', 767);
    time(table, 'revoked_at');
    time(table, 'end_told_at').comment('When its team heard that it ends');
    table.string('idempotency_key', 100).notNullable();
    table.unique(['requested_by', 'idempotency_key']);
    table.index(['decision', 'expires_at']);
  });

  await knex.schema.createTable('maturity_imports', table => {
    table.comment('Which import has brought in the records of which service');
    table.string('import_id').notNullable();
    table.string('entity_ref', 767).notNullable();
    time(table, 'imported_at').notNullable();
    table.primary(['import_id', 'entity_ref']);
  });

  await knex.schema.createTable('maturity_sweeps', table => {
    table.comment('How far the newest sweep over the catalog has come');
    table.string('id', 20).primary();
    time(table, 'started_at').notNullable();
    time(table, 'finished_at');
    table.text('cursor', 'longtext');
    table.integer('pages').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'maturity_sweeps',
    'maturity_imports',
    'maturity_waivers',
    'maturity_attestations',
    'maturity_history',
    'maturity_evidence',
    'maturity_services',
    'maturity_ladder_activations',
    'maturity_ladders',
  ]) {
    await knex.schema.dropTable(table);
  }
};
