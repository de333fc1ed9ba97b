import { isShortened } from './readName';

/**
 * Both names of a rename, which tools write as `old -> new`, `old => new` or
 * `src/{old => new}/file`; the name alone where there is but one.
 */
export function renamedNames(text: string): readonly string[] {
  if (isShortened(text)) return [text];
  const arrow = /\s+[-=]>\s+/.exec(text);
  if (!arrow) return [text];
  const before = text.slice(0, arrow.index);
  const after = text.slice(arrow.index + arrow[0].length);
  const open = before.lastIndexOf('{');
  const close = after.indexOf('}');
  // Names in quotes are never folded together.
  const isFolded =
    open >= 0 &&
    close >= 0 &&
    !before.slice(open).includes('}') &&
    !text.startsWith('"');
  // Git prints `{ => new}` where a folder is added, so that the blank counts.
  const added = /^(.*)\{ =>\s+/.exec(text);
  if (!isFolded && !added) return [before, after];
  const start = before.slice(0, open);
  const end = after.slice(close + 1);
  return [before.slice(open + 1), after.slice(0, close)].map(middle =>
    `${start}${middle.trim()}${end}`.replace('//', '/'),
  );
}
