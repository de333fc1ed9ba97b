const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

export const postgresUrl = process.env[variable];

if (!postgresUrl) {
  // eslint-disable-next-line no-console
  console.warn(
    `Skipping several backends: set ${variable}, or run "yarn test"`,
  );
}

/** Describes what needs PostgreSQL, and is skipped where there is none. */
export const describeOnPostgres = postgresUrl ? describe : describe.skip;
