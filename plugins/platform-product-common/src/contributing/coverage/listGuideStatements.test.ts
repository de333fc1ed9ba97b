import type { GuideNode } from '../GuideNode';
import { listGuideStatements } from './listGuideStatements';
import { parseGuide } from '../parseGuide';

const statementsOf = (markdown: string) =>
  listGuideStatements(parseGuide(markdown));
const textsOf = (markdown: string): readonly string[] =>
  statementsOf(markdown).map(({ text }) => text);

describe('listGuideStatements', () => {
  it('gives each sentence its line and the headings above it', () => {
    const [first, second] = statementsOf(
      '# Guide\n\n## Tests\n\nWrite some.\nThen run\nthem.',
    );
    expect(first).toMatchObject({ text: 'Write some.', line: 5 });
    expect(second).toMatchObject({ text: 'Then run them.', line: 6 });
    expect(second.headings.map(({ text }) => text)).toEqual(['Guide', 'Tests']);
  });

  it('leaves out headings, comments, images and tags', () => {
    expect(
      textsOf(
        '# Title\n\n<!-- hidden\nnote -->\n\n![logo](a.png) Text <b>in</b> bold<!-- aside -->.',
      ),
    ).toEqual(['Text in bold.']);
  });

  it('keeps a list item together with the sentence that introduces it', () => {
    const [, item] = statementsOf('You can help by:\n\n- writing docs');
    expect(item).toMatchObject({
      text: 'writing docs',
      kind: 'item',
      intro: { text: 'You can help by:' },
    });
  });

  it('keeps a code block together with the sentence before it', () => {
    const [, code] = statementsOf('Run the tests:\n\n```sh\nmake test\n```');
    expect(code).toMatchObject({
      kind: 'code',
      text: 'make test',
      language: 'sh',
      intro: { text: 'Run the tests:' },
    });
  });

  it('knows a sentence that is nothing but a link', () => {
    expect(
      statementsOf('- [Report a bug](a.md)\n- See [this](b.md)').map(
        ({ linkOnly }) => linkOnly,
      ),
    ).toEqual([true, false]);
  });

  it('reads a short line in bold as a heading', () => {
    const [statement] = statementsOf('**How we review**:\n\nWith care.');
    expect(statement.headings.map(({ text }) => text)).toEqual([
      'How we review',
    ]);
  });

  it('reads a table row by row, with the header row as its introduction', () => {
    const [row] = statementsOf('| What | When |\n|---|---|\n| Review | soon |');
    expect(row).toMatchObject({
      text: 'Review | soon',
      kind: 'row',
      intro: { text: 'What | When' },
    });
  });

  it('remembers the sentence before, over the end of a paragraph too', () => {
    expect(
      statementsOf('Spotted a bug? Tell us.\n\nThanks.').map(
        ({ before }) => before?.text,
      ),
    ).toEqual([undefined, 'Spotted a bug?', 'Tell us.']);
  });

  it('numbers the lines of sentences that begin within a line, and behind breaks', () => {
    const linesOf = (markdown: string) =>
      statementsOf(markdown).map(({ text, line }) => `${line} ${text}`);
    expect(linesOf('One. Two\nthree. Four.\n\nFive')).toEqual([
      '1 One.',
      '1 Two three.',
      '2 Four.',
      '4 Five',
    ]);
    expect(linesOf('One  \nTwo<br>\nThree')).toEqual([
      '1 One',
      '2 Two',
      '3 Three',
    ]);
    expect(linesOf('<p>One.\n<b>Two</b>.</p>\n<p>\nThree</p>')).toEqual([
      '1 One.',
      '2 Two.',
      '4 Three',
    ]);
  });

  it('closes headings below one, and keeps those above', () => {
    const headingsOf = (markdown: string) =>
      statementsOf(markdown)
        .at(-1)
        ?.headings.map(({ text }) => text);
    expect(headingsOf('# A\n\n### B\n\n## C\n\nd')).toEqual(['A', 'C']);
    expect(headingsOf('## A\n\n## B\n\nc')).toEqual(['B']);
    expect(headingsOf('## A\n\n# B\n\nc')).toEqual(['B']);
    expect(headingsOf('###### A\n\n**B**\n\nc')).toEqual(['A', 'B']);
    expect(headingsOf('**A**\n\n**B**\n\nc')).toEqual(['B']);
    expect(headingsOf('**A**\n\n###### B\n\nc')).toEqual(['B']);
    expect(headingsOf('## `a` [b](x)\n\nc')).toEqual(['a b']);
    expect(headingsOf('<h2 id="x">A</h2>\n\n<H3>B</H3>\n\nc')).toEqual([
      'A',
      'B',
    ]);
    expect(headingsOf('# What? How\n\n## <b>C</b>\n\nd')).toEqual([
      'What? How',
      'C',
    ]);
    expect(headingsOf('<h2> A<br>B</h2>\n\nc')).toEqual(['A B']);
    expect(headingsOf('# A\n\n<h2>B</h2>\n\n## C\n\nd')).toEqual(['A', 'C']);
    expect(headingsOf('<header>A</header>\n\nb')).toEqual([]);
    expect(headingsOf('<h7>A</h7>\n\nb')).toEqual([]);
    expect(headingsOf('<p><h2>A</h2></p>\n\nb')).toEqual([]);
  });

  it('knows the words of a heading, of its first two hundred characters', () => {
    const [statement] = statementsOf(`# How to \`x\` ${'a '.repeat(200)}\n\nb`);
    const [{ words }] = statement.headings;
    expect(words.slice(0, 4)).toEqual(['how', 'to', 'x', 'a']);
    // "How to x " has nine characters
    expect(words).toHaveLength(3 + 96);
  });

  it.each([
    ['**How we review**', 'How we review'],
    ['**How we review**:', 'How we review'],
    ['**How we review** : ', 'How we review'],
    [
      '**One two three four five six seven eight nine ten**',
      'One two three four five six seven eight nine ten',
    ],
    ['**one two three four five six seven eight nine ten eleven**', undefined],
    ['**We review.**', undefined],
    ['**We review!**', undefined],
    ['**We review?**', 'We review?'],
    ['**We** review', undefined],
    ['We **review**', undefined],
    ['**We** _review_', undefined],
    ['**We** ![x](y)', undefined],
    ['_We review_', undefined],
  ])('takes %j for the heading %j', (line, heading) => {
    const last = statementsOf(`${line}\n\nWith care.`).at(-1);
    expect(last?.headings.map(({ text }) => text)).toEqual(
      heading === undefined ? [] : [heading],
    );
  });

  it('lets a heading end what introduces a list', () => {
    const introOf = (...lines: string[]) =>
      statementsOf(lines.join('\n\n')).at(-1)?.intro?.text;
    expect(introOf('You can:', '- do')).toBe('You can:');
    expect(introOf('You can:', '# H', '- do')).toBeUndefined();
    expect(introOf('You can:', '**H**', '- do')).toBeUndefined();
    expect(introOf('One. Two:', '- do')).toBe('Two:');
    expect(introOf('One:', 'Two:', '- do')).toBe('Two:');
    expect(introOf('One:', '- a', '1. b')).toBe('One:');
    expect(introOf('One:', '> - a')).toBe('One:');
    expect(introOf('<p>One:</p>', '- a')).toBe('One:');
    expect(introOf('<!-- One: -->', '- a')).toBeUndefined();
    expect(introOf('- One:\n  - a')).toBe('One:');
    expect(introOf('One:', '- a\n  - b')).toBe('a');
  });

  it('knows what stands in a list, whatever it stands in', () => {
    const kindsOf = (markdown: string) =>
      statementsOf(markdown).map(({ kind, text }) => `${kind} ${text}`);
    expect(kindsOf('a\n\n- b\n\n  > c\n\n  <p>d</p>\n\ne')).toEqual([
      'prose a',
      'item b',
      'item c',
      'item d',
      'prose e',
    ]);
    expect(
      kindsOf('- a\n\n  ```\n  b\n  ```\n\n  | c |\n  |---|\n  | d |'),
    ).toEqual(['item a', 'code b', 'row d']);
  });

  it('remembers the sentence before within an item, and not between items', () => {
    expect(
      statementsOf('Do:\n\n- One. Two.\n- Three.').map(
        ({ before }) => before?.text,
      ),
    ).toEqual([undefined, 'Do:', 'One.', 'Do:']);
    expect(
      statementsOf('A.\n\n# B\n\nC.').map(({ before }) => before?.text),
    ).toEqual([undefined, undefined]);
  });

  it('finds the first line of a block of code, fenced or indented', () => {
    const lineOf = (markdown: string) => statementsOf(markdown).at(-1)?.line;
    expect(lineOf('a\n\n```\nb\n```')).toBe(4);
    expect(lineOf('a\n\n```\nb\n\nc\n```')).toBe(4);
    expect(lineOf('a\n\n    b\n    c')).toBe(3);
    expect(statementsOf('```\nb\n```')[0]).toEqual({
      kind: 'code',
      text: 'b',
      words: [],
      codes: [],
      linkOnly: false,
      line: 2,
      headings: [],
      intro: undefined,
      language: undefined,
    });
  });

  it('keeps the code in a sentence, whatever it holds', () => {
    const codesOf = (markdown: string) =>
      statementsOf(markdown).map(({ codes, words }) => [
        codes,
        words.join(' '),
      ]);
    expect(codesOf('Run `a. B` and `c`. Then `d`.')).toEqual([
      [['a. B', 'c'], 'run § and §'],
      [['d'], 'then §'],
    ]);
    expect(codesOf('| x |\n|---|\n| `a` or `b` |')).toEqual([
      [['a', 'b'], '§ or §'],
    ]);
  });

  it.each([
    ['[a b](x)', true],
    ['[a b](x).', true],
    ['- [a](x), [b](y)', true],
    ['[_a b_](x)', true],
    ['[`a`](x)', true],
    ['[a b](x) or', false],
    ['[a](x) `b`', false],
    ['a', true],
    ['ab', false],
    ['_ab_', false],
    ['**ab cd** ef', false],
    ['- [a b](x) - c', true],
  ])('knows whether %j is nothing but links: %s', (markdown, linkOnly) => {
    expect(statementsOf(markdown)[0].linkOnly).toBe(linkOnly);
  });

  it('knows it of each sentence', () => {
    expect(
      statementsOf(
        '[Some long text](x). Then ab is here. [Some more](y). And `c`.',
      ).map(({ linkOnly }) => linkOnly),
    ).toEqual([true, false, true, false]);
  });

  it('reads a table cell by cell, to three hundred words', () => {
    const [row] = statementsOf('| a | b |\n|---|---|\n| cc d. e | [f](x) |');
    expect(row).toMatchObject({
      text: 'cc d. e | f',
      words: ['cc', 'd', 'e', ':', 'f'],
      linkOnly: false,
      line: 3,
      headings: [],
    });
    const [twoSentences] = statementsOf('| a |\n|---|\n| C d. E |');
    expect(twoSentences).toMatchObject({
      text: 'C d. E',
      words: ['c', 'd', ';', 'e'],
    });
    const [links] = statementsOf('| a |\n|---|\n| [ab](x) |');
    expect(links.linkOnly).toBe(true);
    const [long] = statementsOf(`| a |\n|---|\n| ${'b '.repeat(400)} |`);
    expect(long.words).toHaveLength(300);
    expect(statementsOf('| a |\n|---|')).toEqual([]);
    expect(statementsOf('| a |\n|---|\n| |')).toMatchObject([
      { text: '', words: [], line: 1 },
    ]);
  });

  const text = (value: string) => ({ type: 'text', value });
  const nest = (type: string, depth: number, inner: GuideNode): GuideNode =>
    depth === 0 ? inner : { type, children: [nest(type, depth - 1, inner)] };
  const textsIn = (...children: GuideNode[]) =>
    listGuideStatements({ type: 'root', children }).map(
      statement => statement.text,
    );

  it('reads blocks to a depth of sixty, and phrases to fifty', () => {
    const paragraph = { type: 'paragraph', children: [text('deep')] };
    expect(textsIn(nest('blockquote', 60, paragraph))).toEqual(['deep']);
    expect(textsIn(nest('blockquote', 61, paragraph))).toEqual([]);
    const phrase = (depth: number) => ({
      type: 'paragraph',
      children: [text('a '), nest('emphasis', depth, text('deep'))],
    });
    expect(textsIn(phrase(50))).toEqual(['a deep']);
    expect(textsIn(phrase(51))).toEqual(['a']);
    const lists = (depth: number): GuideNode =>
      depth === 0
        ? paragraph
        : nest('list', 1, nest('listItem', 1, lists(depth - 1)));
    expect(textsIn(lists(60))).toEqual(['deep']);
    expect(textsIn(lists(61))).toEqual([]);
  });

  it('reads the trees of other tools, without positions too', () => {
    const link = { type: 'linkReference', children: [text('see there')] };
    const [statement] = listGuideStatements({
      type: 'root',
      children: [
        { type: 'heading', children: [text('A')] },
        { type: 'paragraph', children: [link] },
      ],
    });
    expect(statement).toMatchObject({
      text: 'see there',
      linkOnly: true,
      line: 1,
      headings: [{ text: 'A', words: ['a'] }],
    });
    expect(
      listGuideStatements({
        type: 'root',
        children: [
          { type: 'code', lang: undefined, value: 'make' },
          { type: 'code' },
        ],
      }),
    ).toMatchObject([
      { text: 'make', line: 1 },
      { text: '', line: 1 },
    ]);
  });
});
