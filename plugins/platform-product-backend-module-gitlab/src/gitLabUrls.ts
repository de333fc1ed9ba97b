import { ChangeRef } from '@platform-product/backstage-plugin-node';

/**
 * Reads the path of a project, such as `group/subgroup/project`, from its
 * address; undefined for other addresses.
 *
 * @param baseUrl - address of the server, which may have a path of its own
 */
export function parseProjectUrl(
  url: string,
  baseUrl: string,
): string | undefined {
  if (!URL.canParse(url) || !URL.canParse(baseUrl)) return undefined;
  const { protocol, pathname } = new URL(url);
  const base = new URL(baseUrl).pathname.replace(/\/*$/, '/');
  if (!/^https?:$/.test(protocol) || !pathname.startsWith(base)) {
    return undefined;
  }
  const path = pathname
    .slice(base.length)
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
  // What is no part of a path is after a segment that is only a dash.
  return /^[\w.-]+(\/(?!-\/|-$)[\w.-]+)+$/.test(path) ? path : undefined;
}

/** What a project keeps when it is renamed, or moved to another group. */
export function projectIdOf(host: string, id: unknown): string | undefined {
  return Number.isSafeInteger(id) ? `${host}/${id}` : undefined;
}

/**
 * Reads `https://host/group/project/-/merge_requests/12`, and the pages below
 * it; undefined for other addresses.
 */
export function parseMergeRequestUrl(url: string): ChangeRef | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  // Old links do not have the dash.
  const match = /^(\/.+?)(?:\/-)?\/merge_requests\/([1-9]\d{0,9})(?:\/|$)/.exec(
    pathname,
  );
  return match
    ? { repositoryUrl: origin + match[1], changeId: match[2] }
    : undefined;
}
