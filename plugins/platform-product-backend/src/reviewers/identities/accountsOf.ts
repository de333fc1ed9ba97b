import { SourcePerson } from '@platform-product/backstage-plugin-node';
import { NamedAccount } from './AccountStore';
import { noreplyLogin, noreplyNumber } from './noreplyLogin';
import { personKey } from './personKey';

const longestId = 190;

/** What a forge keeps calling an account, with its host. */
export function accountKey(host: string, id: string): string {
  return `${host.toLocaleLowerCase('en-US')}/${id.trim().slice(0, longestId)}`;
}

/**
 * What sources say of the accounts behind logins. The address that a forge gives to who
 * hides their own has the account's number, too, but is as old as the commit.
 */
export function accountsOf(people: readonly SourcePerson[]): NamedAccount[] {
  return people.flatMap((one): NamedAccount[] => {
    const person = personKey(one);
    if (!('email' in one)) {
      const accounts = (one.ids ?? []).map(id => accountKey(one.host, id));
      return accounts.length ? [{ person, accounts }] : [];
    }
    const host = noreplyLogin(one.email)?.host;
    const id = noreplyNumber(one.email);
    return host && id
      ? [{ person, accounts: [accountKey(host, id)], isHearsay: true }]
      : [];
  });
}
