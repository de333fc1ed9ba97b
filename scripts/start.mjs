// npm start: the demo on http://localhost:3000, its backend on port 7007.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  giveUp,
  installDependencies,
  prepareToolchain,
  root,
  say,
} from './toolchain.mjs';

/** The app, its backend, and the made-up repositories. */
const ports = [3000, 7007, 7008];

const isFree = port =>
  new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

for (const port of ports) {
  if (await isFree(port)) continue;
  giveUp(
    `Port ${port} is taken by another program.`,
    'Perhaps the demo runs already. End what uses the port, and try again.',
  );
}

const toolchain = prepareToolchain();
installDependencies(toolchain);
mkdirSync(join(root, '.data'), { recursive: true });

say(
  'Starting the demo: open http://localhost:3000 in a minute or two. Ctrl+C ends it.',
);
const [command, ...parameters] = toolchain.yarn;
const child = spawn(
  command,
  [...parameters, 'backstage-cli', 'repo', 'start', ...process.argv.slice(2)],
  { cwd: root, env: toolchain.env, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', code => process.exit(code ?? 0));
