// Runs StrykerJS on each part and prints a score a part; see ../mutants.mjs.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../toolchain.mjs';
import { listParts } from './parts.mjs';

const here = join(root, 'scripts/mutants');
const reports = join(root, 'temp/mutants');

function optionsOf({ id, mutate, tests }) {
  const report = join(reports, id.replace('/', '-'));
  return {
    mutate,
    testRunner: 'jest',
    plugins: [
      '@stryker-mutator/jest-runner',
      join(here, 'ignoreDocumentation.mjs'),
    ],
    ignorers: ['documentation'],
    jest: {
      projectType: 'custom',
      configFile: join(here, 'jest.config.cjs'),
      config: { testMatch: tests.map(path => `**/src/${path}`) },
    },
    coverageAnalysis: 'perTest',
    timeoutMS: 20_000,
    reporters: ['json', 'html', 'progress-append-only'],
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
    // Not within the package, whose linter would find what a broken run leaves.
    tempDirName: join(reports, 'sandboxes'),
    ignorePatterns: ['dist', 'dist-types', 'coverage'],
    allowEmpty: true,
    logLevel: 'warn',
    allowConsoleColors: false,
  };
}

/** Stryker's own score: of all that could be noticed, what was, in percent. */
function count(results) {
  const of = (...statuses) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = of('Killed', 'Timeout');
  const unnoticed = of('Survived', 'NoCoverage');
  return { noticed, unnoticed, ignored: of('Ignored') };
}

const scoreOf = ({ noticed, unnoticed }) =>
  noticed + unnoticed ? (100 * noticed) / (noticed + unnoticed) : 100;

function tell(title, counts) {
  process.stdout.write(
    `${title.padEnd(24)} ${scoreOf(counts).toFixed(1).padStart(5)} %  of ${
      counts.noticed + counts.unnoticed
    } (${counts.unnoticed} unnoticed, ${counts.ignored} ignored)\n`,
  );
}

const asked = process.argv.slice(2);
const parts = listParts();
const unknown = asked.filter(id => !parts.some(part => part.id === id));
if (unknown.length) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}; there are ${parts
      .map(({ id }) => id)
      .join(', ')}\n`,
  );
  process.exit(1);
}

mkdirSync(reports, { recursive: true });
const counted = [];
for (const part of parts) {
  if (asked.length && !asked.includes(part.id)) continue;
  process.chdir(part.folder);
  const results = await new Stryker(optionsOf(part)).runMutationTest();
  counted.push({ ...part, ...count(results) });
  tell(part.id, counted.at(-1));
}

process.stdout.write('\n');
for (const name of new Set(counted.map(({ packageName }) => packageName))) {
  const own = counted.filter(({ packageName }) => packageName === name);
  const sum = field => own.reduce((total, part) => total + part[field], 0);
  own.forEach(part => tell(part.id, part));
  const total = {
    noticed: sum('noticed'),
    unnoticed: sum('unnoticed'),
    ignored: sum('ignored'),
  };
  tell(`${name}, all of it`, total);
  if (scoreOf(total) < own[0].wanted) {
    process.stdout.write(`✖ ${name}: ${own[0].wanted} % is wanted\n`);
    process.exitCode = 1;
  }
}
process.stdout.write(`\nThe survivors, by file: temp/mutants/*.html\n`);
