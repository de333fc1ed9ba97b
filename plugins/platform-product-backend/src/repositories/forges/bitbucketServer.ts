import { decodedSegments } from '../decodedSegments';
import { Forge } from '../Forge';
import { encoded, flat, isFileLink, withoutGit } from './linkParts';

const atRef = (ref: string | undefined) =>
  ref === undefined ? '' : `?at=${encodeURIComponent(ref)}`;

/** Bitbucket Server and Data Center, also below a path. */
export const bitbucketServer: Forge = {
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
