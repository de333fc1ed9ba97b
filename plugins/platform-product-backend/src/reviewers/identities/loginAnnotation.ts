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

/** What an annotation may hold for a login; the catalog compares in lower case. */
export function valuesOf(
  login: string,
  { host, baseUrl }: LoginHost,
): string[] {
  const addresses = [
    `https://${host}`,
    `http://${host}`,
    host,
    ...(baseUrl ? [baseUrl] : []),
  ];
  return [
    login,
    `@${login}`,
    ...addresses.flatMap(address => [
      `${address}/${login}`,
      `${address}/${login}/`,
    ]),
  ];
}
