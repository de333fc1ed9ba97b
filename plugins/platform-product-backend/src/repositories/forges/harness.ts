import { decodedSegments } from '../decodedSegments';
import { Forge } from '../Forge';
import { encoded, flat, isFileLink, plain } from './linkParts';

/** Harness Code. */
export const harness: Forge = {
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
