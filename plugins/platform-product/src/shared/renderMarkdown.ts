import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true });

/** Markup that people may write; no styles, forms, frames or scripts. */
const allowed = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'div', 'span'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'code'],
    ...['em', 'strong', 'b', 'i', 's', 'del', 'ins', 'sub', 'sup', 'kbd'],
    ...['a', 'img', 'details', 'summary'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'align', 'width', 'height'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** Where links and images lead; undefined for what is not safe to follow. */
export interface MarkdownTargets {
  link(href: string): string | undefined;
  image(source: string): string | undefined;
}

/** Markdown as markup that is safe to show: everything that could act is left out. */
export function renderMarkdown(
  text: string,
  targets: MarkdownTargets,
): DocumentFragment {
  const rendered = DOMPurify.sanitize(markdown.render(text), {
    ...allowed,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of rendered.querySelectorAll('a')) {
    const href = targets.link(link.getAttribute('href') ?? '');
    if (!href) {
      link.removeAttribute('href');
    } else {
      link.setAttribute('href', href);
      if (!href.startsWith('#')) {
        link.setAttribute('target', '_blank');
        link.setAttribute('rel', 'noopener noreferrer');
      }
    }
  }
  for (const image of rendered.querySelectorAll('img')) {
    const source = targets.image(image.getAttribute('src') ?? '');
    if (source) image.setAttribute('src', source);
    else image.removeAttribute('src');
    image.setAttribute('loading', 'lazy');
    image.setAttribute('referrerpolicy', 'no-referrer');
  }
  return rendered;
}
