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

  it.each([
    ['/docs/build.md', 'docs/build.md'],
    ['build.md#setup', 'docs/build.md#setup'],
    ['./a%20b.md', 'docs/a%20b.md'],
    ['../README.md', 'README.md'],
    ['/README.md?plain=1', 'README.md'],
  ])('follow %s from the root of the repository', (href, path) => {
    // https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes#relative-links-and-image-paths-in-markdown-files
    expect(resolveGuideLink(href, guide)).toBe(
      `https://github.com/northwind/logs/blob/main/${path}`,
    );
  });

  it('lead out of the files as the forge does', () => {
    expect(resolveGuideLink('../../../issues', guide)).toBe(
      'https://github.com/northwind/logs/issues',
    );
  });

  const azure = {
    path: 'docs/CONTRIBUTING.md',
    pageTemplate:
      'https://dev.azure.com/o/p/_git/r?path=%2F{path}&version=GBmain',
    imageTemplate:
      'https://dev.azure.com/o/p/_apis/git/repositories/r/items?path=%2F{path}&api-version=6.0',
  };
  const server = {
    path: 'CONTRIBUTING.md',
    pageTemplate: 'https://b.example.com/projects/P/repos/r/browse/{path}?at=x',
  };
  it.each([
    [
      azure,
      'a.md',
      'https://dev.azure.com/o/p/_git/r?path=%2Fdocs%2Fa.md&version=GBmain',
    ],
    [
      azure,
      '/a.md#x',
      'https://dev.azure.com/o/p/_git/r?path=%2Fa.md&version=GBmain#x',
    ],
    [
      server,
      'docs/a.md',
      'https://b.example.com/projects/P/repos/r/browse/docs/a.md?at=x',
    ],
    [server, '//example.com/a', 'https://example.com/a'],
    [server, 'mailto:olga@example.com', 'mailto:olga@example.com'],
  ])('follow the template %j for %s', (links, href, expected) => {
    const url = links.pageTemplate.replace('{path}', links.path);
    expect(resolveGuideLink(href, url, links)).toBe(expected);
  });

  it('show images by their bare content', () => {
    const url = azure.pageTemplate.replace('{path}', azure.path);
    expect(resolveGuideImage('/a.png', url, azure)).toBe(
      'https://dev.azure.com/o/p/_apis/git/repositories/r/items?path=%2Fa.png&api-version=6.0',
    );
  });
});
