/** Columns of which PostgreSQL must keep no samples, by table. */
const withoutSamples = {
  satisfaction_rounds: ['secret'],
  satisfaction_answers: ['link', 'ratings', 'comment', 'past'],
  satisfaction_tallies: ['past'],
};

async function setSamples(knex, target) {
  if (knex.client.config.client !== 'pg') return;
  for (const [table, columns] of Object.entries(withoutSamples)) {
    for (const column of columns) {
      await knex.raw(
        `alter table ?? alter column ?? set statistics ${target}`,
        [table, column],
      );
    }
  }
}

/**
 * What is deleted stays in the files of PostgreSQL until tables are rewritten, and
 * samples of it in its statistics.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('rewrites_due', table => {
    table.comment('Tables out of whose files something has yet to go');
    table.string('table_name', 63).primary();
    table
      .integer('times')
      .notNullable()
      .comment('How often something was destroyed since the last rewriting');
  });
  await setSamples(knex, 0);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await setSamples(knex, -1);
  await knex.schema.dropTable('rewrites_due');
};
