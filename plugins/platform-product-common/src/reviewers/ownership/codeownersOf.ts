import { compileGithubPattern } from './githubPattern';
import { compileGitlabPattern } from './gitlabPattern';
import { segmentsOf } from './globPath';
import { lastMatchingRule } from './lastMatchingRule';
import { CodeownersOwnership, DeclaredOwner } from './ownership';

/** Prepares the rules of a CODEOWNERS file to be asked about many paths. */
export function compileCodeowners({
  dialect,
  file = '',
  sections,
}: CodeownersOwnership): (path: string) => DeclaredOwner[] {
  const compile =
    dialect === 'github' ? compileGithubPattern : compileGitlabPattern;
  const compiled = sections.map(section => {
    const rules = section.rules.filter(({ exclusion }) => !exclusion);
    const exclusions = section.rules.filter(({ exclusion }) => exclusion);
    return {
      section,
      rules,
      lastRule: lastMatchingRule(
        rules.map(({ pattern }) => pattern),
        compile,
      ),
      lastExclusion: lastMatchingRule(
        exclusions.map(({ pattern }) => pattern.slice(1)),
        compile,
      ),
    };
  });
  return path => {
    const segments = segmentsOf(path);
    return compiled.flatMap(({ section, rules, lastRule, lastExclusion }) => {
      const index = lastRule(segments);
      if (index === undefined || lastExclusion(segments) !== undefined) {
        return [];
      }
      const { line, pattern, owners } = rules[index];
      return owners.map(({ name, kind }) => ({
        name,
        kind,
        role: 'approver' as const,
        ...(section.optional && { optional: section.optional }),
        ...(section.name !== undefined && { section: section.name }),
        place: { file, line, pattern },
      }));
    });
  };
}
