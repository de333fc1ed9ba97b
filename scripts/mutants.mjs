// npm run mutants: puts small faults into the rules, one at a time, and counts
// those that no unit test notices. "npm run mutants -- common/maturity
// backend/access" takes some parts alone; docs/testing.md says what stays.

import { join } from 'node:path';
import { prepareToolchain, root, run } from './toolchain.mjs';

const { env } = prepareToolchain();
// SQLite alone: what is counted here is rules, not databases.
delete env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

process.exitCode = run(
  ['node', join(root, 'scripts/mutants/run.mjs'), ...process.argv.slice(2)],
  { ...env, CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1', NODE_ENV: 'test' },
);
