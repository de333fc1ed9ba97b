// npm run yarn -- <parameters>: Yarn, on a machine that has none.

import { prepareToolchain, run } from './toolchain.mjs';

const { env, yarn } = prepareToolchain();
process.exitCode = run([...yarn, ...process.argv.slice(2)], env);
