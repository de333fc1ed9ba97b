import { OwnershipDialect } from './ownership';
import { segmentsOf } from './globPath';

/** Nobody is to set off more requests than this by naming paths. */
const deepest = 12;
const mostFiles = 100;

const codeownersPaths = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
} as const;

/**
 * Where a repository may declare ownership. Of the CODEOWNERS files only the
 * first that exists counts; the OWNERS files count together, and are those
 * above the given paths.
 *
 * Sources: {@link https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location | GitHub},
 * {@link https://docs.gitlab.com/user/project/codeowners/#codeowners-file | GitLab}.
 *
 * @public
 */
export function ownershipFilePaths(
  dialect: OwnershipDialect,
  paths: readonly string[] = [],
): { readonly take: 'first' | 'all'; readonly paths: readonly string[] } {
  if (dialect !== 'owners') {
    return { take: 'first', paths: codeownersPaths[dialect] };
  }
  const directories = paths.flatMap(path =>
    segmentsOf(path)
      .slice(0, deepest)
      .map((_, depth, all) => all.slice(0, depth)),
  );
  const owners = directories.map(names => [...names, 'OWNERS'].join('/'));
  return {
    take: 'all',
    paths: [...new Set(['OWNERS_ALIASES', 'OWNERS', ...owners])].slice(
      0,
      mostFiles,
    ),
  };
}

/**
 * The dialect of the CODEOWNERS files of a forge, by the type of its Backstage
 * integration; undefined for forges with another syntax or none.
 *
 * @public
 */
export function dialectOfHost(
  integrationType: string,
): 'github' | 'gitlab' | undefined {
  return integrationType === 'github' || integrationType === 'gitlab'
    ? integrationType
    : undefined;
}
