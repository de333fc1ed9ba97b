import { Post } from '@platform-product/backstage-plugin-common';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { postFeed } from './postFeed';

const post: Post = {
  id: '3c1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80',
  entityRef: 'component:default/logs',
  title: 'News',
  text: 'One\n\nTwo',
  tags: [],
  audience: 'everybody',
  publishedAt: '2026-11-20T10:00:00.000Z',
  version: 1,
  createdBy: 'user:default/olga',
  createdAt: '2026-11-20T10:00:00.000Z',
};
const link = 'https://example.com/logs';
const toFeed = (title: string, posts: readonly Post[]) =>
  postFeed({
    title,
    id: link,
    link,
    posts: posts.map(one => ({ post: one, title, link })),
  });

const atom = 'http://www.w3.org/2005/Atom';
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads XML, and throws where it is not well-formed, or of another namespace. */
function read(text: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe(atom);
    const node: Node = {
      name: local,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { value }]) => [name, value]),
      ),
      children: [],
      text: '',
    };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  const add = (part: string) => {
    open.at(-1)!.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  expect(top.children.map(({ name }) => name)).toEqual(['feed']);
  return top.children[0];
}

function oneIn(place: Node, name: string): Node {
  const found = place.children.filter(child => child.name === name);
  expect([name, found.length]).toEqual([name, 1]);
  return found[0];
}

/** What RFC 4287 demands of a feed and of each of its entries, which are answered. */
function checkValid(text: string): Node[] {
  const feed = read(text);
  const entries = feed.children.filter(({ name }) => name === 'entry');
  for (const place of [feed, ...entries]) {
    expect(() => new URL(oneIn(place, 'id').text)).not.toThrow();
    expect(oneIn(place, 'title').text).not.toBe('');
    expect(oneIn(place, 'updated').text).toMatch(rfc3339);
    expect(oneIn(oneIn(place, 'author'), 'name').text).not.toBe('');
    const links = place.children.filter(({ name }) => name === 'link');
    const alternates = links.filter(
      ({ attributes: { rel = 'alternate' } }) => rel === 'alternate',
    );
    expect(alternates).toHaveLength(1);
    for (const category of place.children) {
      if (category.name === 'category') {
        expect(category.attributes.term).toBeTruthy();
      }
    }
  }
  const ids = entries.map(entry => oneIn(entry, 'id').text);
  expect(new Set(ids).size).toBe(ids.length);
  return entries;
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

/** What a reader shows of HTML that is nothing but text in paragraphs. */
function textOf({ attributes, text }: Node): string {
  expect(attributes.type).toBe('html');
  const plain = text.replace(/<\/?p>|<br\/>/g, '');
  expect(plain).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
  return plain.replace(/&\w+;/g, found => references[found]);
}

describe('the feed of posts', () => {
  it('is valid, also when it is empty', () => {
    expect(checkValid(toFeed('Logs', []))).toEqual([]);
    const [entry] = checkValid(toFeed('Logs', [post]));
    expect(oneIn(entry, 'updated').text).toBe(post.publishedAt);
    expect(oneIn(entry, 'content').text).toBe('<p>One</p>\n<p>Two</p>');
  });

  it('is as new as its newest post', () => {
    const older = {
      ...post,
      id: '4d1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80',
      publishedAt: '2026-10-20T10:00:00.000Z',
    };
    const feed = read(toFeed('Logs', [post, older]));
    expect(oneIn(feed, 'updated').text).toBe(post.publishedAt);
  });

  it('is valid and tells the text as it was typed, whatever was typed', () => {
    const typed = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom(
          ']]>',
          '<script>alert(1)</script>',
          '&amp; &lt;b&gt; &#0; &nbsp;',
          '<![CDATA[x]]>',
          '"\'><a href="javascript:alert(1)">x</a>',
          '\uFFFE\uFFFF',
        ),
      )
      // The API refuses control characters and halves of characters.
      .filter(text => !/[\p{Cc}\p{Cs}]/u.test(text))
      .filter(text => text.trim() !== '');
    const property = fc.property(
      typed,
      typed,
      fc.subarray(['neu', 'größe', '2']),
      (title, text, tags) => {
        const [entry] = checkValid(
          toFeed(title, [{ ...post, title, text, tags }]),
        );
        const kept = (value: string) =>
          value.replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
        expect(textOf(oneIn(entry, 'title'))).toBe(kept(title));
        expect(textOf(oneIn(entry, 'content'))).toBe(kept(text));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
