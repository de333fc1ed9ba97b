import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { allOwners, ownersOfPath } from './ownersOfPath';
import { Ownership, OwnershipDialect } from './ownership';
import { dialectOfHost, ownershipFilePaths } from './ownershipFilePaths';
import { parseOwnership } from './parseOwnership';

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
    expect(ownershipFilePaths('owners').paths).toEqual([
      'OWNERS_ALIASES',
      'OWNERS',
    ]);
    expect(ownershipFilePaths('gitlab', ['a/b.c'])).toEqual({
      take: 'first',
      paths: ownershipFilePaths('gitlab').paths,
    });
  });

  it('is looked for in twelve directories above a path, and a hundred files', () => {
    const deep = Array.from({ length: 20 }, (_, depth) => `d${depth}`);
    const { paths } = ownershipFilePaths('owners', [deep.join('/')]);
    // the root, and eleven directories
    expect(paths).toHaveLength(13);
    expect(paths.at(-1)).toBe([...deep.slice(0, 11), 'OWNERS'].join('/'));
    const wide = (count: number) =>
      ownershipFilePaths(
        'owners',
        Array.from({ length: count }, (_, at) => `d${at}/a`),
      ).paths;
    expect(wide(97)).toHaveLength(99);
    expect(wide(98)).toHaveLength(100);
    expect(wide(99)).toHaveLength(100);
    expect(wide(99).at(-1)).toBe('d97/OWNERS');
  });

  it('depends on the forge', () => {
    expect(dialectOfHost('github')).toBe('github');
    expect(dialectOfHost('gitlab')).toBe('gitlab');
    expect(dialectOfHost('gitea')).toBeUndefined();
  });
});

describe('parseOwnership', () => {
  const file = (path: string) => ({ path, content: `* @${path[0]}` });
  const ownersIn = (dialect: OwnershipDialect, ...paths: string[]) =>
    allOwners(parseOwnership(dialect, paths.map(file))).map(({ name }) => name);

  it.each<[OwnershipDialect, string[], string]>([
    ['github', ['xyz', 'docs/CODEOWNERS'], 'd'],
    ['github', ['docs/CODEOWNERS', 'CODEOWNERS'], 'C'],
    ['gitlab', ['.gitlab/CODEOWNERS', 'docs/CODEOWNERS'], 'd'],
    ['gitlab', ['docs/CODEOWNERS', 'CODEOWNERS', 'xyz'], 'C'],
    ['gitlab', ['elsewhere/CODEOWNERS'], 'e'],
    ['github', ['elsewhere/CODEOWNERS'], 'e'],
  ])('of %s takes of %j the one that the forge finds first', (...given) => {
    const [dialect, paths, owner] = given;
    expect(ownersIn(dialect, ...paths)).toEqual([owner]);
    expect(ownersIn(dialect, ...[...paths].reverse())).toEqual([owner]);
  });

  it('leaves the files as they are given', () => {
    const files = ['CODEOWNERS', '.github/CODEOWNERS'].map(file);
    parseOwnership('github', files);
    expect(files.map(({ path }) => path)).toEqual([
      'CODEOWNERS',
      '.github/CODEOWNERS',
    ]);
  });

  it.each(['github', 'gitlab'] as const)(
    'finds nobody without files: %s',
    dialect => {
      const ownership = parseOwnership(dialect, []);
      expect(ownership).toEqual({
        dialect,
        sections: [],
        emeritus: [],
        problems: [],
      });
      expect(ownersOfPath(ownership, 'a')).toEqual([]);
      expect(allOwners(ownership)).toEqual([]);
    },
  );

  it('finds nobody without OWNERS files', () => {
    expect(parseOwnership('owners', [])).toEqual({
      dialect: 'owners',
      directories: [],
      emeritus: [],
      problems: [],
    });
  });

  it('reads each dialect by its own rules', () => {
    const files = [{ path: 'CODEOWNERS', content: '[A]\n* @a\n!/b @b' }];
    const [github, gitlab] = (['github', 'gitlab'] as const).map(dialect =>
      parseOwnership(dialect, files),
    );
    expect(github).toMatchObject({ dialect: 'github', sections: [{}] });
    expect(gitlab).toMatchObject({
      dialect: 'gitlab',
      sections: [{ name: 'A' }],
    });
    expect(ownersOfPath(github, 'b')).toHaveLength(1);
    expect(ownersOfPath(gitlab, 'b')).toEqual([]);
  });
});

describe('allOwners', () => {
  it('lists everybody once, in the order of the file, by name and kind', () => {
    const content = '* @b @A\n[S]\n/x @a a@b @@owner\n!/y\n/z @B @g/a @c @A@b';
    const ownership = parseOwnership('gitlab', [
      { path: 'CODEOWNERS', content },
    ]);
    expect(allOwners(ownership)).toEqual([
      { name: 'b', kind: 'user' },
      { name: 'A', kind: 'user' },
      { name: 'a@b', kind: 'email' },
      { name: 'owner', kind: 'role' },
      { name: 'g/a', kind: 'team' },
      { name: 'c', kind: 'user' },
    ]);
  });

  it('tells a person from a role of the same name', () => {
    const ownership = parseOwnership('gitlab', [
      { path: 'CODEOWNERS', content: '* @owner @@owner' },
    ]);
    expect(allOwners(ownership)).toHaveLength(2);
  });
});
