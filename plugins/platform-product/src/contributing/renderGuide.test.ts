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
});
