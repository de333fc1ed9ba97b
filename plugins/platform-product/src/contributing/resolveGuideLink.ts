/** What links of a guide are relative to. */
export interface GuideLinks {
  /** From the root of the repository. */
  readonly path?: string;
  /** Link of any file, with `{path}` in it. */
  readonly pageTemplate?: string;
  /** Link of the bare content of any file, with `{path}` in it. */
  readonly imageTemplate?: string;
}

/** What the link of a file on most forges tells, where nothing else does. */
function linksOf(guideUrl: string): GuideLinks {
  const [, before, ref, path] =
    /^(https?:[^?#]+?\/)blob(\/[^/?#]+\/)([^?#]+)/.exec(guideUrl) ?? [];
  return path === undefined
    ? {}
    : {
        path: decodeURI(path),
        pageTemplate: `${before}blob${ref}{path}`,
        imageTemplate: `${before}raw${ref}{path}`,
      };
}

function fill(template: string, path: string): string {
  const isQuery = template.slice(0, template.indexOf('{path}')).includes('?');
  const names = path.split('/').map(encodeURIComponent);
  return template.replace('{path}', () => names.join(isQuery ? '%2F' : '/'));
}

const base = 'https://repository.invalid/';

/**
 * The path in the repository that a relative link means; a slash at its start is the
 * root. Undefined for a link out of the repository, such as to its issues.
 */
function pathOf(href: string, path: string): string | undefined {
  const directory = href.startsWith('/') ? [] : path.split('/').slice(0, -1);
  let depth = directory.length;
  for (const name of href.split(/[?#]/)[0].split('/')) {
    if (name === '..') depth -= 1;
    else if (name !== '' && name !== '.') depth += 1;
    if (depth < 0) return undefined;
  }
  const from =
    base + directory.map(name => `${encodeURIComponent(name)}/`).join('');
  return decodeURIComponent(new URL(href, from).pathname.slice(1));
}

/** As browsers read it: they skip breaks and tabs anywhere. */
const cleaned = (href: string) => href.replace(/[\t\n\r]/g, '').trim();

/** A link of the guide that leads to a file, by the template for such links. */
function fileLink(
  href: string,
  links: GuideLinks,
  template: string,
): string | undefined {
  const isRelative = !/^([a-z][a-z0-9+.-]*:|[/\\]{2}|[?#]|$)/i.test(href);
  if (!isRelative || links.path === undefined) return undefined;
  const path = pathOf(href, links.path);
  if (path === undefined) return undefined;
  return fill(template, path) + new URL(href, base).hash;
}

function safeUrl(href: string, guideUrl: string): string | undefined {
  const url = new URL(href, guideUrl);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol)
    ? url.toString()
    : undefined;
}

/**
 * Where a link or an image in a guide leads, seen from the file that it stands in.
 * Undefined for what is not safe to follow: only http, https and mail.
 */
export function resolveGuideLink(
  href: string,
  guideUrl: string,
  given: GuideLinks = {},
): string | undefined {
  if (href.startsWith('#')) return href;
  const links = given.pageTemplate ? given : linksOf(guideUrl);
  try {
    const file =
      links.pageTemplate && fileLink(cleaned(href), links, links.pageTemplate);
    return safeUrl(file || href, guideUrl);
  } catch {
    return undefined;
  }
}

/** Where an image in a guide is; forges show a page at the link of the file. */
export function resolveGuideImage(
  source: string,
  guideUrl: string,
  given: GuideLinks = {},
): string | undefined {
  const links = given.pageTemplate ? given : linksOf(guideUrl);
  try {
    const file =
      links.imageTemplate &&
      fileLink(cleaned(source), links, links.imageTemplate);
    const url = safeUrl(file || source, guideUrl);
    return url && /^https?:/.test(url) ? url : undefined;
  } catch {
    return undefined;
  }
}
