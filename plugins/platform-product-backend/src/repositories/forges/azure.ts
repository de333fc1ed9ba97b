import { decodedSegments } from '../decodedSegments';
import { Forge } from '../Forge';
import { encoded, flat, isFileLink } from './linkParts';

/** Azure DevOps, in the cloud and on a server. */
export const azure: Forge = {
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
