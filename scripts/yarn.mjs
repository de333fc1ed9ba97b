// npm run yarn -- <parameters>: Yarn with Node 22, also on a machine that has
// neither.

import { prepareToolchain, run } from './toolchain.mjs';

const { env, yarn } = prepareToolchain();
process.exitCode = run([...yarn, ...process.argv.slice(2)], env);
