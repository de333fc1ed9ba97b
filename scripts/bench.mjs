// npm run bench: what sweeps and pages take on 10,000 services, beside what the
// catalog takes on the same backend. "npm run bench -- sqlite" runs on
// SQLite alone, "npm run bench -- postgres" on PostgreSQL; "notices" measures these alone.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import {
  giveUp,
  installDependencies,
  prepareToolchain,
  root,
} from './toolchain.mjs';

const wanted = process.argv.slice(2);
const toolchain = prepareToolchain();
installDependencies(toolchain);
const { env } = toolchain;
const postgres =
  !wanted.length || wanted.includes('postgres')
    ? await startPostgres().catch(error =>
        giveUp(
          `PostgreSQL could not be started: ${error.message}.`,
          '"npm run bench -- sqlite" measures without it.',
        ),
      )
    : undefined;

const child = spawn(
  'node',
  [
    '--require',
    '@backstage/cli-node/config/nodeTransform.cjs',
    'src/run.ts',
    ...wanted,
  ],
  {
    cwd: join(root, 'packages/bench'),
    env: { ...env, BENCH_POSTGRES: postgres?.connectionString },
    stdio: 'inherit',
  },
);
child.on('exit', async code => {
  await postgres?.stop();
  process.exit(code ?? 1);
});
