import { ChangeRef } from '@platform-product/backstage-plugin-node';

/** A repository of a GitHub host. */
export interface GitHubRepository {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

// What GitHub allows in the names of owners and repositories.
const OWNER = /^[\w-]+$/;
const NAME = /^[\w.-]+$/;

function segmentsOf(url: string): { url: URL; segments: string[] } | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol)) return undefined;
  return { url: parsed, segments: parsed.pathname.split('/').filter(Boolean) };
}

/** Reads `https://host/owner/name`; undefined for other addresses. */
export function parseRepositoryUrl(url: string): GitHubRepository | undefined {
  const parts = segmentsOf(url);
  if (parts?.segments.length !== 2) return undefined;
  const owner = parts.segments[0];
  const name = parts.segments[1].replace(/\.git$/, '');
  if (!OWNER.test(owner) || !NAME.test(name)) return undefined;
  return { host: parts.url.host, owner, name };
}

/** What a repository keeps when it is renamed, or given to another owner. */
export function repositoryIdOf(host: string, id: unknown): string | undefined {
  return Number.isSafeInteger(id) ? `${host}/${id}` : undefined;
}

/**
 * Reads `https://host/owner/name/pull/123`, and the pages below it; undefined
 * for other addresses.
 */
export function parsePullRequestUrl(url: string): ChangeRef | undefined {
  const parts = segmentsOf(url);
  if (!parts) return undefined;
  const [owner, name, pull, number = ''] = parts.segments;
  const repositoryUrl = `${parts.url.origin}/${owner}/${name}`;
  if (pull !== 'pull' || !/^[1-9]\d{0,9}$/.test(number)) return undefined;
  if (!parseRepositoryUrl(repositoryUrl)) return undefined;
  return { repositoryUrl, changeId: number };
}
