/** The name of a heading in links, as GitHub makes it. */
function slugOf(text: string): string {
  return text
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * The names of headings in links, as GitHub makes them of their texts, in their order:
 * later ones of the same name get a number, whatever other headings are called.
 */
export function headingSlugs(texts: readonly string[]): string[] {
  const used = new Map<string, number>();
  return texts.map(text => {
    const slug = slugOf(text);
    let name = slug;
    let count = used.get(slug) ?? 0;
    while (used.has(name)) {
      count += 1;
      name = `${slug}-${count}`;
    }
    used.set(slug, count);
    used.set(name, used.get(name) ?? 0);
    return name;
  });
}

/** The id of a heading or an anchor on our page, from its name in links. */
export function headingId(name: string): string {
  return `guide-${name}`;
}
