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
  // A login of GitHub may begin with digits and a dash itself.
  const number = host.toLocaleLowerCase('en-US').endsWith('github.com')
    ? /^\d+\+/
    : /^\d+[+-]/;
  const login = users ? name.replace(number, '') : name;
  return login ? { host, login } : undefined;
}
