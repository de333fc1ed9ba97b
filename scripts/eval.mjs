// npm run eval:guides -- <folder> and eval:reviewers -- <history>: how well the
// rules do on labelled guides and on real review histories. "--json" for figures
// that a program reads.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareToolchain, root } from './toolchain.mjs';

const [subject, ...rest] = process.argv.slice(2);
const { env } = prepareToolchain();
const child = spawn(
  'node',
  [
    '--require',
    '@backstage/cli-node/config/nodeTransform.cjs',
    `src/${subject}.ts`,
    // Paths are those of whoever types them.
    ...rest.map(text =>
      existsSync(resolve(env.INIT_CWD ?? '', text))
        ? resolve(env.INIT_CWD ?? '', text)
        : text,
    ),
  ],
  { cwd: join(root, 'packages/evaluation'), env, stdio: 'inherit' },
);
child.on('exit', code => process.exit(code ?? 1));
