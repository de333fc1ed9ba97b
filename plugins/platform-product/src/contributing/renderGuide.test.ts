import { renderGuide } from './renderGuide';

const url = 'https://github.com/northwind/logs/blob/main/CONTRIBUTING.md';

function render(text: string): HTMLElement {
  const place = document.createElement('div');
  place.append(renderGuide(text, url));
  return place;
}

/** Ways in which others have got scripts into Markdown, and some more. */
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jAvAsCrIpT&colon;alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![x](javascript:alert(1))',
  '![x"onerror="alert(1)](x)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<style>@import "javascript:alert(1)";</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//">',
  '<video><source onerror="alert(1)"></video>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<svg><animate href=#x attributeName=href values=javascript:alert(1) /><a id=x>',
  '<template><script>alert(1)</script></template>',
  '```html\n<script>alert(1)</script>\n```',
  '<a target="_top" href="https://example.com" onclick="alert(1)">x</a>',
  '<p id="root" name="cookie">x</p>',
];

describe('renderGuide', () => {
  it.each(attacks)('shows nothing that acts in %j', attack => {
    const guide = render(attack);
    expect(
      guide.querySelectorAll(
        'script,iframe,object,embed,style,link,meta,base,form,input,button,svg,math,template,video,noscript',
      ),
    ).toHaveLength(0);
    const attributes = [...guide.querySelectorAll('*')].flatMap(element =>
      [...element.attributes].map(({ name, value }) => [name, value]),
    );
    const good: Record<string, RegExp> = {
      id: /^guide-/,
      href: /^(https?:|mailto:|#guide-)/,
      src: /^https?:/,
    };
    expect(
      attributes.filter(
        ([name, value]) =>
          /^on|^style$|^srcdoc$|^name$/.test(name) ||
          (good[name] && !good[name].test(value)),
      ),
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
});
