/** A login, as a person key, and the ids that its forge keeps for the account. */
export interface NamedAccount {
  readonly person: string;
  /** Host and id, such as `gitlab.com/7`; a forge may have several for an account. */
  readonly accounts: readonly string[];
  /** Somebody wrote it down at some time, so that it counts where nothing else is known. */
  readonly isHearsay?: boolean;
}

/** Keeps which accounts had which logins. */
export interface AccountStore {
  /**
   * Notes who has a login by now; a login that somebody else had is theirs no more.
   * Whether there was anything new.
   */
  note(named: readonly NamedAccount[]): Promise<boolean>;
  /** Forgets logins that no review history has any more. */
  forgetUnused(): Promise<void>;
  /** The accounts behind logins, as far as they are known. */
  accountsOf(
    people: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** All logins that accounts have had. */
  peopleOf(
    accounts: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}
