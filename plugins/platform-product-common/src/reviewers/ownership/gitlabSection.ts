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
  readonly name: string;
  readonly optional: boolean;
  readonly approvals?: number;
  readonly words: readonly string[];
}

/**
 * Reads `[Name]`, `^[Name]`, `[Name][2]` and the default owners behind;
 * undefined where a line is no heading.
 *
 * Source: {@link https://docs.gitlab.com/user/project/codeowners/reference/#sections | Sections}.
 */
export function gitlabHeading(line: string): GitlabHeading | undefined {
  const match = /^(\^?)\[([^\]]*)\](?:\[(\d*)\])?(?=\s|$)(.*)$/.exec(line);
  if (!match) return undefined;
  const [, caret, name, approvals, rest] = match;
  return {
    name: name.trim(),
    optional: caret !== '',
    approvals: approvals ? Math.max(1, Number(approvals)) : undefined,
    words: rest.split(/\s+/).filter(word => word !== ''),
  };
}
