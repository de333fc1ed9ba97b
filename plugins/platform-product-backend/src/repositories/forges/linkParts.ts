import { decodedSegments } from '../decodedSegments';
import { ForgePlace } from '../Forge';

export const encoded = (names: readonly string[]) =>
  names.map(encodeURIComponent).join('/');
/** A ref as links for people have it, with its slashes. */
export const plain = (ref: string) => encoded(ref.split('/'));

/**
 * Backstage's readers for GitHub and Bitbucket Cloud decode a link once before they
 * take it apart. So whatever would mislead them is encoded once more.
 */
export const misleading = {
  github: ['-'],
  bitbucket: ['-', 'blob', 'tree', 'commit', 'issues'],
};

export function protectedName(name: string, words: readonly string[]): string {
  if (words.includes(name)) {
    const code = name.charCodeAt(0).toString(16).toUpperCase();
    return `%25${code}${name.slice(1)}`;
  }
  const once = encodeURIComponent(name);
  return /[#?%/&+]/.test(name) ? encodeURIComponent(once) : once;
}

export const protectedPath = (
  names: readonly string[],
  words: readonly string[],
): string => names.map(name => protectedName(name, words)).join('/');

/** Names of a link below the forge's base path. */
export function namesBelow(url: URL, base: string): string[] | undefined {
  const { pathname } = url;
  if (base && pathname !== base && !pathname.startsWith(`${base}/`)) {
    return undefined;
  }
  return decodedSegments(pathname.slice(base.length));
}

export const withoutGit = (name: string) => name.replace(/\.git$/i, '');
export const flat = (names: readonly string[]) =>
  names.flatMap(name => name.split('/')).filter(name => name !== '');

/** A link with a trailing slash is a directory; one to a YAML file is not. */
export function isFileLink(path: string, isFileByType = false): boolean {
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
export function placeOf({
  page,
  type,
  types,
  rest,
  url,
}: PathLink): ForgePlace {
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

export const fileTypes = ['blob', 'tree', 'raw', 'edit', 'blame', 'src'];
