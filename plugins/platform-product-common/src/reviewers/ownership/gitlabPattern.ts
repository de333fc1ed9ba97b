import { anyDepth, compilePath, PathMatcher } from './globPath';
import { compileSegment } from './globSegment';

/**
 * Compiles a pattern of GitLab's CODEOWNERS, as `File.fnmatch` with
 * `FNM_DOTMATCH` and `FNM_PATHNAME` matches it: `**` is any depth only where
 * a slash follows, so `/docs/**` goes no deeper than `/docs/*`; and a name
 * without a slash at its end is a file, never a directory and what is in it.
 *
 * Sources: {@link https://docs.gitlab.com/user/project/codeowners/reference/#path-matching | Path matching},
 * {@link https://docs.gitlab.com/user/project/codeowners/advanced/#pattern-matching | Pattern matching}.
 */
export function compileGitlabPattern(pattern: string): PathMatcher {
  if (pattern === '*') return () => true;
  const unescaped = pattern.replace(/^\\#/, '#').replace(/\\\s/g, ' ');
  const isAnchored = unescaped.startsWith('/');
  const names = unescaped.slice(isAnchored ? 1 : 0).split('/');
  if (names.at(-1) === '') names.splice(-1, 1, '**', '*');
  const parts = names.map((name, at) =>
    name === '**' && at < names.length - 1
      ? anyDepth
      : compileSegment(name, { sets: true }),
  );
  return compilePath(isAnchored ? parts : [anyDepth, ...parts]);
}
