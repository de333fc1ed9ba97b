import { Forge } from '../Forge';
import {
  encoded,
  misleading,
  namesBelow,
  placeOf,
  plain,
  protectedName,
  protectedPath,
  withoutGit,
} from './linkParts';

/** Bitbucket Cloud. */
export const bitbucketCloud: Forge = {
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
