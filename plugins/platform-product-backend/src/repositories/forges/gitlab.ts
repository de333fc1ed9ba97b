import { Forge } from '../Forge';
import {
  encoded,
  fileTypes,
  namesBelow,
  placeOf,
  plain,
  withoutGit,
} from './linkParts';

/** GitLab, also below a path. */
export const gitlab: Forge = {
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
