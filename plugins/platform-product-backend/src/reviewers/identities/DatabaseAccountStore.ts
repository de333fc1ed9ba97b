import { Knex } from 'knex';
import { insertMany } from '../../database/insertMany';
import { lock } from '../../database/lock';
import { chunksOf } from '../../database/values';
import { AccountStore, NamedAccount } from './AccountStore';

const mostValues = 400;

interface AccountRow {
  readonly person: string;
  readonly account: string;
}

/** Keeps in the plugin's database which accounts had which logins. */
export class DatabaseAccountStore implements AccountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async note(named: readonly NamedAccount[]): Promise<boolean> {
    const wanted = new Map(named.map(one => [one.person, one]));
    for (const { person, accounts, isHearsay } of named) {
      if (!isHearsay) wanted.set(person, { person, accounts });
    }
    const known = await this.accountsOf([...wanted.keys()]);
    const news = [...wanted.values()].filter(
      ({ person, accounts, isHearsay }) => {
        const before = known.get(person);
        return !before
          ? accounts.length > 0
          : !isHearsay &&
              (accounts.length !== before.length ||
                accounts.some(account => !before.includes(account)));
      },
    );
    if (!news.length) return false;
    await this.#knex.transaction(async transaction => {
      await lock(transaction, 'accounts of reviewers');
      for (const some of chunksOf(news, mostValues)) {
        await transaction('reviewers_accounts')
          .whereIn(
            'person',
            some.map(({ person }) => person),
          )
          .delete();
      }
      await insertMany(
        transaction,
        'reviewers_accounts',
        news.flatMap(({ person, accounts }) =>
          [...new Set(accounts)].map(account => ({ person, account })),
        ),
      );
    });
    return true;
  }

  async forgetUnused(): Promise<void> {
    await this.#knex('reviewers_accounts')
      .whereNotIn('person', this.#knex('reviewers_changes').select('author'))
      .whereNotIn('person', this.#knex('reviewers_reviews').select('person'))
      .delete();
  }

  accountsOf(people: readonly string[]) {
    return this.#find('person', 'account', people);
  }

  peopleOf(accounts: readonly string[]) {
    return this.#find('account', 'person', accounts);
  }

  async #find(
    by: keyof AccountRow,
    wanted: keyof AccountRow,
    values: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    for (const some of chunksOf([...new Set(values)], mostValues)) {
      const rows: AccountRow[] = await this.#knex('reviewers_accounts')
        .whereIn(by, some)
        .orderBy(wanted);
      for (const row of rows) {
        const known = found.get(row[by]);
        if (known) known.push(row[wanted]);
        else found.set(row[by], [row[wanted]]);
      }
    }
    return found;
  }
}
