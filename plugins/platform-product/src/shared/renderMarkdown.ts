import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true, linkify: true });
// Names of files such as README.md are no addresses, though `.md` is a domain.
markdown.linkify.set({ fuzzyLink: false });
markdown.linkify.add('www.', {
  validate: (text, at) =>
    /^[\w-]+(\.[\w-]+)+(\/[^\s<>"]*[^\s<>"'.,:;!?)\]])?/.exec(
      text.slice(at, at + 2_000),
    )?.[0].length ?? 0,
  normalize: match => {
    match.url = `https://${match.url}`;
  },
});

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
  /** Leaves the names that links can lead to, which the caller has to make safe. */
  readonly hasAnchors?: true;
}

/** Markdown as markup that is safe to show: everything that could act is left out. */
export function renderMarkdown(
  text: string,
  targets: MarkdownTargets,
): DocumentFragment {
  const rendered = DOMPurify.sanitize(markdown.render(text), {
    ...allowed,
    ALLOWED_ATTR: [
      ...allowed.ALLOWED_ATTR,
      ...(targets.hasAnchors ? ['id', 'name'] : []),
    ],
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of rendered.querySelectorAll('a[href]')) {
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
