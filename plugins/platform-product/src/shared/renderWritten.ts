import { MarkdownTargets, renderMarkdown } from './renderMarkdown';

/** Only to other sites, and encrypted: what people write here has no place of its own. */
function toSite(target: string, protocols: readonly string[]) {
  try {
    const url = new URL(target);
    return protocols.includes(url.protocol) ? url.toString() : undefined;
  } catch {
    return undefined;
  }
}

const targets: MarkdownTargets = {
  link: href => toSite(href, ['https:', 'mailto:']),
  image: source => toSite(source, ['https:']),
};

/** Titles stand in the page at the third level. */
function lowerHeadings(markup: DocumentFragment): void {
  for (const heading of markup.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Math.min(6, Number(heading.tagName[1]) + 3);
    const lower = document.createElement(`h${level}`);
    lower.replaceChildren(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

/** Markdown that somebody typed here, as markup that is safe to show. */
export function renderWritten(text: string): DocumentFragment {
  const markup = renderMarkdown(text, targets);
  lowerHeadings(markup);
  return markup;
}
