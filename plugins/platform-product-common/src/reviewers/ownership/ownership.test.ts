import { existsSync, readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { allOwners, ownersOfPath } from './ownersOfPath';
import { Ownership } from './ownership';
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
  });

  it('depends on the forge', () => {
    expect(dialectOfHost('github')).toBe('github');
    expect(dialectOfHost('gitlab')).toBe('gitlab');
    expect(dialectOfHost('gitea')).toBeUndefined();
  });
});
