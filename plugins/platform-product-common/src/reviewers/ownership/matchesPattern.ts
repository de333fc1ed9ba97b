import { compileGithubPattern } from './githubPattern';
import { segmentsOf } from './globPath';

/**
 * Whether a path matches a pattern as GitHub's CODEOWNERS writes them.
 *
 * @public
 */
export function matchesPattern(pattern: string, path: string): boolean {
  return compileGithubPattern(pattern)(segmentsOf(path));
}
