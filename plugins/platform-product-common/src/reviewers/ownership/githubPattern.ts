import { anyDepth, compilePath, GlobPart, PathMatcher } from './globPath';
import { compileSegment } from './globSegment';

const anyName: GlobPart = () => true;

/**
 * Why GitHub skips the line of a pattern, if it does.
 *
 * Source: "Syntax exceptions" in
 * {@link https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax | About code owners};
 * the last two in the answers of
 * {@link https://docs.github.com/en/rest/repos/repos#list-codeowners-errors | List CODEOWNERS errors}.
 */
export function githubPatternFault(pattern: string): string | undefined {
  if (pattern.startsWith('!')) return "GitHub has no negation with '!'";
  if (pattern.startsWith('\\#')) {
    return "GitHub has no escape for a '#' at the start";
  }
  if (pattern.includes('***')) return "'***' is no pattern; use '**'";
  if (pattern === '/') return "'/' never matches anything; use '*'";
  return undefined;
}

/** Whether a pattern has brackets that GitHub asks to escape. */
export function hasBareBracket(pattern: string): boolean {
  return /[[\]]/.test(pattern.replace(/\\./g, ''));
}

/**
 * Compiles a pattern of GitHub's CODEOWNERS, which follows gitignore but for
 * some things: `docs/*` has no deeper files in it, and brackets are literal.
 */
export function compileGithubPattern(pattern: string): PathMatcher {
  if (githubPatternFault(pattern)) return () => false;
  const isDirectory = pattern.endsWith('/');
  const names = (isDirectory ? pattern.slice(0, -1) : pattern).split('/');
  const isAnchored = names.length > 1;
  if (names[0] === '') names.shift();
  const parts = names.map(
    (name): GlobPart =>
      name === '**' ? anyDepth : compileSegment(name, { sets: false }),
  );
  const last = names.at(-1);
  const below = (): GlobPart[] => {
    if (isDirectory || last === '**') return [anyName, anyDepth];
    return last === '*' ? [] : [anyDepth];
  };
  const above: GlobPart[] = isAnchored ? [] : [anyDepth];
  return compilePath([...above, ...parts, ...below()]);
}
