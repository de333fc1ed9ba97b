import { withoutFrontMatter } from '@platform-product/backstage-plugin-common/rules';
import { renderMarkdown } from '../shared/renderMarkdown';
import { addForgeMarkup } from './addForgeMarkup';
import { headingId, headingSlugs } from './headingSlugs';
import {
  GuideLinks,
  resolveGuideImage,
  resolveGuideLink,
} from './resolveGuideLink';

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Links are read as loosely as GitLab and older renderers spell them. */
const spellings = [
  (name: string) => name,
  (name: string) => name.toLocaleLowerCase('en-US'),
  (name: string) =>
    name
      .toLocaleLowerCase('en-US')
      .replace(/^(user-content|anchor)-/, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
];

/** The ids of the places that links within a guide can lead to, by their names. */
function markPlaces(
  guide: DocumentFragment,
): Array<[name: string, id: string]> {
  const places: Array<[string, string]> = [];
  const headings = [...guide.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const texts = headings.map(({ textContent }) => (textContent ?? '').trim());
  const slugs = headingSlugs(texts);
  const ids = new Set(slugs.map(headingId));
  for (const element of guide.querySelectorAll('[id], [name]')) {
    const at = headings.indexOf(element);
    const names = ['id', 'name'].flatMap(
      key => element.getAttribute(key) ?? [],
    );
    element.removeAttribute('id');
    element.removeAttribute('name');
    const free = names.map(headingId).find(each => !ids.has(each));
    const id = at < 0 ? free : headingId(slugs[at]);
    if (!id) continue;
    ids.add(id);
    element.setAttribute('id', id);
    names.forEach(name => places.push([name, id]));
  }
  headings.forEach((heading, at) => {
    const id = headingId(slugs[at]);
    heading.setAttribute('id', id);
    places.unshift([slugs[at], id]);
  });
  return places;
}

/**
 * A guide as markup that is safe to show, much as its forge shows it: links and images
 * lead to where the guide is from, and headings and anchors can be led to.
 */
export function renderGuide(
  text: string,
  guideUrl: string,
  links: GuideLinks = {},
): DocumentFragment {
  const guide = renderMarkdown(withoutFrontMatter(text), {
    link: href => resolveGuideLink(href, guideUrl, links),
    image: source => resolveGuideImage(source, guideUrl, links),
    hasAnchors: true,
  });
  addForgeMarkup(guide);
  const places = markPlaces(guide);
  const bySpelling = spellings.map(spell => {
    const ids = new Map<string, string>();
    for (const [name, id] of places) {
      if (!ids.has(spell(name))) ids.set(spell(name), id);
    }
    return (name: string) => ids.get(spell(name));
  });
  for (const link of guide.querySelectorAll('a[href^="#"]')) {
    const fragment = (link.getAttribute('href') ?? '').slice(1);
    const name = decodeFragment(fragment);
    const id = bySpelling.flatMap(find => find(name) ?? [])[0];
    // The source may know a place that is not in the text.
    link.setAttribute(
      'href',
      id ? `#${id}` : `${guideUrl.split('#')[0]}#${encodeURIComponent(name)}`,
    );
    if (!id) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    }
  }
  return guide;
}
