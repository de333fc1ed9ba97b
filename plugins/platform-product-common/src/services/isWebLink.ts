/**
 * Whether a text is an absolute http(s) URL, the only kind of link that the
 * suite stores or shows.
 *
 * @public
 */
export function isWebLink(value: string): boolean {
  try {
    // Without the slashes it would lead into the page that it stands on.
    return (
      /^\s*https?:\/\//i.test(value) &&
      ['http:', 'https:'].includes(new URL(value).protocol)
    );
  } catch {
    return false;
  }
}
