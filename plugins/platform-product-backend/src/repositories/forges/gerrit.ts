import { Forge } from '../Forge';
import { encoded, flat, isFileLink, namesBelow, plain } from './linkParts';

/** Gerrit, whose pages are those of Gitiles. */
export const gerrit: Forge = {
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
