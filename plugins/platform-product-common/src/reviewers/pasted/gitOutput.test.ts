import { execFileSync } from 'child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { readChangedPaths } from '../changedPaths';

/** A repository with whatever Git has a way of its own to print. */
let folder: string;

const git = (...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], {
    env: {
      ...process.env,
      // Whatever the person who runs the test has configured.
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      LC_ALL: 'C',
    },
  }).toString();

function write(path: string, content: string | Buffer) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index}\n`).join('');

const long =
  'very/long/folder/names/that/go/on/and/on/file-with-a-long-name.component.ts';
const binary = (last: number) => Buffer.from([0, 1, 2, last]);

const changed = [
  'a b.md',
  'back\\slash',
  'docs/Ünï.md',
  'empty',
  'img.png',
  'query.sql',
  'run.sh',
  'src/new/a.ts',
  'src/old/a.ts',
  'tab\there',
  long,
].sort();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasted-'));
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'mia@example.com');
  git('config', 'user.name', 'Mia');
  write('src/old/a.ts', lines(30));
  write('docs/Ünï.md', lines(20));
  write('img.png', binary(1));
  write('a b.md', lines(5));
  write('query.sql', '-- a/x\nselect 1;\n');
  write(long, lines(9));
  write('tab\there', lines(3));
  write('back\\slash', lines(4));
  write('run.sh', '');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  mkdirSync(join(folder, 'src/new'));
  git('mv', 'src/old/a.ts', 'src/new/a.ts');
  write('docs/Ünï.md', lines(21));
  write('img.png', binary(2));
  write('a b.md', lines(6));
  write('query.sql', 'select 1;\n');
  write(long, lines(10));
  write('tab\there', lines(4));
  write('back\\slash', lines(5));
  chmodSync(join(folder, 'run.sh'), 0o755);
  write('empty', '');
  git('add', 'empty');
  write('new file', 'a');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string) => {
  const { paths, unread } = readChangedPaths(text);
  return { paths: [...paths].sort(), unread };
};

describe.each([
  ['as it comes', []],
  ['diff.mnemonicPrefix', ['-c', 'diff.mnemonicPrefix=true']],
  ['diff.noprefix', ['-c', 'diff.noprefix=true']],
  ['core.quotePath off', ['-c', 'core.quotePath=false']],
  ['color.ui', ['-c', 'color.ui=always']],
  ['no hints', ['-c', 'advice.statusHints=false']],
])('the output of Git, %s', (_, settings) => {
  it.each([
    ['diff HEAD'],
    ['diff --src-prefix=old/ --dst-prefix=new/ HEAD'],
    ['diff --stat=200 HEAD'],
    ['diff --stat=200 --compact-summary HEAD'],
    ['diff --patch-with-stat HEAD'],
    ['diff --numstat HEAD'],
    ['diff --name-status HEAD'],
    ['diff --raw HEAD'],
    ['diff --no-renames HEAD'],
    ['diff --no-renames --name-only HEAD'],
    ['diff --binary HEAD'],
    ['diff --word-diff HEAD'],
    ['diff -U0 HEAD'],
    ['diff -R HEAD'],
    ['status'],
    ['status --short'],
    ['status --short --branch'],
    ['status --porcelain=v2 --branch'],
    ['status -vv'],
  ])('%s', command => {
    const text = git(...settings, ...command.split(' '));
    const isUntracked = /^status (?!-vv)|^status$/.test(command);
    const expected = {
      paths: isUntracked ? [...changed, 'new file'].sort() : changed,
      unread: [],
    };
    const { paths, unread } = read(text);
    expect({
      paths:
        command === 'status -vv' ? paths.filter(p => p !== 'new file') : paths,
      unread,
    }).toEqual(expected);
    // And as it arrives by the ways that texts take.
    if (command === 'status -vv') return;
    expect(read(text.trim())).toEqual(expected);
    expect(read(text.replace(/^/gm, '> '))).toEqual(expected);
    expect(read(text.replace(/\n/g, '\r\n'))).toEqual(expected);
    expect(read(`Hi,\n\nwhom do I ask?\n\n${text}`).paths).toEqual(
      expected.paths,
    );
  });
});

it('says which names a stat has shortened', () => {
  const { paths, unread } = read(git('diff', '--stat', 'HEAD'));
  expect(paths).toEqual(changed.filter(path => path !== long));
  expect(unread).toEqual([
    {
      text: '.../that/go/on/and/on/file-with-a-long-name.component.ts',
      reason: 'shortened',
    },
  ]);
  expect(read(git('diff', '--stat=40', 'HEAD')).unread).toEqual(
    expect.arrayContaining([
      { text: expect.stringMatching(/^\.{3}[^/]/), reason: 'shortened' },
    ]),
  );
});

it('needs no word of a shortened name that stands there in full', () => {
  expect(read(git('diff', '--stat=60', '--patch', 'HEAD'))).toEqual({
    paths: changed,
    unread: [],
  });
});

it('takes no path that is told from a folder within', () => {
  const options = ['-C', 'docs', 'status'];
  const entries = (text: string) => read(text);
  for (const command of [options, [...options, '--short']]) {
    const { paths, unread } = entries(git(...command));
    expect(paths).toEqual([]);
    expect(new Set(unread.map(({ reason }) => reason))).toEqual(
      new Set(['relative']),
    );
  }
  expect(
    read(git('-c', 'status.relativePaths=false', ...options)).paths,
  ).toEqual([...changed, 'new file'].sort());
});
