const columns = `
  repository_id, path, person, reviews_slow, reviews_fast, changes_slow,
  changes_fast, review_count, change_count, last_reviewed_at, last_changed_at
`;

/** SQLite only: PostgreSQL has no such choice. */
async function keepByKey(knex, isClustered) {
  if (knex.client.config.client === 'pg') return;
  await knex.raw(`
    create table reviewers_expertise_anew (
      repository_id integer not null
        references reviewers_repositories (id) on delete cascade,
      path varchar(1000) not null,
      person varchar(400) not null,
      reviews_slow double not null,
      reviews_fast double not null,
      changes_slow double not null,
      changes_fast double not null,
      review_count integer not null,
      change_count integer not null,
      last_reviewed_at datetime,
      last_changed_at datetime,
      primary key (repository_id, path, person)
    ) ${isClustered ? 'without rowid' : ''}
  `);
  await knex.raw(`
    insert into reviewers_expertise_anew (${columns})
    select ${columns} from reviewers_expertise
  `);
  await knex.raw('drop table reviewers_expertise');
  await knex.raw(
    'alter table reviewers_expertise_anew rename to reviewers_expertise',
  );
}

/**
 * Tells states of the expertise apart, so that it can be remembered, and keeps
 * what is known of a path in one place, which halves the time of a suggestion.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('reviewers_repositories', table => {
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows whenever the expertise does');
  });
  await keepByKey(knex, true);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await keepByKey(knex, false);
  await knex.raw('alter table reviewers_repositories drop column revision');
};
