// What is mutated, in parts that are counted by themselves.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../toolchain.mjs';

const neverMutated = [
  '!src/**/*.test.ts',
  '!src/**/index.ts',
  '!src/**/__testUtils__/**',
];

/** The lowest score that passes, in percent. */
const wanted = { common: 85, backend: 75 };

const folderOf = name => join(root, 'plugins', `platform-product-${name}`);

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/'),
  );
}

/**
 * Tests that start a whole backend take seconds each, and prove other things; so
 * do those of what hostile files cost.
 */
function listUnitTests(name) {
  const source = join(folderOf(name), 'src');
  return listFiles(source)
    .filter(
      path => path.endsWith('.test.ts') && !path.endsWith('Limits.test.ts'),
    )
    .filter(
      path =>
        !/startTest(Plugin|Backend)/.test(
          readFileSync(join(source, path), 'utf8'),
        ),
    );
}

/** Every folder of the common package, and the files beside them. */
function commonParts() {
  const source = join(folderOf('common'), 'src');
  const rooms = readdirSync(source, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  return [
    ...rooms.map(room => ({ part: room, mutate: [`src/${room}/**/*.ts`] })),
    { part: 'itself', mutate: ['src/*.ts'] },
  ];
}

const backendParts = [
  { part: 'access', mutate: ['src/access/*.ts'] },
  { part: 'portfolio', mutate: ['src/portfolio/*.ts'] },
  {
    part: 'services',
    mutate: [
      'src/catalog/*.ts',
      'src/maturity/DatabaseServiceListStore.ts',
      'src/maturity/serviceRows.ts',
    ],
  },
  {
    // A file with a small first letter holds functions, not services or stores.
    part: 'rules',
    mutate: [
      'src/**/[a-z]*.ts',
      '!src/*.ts',
      '!src/{access,catalog,database,portfolio}/**',
      '!src/**/*{r,R}outer.ts',
      '!src/**/{create*Room,eraseFrom*,*Rows}.ts',
    ],
  },
];

/** All parts, with the package that each is in and its unit tests. */
export function listParts() {
  const parts = { common: commonParts(), backend: backendParts };
  return Object.entries(parts).flatMap(([name, partsOf]) => {
    const tests = listUnitTests(name);
    return partsOf.map(({ part, mutate }) => ({
      id: `${name}/${part}`,
      packageName: name,
      folder: folderOf(name),
      mutate: [...mutate, ...neverMutated],
      tests,
      wanted: wanted[name],
    }));
  });
}
