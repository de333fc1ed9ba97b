import { Forge } from '../Forge';
import {
  encoded,
  fileTypes,
  misleading,
  namesBelow,
  placeOf,
  plain,
  protectedName,
  protectedPath,
  withoutGit,
} from './linkParts';

/** GitHub and GitHub Enterprise. */
export const github: Forge = {
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
