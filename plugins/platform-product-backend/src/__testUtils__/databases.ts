import { TestDatabases } from '@backstage/backend-test-utils';

/** The databases that every store is tested on. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

const hasPostgres = databases.supports('POSTGRES_18');
if (!hasPostgres) {
  // eslint-disable-next-line no-console
  console.warn(
    'Skipping PostgreSQL: set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING, or run the tests with "yarn test"',
  );
}
