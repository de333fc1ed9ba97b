import type { GuideNode } from './GuideNode';
import { parseGuide } from './parseGuide';

/** A tree as one line a node, such as `heading 2 (1-1)` and `text "a" (1-1)`. */
function show(node: GuideNode, indent = ''): string[] {
  const { type, depth, lang, value, position, children = [] } = node;
  const lines = position && `(${position.start.line}-${position.end.line})`;
  const shown = value === undefined ? undefined : JSON.stringify(value);
  return [
    `${indent}${[type, depth, lang, shown, lines]
      .filter(part => part !== undefined)
      .join(' ')}`,
    ...children.flatMap(child => show(child, `${indent}  `)),
  ];
}
const treeOf = (...lines: string[]) => show(parseGuide(lines.join('\n')));

describe('parseGuide', () => {
  it('is a root without anything where there is no text', () => {
    expect(parseGuide('')).toEqual({ type: 'root', children: [] });
  });

  it('knows headings of every depth, and where they stand', () => {
    expect(treeOf('# A', '', 'B', '===', '', '###### C')).toEqual([
      'root',
      '  heading 1 (1-1)',
      '    text "A" (1-1)',
      '  heading 1 (3-4)',
      '    text "B" (3-3)',
      '  heading 6 (6-6)',
      '    text "C" (6-6)',
    ]);
  });

  it('counts the lines of a paragraph', () => {
    expect(treeOf('', 'a', 'b **c', 'd** e  ', 'f', '', 'g')).toEqual([
      'root',
      '  paragraph (2-5)',
      '    text "a" (2-2)',
      '    text "\\n" (2-2)',
      '    text "b " (3-3)',
      '    strong (3-3)',
      '      text "c" (3-3)',
      '      text "\\n" (3-3)',
      '      text "d" (4-4)',
      '    text " e" (4-4)',
      '    break (4-4)',
      '    text "f" (5-5)',
      '  paragraph (7-7)',
      '    text "g" (7-7)',
    ]);
  });

  it('knows what stands within a line', () => {
    expect(
      treeOf('_a_ ~~b~~ `c  d` [e **f**](x.md) ![g](y.png) \\* &amp; <b>h</b>'),
    ).toEqual([
      'root',
      '  paragraph (1-1)',
      '    emphasis (1-1)',
      '      text "a" (1-1)',
      '    text " " (1-1)',
      '    delete (1-1)',
      '      text "b" (1-1)',
      '    text " " (1-1)',
      '    inlineCode "c  d" (1-1)',
      '    text " " (1-1)',
      '    link (1-1)',
      '      text "e " (1-1)',
      '      strong (1-1)',
      '        text "f" (1-1)',
      '    text " " (1-1)',
      '    image "g" (1-1)',
      '    text " * & " (1-1)',
      '    html "<b>" (1-1)',
      '    text "h" (1-1)',
      '    html "</b>" (1-1)',
    ]);
  });

  it('knows lists and quotes in each other', () => {
    expect(treeOf('- a', '  1. b', '', '> - c', '> d')).toEqual([
      'root',
      '  list (1-3)',
      '    listItem (1-3)',
      '      paragraph (1-1)',
      '        text "a" (1-1)',
      '      list (2-3)',
      '        listItem (2-3)',
      '          paragraph (2-2)',
      '            text "b" (2-2)',
      '  blockquote (4-5)',
      '    list (4-5)',
      '      listItem (4-5)',
      '        paragraph (4-5)',
      '          text "c" (4-4)',
      '          text "\\n" (4-4)',
      '          text "d" (5-5)',
    ]);
  });

  it('knows blocks of code and their language', () => {
    expect(
      treeOf(
        '``` sh title=x',
        'a',
        '',
        'b',
        '```',
        '',
        '    c',
        '',
        '~~~',
        '~~~',
      ),
    ).toEqual([
      'root',
      '  code sh "a\\n\\nb" (1-5)',
      '  code "c" (7-7)',
      '  code "" (9-10)',
    ]);
  });

  it('knows tables', () => {
    expect(treeOf('| a | b |', '|---|---|', '| c | |')).toEqual([
      'root',
      '  table (1-3)',
      '    tableRow (1-1)',
      '      tableCell (1-1)',
      '        text "a" (1-1)',
      '      tableCell (1-1)',
      '        text "b" (1-1)',
      '    tableRow (3-3)',
      '      tableCell (3-3)',
      '        text "c" (3-3)',
      '      tableCell (3-3)',
    ]);
  });

  it('knows blocks of HTML, rules, and images without a text', () => {
    expect(treeOf('<p>', 'a</p>', '', '---', '', '![](x.png)')).toEqual([
      'root',
      '  html "<p>\\na</p>\\n" (1-2)',
      '  thematicBreak (4-4)',
      '  paragraph (6-6)',
      '    image (6-6)',
    ]);
  });
});
