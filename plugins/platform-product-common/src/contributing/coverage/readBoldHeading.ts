import type { GuideNode } from '../GuideNode';
import { readText } from './readSentences';

/** In words. */
const LONGEST_BOLD_HEADING = 10;

/** A short line all in bold, such as '**How to become a reviewer**:', is a heading in all but name. */
export function readBoldHeading(node: GuideNode): string | undefined {
  const [first, ...rest] = node.children ?? [];
  if (
    first?.type !== 'strong' ||
    rest.some(other => (other.value ?? 'x').trim().replace(':', '') !== '')
  )
    return undefined;
  const text = readText([first]);
  const sentence = text.endsWith('.') || text.endsWith('!');
  return sentence || text.split(' ').length > LONGEST_BOLD_HEADING
    ? undefined
    : text;
}
