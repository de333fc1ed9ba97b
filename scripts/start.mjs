// npm start: the demo on http://localhost:3000, its backend on port 7007.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  installDependencies,
  prepareToolchain,
  root,
  say,
} from './toolchain.mjs';

const toolchain = prepareToolchain();
installDependencies(toolchain);
mkdirSync(join(root, '.data'), { recursive: true });

say(
  'Starting the demo; it opens on http://localhost:3000 in a minute or two. Ctrl+C ends it.',
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
