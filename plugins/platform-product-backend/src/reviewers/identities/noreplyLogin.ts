/**
 * The account behind an address that a forge gives to who hides their own. Of GitHub
 * `7+mia@users.noreply.github.com`, before 2017 without the number; of GitHub Enterprise
 * the same with its host; of GitLab `7-mia@users.noreply.gitlab.com`, as of any host of
 * its own; of Gitea and Forgejo `mia@noreply.codeberg.org`. Nothing for any other address.
 */
export function noreplyLogin(
  email: string,
): { host: string; login: string } | undefined {
  const [, name, users, host] =
    /^([^@]+)@(users\.)?noreply\.([a-z0-9.-]+(?::\d+)?)$/i.exec(email.trim()) ??
    [];
  if (!name) return undefined;
  const login = users ? name.replace(numberOn(host), '') : name;
  return login ? { host, login } : undefined;
}

/** The number of that account, which stays when it has another login. */
export function noreplyNumber(email: string): string | undefined {
  const host = noreplyLogin(email)?.host;
  return host && numberOn(host).exec(email.trim())?.[1];
}

/** A login of GitHub may begin with digits and a dash itself. */
function numberOn(host: string): RegExp {
  return host.toLocaleLowerCase('en-US').endsWith('github.com')
    ? /^(\d+)\+/
    : /^(\d+)[+-]/;
}
