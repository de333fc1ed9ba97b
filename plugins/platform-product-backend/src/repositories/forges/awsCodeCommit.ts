import { decodedSegments } from '../decodedSegments';
import { Forge } from '../Forge';
import { encoded, flat, isFileLink, plain } from './linkParts';

/** AWS CodeCommit. */
export const awsCodeCommit: Forge = {
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
