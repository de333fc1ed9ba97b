import { resolveGuideImage, resolveGuideLink } from './resolveGuideLink';

const guide =
  'https://github.com/northwind/logs/blob/main/docs/CONTRIBUTING.md';

/* eslint-disable no-script-url */

describe('links of a guide', () => {
  it('lead to the source', () => {
    expect(resolveGuideLink('../README.md#setup', guide)).toBe(
      'https://github.com/northwind/logs/blob/main/README.md#setup',
    );
    expect(resolveGuideLink('https://example.com/a', guide)).toBe(
      'https://example.com/a',
    );
    expect(resolveGuideLink('#reviews', guide)).toBe('#reviews');
    expect(resolveGuideImage('img/flow.png', guide)).toBe(
      'https://github.com/northwind/logs/raw/main/docs/img/flow.png',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'http://[broken',
  ])('never lead to %j', href => {
    expect(resolveGuideLink(href, guide)).toBeUndefined();
    expect(resolveGuideImage(href, guide)).toBeUndefined();
  });
});
