import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import fc from 'fast-check';
import { allOwners, ownersOfPath } from './ownersOfPath';
import { Ownership, OwnershipDialect } from './ownership';
import { dialectOfHost, ownershipFilePaths } from './ownershipFilePaths';
import { parseOwnership } from './parseOwnership';

jest.setTimeout(60_000);

const directory = resolve(__dirname, '../../../../../../shared/data/ownership');
const isPresent = existsSync(directory);
if (!isPresent) {
  // eslint-disable-next-line no-console
  console.warn(`Skipping real ownership files: none in ${directory}`);
}

function realFiles(repository: string) {
  return readdirSync(directory)
    .filter(name => name.startsWith(`${repository}--`))
    .map(name => ({
      path: name.slice(repository.length + 2).replace(/~/g, '/'),
      content: readFileSync(join(directory, name), 'utf8'),
    }));
}

function namesOf(ownership: Ownership, path: string) {
  return ownersOfPath(ownership, path).map(
    ({ name, role }) => `${role} ${name}`,
  );
}

(isPresent ? describe : describe.skip)('real ownership files', () => {
  const names = isPresent
    ? readdirSync(directory).filter(name => name.includes('--'))
    : [];
  const repositories = [...new Set(names.map(name => name.split('--')[0]))];

  it.each(repositories)('of %s have owners and no problem', repository => {
    const files = realFiles(repository);
    const isOwners =
      files.some(({ path }) => path.endsWith('OWNERS_ALIASES')) ||
      files.length > 1;
    const ownership = parseOwnership(isOwners ? 'owners' : 'github', files);
    expect(ownership.problems).toEqual([]);
    expect(allOwners(ownership).length).toBeGreaterThan(0);
  });

  it('answer for backstage/backstage', () => {
    const files = realFiles('backstage__backstage');
    const ownership = parseOwnership('github', files);
    expect(namesOf(ownership, '.changeset/a.md')).toEqual([]);
    expect(namesOf(ownership, 'plugins/adr-common/src/index.ts')).toEqual([
      'approver backstage/maintainers',
      'approver backstage/reviewers',
      'approver kuangp',
    ]);
  });

  it('answer for kubevirt/kubevirt, through filters and aliases', () => {
    const files = realFiles('kubevirt__kubevirt');
    const ownership = parseOwnership('owners', files);
    const virtctl = ownersOfPath(ownership, 'cmd/virtctl/main.go');
    expect(virtctl[0]).toMatchObject({
      name: 'Barakmor1',
      role: 'approver',
      alias: 'sig-compute-approvers',
      place: { file: 'cmd/virtctl/OWNERS' },
    });
    expect(namesOf(ownership, 'go.bzl')).toContain('approver brianmcarey');
    expect(namesOf(ownership, 'go.mod')).not.toContain('approver brianmcarey');
    expect(
      namesOf(ownership, 'pkg/virt-controller/watch/vmi/storage.go'),
    ).toContain('approver ShellyKa13');
    expect(ownership.emeritus.map(({ name }) => name)).toContain('mazzystr');
  });
});

describe('where ownership is declared', () => {
  it('is in three places of which the first counts, in an order per forge', () => {
    expect(ownershipFilePaths('github')).toEqual({
      take: 'first',
      paths: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    });
    expect(ownershipFilePaths('gitlab').paths).toEqual([
      'CODEOWNERS',
      'docs/CODEOWNERS',
      '.gitlab/CODEOWNERS',
    ]);
  });

  it('is in each OWNERS file above a path', () => {
    expect(ownershipFilePaths('owners', ['a/b/c.go', 'a/d.go'])).toEqual({
      take: 'all',
      paths: ['OWNERS_ALIASES', 'OWNERS', 'a/OWNERS', 'a/b/OWNERS'],
    });
  });

  it('depends on the forge', () => {
    expect(dialectOfHost('github')).toBe('github');
    expect(dialectOfHost('gitlab')).toBe('gitlab');
    expect(dialectOfHost('gitea')).toBeUndefined();
  });
});

describe('hostile files', () => {
  const dialects: OwnershipDialect[] = ['github', 'gitlab', 'owners'];
  const path = (dialect: OwnershipDialect) =>
    dialect === 'owners' ? 'OWNERS' : 'CODEOWNERS';

  /** What is not linear takes longer than a test may. */
  function ask(dialect: OwnershipDialect, content: string, paths: string[]) {
    const ownership = parseOwnership(dialect, [
      { path: path(dialect), content },
    ]);
    return paths.map(p => ownersOfPath(ownership, p));
  }

  it('never make it throw or hang, whatever they hold', () => {
    const fragment = fc.constantFrom(
      ...'*?/\\[]!#^@a-. \t\n\r:{}&|()+"\'',
      '**',
      '/**/',
      '@a',
      '@g/h',
      'approvers:\n- ',
      'filters:\n  ',
      '\n[A] ',
      'aliases:\n  a: ',
      '&a ',
      '*a ',
      '\u0000',
      '\uD800',
    );
    const text = fc.oneof(
      fc.array(fragment, { maxLength: 60 }).map(parts => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...dialects),
        text,
        text,
        fc.array(text, { maxLength: 5 }),
        (dialect, content, aliases, paths) => {
          const ownership = parseOwnership(dialect, [
            { path: 'OWNERS_ALIASES', content: aliases },
            { path: path(dialect), content },
          ]);
          const cached = JSON.parse(JSON.stringify(ownership));
          for (const p of [...paths, 'a', 'a/a', '']) {
            expect(ownersOfPath(cached, p)).toEqual(ownersOfPath(ownership, p));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  const deepPath = `${'a/'.repeat(200)}${'a'.repeat(255)}`;
  const hostilePaths = Array.from({ length: 40 }, (_, i) => `${deepPath}${i}`);

  it.each([
    ['stars between letters', '**/a*a*a*a*a*a*a*b'],
    ['many depths', '**/a/**/a/**/a/**/a/**/b'],
    ['both', '**/a*a*b/**/a*?a*b/**/*a?b'],
    ['searches that almost succeed', `*${'a'.repeat(20)}?b*`],
    ['sets', '**/*[a-b][^b]*[a]*c'],
  ])('have no cost in %s', (_, pattern) => {
    const rules = Array.from({ length: 300 }, (__, i) => `${pattern}${i} @a`);
    for (const dialect of ['github', 'gitlab'] as const) {
      const paths = hostilePaths.slice(0, 5);
      expect(ask(dialect, rules.join('\n'), paths)).toHaveLength(5);
    }
  });

  it('have no cost as a single rule of 3 MB', () => {
    for (const part of ['a*', '**/', 'a/', '[a', '?', '\\ ', '[^a]*']) {
      const rule = part.repeat(Math.floor((3 * 1024 * 1024 - 9) / part.length));
      const answers = ask('gitlab', `${rule} @a`, hostilePaths);
      expect(answers).toHaveLength(hostilePaths.length);
    }
  });

  it('answer 40 paths from 50,000 rules', () => {
    const rules = Array.from({ length: 50_000 }, (_, i) =>
      i % 5 === 0
        ? `*.suffix${i} @org/team-${i % 50}`
        : `/packages/group-${i % 200}/package-${i}/src/ @org/team-${i % 50}`,
    );
    const paths = Array.from(
      { length: 40 },
      (_, i) => `packages/group-${i}/package-x/src/lib/file-${i}.ts`,
    );
    for (const dialect of ['github', 'gitlab'] as const) {
      const answers = ask(dialect, rules.join('\n'), paths);
      expect(answers.flat()).toEqual([]);
    }
  });

  it.each([
    ['rules', (i: number) => `*${i.toString(36)}`],
    ['sections', (i: number) => `[${i.toString(36)}]\na`],
    ['mistakes', () => '!'],
  ])('answer from as many %s as 3 MB can hold', (_, lineOf) => {
    const lines = Array.from({ length: 200_000 }, (__, i) => lineOf(i));
    const content = lines.join('\n').slice(0, 3 * 1024 * 1024);
    expect(ask('gitlab', content, ['x/y', 'a/b/c'])).toHaveLength(2);
  });

  it('run filters in linear time', () => {
    const filters = ['(a+a+)+b', '(a|a)*$b', '(.*a){30}c', '((a?){20}){20}b'];
    const answers = ask(
      'owners',
      `filters:\n${Array.from(
        { length: 5_000 },
        (_, i) => `  '${filters[i % 4]}${i}': {approvers: [a]}`,
      ).join('\n')}`,
      hostilePaths,
    );
    expect(answers).toHaveLength(hostilePaths.length);
  });
});
