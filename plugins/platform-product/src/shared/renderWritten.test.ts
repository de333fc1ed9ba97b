import { findActing, markdownAttacks } from '../__testUtils__/markdownAttacks';
import { renderWritten } from './renderWritten';

function render(text: string): HTMLElement {
  const place = document.createElement('div');
  place.append(renderWritten(text));
  return place;
}

describe('renderWritten', () => {
  it.each(markdownAttacks)('shows nothing that acts in %j', attack => {
    expect(
      findActing(render(attack), {
        id: /^$/,
        href: /^(https:|mailto:)/,
        src: /^https:/,
      }),
    ).toEqual([]);
  });

  it('leads to other sites alone, and encrypted', () => {
    const links = render(
      '[a](https://example.com/a) [b](http://example.com/b) [c](/c) [d](#d) [e](mailto:e@example.com)',
    ).querySelectorAll('a');
    expect([...links].map(link => link.getAttribute('href'))).toEqual([
      'https://example.com/a',
      null,
      null,
      null,
      'mailto:e@example.com',
    ]);
    expect(links[0].getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('has headings below those of the page', () => {
    const text = render('# One\n\n## Two\n\n### Three\n\n#### Four');
    expect(
      [...text.querySelectorAll('*')].map(({ tagName }) => tagName),
    ).toEqual(['H4', 'H5', 'H6', 'H6']);
  });
});
