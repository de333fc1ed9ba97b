// yarn bench: what sweeps and pages take on 10,000 services, beside what the
// catalog takes on the same backend. "yarn bench sqlite" runs on SQLite alone,
// "yarn bench postgres" on PostgreSQL.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { prepareToolchain, root } from './toolchain.mjs';

const wanted = process.argv.slice(2);
const { env } = prepareToolchain();
const postgres =
  !wanted.length || wanted.includes('postgres')
    ? await startPostgres()
    : undefined;

const child = spawn(
  'node',
  [
    '--require',
    '@backstage/cli-node/config/nodeTransform.cjs',
    'src/bench/run.ts',
    ...wanted,
  ],
  {
    cwd: join(root, 'packages/backend'),
    env: { ...env, BENCH_POSTGRES: postgres?.connectionString },
    stdio: 'inherit',
  },
);
child.on('exit', async code => {
  await postgres?.stop();
  process.exit(code ?? 1);
});
