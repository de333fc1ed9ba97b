// What is mutated, in parts that are counted by themselves, and by which tests.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../toolchain.mjs';

/** The lowest score that passes, in percent. */
const wanted = { common: 85, backend: 75 };

const folderOf = name => join(root, 'plugins', `platform-product-${name}`);

/** Paths of all files of a package, within its `src`. */
function listFiles(name) {
  const source = join(folderOf(name), 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts') && !path.includes('__testUtils__/'));
}

const isTest = path => path.endsWith('.test.ts');
const isSource = path => !isTest(path) && basename(path) !== 'index.ts';

/**
 * Tests that start a whole backend take seconds each, and prove other things; so
 * do those of what hostile files cost.
 */
function isUnitTest(name, path) {
  const text = readFileSync(join(folderOf(name), 'src', path), 'utf8');
  return (
    !path.endsWith('Limits.test.ts') && !/startTest(Plugin|Backend)/.test(text)
  );
}

/** Each folder, and the files beside them. All tests of the package are asked. */
function listCommonParts() {
  const files = listFiles('common');
  const folderIn = path => (path.includes('/') ? path.split('/')[0] : 'itself');
  const parts = new Set(files.filter(isSource).map(folderIn));
  return [...parts].map(part => ({
    part,
    sources: files.filter(path => isSource(path) && folderIn(path) === part),
    tests: files.filter(isTest),
  }));
}

const isOfServices = path =>
  ['catalog', 'services'].includes(dirname(path)) ||
  basename(path) === 'serviceRows.ts';

/** A file with a small first letter holds functions, not services or stores. */
const isRule = path =>
  /^[a-z]/.test(basename(path)) &&
  !/^(access|catalog|database|operations|portfolio|services)\//.test(path) &&
  path.includes('/') &&
  !/(^create\w+Room|^eraseFrom\w+|Rows|^operations)\.ts$/.test(basename(path));

const backendParts = {
  access: path => ['access', 'operations'].includes(dirname(path)),
  portfolio: path => dirname(path) === 'portfolio',
  services: isOfServices,
  rules: isRule,
};

/** Only the test that is named after a file is asked, since all take minutes. */
function listBackendParts() {
  const files = listFiles('backend');
  return Object.entries(backendParts).map(([part, isPart]) => {
    const sources = files.filter(path => isSource(path) && isPart(path));
    const named = sources.map(path => path.replace(/\.ts$/, '.test.ts'));
    return { part, sources, tests: named.filter(path => files.includes(path)) };
  });
}

/** All parts, with the package that each is in and its unit tests. */
export function listParts() {
  const parts = { common: listCommonParts(), backend: listBackendParts() };
  return Object.entries(parts).flatMap(([name, partsOf]) =>
    partsOf.map(({ part, sources, tests }) => ({
      id: `${name}/${part}`,
      packageName: name,
      folder: folderOf(name),
      mutate: sources.map(path => `src/${path}`),
      tests: tests.filter(path => isUnitTest(name, path)),
      wanted: wanted[name],
    })),
  );
}
