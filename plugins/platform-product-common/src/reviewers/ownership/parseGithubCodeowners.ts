import {
  isTooLarge,
  linesOf,
  longestPattern,
  splitCodeownersLine,
} from './codeownersText';
import { githubPatternFault, hasBareBracket } from './githubPattern';
import {
  CodeownersOwnership,
  CodeownersRule,
  OwnerName,
  OwnershipFile,
} from './ownership';
import { problemLog } from './problemLog';

const kinds: ReadonlyArray<readonly [OwnerName['kind'], RegExp]> = [
  ['user', /^@[a-z0-9][a-z0-9_-]*$/i],
  ['team', /^@[a-z0-9][a-z0-9_-]*\/[a-z0-9_.-]+$/i],
  ['email', /^[^@\s/]+@[^@\s/]+$/],
];

function ownerOf(word: string): OwnerName | undefined {
  const kind = kinds.find(([, form]) => form.test(word))?.[0];
  return kind && { name: word.replace(/^@/, ''), kind };
}

/**
 * Parses a CODEOWNERS file as GitHub does: the last match wins, a rule without
 * owners takes ownership away, a line that isn't valid is skipped, and a file
 * over 3 MB is not read at all.
 *
 * Brackets are the one leniency. GitHub skips a pattern with bare ones, asking
 * to escape them; what is meant is nearly always a directory of that name,
 * such as `[id]`, so they are reported and taken literally.
 *
 * Source: {@link https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners | About code owners}.
 */
export function parseGithubCodeowners({
  path,
  content,
}: OwnershipFile): CodeownersOwnership {
  const log = problemLog(path);
  const rules: CodeownersRule[] = [];
  if (isTooLarge(content)) {
    log.report(1, '', 'GitHub does not read a CODEOWNERS file over 3 MB');
    return {
      dialect: 'github',
      sections: [],
      emeritus: [],
      problems: log.problems,
    };
  }
  linesOf(content).forEach((text, index) => {
    const line = index + 1;
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    const { pattern, words } = splitCodeownersLine(trimmed);
    const comment = words.findIndex(word => word.startsWith('#'));
    const named = comment < 0 ? words : words.slice(0, comment);
    const owners = named.map(ownerOf);
    const unknown = named.find((_, at) => !owners[at]);
    const fault =
      (pattern.length > longestPattern
        ? 'the pattern is longer than any path'
        : githubPatternFault(pattern)) ??
      (unknown === undefined
        ? undefined
        : `'${unknown.slice(
            0,
            40,
          )}' is no @user, @organization/team or e-mail address`);
    if (fault) {
      log.report(line, text, `Skipped: ${fault}`);
      return;
    }
    if (hasBareBracket(pattern)) {
      log.report(
        line,
        text,
        'GitHub has no character ranges and wants brackets escaped with a backslash; they are read literally here',
      );
    }
    rules.push({
      line,
      pattern,
      owners: owners.filter(owner => owner !== undefined),
    });
  });
  return {
    dialect: 'github',
    file: path,
    sections: [{ rules }],
    emeritus: [],
    problems: log.problems,
  };
}
