import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { headingId } from './headingId';
import { resolveGuideImage, resolveGuideLink } from './resolveGuideLink';

const markdown = new MarkdownIt({ html: true });

/** Markup that a guide may hold; no styles, forms, frames or scripts. */
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

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A guide as markup that is safe to show: links and images lead to where the
 * guide is from, and everything that could act is left out.
 */
export function renderGuide(text: string, guideUrl: string): DocumentFragment {
  const guide = DOMPurify.sanitize(markdown.render(text), {
    ...allowed,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of guide.querySelectorAll('a')) {
    const href = resolveGuideLink(link.getAttribute('href') ?? '', guideUrl);
    if (!href) {
      link.removeAttribute('href');
    } else if (href.startsWith('#')) {
      link.setAttribute('href', `#${headingId(decodeFragment(href))}`);
    } else {
      link.setAttribute('href', href);
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    }
  }
  for (const image of guide.querySelectorAll('img')) {
    const source = resolveGuideImage(image.getAttribute('src') ?? '', guideUrl);
    if (source) image.setAttribute('src', source);
    else image.removeAttribute('src');
    image.setAttribute('loading', 'lazy');
    image.setAttribute('referrerpolicy', 'no-referrer');
  }
  const seen = new Map<string, number>();
  for (const heading of guide.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const title = (heading.textContent ?? '').trim();
    const occurrence = (seen.get(title) ?? 0) + 1;
    seen.set(title, occurrence);
    heading.setAttribute('id', headingId(title, occurrence));
  }
  return guide;
}
