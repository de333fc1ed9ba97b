/**
 * Knows accounts by what their forges keep calling them, so that who has another login
 * keeps what they did under the old one.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('reviewers_accounts', table => {
    table.comment('Logins, and the accounts that had them when they were read');
    table.string('person', 400).notNullable().comment('A person key');
    table
      .string('account', 400)
      .notNullable()
      .comment('Host and id, which a forge may have several of');
    table.primary(['person', 'account']);
    table.index(['account']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reviewers_accounts');
};
