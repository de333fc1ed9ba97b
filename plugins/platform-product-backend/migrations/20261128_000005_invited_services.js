/**
 * Which services have asked their users in a round, whoever of these was asked lately.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('satisfaction_invited', table => {
    table.comment('Which services have asked their users; never whom');
    table.string('entity_ref', 767).notNullable();
    table.string('round_id', 60).notNullable();
    table
      .timestamp('invited_on', { useTz: true, precision: 3 })
      .notNullable()
      .comment('No finer than the day');
    table.primary(['entity_ref', 'round_id']);
    table.index(['invited_on']);
  });
  await knex.raw(
    `insert into satisfaction_invited (entity_ref, round_id, invited_on)
     select entity_ref, round_id, min(contacted_on) from satisfaction_contacts
     where is_invited = ? group by entity_ref, round_id`,
    [true],
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('satisfaction_invited');
};
