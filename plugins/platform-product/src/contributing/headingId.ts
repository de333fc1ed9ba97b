/**
 * The id of a heading, from its text or from a link to it. Other headings of the
 * same text have ids with numbers.
 */
export function headingId(text: string, occurrence = 1): string {
  const name = text
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `guide-${name}${occurrence > 1 ? `-${occurrence}` : ''}`;
}
