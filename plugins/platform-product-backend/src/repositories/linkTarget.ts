import { posix } from 'path';

const document = /\.(md|markdown|mdown|rst|adoc|asciidoc|txt)$/i;
const ownership = /^(CODEOWNERS|OWNERS|OWNERS_ALIASES)$/;

const kindOf = (path: string) => {
  const name = posix.basename(path);
  if (ownership.test(name)) return 'ownership';
  return document.test(name) || /^contributing$/i.test(name)
    ? 'document'
    : undefined;
};

/**
 * Where a symbolic link leads: Git keeps it as a file whose only line is a path, and
 * most forges answer so. Undefined for other text, and for links out of the repository
 * or to a file of another kind.
 */
export function linkTarget(path: string, content: string): string | undefined {
  const line = content.replace(/\r?\n$/, '');
  if (!/^[^\s:*?"<>|\\#[\]()`]{1,300}$/.test(line)) return undefined;
  if (line.startsWith('/')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(path), line));
  if (target.startsWith('..') || target === path) return undefined;
  const kind = kindOf(target);
  return kind !== undefined && kind === kindOf(path) ? target : undefined;
}
