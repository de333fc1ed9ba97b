import type { Heading, Root } from 'mdast';
import { z } from 'zod';
import { guideHeadingSchema } from './routes';

const mostHeadings = 500;

function textOf(node: { children?: unknown; value?: unknown }): string {
  if (typeof node.value === 'string') return node.value;
  return Array.isArray(node.children) ? node.children.map(textOf).join('') : '';
}

/**
 * The headings of a guide in their order, the first 500 of them.
 *
 * @public
 */
export function outlineGuide(
  guide: Root,
): Array<z.infer<typeof guideHeadingSchema>> {
  return guide.children
    .filter((node): node is Heading => node.type === 'heading')
    .slice(0, mostHeadings)
    .map(heading => ({
      depth: heading.depth,
      text: textOf(heading).trim(),
      line: heading.position?.start.line ?? 1,
    }))
    .filter(({ text }) => text);
}
