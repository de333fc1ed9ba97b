/**
 * Where a link or an image in a guide leads, seen from the file that it stands in.
 * Undefined for what is not safe to follow: only http, https and mail.
 */
export function resolveGuideLink(
  href: string,
  guideUrl: string,
): string | undefined {
  if (href.startsWith('#')) return href;
  try {
    const url = new URL(href, guideUrl);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol)
      ? url.toString()
      : undefined;
  } catch {
    return undefined;
  }
}

/** Where an image in a guide is; forges show a page at the link of the file. */
export function resolveGuideImage(
  source: string,
  guideUrl: string,
): string | undefined {
  const url = resolveGuideLink(source, guideUrl);
  if (!url || !/^https?:/.test(url)) return undefined;
  const isRelative = !/^[a-z][a-z0-9+.-]*:/i.test(source);
  return isRelative ? url.replace('/blob/', '/raw/') : url;
}
