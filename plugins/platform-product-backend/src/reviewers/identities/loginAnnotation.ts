/** Of a forge, as far as its profiles have addresses. */
export interface LoginHost {
  readonly host: string;
  /** Where the forge is, if not at its host; without a slash at its end. */
  readonly baseUrl?: string;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Host and path of an address, which may have no scheme. */
function readAddress(value: string, { host }: LoginHost): URL | undefined {
  const hasHost = value.toLocaleLowerCase('en-US').startsWith(`${host}/`);
  const url = hasHost ? `https://${value}` : value;
  return /^https?:\/\//i.test(url) && URL.canParse(url)
    ? new URL(url)
    : undefined;
}

/**
 * The login that an annotation of a User holds. Some write it as it is or with an `@`;
 * Backstage's own provider of GitLab users writes the address of the profile. Nothing,
 * where that is an address of another forge.
 */
export function loginOf(value: string, forge: LoginHost): string | undefined {
  const text = value.trim();
  const url = readAddress(text, forge);
  if (!url) {
    if (text.includes('://')) return undefined;
    return text.replace(/^@/, '').replace(/\/+$/, '') || undefined;
  }
  if (url.host.toLocaleLowerCase('en-US') !== forge.host) return undefined;
  const segments = url.pathname.split('/').filter(Boolean);
  const last = segments.at(-1);
  return last && decoded(last).replace(/^@/, '');
}

/** How the addresses on a forge may begin. */
function beginningsOn({ host, baseUrl }: LoginHost): string[] {
  return [
    `https://${host}`,
    `http://${host}`,
    host,
    ...(baseUrl ? [baseUrl] : []),
  ];
}

/**
 * What an annotation of a Group may hold for a team such as `org/team`: its path, with an
 * `@` or without, or the address of its page on GitHub or GitLab. In lower case.
 */
export function teamValuesOf(team: string, forge: LoginHost): string[] {
  const path = team.toLocaleLowerCase('en-US');
  const [org, ...rest] = path.split('/');
  return [
    path,
    `@${path}`,
    ...beginningsOn(forge).flatMap(beginning =>
      [path, `groups/${path}`, `orgs/${org}/teams/${rest.join('/')}`].flatMap(
        page => [`${beginning}/${page}`, `${beginning}/${page}/`],
      ),
    ),
  ].map(value => value.toLocaleLowerCase('en-US'));
}

/** What an annotation may hold for a login; the catalog compares in lower case. */
export function valuesOf(login: string, forge: LoginHost): string[] {
  return [
    login,
    `@${login}`,
    ...beginningsOn(forge).flatMap(address => [
      `${address}/${login}`,
      `${address}/${login}/`,
    ]),
  ];
}
