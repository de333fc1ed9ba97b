import {
  isTooLarge,
  linesOf,
  longestPattern,
  splitCodeownersLine,
} from './codeownersText';
import { gitlabHeading, gitlabOwners } from './gitlabSection';
import {
  CodeownersOwnership,
  CodeownersRule,
  OwnerName,
  OwnershipFile,
} from './ownership';
import { problemLog } from './problemLog';

interface OpenSection {
  readonly name?: string;
  optional?: boolean;
  approvals?: number;
  readonly rules: CodeownersRule[];
}

/** What GitLab calls the section of the rules before the first heading. */
const unnamed = 'codeowners';

/**
 * Parses a CODEOWNERS file as GitLab does. Every section contributes owners of
 * its own: those of its last rule that matches, or the section's where the
 * rule names none; none if an exclusion matches. Sections of one name are one,
 * and optional only if every part of it is.
 *
 * Sources: {@link https://docs.gitlab.com/user/project/codeowners/reference/ | Syntax of CODEOWNERS file},
 * {@link https://docs.gitlab.com/user/project/codeowners/advanced/ | Advanced CODEOWNERS configuration}.
 */
export function parseGitlabCodeowners({
  path,
  content,
}: OwnershipFile): CodeownersOwnership {
  const log = problemLog(path);
  const sections = new Map<string, OpenSection>([[unnamed, { rules: [] }]]);
  let key = unnamed;
  let isOptional = false;
  let defaults: readonly OwnerName[] = [];

  const readOwners = (line: number, text: string, words: readonly string[]) => {
    const { owners, malformed } = gitlabOwners(words);
    if (malformed.length > 0) {
      const named = malformed.slice(0, 5).map(word => `'${word.slice(0, 40)}'`);
      log.report(
        line,
        text,
        `Ignored, as no @user, @group, @@role or e-mail address: ${named.join(
          ', ',
        )}`,
      );
    }
    return owners;
  };

  const namesakes = new Map([[unnamed, unnamed]]);
  /** The first heading joins the rules above it only by their very name. */
  const keyOf = (name: string) => {
    const inLowerCase = name.toLocaleLowerCase('en-US');
    const namesake = namesakes.get(inLowerCase);
    if (namesake === undefined) namesakes.set(inLowerCase, name);
    return sections.size === 1 ? name : namesake ?? name;
  };

  const readLine = (text: string, line: number) => {
    const heading = gitlabHeading(text);
    if (heading) {
      if (heading.name.trim() === '') {
        log.report(line, text, 'A section must have a name');
      } else if (heading.optional && heading.approvals !== undefined) {
        log.report(line, text, 'An optional section needs no approvals');
      } else if (!heading.isWhole) {
        log.report(
          line,
          text,
          'GitLab reads a part of this heading only; it has the form [Name][2] @owner',
        );
      }
      key = keyOf(heading.name);
      isOptional = heading.optional;
      defaults = readOwners(line, text, heading.words);
      const section = sections.get(key) ?? {
        name: heading.name.trim(),
        rules: [],
      };
      section.approvals = heading.approvals ?? section.approvals;
      sections.set(key, section);
      return;
    }
    if (/^\^?\[/.test(text)) {
      log.report(line, text, 'No section heading; read as a rule');
    }
    const section = sections.get(key)!;
    const { pattern, words } = splitCodeownersLine(text);
    if (pattern.length > longestPattern) {
      log.report(line, text, 'Skipped: the pattern is longer than any path');
      return;
    }
    section.optional = (section.optional ?? true) && isOptional;
    if (pattern.startsWith('!')) {
      if (words.length > 0) {
        log.report(line, text, 'The owners of an exclusion are ignored');
      }
      section.rules.push({ line, pattern, owners: [], exclusion: true });
      return;
    }
    const owners = words.length > 0 ? readOwners(line, text, words) : defaults;
    if (words.length === 0 && owners.length === 0) {
      log.report(line, text, 'The rule has no owners, so nobody is asked');
    }
    section.rules.push({ line, pattern, owners });
  };

  if (isTooLarge(content)) {
    log.report(1, '', 'A CODEOWNERS file over 3 MB is not read');
  } else {
    linesOf(content).forEach((raw, index) => {
      const text = raw.trim();
      if (text !== '' && !text.startsWith('#')) readLine(text, index + 1);
    });
  }
  return {
    dialect: 'gitlab',
    file: isTooLarge(content) ? undefined : path,
    sections: [...sections.values()]
      .filter(({ rules }) => rules.length > 0)
      .map(({ name, optional, approvals, rules }) => ({
        name,
        optional: optional ? true : undefined,
        approvals,
        rules,
      })),
    emeritus: [],
    problems: log.problems,
  };
}
