/** The ids that headings get, by which the outline finds them. */
export function headingId(text: string): string {
  return `guide-${text.trim().toLocaleLowerCase('en-US').replace(/\W+/g, '-')}`;
}
