/**
 * Whose rules an ownership file follows: GitHub's CODEOWNERS, GitLab's
 * CODEOWNERS, or Kubernetes' OWNERS.
 *
 * @public
 */
export type OwnershipDialect = 'github' | 'gitlab' | 'owners';

/** @public */
export interface OwnershipFile {
  /** From the root of the repository, without a leading slash. */
  readonly path: string;
  readonly content: string;
}

/** Something in an ownership file that its forge does not read as written. */
export interface OwnershipProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line, shortened where it is very long. */
  readonly text: string;
  readonly reason: string;
}

/** @public */
export interface OwnerName {
  /** As it stands in the file, without the at sign. */
  readonly name: string;
  /**
   * In GitLab a `user` may be a top-level group, for both are written the
   * same; a `team` is a subgroup there.
   */
  readonly kind: 'user' | 'team' | 'email' | 'role';
}

/** An owner of a path, and where that is declared. */
export interface DeclaredOwner extends OwnerName {
  readonly role: 'approver' | 'reviewer';
  /** Owners of an optional section of GitLab's. */
  readonly optional?: true;
  /** A required reviewer of Kubernetes'. */
  readonly required?: true;
  /** The section of GitLab's that makes them owner, where it has a name. */
  readonly section?: string;
  /** The alias of Kubernetes' through which they are owner. */
  readonly alias?: string;
  readonly place: {
    readonly file: string;
    readonly line: number;
    readonly pattern: string;
  };
}

/** Somebody who was an owner and no longer reviews. */
export interface EmeritusOwner extends OwnerName {
  readonly role: 'approver' | 'reviewer';
  readonly file: string;
  readonly line: number;
}

export interface CodeownersRule {
  readonly line: number;
  readonly pattern: string;
  /** Empty where the rule takes ownership away. */
  readonly owners: readonly OwnerName[];
  /** Takes the path out of the whole section. */
  readonly exclusion?: true;
}

export interface CodeownersSection {
  readonly name?: string;
  readonly optional?: true;
  /** How many approvals the section asks for, where it says so. */
  readonly approvals?: number;
  /** In the order of the file. */
  readonly rules: readonly CodeownersRule[];
}

/** A parsed CODEOWNERS file. GitHub's is one section without a name. */
export interface CodeownersOwnership {
  readonly dialect: 'github' | 'gitlab';
  /** Undefined where there is no file, or none that the forge would read. */
  readonly file?: string;
  readonly sections: readonly CodeownersSection[];
  readonly emeritus: readonly EmeritusOwner[];
  readonly problems: readonly OwnershipProblem[];
}

export interface OwnersMember extends OwnerName {
  readonly line: number;
  readonly alias?: string;
}

export interface OwnersEntry {
  /** A regular expression in Go's syntax; undefined applies to every path. */
  readonly filter?: string;
  readonly approvers: readonly OwnersMember[];
  readonly reviewers: readonly OwnersMember[];
  readonly requiredReviewers: readonly OwnersMember[];
  readonly labels: readonly string[];
}

export interface OwnersDirectory {
  readonly file: string;
  /** Without slashes at its ends; empty for the root. */
  readonly directory: string;
  readonly noParentOwners?: true;
  readonly entries: readonly OwnersEntry[];
}

/** The parsed OWNERS files of a repository, aliases expanded. */
export interface OwnersOwnership {
  readonly dialect: 'owners';
  readonly directories: readonly OwnersDirectory[];
  readonly emeritus: readonly EmeritusOwner[];
  readonly problems: readonly OwnershipProblem[];
}

/**
 * Who owns what, as declared in a repository. Plain data, so that it can be
 * cached as JSON.
 *
 * @public
 */
export type Ownership = CodeownersOwnership | OwnersOwnership;
