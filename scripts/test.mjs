// npm test: every check there is, or those that are named. The last line is the
// sum of all of them.
//
// A check without tests of its own, such as the type check, counts as one. Jest
// runs in a time zone that is neither UTC nor whole hours away from it, and has
// summer time; TZ names another.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import {
  installDependencies,
  prepareToolchain,
  root,
  say,
} from './toolchain.mjs';

const postgresVariable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const sum = { passed: 0, failed: 0, skipped: 0 };
const timeZone = process.env.TZ ?? 'America/St_Johns';

/** Whatever ends the run, its last line is the sum; an early end is a failure. */
function tellSum() {
  process.off('exit', tellEarlyEnd);
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
}
function tellEarlyEnd() {
  sum.failed += 1;
  process.exitCode = 1;
  tellSum();
}
process.on('exit', tellEarlyEnd);

const checks = {
  types: () => check('Type check', yarn('tsc', '--incremental', 'false')),
  lint: () =>
    check('Lint', yarn('backstage-cli', 'repo', 'lint', '--max-warnings', '0')),
  format: () => check('Formatting', yarn('prettier', '--check', '.')),
  'api-reports': () => check('API reports', yarn('api-reports', '--ci')),
  jest: runJest,
  e2e: runEndToEnd,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !Object.hasOwn(checks, name));
if (unknown.length) {
  process.stderr.write(
    `✖ There is no check ${unknown.join(', ')}; there are ${Object.keys(
      checks,
    ).join(', ')}\n`,
  );
  process.exit(1);
}

const reports = mkdtempSync(join(tmpdir(), 'platform-product-test-'));
const toolchain = prepareToolchain();
installDependencies(toolchain);
const env = { ...toolchain.env, CI: '1', BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
const yarn = (...parameters) => [...toolchain.yarn, ...parameters];

function add(title, { passed, failed, skipped = 0 }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  process.stdout.write(
    `${failed ? '✖' : '✔'} ${title}: ${passed} passed, ${failed} failed${
      skipped ? `, ${skipped} skipped` : ''
    }\n`,
  );
}

/** Runs a command without blocking, so that an own PostgreSQL lives on. */
function execute([command, ...parameters], extraEnv = {}) {
  return new Promise(resolve => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...env, ...extraEnv },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('exit', code => resolve(code ?? 1));
  });
}

async function check(title, command) {
  say(title);
  const code = await execute(command);
  add(title, { passed: code ? 0 : 1, failed: code ? 1 : 0 });
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Says what jest has skipped, by its outermost description. */
function tellSkipped({ testResults }) {
  const skipped = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending')
    .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title);
  for (const title of new Set(skipped)) {
    const count = skipped.filter(other => other === title).length;
    process.stdout.write(`Skipped ${count}: ${title}\n`);
  }
}

/** A runner that ended badly without saying so counts as one failure. */
function fromCounts(code, counts) {
  if (!counts) return { passed: 0, failed: 1 };
  return { ...counts, failed: counts.failed || (code ? 1 : 0) };
}

async function runJest() {
  const title = 'Unit and integration tests';
  say(title);
  let postgres;
  let connectionString = process.env[postgresVariable];
  if (!connectionString) {
    try {
      postgres = await startPostgres();
      connectionString = postgres.connectionString;
    } catch (error) {
      process.stderr.write(`✖ PostgreSQL did not start: ${error.message}\n`);
      add('PostgreSQL', { passed: 0, failed: 1 });
    }
  }
  const report = join(reports, 'jest.json');
  const code = await execute(
    yarn(
      'backstage-cli',
      'repo',
      'test',
      '--watch=false',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
    ),
    {
      TZ: timeZone,
      ...(connectionString && { [postgresVariable]: connectionString }),
    },
  );
  await postgres?.stop();
  const result = readReport(report);
  if (result) tellSkipped(result);
  add(
    title,
    fromCounts(
      code,
      result && {
        passed: result.numPassedTests,
        failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
        skipped: result.numPendingTests,
      },
    ),
  );
}

function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return candidates.find(path => path && existsSync(path));
}

async function runEndToEnd() {
  const title = 'End-to-end tests';
  say(title);
  const chromium = findChromium();
  if (!chromium) {
    process.stdout.write(
      'Skipped, for want of Chromium. On Debian and Ubuntu, "apt-get install chromium" installs it; elsewhere set CHROMIUM_PATH.\n',
    );
    add(title, { passed: 0, failed: 0, skipped: 1 });
    return;
  }
  const built = await execute(yarn('workspace', 'app', 'build'));
  if (built !== 0) {
    add('Build of the app', { passed: 0, failed: 1 });
    return;
  }
  const report = join(reports, 'playwright.json');
  const code = await execute(
    yarn('playwright', 'test', '--reporter=list,json'),
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  const stats = readReport(report)?.stats;
  add(
    title,
    fromCounts(
      code,
      stats && {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      },
    ),
  );
}

for (const [name, run] of Object.entries(checks)) {
  if (!wanted.length || wanted.includes(name)) await run();
}
rmSync(reports, { recursive: true, force: true });

if (sum.skipped) {
  process.stdout.write(`\n(${sum.skipped} skipped; the lines above say why)\n`);
}
tellSum();
process.exitCode = sum.failed ? 1 : 0;
