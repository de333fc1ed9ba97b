const frontMatter =
  /^\uFEFF?---[ \t]*\r?\n(?=(?:[ \t]*\r?\n|#[^\n]*\n)*[\w-]+[ \t]*:)[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * A Markdown text without the YAML at its start, which tools of documentation read and
 * forges do not show as text. Its lines stay, empty, so that all others keep their numbers.
 *
 * @public
 */
export function withoutFrontMatter(text: string): string {
  return text.replace(frontMatter, yaml => yaml.replace(/[^\n]/g, ''));
}
