import { decodedSegments } from './decodedSegments';
import { Forge, ForgePlace } from './Forge';

const encoded = (names: readonly string[]) =>
  names.map(encodeURIComponent).join('/');
/** A ref as links for people have it, with its slashes. */
const plain = (ref: string) => encoded(ref.split('/'));

/**
 * Backstage's readers for GitHub and Bitbucket Cloud decode a link once before they
 * take it apart. So whatever would mislead them is encoded once more.
 */
const misleading = {
  github: ['-'],
  bitbucket: ['-', 'blob', 'tree', 'commit', 'issues'],
};

function protectedName(name: string, words: readonly string[]): string {
  if (words.includes(name)) {
    const code = name.charCodeAt(0).toString(16).toUpperCase();
    return `%25${code}${name.slice(1)}`;
  }
  const once = encodeURIComponent(name);
  return /[#?%/&+]/.test(name) ? encodeURIComponent(once) : once;
}

const protectedPath = (
  names: readonly string[],
  words: readonly string[],
): string => names.map(name => protectedName(name, words)).join('/');

/** Names of a link below the forge's base path. */
function namesBelow(url: URL, base: string): string[] | undefined {
  const { pathname } = url;
  if (base && pathname !== base && !pathname.startsWith(`${base}/`)) {
    return undefined;
  }
  return decodedSegments(pathname.slice(base.length));
}

const withoutGit = (name: string) => name.replace(/\.git$/i, '');
const flat = (names: readonly string[]) =>
  names.flatMap(name => name.split('/')).filter(name => name !== '');

/** A link with a trailing slash is a directory; one to a YAML file is not. */
function isFileLink(path: string, isFileByType = false): boolean {
  if (path.endsWith('/')) return false;
  return isFileByType || /\.(ya?ml|json|md)$/i.test(path);
}

interface PathLink {
  readonly page: string;
  readonly type?: string;
  readonly types: readonly string[];
  readonly rest: readonly string[];
  readonly url: URL;
}

/** A link such as `…/blob/main/docs`: what it shows, the ref, and the path. */
function placeOf({ page, type, types, rest, url }: PathLink): ForgePlace {
  if (type === undefined) return { page, path: [], isFile: false };
  const [first, kind, name, ...below] = rest;
  if (!types.includes(type) || !first) return { page, isFile: false };
  const isFull = first === 'refs' && /^(heads|tags)$/.test(kind) && name;
  return {
    page,
    ref: isFull ? name : first,
    path: flat(isFull ? below : rest.slice(1)),
    isFile: isFileLink(url.pathname, type !== 'tree' && type !== 'src'),
  };
}

const fileTypes = ['blob', 'tree', 'raw', 'edit', 'blame', 'src'];

const github: Forge = {
  hasRefInPath: true,
  ownersPage: page => page.replace(/[^/]+$/, '.github'),
  parse(url, base) {
    const [owner, name, type, ...rest] = namesBelow(url, base) ?? [];
    if (!owner || !name) return undefined;
    const page = `${url.origin}${base}/${encoded([owner, withoutGit(name)])}`;
    return placeOf({ page, type, types: fileTypes, rest, url });
  },
  readUrl({ page, ref = 'HEAD', path }) {
    const words = misleading.github;
    const branch = protectedName(ref, words);
    return `${page}/blob/${branch}/${protectedPath(path, words)}`;
  },
  pageUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/blob/${plain(ref)}/${encoded(path)}`,
  rawUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/raw/${plain(ref)}/${encoded(path)}`,
  newFileUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/new/${plain(ref)}?filename=${encodeURIComponent(path.join('/'))}`,
};

const gitlab: Forge = {
  hasRefInPath: true,
  parse(url, base) {
    const names = namesBelow(url, base);
    if (!names) return undefined;
    // Old links have no dash; no name of a project or group is one.
    const dash = names.indexOf('-', 2);
    const old = (name: string, at: number) =>
      at >= 2 && at < names.length - 1 && /^(blob|tree|raw)$/.test(name);
    const mark = dash < 0 ? names.findIndex(old) : dash;
    const project = mark < 0 ? names : names.slice(0, mark);
    if (project.length < 2) return undefined;
    const last = project.length - 1;
    const page = `${url.origin}${base}/${encoded([
      ...project.slice(0, last),
      withoutGit(project[last]),
    ])}`;
    const [type, ...rest] =
      mark < 0 ? [] : names.slice(names[mark] === '-' ? mark + 1 : mark);
    return placeOf({ page, type, types: fileTypes, rest, url });
  },
  readUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/-/blob/${encodeURIComponent(ref)}/${encoded(path)}`,
  pageUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/-/blob/${plain(ref)}/${encoded(path)}`,
  rawUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/-/raw/${plain(ref)}/${encoded(path)}`,
  newFileUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/-/new/${plain(ref)}?file_name=${encodeURIComponent(
      path.join('/'),
    )}`,
};

const bitbucketCloud: Forge = {
  hasRefInPath: true,
  parse(url, base) {
    const [owner, name, type, ...rest] = namesBelow(url, base) ?? [];
    if (!owner || !name) return undefined;
    const page = `${url.origin}${base}/${encoded([owner, withoutGit(name)])}`;
    return placeOf({ page, type, types: ['src', 'raw'], rest, url });
  },
  readUrl({ page, ref = 'HEAD', path }) {
    const words = misleading.bitbucket;
    const branch = protectedName(ref, words);
    return `${page}/src/${branch}/${protectedPath(path, words)}`;
  },
  pageUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/src/${plain(ref)}/${encoded(path)}`,
  rawUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/raw/${plain(ref)}/${encoded(path)}`,
};

const atRef = (ref: string | undefined) =>
  ref === undefined ? '' : `?at=${encodeURIComponent(ref)}`;

const bitbucketServer: Forge = {
  parse(url) {
    const names = decodedSegments(url.pathname);
    if (!names) return undefined;
    const start = names.findIndex(
      (name, at) =>
        (/^(projects|users)$/.test(name) && names[at + 2] === 'repos') ||
        (name === 'scm' && at === names.length - 3),
    );
    if (start < 0) return undefined;
    const isClone = names[start] === 'scm';
    const owner = names[start + 1].replace(/^~/, '');
    const isUser = names[start] === 'users' || owner !== names[start + 1];
    const repository = names[start + (isClone ? 2 : 3)];
    if (!owner || !repository) return undefined;
    const page = `${url.origin}/${encoded([
      ...names.slice(0, start),
      isUser ? 'users' : 'projects',
      owner,
      'repos',
      withoutGit(repository),
    ])}`;
    const [type, ...path] = isClone ? [] : names.slice(start + 4);
    if (type && type !== 'browse' && type !== 'raw') {
      return { page, isFile: false };
    }
    return {
      page,
      ref: url.searchParams.get('at') || undefined,
      path: flat(path),
      isFile: isFileLink(url.pathname, type === 'raw'),
    };
  },
  readUrl: ({ page, ref, path }) =>
    `${page}/browse/${encoded(path)}${atRef(ref)}`,
  rawUrl: ({ page, ref, path }) => `${page}/raw/${encoded(path)}${atRef(ref)}`,
};

const azure: Forge = {
  parse(url) {
    const names = decodedSegments(url.pathname);
    const mark = names?.indexOf('_git') ?? -1;
    const repository = names?.[mark + 1];
    if (!names || mark < 1 || !repository) return undefined;
    const page = `${url.origin}/${encoded(names.slice(0, mark + 2))}`;
    const where = url.searchParams.get('path') ?? '';
    const path = decodedSegments(encodeURIComponent(where));
    if (!path || names.length > mark + 2) return { page, isFile: false };
    // The first two letters say whether it is a branch, a tag or a commit.
    const version = url.searchParams.get('version') ?? '';
    return {
      page,
      ref: version.slice(2) || undefined,
      refType: version.slice(0, 2) || undefined,
      path: flat(path),
      isFile: isFileLink(where),
    };
  },
  readUrl({ page, ref, refType = 'GB', path }) {
    const query = new URLSearchParams({ path: `/${path.join('/')}` });
    if (ref !== undefined) query.set('version', `${refType}${ref}`);
    return `${page}?${query}`;
  },
  rawUrl({ page, ref, refType = 'GB', path }) {
    const query = new URLSearchParams({ path: `/${path.join('/')}` });
    if (ref !== undefined) {
      const types: Record<string, string> = { GT: 'tag', GC: 'commit' };
      query.set('versionDescriptor.version', ref);
      query.set('versionDescriptor.versionType', types[refType] ?? 'branch');
    }
    query.set('api-version', '6.0');
    const items = page.replace(
      /\/_git\/([^/]+)$/,
      '/_apis/git/repositories/$1',
    );
    return `${items}/items?${query}`;
  },
};

const gitea: Forge = {
  hasRefInPath: true,
  parse(url, base) {
    const [owner, name, type, ...rest] = namesBelow(url, base) ?? [];
    if (!owner || !name) return undefined;
    const page = `${url.origin}${base}/${encoded([owner, withoutGit(name)])}`;
    const isTyped = /^(branch|tag|commit)$/.test(rest[0] ?? '');
    const place = placeOf({
      page,
      type: type === '_edit' ? 'edit' : type,
      types: ['src', 'raw', 'edit'],
      rest: isTyped && type !== '_edit' ? rest.slice(1) : rest,
      url,
    });
    const refType = isTyped ? rest[0] : undefined;
    return place.ref === 'HEAD'
      ? { ...place, ref: undefined }
      : { ...place, refType };
  },
  // Gitea's API takes an empty ref for the default branch, and knows no HEAD.
  readUrl: ({ page, ref = '', refType = 'branch', path }) =>
    `${page}/src/${refType}/${encodeURIComponent(ref)}/${encoded(path)}`,
  pageUrl: ({ page, ref = 'HEAD', refType = 'branch', path }) =>
    `${page}/src/${refType}/${plain(ref)}/${encoded(path)}`,
  rawUrl: ({ page, ref = 'HEAD', refType = 'branch', path }) =>
    `${page}/raw/${refType}/${plain(ref)}/${encoded(path)}`,
  newFileUrl: ({ page, ref = 'HEAD', path }) =>
    `${page}/_new/${plain(ref)}/${encoded(path.slice(0, -1))}`,
};

const gerrit: Forge = {
  hasRefInPath: true,
  parse(url, base) {
    const isSignedIn = base && url.pathname.startsWith(`/a${base}/`);
    const names = namesBelow(url, isSignedIn ? `/a${base}` : base);
    if (!names?.length) return undefined;
    const mark = names.indexOf('+');
    const project = mark < 0 ? names : names.slice(0, mark);
    if (!project.length) return undefined;
    const page = `${url.origin}${base}/${plain(project.join('/'))}`;
    const [first, kind, name, ...below] = mark < 0 ? [] : names.slice(mark + 1);
    const rest = mark < 0 ? [] : names.slice(mark + 2);
    const isFile = isFileLink(url.pathname);
    if (!first || first === 'HEAD') return { page, path: flat(rest), isFile };
    if (/^[0-9a-f]{40}$/i.test(first)) {
      return { page, ref: first, refType: 'sha', path: flat(rest), isFile };
    }
    return first === 'refs' && /^(heads|tags)$/.test(kind) && name
      ? { page, ref: name, refType: kind, path: flat(below), isFile }
      : { page, ref: first, refType: 'heads', path: flat(rest), isFile };
  },
  // The reader takes no HEAD, and the API behind it takes it for a branch.
  readUrl: ({ page, ref = 'HEAD', refType = 'heads', path }) =>
    refType === 'sha'
      ? `${page}/+/${ref}/${encoded(path)}`
      : `${page}/+/refs/${refType}/${encodeURIComponent(ref)}/${encoded(path)}`,
  pageUrl({ page, ref, refType = 'heads', path }) {
    const full = ref && refType !== 'sha' ? `refs/${refType}/${ref}` : ref;
    return `${page}/+/${plain(full ?? 'HEAD')}/${encoded(path)}`;
  },
};

const awsCodeCommit: Forge = {
  parse(url) {
    const names = decodedSegments(url.pathname);
    const [suite, product, list, name, page, ...rest] = names ?? [];
    if (suite !== 'codesuite' || product !== 'codecommit') return undefined;
    if (list !== 'repositories' || !name) return undefined;
    const repository = `${url.origin}/${encoded([suite, product, list, name])}`;
    const isEdit = page === 'files' && rest[0] === 'edit';
    if (page && page !== 'browse' && !isEdit) {
      return { page: repository, isFile: false };
    }
    const shown = isEdit ? rest.slice(1) : rest;
    const mark = shown.indexOf('--');
    return {
      page: repository,
      ref: shown.slice(0, mark < 0 ? undefined : mark).join('/') || undefined,
      path: mark < 0 ? [] : flat(shown.slice(mark + 1)),
      isFile: isFileLink(url.pathname),
    };
  },
  readUrl({ page, ref, path }) {
    const region = new URL(page).host.split('.')[0];
    const branch = ref === undefined ? '' : `${plain(ref)}/`;
    return `${page}/browse/${branch}--/${encoded(path)}?region=${region}`;
  },
};

const harness: Forge = {
  parse(url) {
    const names = decodedSegments(url.pathname);
    const mark = names?.lastIndexOf('repos') ?? -1;
    if (!names || mark < 0 || !names[mark + 1]) return undefined;
    const page = `${url.origin}/${encoded(names.slice(0, mark + 2))}`;
    const [type, ...rest] = names.slice(mark + 2);
    if (type && type !== 'files' && type !== 'edit') {
      return { page, isFile: false };
    }
    const tilde = rest.indexOf('~');
    return {
      page,
      ref: rest.slice(0, tilde < 0 ? undefined : tilde).join('/') || undefined,
      path: tilde < 0 ? [] : flat(rest.slice(tilde + 1)),
      isFile: isFileLink(url.pathname),
    };
  },
  readUrl: ({ page, ref = 'main', path }) =>
    `${page}/files/${plain(ref)}/~/${encoded(path)}`,
};

/**
 * What each forge is like, by the type of its Backstage integration. Stores of files,
 * such as S3, are none.
 */
export const forges: Readonly<Record<string, Forge>> = {
  github,
  gitlab,
  bitbucketCloud,
  bitbucketServer,
  azure,
  gitea,
  gerrit,
  awsCodeCommit,
  harness,
};
