import type { GuideNode } from './GuideNode';
import { GuideHeading } from './routes';

const mostHeadings = 500;

/** What a page shows as text; not tags, nor what an image stands for. */
function textOf({ type, value, children = [] }: GuideNode): string {
  if (type === 'html' || type === 'image') return '';
  return value ?? children.map(textOf).join('');
}

/**
 * The headings of a guide in their order, the first 500 of them.
 *
 * @public
 */
export function outlineGuide(guide: GuideNode): GuideHeading[] {
  return (guide.children ?? [])
    .filter(({ type }) => type === 'heading')
    .slice(0, mostHeadings)
    .map(heading => ({
      depth: heading.depth ?? 1,
      text: textOf(heading).trim(),
      line: heading.position?.start.line ?? 1,
    }))
    .filter(({ text }) => text);
}
