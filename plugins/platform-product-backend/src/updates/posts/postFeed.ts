import { Post } from '@platform-product/backstage-plugin-common';
import { Feed } from 'feed';

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Text that stands in XML: without what no document may hold, however it is escaped. */
function cleaned(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

/** Plain text as HTML, since the library says of all text that it is that. */
function escaped(text: string): string {
  return cleaned(text).replace(/[&<>]/g, found => characters[found]);
}

/** Markdown as it was typed, paragraph by paragraph. */
function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(part => `<p>${escaped(part).replace(/\n/g, '<br/>')}</p>`)
    .join('\n');
}

/** When a feed was updated that has nothing in it; the format wants a moment. */
const never = new Date(0);

/** Posts as Atom (RFC 4287), the newest first. */
export function postFeed(about: {
  readonly title: string;
  /** Names the feed for good. */
  readonly id: string;
  /** The page in the app. */
  readonly link: string;
  readonly posts: ReadonlyArray<{
    readonly post: Post;
    /** What people call its service. */
    readonly title: string;
    /** The service's page in the app. */
    readonly link: string;
  }>;
}): string {
  const { title, id, link, posts } = about;
  const [newest] = posts;
  const feed = new Feed({
    title: cleaned(title),
    id,
    link,
    updated: newest ? new Date(newest.post.publishedAt!) : never,
    generator: 'Platform Product',
    copyright: '',
    author: { name: cleaned(title) },
  });
  for (const { post, ...service } of posts) {
    feed.addItem({
      id: `urn:uuid:${post.id}`,
      title: escaped(post.title),
      link: service.link,
      date: new Date(post.publishedAt!),
      content: paragraphs(post.text),
      author: [{ name: cleaned(service.title) }],
      category: post.tags.map(name => ({ name, term: name })),
    });
  }
  return feed.atom1();
}
