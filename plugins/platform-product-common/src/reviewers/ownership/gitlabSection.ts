import { OwnerName } from './ownership';

const kinds: ReadonlyArray<readonly [OwnerName['kind'], RegExp]> = [
  ['role', /^@@(?:developer|maintainer|owner)s?$/i],
  ['user', /^@[a-z0-9_.][\w.-]*$/i],
  ['team', /^@[a-z0-9_.][\w.-]*(?:\/[\w.-]+)+$/i],
  ['email', /^[^@\s]+@[^@\s]*\w$/],
];

/**
 * Reads owners as GitLab does: users and groups by their path, direct members
 * by role, people by e-mail. What is none of these is ignored.
 *
 * Source: {@link https://docs.gitlab.com/user/project/codeowners/reference/#add-a-role-as-a-code-owner | Add a role as a Code Owner}
 * and what follows it.
 */
export function gitlabOwners(words: readonly string[]): {
  readonly owners: readonly OwnerName[];
  readonly malformed: readonly string[];
} {
  const found = words.map(word => ({
    word,
    kind: kinds.find(([, form]) => form.test(word))?.[0],
  }));
  return {
    owners: found.flatMap(({ word, kind }) =>
      kind ? [{ name: word.replace(/^@+/, ''), kind }] : [],
    ),
    malformed: found.flatMap(({ word, kind }) => (kind ? [] : [word])),
  };
}

export interface GitlabHeading {
  /** As it stands in the brackets, by which GitLab tells sections apart. */
  readonly name: string;
  readonly optional: boolean;
  readonly approvals?: number;
  readonly words: readonly string[];
  /** Whether GitLab understands all of the line, or passes over the rest. */
  readonly isWhole: boolean;
}

/** Blanks as Ruby knows them. */
const blank = '[ \\t\\r\\f\\v]';
const nameOfHeading = String.raw`^(\^?)\[(.*?)\]`;
const loose = new RegExp(
  String.raw`${nameOfHeading}(?:\[((?:${blank}|\d)*)\])?((?:${blank}|[@\w./-])*)`,
);
const strict = new RegExp(
  String.raw`^\^?\[[^\]]+\](?:\[\d+\])?(?:${blank}+(?:${blank}|[@\w./-])+)?$`,
);

/**
 * Reads `[Name]`, `^[Name]`, `[Name][2]` and the default owners behind. To
 * GitLab, whatever begins with a name in brackets is a heading: it passes over
 * approvals that are no number, and over what follows the first character that
 * no owner has. Undefined where a line is no heading.
 *
 * Sources: {@link https://docs.gitlab.com/user/project/codeowners/reference/#sections | Sections}, and
 * GitLab's own `Gitlab::CodeOwners::SectionParser` with its specification.
 */
export function gitlabHeading(line: string): GitlabHeading | undefined {
  const match = loose.exec(line);
  if (!match) return undefined;
  const [, caret, name, raw = '', rest] = match;
  // Ruby reads a number up to what is none: `[1 0]` asks for one approval.
  const approvals = /\d+/.exec(raw)?.[0];
  return {
    name,
    optional: caret !== '',
    approvals: approvals ? Math.max(1, Number(approvals)) : undefined,
    words: rest.split(/\s+/).filter(word => word !== ''),
    isWhole: strict.test(line),
  };
}
