import { Ownership, OwnershipDialect, OwnershipFile } from './ownership';
import { ownershipFilePaths } from './ownershipFilePaths';
import { parseGithubCodeowners } from './parseGithubCodeowners';
import { parseGitlabCodeowners } from './parseGitlabCodeowners';
import { parseOwnersFiles } from './parseOwnersFiles';

/**
 * Parses what declares ownership in a repository. Whatever the files hold, it
 * does not throw: what can't be read is among the problems.
 *
 * Of several CODEOWNERS files the one counts that the forge would find first;
 * a file from elsewhere counts where it is the only one.
 *
 * @public
 */
export function parseOwnership(
  dialect: OwnershipDialect,
  files: readonly OwnershipFile[],
): Ownership {
  if (dialect === 'owners') return parseOwnersFiles(files);
  const order = ownershipFilePaths(dialect).paths;
  const rank = ({ path }: OwnershipFile) => {
    const at = order.indexOf(path);
    return at < 0 ? order.length : at;
  };
  const [file] = [...files].sort((a, b) => rank(a) - rank(b));
  if (!file) return { dialect, sections: [], emeritus: [], problems: [] };
  return dialect === 'github'
    ? parseGithubCodeowners(file)
    : parseGitlabCodeowners(file);
}
