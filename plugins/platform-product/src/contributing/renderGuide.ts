import { renderMarkdown } from '../shared/renderMarkdown';
import { headingId } from './headingId';
import { resolveGuideImage, resolveGuideLink } from './resolveGuideLink';

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A guide as markup that is safe to show: links and images lead to where the
 * guide is from, and headings can be led to.
 */
export function renderGuide(text: string, guideUrl: string): DocumentFragment {
  const guide = renderMarkdown(text, {
    link: href => {
      const target = resolveGuideLink(href, guideUrl);
      return target?.startsWith('#')
        ? `#${headingId(decodeFragment(target))}`
        : target;
    },
    image: source => resolveGuideImage(source, guideUrl),
  });
  const seen = new Map<string, number>();
  for (const heading of guide.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const title = (heading.textContent ?? '').trim();
    const occurrence = (seen.get(title) ?? 0) + 1;
    seen.set(title, occurrence);
    heading.setAttribute('id', headingId(title, occurrence));
  }
  return guide;
}
