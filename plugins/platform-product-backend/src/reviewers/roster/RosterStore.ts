import { RosterAgreement } from '@platform-product/backstage-plugin-common/rules';
import { Also } from '../../notifications/Notification';

/** A person on the roster of a service, and how far the two have come. */
export interface StoredRosterEntry extends RosterAgreement {
  readonly entityRef: string;
  readonly userRef: string;
  /** User ref of the author of the proposed terms. */
  readonly proposedBy?: string;
  readonly sponsor?: string;
  readonly agreedAt?: string;
  readonly leftAt?: string;
  /** Since when they are emeritus from an earlier time on the roster. */
  readonly emeritusSince?: string;
  /** When it was written last; absent before it is kept. */
  readonly changedAt?: string;
}

/** Keeps rosters. */
export interface RosterStore {
  /** All entries of the given services; one query. */
  list(entityRefs: readonly string[]): Promise<StoredRosterEntry[]>;
  listAll(): Promise<StoredRosterEntry[]>;
  listOf(userRef: string): Promise<StoredRosterEntry[]>;
  /**
   * Replaces one entry by what a function makes of it, one writer at a time. The
   * function may throw, and then nothing is written.
   */
  update(
    key: { readonly entityRef: string; readonly userRef: string },
    change: (known: StoredRosterEntry | undefined) => StoredRosterEntry,
    at: Date,
    also?: Also<StoredRosterEntry>,
  ): Promise<StoredRosterEntry>;
}
