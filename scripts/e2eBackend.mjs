// The demo's backend for the end-to-end tests: the built app on one port, and
// a database that is gone with the process.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

const baseUrl = `http://localhost:${process.env.E2E_PORT}`;
const directory = mkdtempSync(join(tmpdir(), 'platform-product-e2e-'));
const config = join(directory, 'app-config.yaml');
writeFileSync(
  config,
  JSON.stringify({
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { port: Number(process.env.E2E_PORT) },
      database: {
        client: 'better-sqlite3',
        connection: { directory: join(directory, 'data') },
      },
    },
    platformProduct: {
      maturity: {
        sweep: {
          frequency: 'PT20S',
          timeout: 'PT10M',
          initialDelay: 'PT5S',
        },
      },
      reviewers: {
        sync: { frequency: 'PT10S', timeout: 'PT5M', initialDelay: 'PT5S' },
      },
    },
  }),
);

const child = spawn(
  process.execPath,
  [
    join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
    'package',
    'start',
    '--config',
    join(root, 'app-config.yaml'),
    '--config',
    config,
  ],
  { cwd: join(root, 'packages/backend'), stdio: 'inherit' },
);
const end = signal => {
  child.kill(signal);
};
process.on('SIGINT', () => end('SIGINT'));
process.on('SIGTERM', () => end('SIGTERM'));
child.on('exit', code => {
  rmSync(directory, { recursive: true, force: true });
  process.exit(code ?? 0);
});
