import { findActing, markdownAttacks } from '../__testUtils__/markdownAttacks';
import { renderGuide } from './renderGuide';

const url = 'https://github.com/northwind/logs/blob/main/CONTRIBUTING.md';

function render(text: string): HTMLElement {
  const place = document.createElement('div');
  place.append(renderGuide(text, url));
  return place;
}

describe('renderGuide', () => {
  it.each(markdownAttacks)('shows nothing that acts in %j', attack => {
    expect(
      findActing(render(attack), {
        id: /^guide-/,
        name: /^$/,
        href: /^(https?:|mailto:|#guide-)/,
        src: /^https?:/,
      }),
    ).toEqual([]);
  });

  it('keeps what guides are made of, and leads to the source', () => {
    const guide = render(
      [
        '# Contributing',
        'Run `make` and read [the docs](docs/build.md#setup).',
        '| a | b |\n|---|---|\n| 1 | 2 |',
        '<details><summary>More</summary>\n\n**bold** <br>\n\n</details>',
        '![flow](img/flow.png)',
        '[Reviews](#reviews)\n\n## Reviews',
      ].join('\n\n'),
    );
    expect(guide.querySelector('h1')?.id).toBe('guide-contributing');
    expect(guide.querySelector('code')?.textContent).toBe('make');
    const [docs, reviews] = guide.querySelectorAll('a');
    expect(docs.getAttribute('href')).toBe(
      'https://github.com/northwind/logs/blob/main/docs/build.md#setup',
    );
    expect(docs.getAttribute('rel')).toBe('noopener noreferrer');
    expect(reviews.getAttribute('href')).toBe('#guide-reviews');
    expect(guide.querySelector('h2')?.id).toBe('guide-reviews');
    expect(guide.querySelectorAll('td')).toHaveLength(2);
    expect(guide.querySelector('details strong')).not.toBeNull();
    expect(guide.querySelector('img')?.getAttribute('src')).toBe(
      'https://github.com/northwind/logs/raw/main/img/flow.png',
    );
  });

  const idOf = (guide: ParentNode, selector: string) =>
    [...guide.querySelectorAll(selector)].map(({ id }) => id);
  const linksOf = (guide: ParentNode) =>
    [...guide.querySelectorAll('a[href]')].map(a => a.getAttribute('href'));

  // In part of the tests of https://github.com/Flet/github-slugger, which were made by
  // reading what GitHub itself answers.
  it.each([
    ["What's next?", 'whats-next'],
    ['Node.js', 'nodejs'],
    ['1.2 Set up', '12-set-up'],
    ['C++ & C#', 'c--c'],
    ['snake_case', 'snake_case'],
    ['🚀 Getting started', '-getting-started'],
    ['Ünïcode – dash', 'ünïcode--dash'],
    ['`make test`', 'make-test'],
    ['a - b', 'a---b'],
    ['I ♥ unicode', 'i--unicode'],
    ['привет мир', 'привет-мир'],
  ])('leads to %s by #%s', (title, slug) => {
    const guide = render(`## ${title}\n\n[x](#${slug})`);
    expect(idOf(guide, 'h2')).toEqual([`guide-${slug}`]);
    expect(linksOf(guide)).toEqual([`#guide-${slug}`]);
  });

  it('numbers headings of the same text as GitHub does', () => {
    const guide = render('# A\n\n# A\n\n# A-1\n\n# A\n\n[x](#a-1-1) [y](#a-2)');
    expect(idOf(guide, 'h1')).toEqual([
      'guide-a',
      'guide-a-1',
      'guide-a-1-1',
      'guide-a-2',
    ]);
    expect(linksOf(guide)).toEqual(['#guide-a-1-1', '#guide-a-2']);
  });

  it.each([
    ['<a name="set-up"></a>\n\n## Other', '#set-up'],
    ['<a id="setup"></a>\n\n## Other', '#setup'],
    ['<h2 id="Setup">Other</h2>', '#setup'],
    ['<div id="set_up">\n\ntext\n\n</div>', '#set_up'],
    // As GitHub prefixes what it renders, and people copy from there.
    ['## Set up', '#user-content-set-up'],
    // GitLab makes one dash of several:
    // https://docs.gitlab.com/user/markdown/#heading-ids-and-links
    ['## A & B', '#a-b'],
    ['## 1. Set up', '#1-set-up'],
  ])('finds the place that %j names by %s', (text, href) => {
    const guide = render(`${text}\n\n[x](${href})`);
    const [found] = linksOf(guide);
    expect(found).toMatch(/^#guide-/);
    expect(
      [...guide.querySelectorAll('[id]')].some(({ id }) => `#${id}` === found),
    ).toBe(true);
  });

  it('leads to the source for a place that the text does not have', () => {
    expect(linksOf(render('[x](#nowhere)'))).toEqual([`${url}#nowhere`]);
  });

  it.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['www.example.com/a', 'https://www.example.com/a'],
    ['olga@example.com', 'mailto:olga@example.com'],
  ])('makes a link of the bare address %s', (address, href) => {
    // https://github.github.com/gfm/#autolinks-extension-
    expect(linksOf(render(`Ask at ${address}, please.`))).toEqual([href]);
  });

  it.each(['README.md', 'Node.js', 'make.sh', 'e.g. this'])(
    'makes no link of %s',
    text => expect(linksOf(render(`See ${text}.`))).toEqual([]),
  );

  it('shows no front matter', () => {
    expect(render('---\ntitle: Guide\n---\n\nText').textContent?.trim()).toBe(
      'Text',
    );
  });

  it.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION', 'note'])(
    'titles an alert %s',
    word => {
      // https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
      const guide = render(`> [!${word}]\n> Run \`make\` first.`);
      const title = guide.querySelector('blockquote strong')?.textContent;
      expect(title?.toUpperCase()).toBe(word.toUpperCase());
      expect(guide.textContent).not.toContain('[!');
      expect(guide.querySelector('code')?.textContent).toBe('make');
    },
  );

  it('leaves other quotes as they are', () => {
    const text = render('> [!OTHER]\n> Text').textContent;
    expect(text).toContain('[!OTHER]');
  });

  it('shows task lists, tight and loose', () => {
    // https://github.github.com/gfm/#task-list-items-extension-
    const items = (text: string) =>
      [...render(text).querySelectorAll('li')].map(li =>
        li.textContent?.trim(),
      );
    expect(items('- [ ] a\n- [x] b\n- [X] c\n- [y] d')).toEqual([
      '☐ a',
      '☑ b',
      '☑ c',
      '[y] d',
    ]);
    expect(items('- [ ] a\n\n- [x] b')).toEqual(['☐ a', '☑ b']);
  });
});
