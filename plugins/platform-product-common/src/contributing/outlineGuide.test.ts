import { outlineGuide } from './outlineGuide';
import { parseGuide } from './parseGuide';

const outlineOf = (...lines: string[]) =>
  outlineGuide(parseGuide(lines.join('\n')));

describe('outlineGuide', () => {
  it('lists the headings in their order, with depth and line', () => {
    expect(outlineOf('# A', '', 'text', '### B', '', '## C')).toEqual([
      { depth: 1, text: 'A', line: 1 },
      { depth: 3, text: 'B', line: 4 },
      { depth: 2, text: 'C', line: 6 },
    ]);
  });

  it('shows the text of a heading without its markup', () => {
    expect(outlineOf('# Run `make` _now_, [see](x.md) **b**')).toEqual([
      { depth: 1, text: 'Run make now, see b', line: 1 },
    ]);
  });

  it('shows neither tags nor what an image stands for, as no page does', () => {
    expect(
      outlineOf('# <a name="x"></a> ![logo](x.png) A <!-- b --><b>c</b>'),
    ).toEqual([{ depth: 1, text: 'A c', line: 1 }]);
  });

  it('leaves out headings without text, and what is no heading', () => {
    expect(outlineOf('#', '', '**Bold**', '', '- item', '', '# <br>')).toEqual(
      [],
    );
    expect(outlineOf('> # Quoted', '', '## A')).toEqual([
      { depth: 2, text: 'A', line: 3 },
    ]);
    expect(outlineGuide({ type: 'root' })).toEqual([]);
  });

  it('reads a tree without positions', () => {
    const heading = {
      type: 'heading',
      children: [{ type: 'text', value: ' A ' }, { type: 'break' }],
    };
    expect(outlineGuide({ type: 'root', children: [heading] })).toEqual([
      { depth: 1, text: 'A', line: 1 },
    ]);
  });

  it('lists the first five hundred headings', () => {
    const headings = (count: number) =>
      outlineOf(...Array.from({ length: count }, (_, i) => `# ${i}`));
    expect(headings(500)).toHaveLength(500);
    expect(headings(501)).toHaveLength(500);
    expect(headings(501).at(-1)).toEqual({ depth: 1, text: '499', line: 500 });
  });
});
