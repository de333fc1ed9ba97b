/** A file of a fake forge, as its API names it. */
export interface ForgedFile {
  /** As the forge spells it, such as `northwind/logs`. */
  readonly project: string;
  /** Undefined is the default branch. */
  readonly ref?: string;
  readonly path: string;
}

/** Reads what a request to a forge's API asks for; undefined for no such route. */
export type ForgeApi = (url: URL) => ForgedFile | undefined;

const decoded = (text: string) => decodeURIComponent(text);

/** Takes a path apart by a pattern, decoding each part once as a server does. */
function match(url: URL, pattern: RegExp): string[] | undefined {
  return pattern.exec(url.pathname)?.slice(1).map(decoded);
}

const named = (
  project: string,
  ref: string | undefined | null,
  path: string,
): ForgedFile => ({ project, ref: ref || undefined, path });

/** `HEAD` is the default branch where the forge resolves revisions as Git does. */
const orHead = (ref: string | null | undefined) =>
  ref === 'HEAD' ? undefined : ref;

/**
 * The routes of forges by which Backstage's URL readers read files, as the forges
 * document them.
 */
export const forgeApis = {
  /** https://docs.github.com/en/rest/repos/contents#get-repository-content */
  github: url => {
    const [owner, name, path] =
      match(url, /^(?:\/api\/v3)?\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/) ??
      [];
    return path
      ? named(`${owner}/${name}`, orHead(url.searchParams.get('ref')), path)
      : undefined;
  },
  /** https://docs.gitlab.com/api/repository_files/#get-raw-file-from-repository */
  gitlab: url => {
    const [project, path] =
      match(
        url,
        /\/api\/v4\/projects\/([^/]+)\/repository\/files\/([^/]+)\/raw$/,
      ) ?? [];
    return path
      ? named(project, orHead(url.searchParams.get('ref')), path)
      : undefined;
  },
  /** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-source/ */
  bitbucketCloud: url => {
    const [owner, name, ref, path] =
      match(
        url,
        /^\/2\.0\/repositories\/([^/]+)\/([^/]+)\/src\/([^/]+)\/(.+)$/,
      ) ?? [];
    return path ? named(`${owner}/${name}`, orHead(ref), path) : undefined;
  },
  /** https://developer.atlassian.com/server/bitbucket/rest/v906/api-group-repository/ */
  bitbucketServer: url => {
    const [owner, name, path] =
      match(
        url,
        /\/rest\/api\/1\.0\/projects\/([^/]+)\/repos\/([^/]+)\/raw\/(.+)$/,
      ) ?? [];
    const at = url.searchParams.get('at')?.replace(/^refs\/heads\//, '');
    return path ? named(`${owner}/${name}`, at, path) : undefined;
  },
  /** https://learn.microsoft.com/en-us/rest/api/azure/devops/git/items/get */
  azure: url => {
    const [project, name] =
      match(url, /^(.+)\/_apis\/git\/repositories\/([^/]+)\/items$/) ?? [];
    const path = url.searchParams.get('path');
    return path?.startsWith('/')
      ? named(
          `${project.slice(1)}/${name}`,
          url.searchParams.get('version'),
          path.slice(1),
        )
      : undefined;
  },
  /** https://docs.gitea.com/api/#tag/repository/operation/repoGetContents */
  gitea: url => {
    const [owner, name, path] =
      match(url, /\/api\/v1\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/) ?? [];
    return path
      ? named(`${owner}/${name}`, url.searchParams.get('ref'), path)
      : undefined;
  },
  /** https://gerrit-review.googlesource.com/Documentation/rest-api-projects.html#get-content */
  gerrit: url => {
    const [project, ref, path] =
      match(
        url,
        /\/projects\/([^/]+)\/branches\/([^/]+)\/files\/([^/]+)\/content$/,
      ) ?? [];
    return path ? named(project, orHead(ref), path) : undefined;
  },
  /** https://apidocs.harness.io/tag/repository */
  harness: url => {
    const [project, path] =
      match(url, /^\/gateway\/code\/api\/v1\/repos\/(.+)\/\+\/raw\/(.+)$/) ??
      [];
    const ref = url.searchParams.get('git_ref')?.replace(/^refs\/heads\//, '');
    return path ? named(project, ref, path) : undefined;
  },
} satisfies Record<string, ForgeApi>;

/** What forges send around the text of a file. */
function bodyOf(forge: keyof typeof forgeApis, text: string): string {
  const base64 = Buffer.from(text).toString('base64');
  if (forge === 'gerrit') return base64;
  return forge === 'gitea'
    ? JSON.stringify({ type: 'file', encoding: 'base64', content: base64 })
    : text;
}

/** A forge with files, which hides what it does not show by _not found_. */
export class FakeForge {
  /** Files by `project@ref:path`, with nothing for the default branch. */
  readonly files = new Map<string, string>();
  /** Answers this to everything instead. */
  status: number | undefined;
  readonly asked: string[] = [];
  readonly #forge: keyof typeof forgeApis;

  constructor(forge: keyof typeof forgeApis) {
    this.#forge = forge;
  }

  readonly fetch = async (input: unknown): Promise<Response> => {
    const url = new URL(String(input));
    const file = forgeApis[this.#forge](url);
    const { project, ref = '', path } = file ?? { project: '', path: '' };
    const key = `${project}@${ref}:${path}`;
    this.asked.push(key);
    if (this.status) return new Response('', { status: this.status });
    const text = this.files.get(key);
    return text === undefined
      ? new Response('', { status: 404 })
      : new Response(bodyOf(this.#forge, text), { status: 200 });
  };
}
