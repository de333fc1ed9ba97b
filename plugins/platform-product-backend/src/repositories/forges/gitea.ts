import { Forge } from '../Forge';
import { encoded, namesBelow, placeOf, plain, withoutGit } from './linkParts';

/** Gitea and Forgejo, also below a path. */
export const gitea: Forge = {
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
