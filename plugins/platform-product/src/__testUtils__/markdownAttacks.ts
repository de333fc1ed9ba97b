/** Ways in which others have got scripts into Markdown, and some more. */
export const markdownAttacks = [
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

const acting =
  'script,iframe,object,embed,style,link,meta,base,form,input,button,svg,math,template,video,noscript';

/** What of some markup could act, or lead where it must not. */
export function findActing(
  markup: ParentNode,
  good: Readonly<Record<string, RegExp>>,
): unknown[] {
  const attributes = [...markup.querySelectorAll('*')].flatMap(element =>
    [...element.attributes].map(({ name, value }) => [name, value] as const),
  );
  return [
    ...markup.querySelectorAll(acting),
    ...attributes.filter(
      ([name, value]) =>
        /^on|^style$|^srcdoc$|^name$/.test(name) ||
        (good[name] && !good[name].test(value)),
    ),
  ];
}
