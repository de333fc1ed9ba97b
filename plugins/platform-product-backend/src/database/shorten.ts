/**
 * Cuts a text to as many characters as a column takes, which PostgreSQL counts as
 * code points; what is cut off shows as an ellipsis.
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters.slice(0, longest - 1).join('')}…`;
}
