import { compileGithubPattern } from './githubPattern';
import { compileGitlabPattern } from './gitlabPattern';
import { segmentsOf } from './globPath';
import { CodeownersOwnership, CodeownersRule } from './ownership';

/** Of longer patterns only the end is tried, or hostile ones would take long. */
const mostParts = 40;
/** Names that no rule is written for. */
const unheardOf = '\u0001unheard-of';

/** A name that a part of a pattern matches. */
function exampleOf(part: string): string {
  return part
    .replace(/\\(.)/g, '$1')
    .replace(/\[!?\^?([^\]])[^\]]*\]/g, '$1')
    .replace(/[*?]+/g, 'x');
}

/** Paths below a directory, one of which a pattern matches if it matches any. */
function examplesBelow(
  directory: readonly string[],
  pattern: string,
): string[][] {
  const parts = segmentsOf(pattern).slice(-mostParts);
  const tails = [parts.length, ...parts.keys()].map(from =>
    parts
      .slice(from)
      .filter(part => part !== '**')
      .map(exampleOf),
  );
  return tails.flatMap(tail =>
    [[], ['x'], ['x', 'x']]
      .map(more => [...directory, ...tail, ...more])
      .filter(path => path.length > directory.length),
  );
}

/**
 * The rules of a CODEOWNERS file that decide on something below a directory, section by
 * section: without those that match nothing in it, and those that a later one
 * overrides in all of it. At the root these are all rules.
 *
 * @public
 */
export function rulesBelow(
  { dialect, sections }: CodeownersOwnership,
  directory: string,
): readonly CodeownersRule[] {
  const names = segmentsOf(directory);
  const compile =
    dialect === 'github' ? compileGithubPattern : compileGitlabPattern;
  return sections.flatMap(({ rules }) => {
    if (!names.length) return rules;
    const decidesAll = (pattern: string) => {
      const matches = compile(pattern);
      return [[unheardOf], [unheardOf, unheardOf]].every(more =>
        matches([...names, ...more]),
      );
    };
    const isOut = rules.some(
      ({ exclusion, pattern }) => exclusion && decidesAll(pattern.slice(1)),
    );
    if (isOut) return [];
    const known = rules
      .filter(({ exclusion }) => !exclusion)
      .map(rule => {
        const matches = compile(rule.pattern);
        return {
          rule,
          isAbout: examplesBelow(names, rule.pattern).some(matches),
          isAll: decidesAll(rule.pattern),
        };
      });
    const last = known.findLastIndex(({ isAll }) => isAll);
    return known
      .filter(({ isAbout }, at) => isAbout && at >= last)
      .map(({ rule }) => rule);
  });
}
