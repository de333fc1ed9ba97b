/**
 * Tables of the ground: what lists of services read. Times are UTC; JSON is kept as
 * text, so that both databases hold and return the same.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const time = (table, name) =>
    table.timestamp(name, { useTz: true, precision: 3 });

  await knex.schema.createTable('services', table => {
    table.comment('Every service that the catalog has, or had lately');
    table.string('entity_ref', 767).primary();
    table.string('title').notNullable();
    table.string('sort_title').notNullable();
    table.string('kind').notNullable();
    table.string('owner', 767);
    table.string('product_manager', 767);
    table.string('system', 767);
    time(table, 'as_of').notNullable().comment('Of its figures');
    time(table, 'seen_at').notNullable().comment('In the catalog');
    time(table, 'gone_at').comment('When the catalog was found without it');
    table.index(['gone_at', 'sort_title', 'entity_ref']);
    table.index(['owner']);
    table.index(['product_manager']);
    table.index(['system']);
  });

  await knex.schema.createTable('service_figures', table => {
    table.comment('What rooms say of services in lists; can be made again');
    table.string('entity_ref', 767).notNullable();
    table.string('figure', 40).notNullable();
    table.double('value').notNullable().comment('To sort and to filter by');
    table.text('content').notNullable().comment('JSON: fields of the item');
    table.primary(['entity_ref', 'figure']);
    table.index(['figure', 'value', 'entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('service_figures');
  await knex.schema.dropTable('services');
};
